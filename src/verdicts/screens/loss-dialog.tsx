/** What a conversion cannot keep, told before the file is taken. */
import { Button, Group, Text } from '@mantine/core'
import { Dialog } from '#ui/dialog'
import { labelsOf } from '#readings/contract'
import { useLocale, useTexts } from '#ui/locale'
import type { Converted, Verdict } from './api.tsx'
import { cut } from './rules/cut.ts'
import classes from './loss-dialog.module.css'
import { verdictTexts } from './texts.ts'

/** More than one reads before deciding. */
const MOST_LISTED = 100

type Props = {
  opened: boolean
  converted: Converted | undefined
  syntax: string
  shown: Verdict['shown']
  onAccept: (converted: Converted) => void
  onClose: () => void
}

export function LossDialog({ converted, onAccept, onClose, opened, shown, syntax }: Props) {
  const locale = useLocale()
  const texts = useTexts(verdictTexts)
  const losses = converted?.losses ?? []
  // One rule may fail in several places, in the same words.
  const faults = [...new Map((converted?.faults ?? []).map((fault) => [`${fault.rule} ${fault.sentence}`, fault])).values()].slice(
    0,
    MOST_LISTED,
  )
  const left = losses.length - MOST_LISTED
  const labelOf = labelsOf(shown, locale)
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="lg"
      title={faults.length > 0 ? texts.faultTitle(syntax) : texts.lossTitle(losses.length, syntax)}
    >
      {faults.length > 0 && (
        <>
          <Text mb="sm">{texts.faultWhat}</Text>
          <ul className={classes.losses}>
            {faults.map(({ rule, sentence }) => (
              <li key={`${rule} ${sentence}`}>
                <span className={classes.value}>{sentence}</span>
                <span className={classes.place}>{rule}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {losses.length > 0 && <Text mb="sm">{texts.lossWhat}</Text>}
      <ul className={classes.losses}>
        {losses.slice(0, MOST_LISTED).map(({ path, term, value }) => (
          <li key={path}>
            <span className={classes.value}>{cut(value)}</span>
            <span className={classes.place}>{[labelOf(path) ?? (term === null ? path : undefined), term].filter(Boolean).join(' · ')}</span>
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
