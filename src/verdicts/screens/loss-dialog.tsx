/** What a conversion cannot keep, told before the file is taken. */
import { Button, Group, Text } from '@mantine/core'
import { Dialog } from '#ui/dialog'
import { useTexts } from '#ui/locale'
import type { Converted } from './api.tsx'
import { cut } from './rules/cut.ts'
import classes from './loss-dialog.module.css'
import { verdictTexts } from './texts.ts'

/** More than one reads before deciding. */
const MOST_LISTED = 100

type Props = {
  opened: boolean
  converted: Converted | undefined
  syntax: string
  onAccept: (converted: Converted) => void
  onClose: () => void
}

export function LossDialog({ converted, onAccept, onClose, opened, syntax }: Props) {
  const texts = useTexts(verdictTexts)
  const losses = converted?.losses ?? []
  const left = losses.length - MOST_LISTED
  return (
    <Dialog opened={opened} onClose={onClose} size="lg" title={texts.lossTitle(losses.length, syntax)}>
      <Text mb="sm">{texts.lossWhat}</Text>
      <ul className={classes.losses}>
        {losses.slice(0, MOST_LISTED).map(({ path, term, value }) => (
          <li key={path}>
            <span className={classes.value}>{cut(value)}</span>
            <span className={classes.place}>{[term, path].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {left > 0 && <li>{texts.moreLosses(left)}</li>}
      </ul>
      <Group justify="flex-end" className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
        <Button data-autofocus onClick={() => converted && onAccept(converted)}>
          {texts.downloadAnyway}
        </Button>
      </Group>
    </Dialog>
  )
}
