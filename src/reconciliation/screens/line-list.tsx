/** The lines of one state: who paid, when, how much, and whether something stands out. */
import { Button, UnstyledButton } from '@mantine/core'
import { type MouseEvent, useEffect, useRef } from 'react'
import { DayText } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { StatusBadge } from '#ui/status'
import type { WorkLine } from './api.tsx'
import classes from './line-list.module.css'
import { bankTexts } from './texts.ts'

type Props = {
  lines: readonly WorkLine[]
  opened: string | undefined
  onOpen: (id: string) => void
  more: { readonly loading: boolean; readonly load: () => void } | undefined
}

export function LineList({ lines, opened, onOpen, more }: Props) {
  const texts = useTexts(bankTexts)
  return (
    <div className={classes.list}>
      <ul aria-label={texts.lines}>
        {lines.map((line) => (
          <Row key={line.id} line={line} opened={line.id === opened} onOpen={onOpen} />
        ))}
      </ul>
      {more && (
        <Button variant="subtle" fullWidth onClick={more.load} loading={more.loading}>
          {texts.more}
        </Button>
      )}
    </div>
  )
}

function Row({ line, opened, onOpen }: { line: WorkLine; opened: boolean; onOpen: (id: string) => void }) {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (opened) place.current?.scrollIntoView({ block: 'nearest' })
  }, [opened])
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    // Chosen with a pointer, the row lets go of the focus: Enter then accepts what is proposed for it.
    if (event.detail > 0) event.currentTarget.blur()
    onOpen(line.id)
  }
  return (
    <li ref={place}>
      <UnstyledButton className={classes.row} aria-current={opened ? 'true' : undefined} onClick={open}>
        <span className={classes.who}>{line.counterparty ?? line.text}</span>
        <span className={classes.amount}>
          <Money value={line.amount} strong />
        </span>
        <span className={classes.text}>
          <DayText day={line.bookedOn} />
          {line.counterparty && ` · ${line.text}`}
        </span>
        <Mark line={line} />
      </UnstyledButton>
    </li>
  )
}

function Mark({ line }: { line: WorkLine }) {
  const texts = useTexts(bankTexts)
  const [best] = line.proposals
  if (line.match) return <StatusBadge meaning="paid">{line.match.origin === 'automatic' ? texts.automatic : texts.manual}</StatusBadge>
  if (line.booking) return <StatusBadge meaning="paid">{line.booking.origin === 'automatic' ? texts.automatic : texts.manual}</StatusBadge>
  if (!best && line.operation) return <StatusBadge meaning="plain">{texts.proposed}</StatusBadge>
  if (!best) return null
  return <StatusBadge meaning={best.certain ? 'paid' : 'plain'}>{best.certain ? texts.certain : texts.proposed}</StatusBadge>
}
