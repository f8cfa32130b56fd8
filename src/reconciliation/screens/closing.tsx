/** A payment that is short, or a little long: one gesture says why, and the invoices are settled. */
import { Button, Group, Text } from '@mantine/core'
import { formatMoney } from '#core/text'
import { DIFFERENCE_KINDS, type DifferenceKind, MOST_ROUNDING_CENTS } from '#payments/contract'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import type { WorkLine } from './api.tsx'
import classes from './draft-editor.module.css'
import { closedWith, differenceOf, type Draft, isRoundedUp, leftOpen, missingOn } from './rules/draft.ts'
import { bankTexts } from './texts.ts'

type Props = { line: WorkLine; draft: Draft; onChange: (draft: Draft) => void }

const KEYS: Readonly<Record<DifferenceKind, string>> = { bank_fee: 'f', discount: 'e', rounding: 'o', withholding: 't' }

export function Closing({ line, draft, onChange }: Props) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  const missing = missingOn(draft, line.amount)
  const reasons =
    missing > 0n
      ? DIFFERENCE_KINDS.filter((kind) => kind !== 'rounding' || missing <= MOST_ROUNDING_CENTS)
      : isRoundedUp(draft, line.amount)
        ? (['rounding'] as const)
        : []
  const close = (kind: DifferenceKind) => onChange(closedWith(draft, kind))
  usePageKeys(reasons.map((kind) => ({ key: KEYS[kind], label: texts.closeWith[kind], run: () => close(kind) })))
  if (draft.reason !== undefined) return <Reason line={line} draft={draft} onChange={onChange} />
  if (reasons.length === 0) return null
  return (
    <div className={classes.closing}>
      <Text size="sm" c="dimmed">
        {missing > 0n ? texts.missing(formatMoney(missing, locale)) : texts.roundedUp}
      </Text>
      <Group gap={8}>
        {reasons.map((kind) => (
          <Button key={kind} variant="default" size="compact-sm" onClick={() => close(kind)}>
            {texts.closeWith[kind]}
          </Button>
        ))}
      </Group>
    </div>
  )
}

function Reason({ line, draft, onChange }: Props) {
  const texts = useTexts(bankTexts)
  const difference = differenceOf(draft, line.amount)
  if (draft.reason === undefined) return null
  return (
    <>
      <div className={classes.reason}>
        <span>{texts.differences[draft.reason]}</span>
        <Money value={difference} strong />
      </div>
      <Button variant="subtle" size="compact-sm" className={classes.leave ?? ''} onClick={() => onChange(leftOpen(draft, line.amount))}>
        {difference > 0n ? texts.leaveOpen : texts.keepAsCredit}
      </Button>
    </>
  )
}
