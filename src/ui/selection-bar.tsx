/** What can be done with the rows ticked: how many, for how much, and the buttons. It stands over the end of the list. */
import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatMoney } from '#core/text'
import { useLocale, useTexts } from './locale.tsx'
import classes from './selection-bar.module.css'
import { uiTexts } from './texts.tsx'

type Props = { count: number; sum?: string; onClear: () => void; children: ReactNode }

export function SelectionBar({ count, sum, onClear, children }: Props) {
  const texts = useTexts(uiTexts)
  const locale = useLocale()
  if (count === 0) return null
  return (
    <section className={classes.bar} aria-label={texts.selected(count)}>
      <Text fw={600}>
        {texts.selected(count)}
        {sum !== undefined && ` · ${formatMoney(sum, locale)}`}
      </Text>
      <Group gap="sm">
        {children}
        <Button variant="subtle" color="gray" onClick={onClear}>
          {texts.clearSelection}
        </Button>
      </Group>
    </section>
  )
}
