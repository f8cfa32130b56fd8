import type { CardOf, Column } from '#ui/data-list'
import { DaysLate, DayText } from '#ui/day'
import { Money } from '#ui/money'
import type { InvoiceRow } from '../api.tsx'
import { DocumentStatus } from '../document-status.tsx'
import type { listTexts } from '../texts-list.ts'

type ListTexts = typeof listTexts.fr

const nameOf = (row: InvoiceRow, texts: ListTexts): string => row.customerName || texts.noCustomer
const owed = (row: InvoiceRow): string => row.open.replace('-', '')

/** The columns that answer: who owes how much, since when. */
export function invoiceColumns(texts: ListTexts, view: string): readonly Column<InvoiceRow>[] {
  const isDrafts = view === 'drafts'
  const number: Column<InvoiceRow> = { key: 'number', title: texts.number, render: ({ number }) => number ?? '—', width: 140 }
  return [
    { key: 'customer', title: texts.customer, render: (row) => nameOf(row, texts) },
    ...(isDrafts ? [] : [number]),
    {
      key: 'issuedOn',
      title: texts.issuedOn,
      render: ({ issuedOn }) => issuedOn && <DayText day={issuedOn} />,
      optional: true,
      hidden: true,
    },
    ...(isDrafts
      ? []
      : [
          {
            key: 'dueOn',
            title: texts.dueOn,
            render: ({ dueOn, kind }: InvoiceRow) => dueOn && kind === 'invoice' && <DayText day={dueOn} />,
            optional: true,
          },
          {
            key: 'daysLate',
            title: texts.daysLate,
            figures: true,
            render: ({ daysLate }: InvoiceRow) => <DaysLate days={daysLate} />,
            optional: true,
          },
        ]),
    { key: 'state', title: texts.state, render: ({ kind, state }) => <DocumentStatus kind={kind} state={state} />, optional: true },
    {
      key: 'total',
      title: texts.total,
      figures: true,
      render: ({ total }) => <Money value={total} />,
      optional: true,
      wideOnly: !isDrafts,
    },
    ...(isDrafts
      ? []
      : [
          {
            key: 'open',
            title: texts.open,
            figures: true,
            render: (row: InvoiceRow) => <Money value={owed(row)} strong={row.open !== '0.00'} />,
          },
        ]),
  ]
}

export const invoiceCard =
  (texts: ListTexts): CardOf<InvoiceRow> =>
  (row) => ({
    name: nameOf(row, texts),
    detail: (
      <>
        {row.number}
        {row.number && row.dueOn && row.kind === 'invoice' && ' · '}
        {row.dueOn && row.kind === 'invoice' && <DayText day={row.dueOn} />}
      </>
    ),
    amount: <Money value={row.state === 'open' || row.state === 'late' ? owed(row) : row.total} />,
    late: <DaysLate days={row.daysLate} />,
    status: <DocumentStatus kind={row.kind} state={row.state} />,
  })
