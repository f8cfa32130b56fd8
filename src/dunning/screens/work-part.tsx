import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDay } from '#core/text'
import { type CardOf, type Column, DataList } from '#ui/data-list'
import { DaysLate } from '#ui/day'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { keysetPages, listData } from '#ui/pages'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { StatusBadge } from '#ui/status'
import { dunning } from './api.tsx'
import { CustomerPanel } from './customer-panel.tsx'
import { remindersRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'

export type WorkRow = {
  readonly customerId: string
  readonly customerName: string
  readonly late: string
  readonly invoices: number
  readonly daysLate: number
  readonly channel: 'email' | 'letter'
  readonly unallocated: string
  readonly lastReminderOn: string | null
  readonly next: {
    readonly on: string | null
    readonly sentence: string
    readonly blocked: { readonly code: string; readonly sentence: string } | null
  }
  readonly letter: { readonly reminderId: string; readonly on: string } | null
}

export function WorkPart() {
  const texts = useTexts(screenTexts)
  const { panel } = remindersRoute.useSearch()
  const { company } = remindersRoute.useParams()
  const navigate = remindersRoute.useNavigate()
  const query = useInfiniteQuery(dunning.worklist.infiniteOptions({ input: (cursor) => ({ cursor }), ...keysetPages }))
  const data = listData<WorkRow>(query)
  const open = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, panel: id }), replace: true, resetScroll: false })
  const hrefOf = ({ customerId }: WorkRow) => `/${company}/clients/${customerId}`
  const opened = data.rows.find(({ customerId }) => customerId === panel)
  return (
    <WithPanel
      panel={
        opened && {
          title: opened.customerName,
          href: hrefOf(opened),
          onClose: () => open(undefined),
          children: <CustomerPanel row={opened} />,
        }
      }
    >
      <DataList
        data={data}
        label={texts.todo}
        columns={useWorkColumns()}
        card={workCard}
        idOf={({ customerId }) => customerId}
        hrefOf={hrefOf}
        opened={panel}
        onOpen={open}
        onVisit={(row) => void navigate({ href: hrefOf(row) })}
        empty={<EmptyState sentence={texts.nobodyLate} />}
      />
    </WithPanel>
  )
}

function useWorkColumns(): Column<WorkRow>[] {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  return [
    { key: 'customer', title: texts.customer, render: ({ customerName }) => customerName },
    { key: 'next', title: texts.next, render: (row) => <NextStep row={row} /> },
    {
      key: 'last',
      title: texts.lastReminder,
      render: ({ lastReminderOn }) => (lastReminderOn === null ? texts.never : formatDay(lastReminderOn, locale)),
      wideOnly: true,
      width: 150,
    },
    { key: 'invoices', title: texts.invoices, figures: true, render: ({ invoices }) => invoices, wideOnly: true, width: 100 },
    { key: 'days', title: texts.daysLate, figures: true, render: ({ daysLate }) => <DaysLate days={daysLate} />, width: 100 },
    { key: 'late', title: texts.late, figures: true, render: ({ late }) => <Money value={late} strong />, width: 140 },
  ]
}

const workCard: CardOf<WorkRow> = (row) => ({
  name: row.customerName,
  detail: <InvoiceCount count={row.invoices} />,
  amount: <Money value={row.late} strong />,
  late: <DaysLate days={row.daysLate} />,
  status: <NextStep row={row} />,
})

function InvoiceCount({ count }: { count: number }) {
  return useTexts(screenTexts).invoiceCount(count)
}

/** What a person has to do comes first, then what holds the reminder, then when it leaves. */
function NextStep({ row: { lastReminderOn, letter, next } }: { row: WorkRow }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  if (letter) return <StatusBadge meaning="soon">{texts.toPost}</StatusBadge>
  if (next.on !== null) return <StatusBadge meaning="plain">{texts.nextOn(formatDay(next.on, locale))}</StatusBadge>
  if (next.blocked?.code === 'money_unallocated') return <StatusBadge meaning="soon">{texts.held}</StatusBadge>
  if (lastReminderOn !== null && next.blocked === null)
    return <StatusBadge meaning="plain">{texts.remindedOn(formatDay(lastReminderOn, locale))}</StatusBadge>
  return <StatusBadge meaning="draft">{texts.nothingPlanned}</StatusBadge>
}
