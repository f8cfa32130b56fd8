import type { CardOf, Column } from '#ui/data-list'
import { DaysLate } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { StatusBadge } from '#ui/status'
import type { CustomerRow } from './api.tsx'
import { customerTexts } from './texts.ts'

type CustomerTexts = typeof customerTexts.fr

const isNothing = (amount: string): boolean => /^-?0(\.0+)?$/.test(amount)

export function CustomerStatus({ archived, late }: Pick<CustomerRow, 'archived' | 'late'>) {
  const texts = useTexts(customerTexts)
  if (archived) return <StatusBadge meaning="draft">{texts.archived}</StatusBadge>
  return isNothing(late) ? (
    <StatusBadge meaning="paid">{texts.upToDate}</StatusBadge>
  ) : (
    <StatusBadge meaning="late">{texts.late}</StatusBadge>
  )
}

/** Zero is no news: a quiet dash leaves the amounts that count alone in the column. */
export function Owed({ value, late = false, strong = false }: { value: string; late?: boolean; strong?: boolean }) {
  if (isNothing(value)) return <span style={{ color: 'var(--mantine-color-dimmed)' }}>—</span>
  const money = <Money value={value} strong={strong} />
  return late ? <span style={{ color: 'var(--late)' }}>{money}</span> : money
}

export const customerColumns = (texts: CustomerTexts): Column<CustomerRow>[] => [
  { key: 'name', title: texts.name, render: ({ name }) => name },
  { key: 'city', title: texts.city, render: ({ city }) => city, optional: true },
  { key: 'kind', title: texts.kind, render: ({ kind }) => texts.kinds[kind], optional: true, wideOnly: true },
  { key: 'code', title: texts.code, render: ({ code }) => code, optional: true, hidden: true },
  { key: 'siren', title: texts.siren, render: ({ siren }) => siren ?? '', optional: true, hidden: true },
  { key: 'daysLate', title: texts.daysLate, figures: true, render: ({ daysLate }) => <DaysLate days={daysLate} /> },
  { key: 'late', title: texts.late, figures: true, render: ({ late }) => <Owed value={late} late /> },
  { key: 'balance', title: texts.balance, figures: true, render: ({ balance }) => <Owed value={balance} strong /> },
]

export const customerCard =
  (texts: CustomerTexts): CardOf<CustomerRow> =>
  (row) => ({
    name: row.name,
    detail: row.city || texts.kinds[row.kind],
    amount: <Owed value={row.balance} />,
    late: <DaysLate days={row.daysLate} />,
    status: <CustomerStatus archived={row.archived} late={row.late} />,
  })
