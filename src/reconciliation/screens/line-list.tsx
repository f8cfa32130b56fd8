/** The lines of one state: who paid, when, how much, and whether something stands out. */
import { Button, UnstyledButton } from '@mantine/core'
import { useInViewport } from '@mantine/hooks'
import { memo, type MouseEvent, useCallback, useEffect, useRef } from 'react'
import { formatDay } from '#core/text'
import { DayText } from '#ui/day'
import { useLatest } from '#ui/latest'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { StatusBadge } from '#ui/status'
import type { WorkLine } from './api.tsx'
import classes from './line-list.module.css'
import { bankTexts } from './texts.ts'
import { waitingTexts } from './waiting-texts.ts'

type Props = {
  lines: readonly WorkLine[]
  opened: string | undefined
  onOpen: (id: string) => void
  more: { readonly loading: boolean; readonly load: () => void } | undefined
}

export function LineList({ lines, opened, onOpen, more }: Props) {
  const texts = useTexts(bankTexts)
  const latest = useLatest(onOpen)
  // The same for every row and render: moving from line to line draws two rows anew, not a thousand.
  const open = useCallback((id: string) => latest.current(id), [latest])
  return (
    <div className={classes.list}>
      <ul aria-label={texts.lines}>
        {lines.map((line) => (
          <Row key={line.id} line={line} opened={line.id === opened} onOpen={open} />
        ))}
      </ul>
      {more && <More {...more} />}
    </div>
  )
}

/** More lines come as one scrolls. */
function More({ loading, load }: NonNullable<Props['more']>) {
  const texts = useTexts(bankTexts)
  const { ref, inViewport } = useInViewport<HTMLButtonElement>()
  useEffect(() => {
    if (inViewport && !loading) load()
  }, [inViewport, loading, load])
  return (
    <Button ref={ref} variant="subtle" fullWidth onClick={load} loading={loading}>
      {texts.more}
    </Button>
  )
}

const Row = memo(function Row({ line, opened, onOpen }: { line: WorkLine; opened: boolean; onOpen: (id: string) => void }) {
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
    <li ref={place} className={classes.line}>
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
        <Wait line={line} />
      </UnstyledButton>
    </li>
  )
})

function Mark({ line }: { line: WorkLine }) {
  const texts = useTexts(bankTexts)
  const [best] = line.proposals
  if (line.match) return <StatusBadge meaning="paid">{line.match.origin === 'automatic' ? texts.automatic : texts.manual}</StatusBadge>
  if (line.booking) return <StatusBadge meaning="paid">{line.booking.origin === 'automatic' ? texts.automatic : texts.manual}</StatusBadge>
  if (!best && line.operation) return <StatusBadge meaning="plain">{texts.proposed}</StatusBadge>
  if (!best) return null
  return <StatusBadge meaning={best.certain ? 'paid' : 'plain'}>{best.certain ? texts.certain : texts.proposed}</StatusBadge>
}

/** What a line waits for, or the answer that came. */
function Wait({ line: { hold, onHold, questions, state } }: { line: WorkLine }) {
  const texts = useTexts(waitingTexts)
  const locale = useLocale()
  const asked = questions.find(({ open }) => open)
  const words = asked ? texts.waitsFor(asked.askedOf ?? '') : onHold && hold ? texts.heldUntil(formatDay(hold.until, locale)) : undefined
  if (words !== undefined)
    return (
      <span className={classes.wait}>
        <StatusBadge meaning="soon">{words}</StatusBadge>
      </span>
    )
  if (state !== 'to_do' || !questions.at(-1)?.answer) return null
  return (
    <span className={classes.wait}>
      <StatusBadge meaning="plain">{texts.answerCame}</StatusBadge>
    </span>
  )
}
