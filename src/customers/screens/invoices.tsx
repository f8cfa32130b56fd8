import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CardOf, type Column, DataList } from '#ui/data-list'
import { DaysLate, DayText } from '#ui/day'
import { useTexts } from '#ui/locale'
import { keysetPages, listData } from '#ui/pages'
import { useCan } from '#ui/session'
import { EmptyState } from '#ui/states'
import { type Meaning, StatusBadge } from '#ui/status'
import { type InvoiceRow, invoices } from './api.tsx'
import { Owed } from './list-columns.tsx'
import { customerRoute } from './routes.tsx'
import { customerTexts } from './texts.ts'

type CustomerTexts = typeof customerTexts.fr

const MEANINGS: Record<InvoiceRow['state'], Meaning> = { draft: 'draft', open: 'plain', late: 'late', settled: 'paid', credited: 'draft' }

function InvoiceStatus({ kind, state }: Pick<InvoiceRow, 'kind' | 'state'>) {
  const texts = useTexts(customerTexts)
  if (kind === 'credit_note' && state !== 'draft') return <StatusBadge meaning="plain">{texts.creditNoteIssued}</StatusBadge>
  return <StatusBadge meaning={MEANINGS[state]}>{texts.states[state]}</StatusBadge>
}

const nameOf = ({ kind, number }: InvoiceRow, texts: CustomerTexts): string => {
  const name = number ?? texts.draft
  return kind === 'credit_note' ? `${texts.creditNote} ${name}` : name
}

const columns = (texts: CustomerTexts): Column<InvoiceRow>[] => [
  { key: 'number', title: texts.number, render: (row) => nameOf(row, texts) },
  { key: 'issuedOn', title: texts.issuedOn, render: ({ issuedOn }) => issuedOn && <DayText day={issuedOn} /> },
  { key: 'dueOn', title: texts.dueOn, render: ({ dueOn }) => dueOn && <DayText day={dueOn} />, wideOnly: true },
  { key: 'status', title: texts.status, render: (row) => <InvoiceStatus {...row} /> },
  { key: 'daysLate', title: texts.daysLate, figures: true, render: ({ daysLate }) => <DaysLate days={daysLate} /> },
  { key: 'total', title: texts.total, figures: true, render: ({ total }) => <Owed value={total} /> },
  { key: 'open', title: texts.open, figures: true, render: ({ open }) => <Owed value={open} strong /> },
]

const card =
  (texts: CustomerTexts): CardOf<InvoiceRow> =>
  (row) => ({
    name: nameOf(row, texts),
    detail: row.issuedOn && <DayText day={row.issuedOn} />,
    amount: <Owed value={row.state === 'settled' ? row.total : row.open} />,
    late: <DaysLate days={row.daysLate} />,
    status: <InvoiceStatus kind={row.kind} state={row.state} />,
  })

/** Everything invoiced to one customer, newest first. */
export function CustomerInvoices({ customerId, company }: { customerId: string; company: string }) {
  const texts = useTexts(customerTexts)
  const navigate = customerRoute.useNavigate()
  const mayInvoice = useCan('invoices:write')
  const query = useInfiniteQuery(
    invoices.list.infiniteOptions({ input: (cursor) => ({ customerId, ...(cursor !== undefined && { cursor }) }), ...keysetPages }),
  )
  const hrefOf = (row: InvoiceRow) => `/${company}/factures/${row.id}`
  const newInvoice = (
    <Button component={Link} to={`/${company}/factures/nouvelle?customer=${customerId}`} variant="default">
      {texts.newInvoice}
    </Button>
  )
  return (
    <DataList
      data={listData(query)}
      label={texts.tabs.factures}
      columns={columns(texts)}
      card={card(texts)}
      idOf={(row) => row.id}
      hrefOf={hrefOf}
      onVisit={(row) => void navigate({ href: hrefOf(row) })}
      empty={<EmptyState sentence={texts.noInvoice} action={mayInvoice && newInvoice} />}
    />
  )
}
