import type { CardOf, Column } from '#ui/data-list'
import { DayText } from '#ui/day'
import { Money } from '#ui/money'
import type { Movement } from './api.tsx'
import type { statementTexts } from './texts.ts'

type StatementTexts = typeof statementTexts.fr

const NOTHING = '0.00'
const amountOf = (value: string) => (value === NOTHING ? null : <Money value={value} />)
const nameOf = ({ kind, reference }: Movement, texts: StatementTexts): string => `${texts.kinds[kind]} ${reference}`.trim()

export function movementColumns(texts: StatementTexts): readonly Column<Movement>[] {
  return [
    { key: 'piece', title: texts.piece, render: (row) => nameOf(row, texts) },
    { key: 'on', title: texts.date, render: ({ on }) => <DayText day={on} /> },
    { key: 'dueOn', title: texts.dueOn, render: ({ dueOn }) => dueOn && <DayText day={dueOn} />, wideOnly: true },
    { key: 'debit', title: texts.debit, figures: true, render: ({ debit }) => amountOf(debit) },
    { key: 'credit', title: texts.credit, figures: true, render: ({ credit }) => amountOf(credit) },
    { key: 'lettering', title: texts.lettering, render: ({ lettering }) => lettering, wideOnly: true },
    { key: 'balance', title: texts.balance, figures: true, render: ({ balance }) => <Money value={balance} strong /> },
  ]
}

export const movementCard =
  (texts: StatementTexts): CardOf<Movement> =>
  (row) => ({
    name: nameOf(row, texts),
    detail: <DayText day={row.on} />,
    amount: <Money value={row.debit === NOTHING ? `-${row.credit}` : row.debit} />,
    status: (
      <>
        {texts.balance} <Money value={row.balance} />
      </>
    ),
  })
