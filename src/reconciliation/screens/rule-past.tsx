/** What a rule would have taken in the past 12 months, while it is being written. */
import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatMoney } from '#core/text'
import { refusalOf } from '#ui/api'
import { DayText } from '#ui/day'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { LoadingSkeleton } from '#ui/states'
import { reconciliation, type Tried } from './api.tsx'
import classes from './rule-past.module.css'
import type { trialOfRule } from './rules/rule-draft.ts'
import { operationTexts } from './texts-operations.ts'

type Props = {
  input: ReturnType<typeof trialOfRule>
  ruleId: string | undefined
  onTried: (waiting: number) => void
}

/** A rule can be tried before it has a name. */
const NAMELESS = '…'

export function RulePast({ input, onTried, ruleId }: Props) {
  const texts = useTexts(operationTexts)
  const asked = input ?? { name: '', action: { kind: 'transfer' as const } }
  const tried = useQuery({
    ...reconciliation.testRule.queryOptions({
      input: { ...asked, name: asked.name || NAMELESS, ...(ruleId !== undefined && { ruleId }) },
      enabled: input !== undefined,
    }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const waiting = input && tried.data && !tried.isPlaceholderData ? tried.data.waiting : 0
  useEffect(() => onTried(waiting), [onTried, waiting])
  const refused = refusalOf(tried.error)
  return (
    <section className={classes.past} aria-label={texts.past} aria-busy={tried.isFetching}>
      <h3 className={classes.title}>{texts.past}</h3>
      {input === undefined && <Text c="dimmed">{texts.pastAsk}</Text>}
      {input !== undefined && refused && <Text c="dimmed">{refused.message}</Text>}
      {input !== undefined && !refused && !tried.data && <LoadingSkeleton shape="list" rows={4} />}
      {input !== undefined && !refused && tried.data && <Past tried={tried.data} />}
    </section>
  )
}

function Past({ tried }: { tried: Tried }) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  if (tried.count === 0) return <Text c="dimmed">{texts.pastNothing}</Text>
  const sums = [
    texts.pastCount(tried.count),
    ...(tried.moneyIn === '0.00' ? [] : [texts.pastIn(formatMoney(tried.moneyIn, locale))]),
    ...(tried.moneyOut === '0.00' ? [] : [texts.pastOut(formatMoney(tried.moneyOut.replace('-', ''), locale))]),
  ]
  return (
    <>
      <p className={classes.sums}>{sums.join(', ')}.</p>
      {tried.waiting > 0 && <p className={classes.fact}>{texts.pastWaiting(tried.waiting)}.</p>}
      {tried.decidedOtherwise > 0 && (
        <p className={classes.fact} data-wary>
          {texts.pastOtherwise(tried.decidedOtherwise)}.
        </p>
      )}
      {tried.count > tried.lines.length && (
        <Text c="dimmed" size="sm">
          {texts.pastFirst(tried.lines.length)}
        </Text>
      )}
      <ul className={classes.lines}>
        {tried.lines.map((line) => (
          <li key={line.id} className={classes.line}>
            <span className={classes.text}>{line.text || line.counterparty}</span>
            <Money value={line.amount} />
            <span className={classes.fate} data-fate={line.fate}>
              <DayText day={line.bookedOn} /> · {texts.fates[line.fate]}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
