import { Button } from '@mantine/core'
import { IconCash, IconPlus, IconTableExport } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { formatMoney } from '#core/text'
import { useColumns } from '#ui/columns'
import { downloadCsv } from '#ui/csv'
import { type CardOf, type Column, DataList } from '#ui/data-list'
import { DayText } from '#ui/day'
import { FilterBar, FilterChip } from '#ui/filter-chip'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone, notifyRefused } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { keysetPages, listData } from '#ui/pages'
import { SearchField } from '#ui/search-field'
import { useCan } from '#ui/session'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { ViewTabs } from '#ui/view-tabs'
import { type PaymentRow, payments } from './api.tsx'
import classes from './payments.module.css'
import { NewPayment } from './new-payment.tsx'
import { PaymentPanel } from './payment-panel.tsx'
import { paymentState, PaymentStatus } from './payment-status.tsx'
import { paymentListRoute } from './routes.tsx'
import { paymentTexts } from './texts.ts'

type Texts = typeof paymentTexts.fr
type Search = { view?: string; q?: string; panel?: string; customer?: string; new?: boolean }

export function PaymentList() {
  const texts = useTexts(paymentTexts)
  const locale = useLocale()
  const search = paymentListRoute.useSearch()
  const { customer, panel, q } = search
  const view = search.view === 'unallocated' ? 'unallocated' : 'all'
  const { company } = paymentListRoute.useParams()
  const navigate = paymentListRoute.useNavigate()
  const mayWrite = useCan('payments:write')
  const filter = {
    ...(view === 'unallocated' && { unallocated: 'true' }),
    ...(q !== undefined && { search: q }),
    ...(customer !== undefined && { customerId: customer }),
  }
  const query = useInfiniteQuery(
    payments.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, ...(cursor !== undefined && { cursor }) }),
      ...keysetPages,
    }),
  )
  const { data: views } = useQuery(payments.views.queryOptions())
  const change = (changes: { [Name in keyof Search]: Search[Name] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const hrefOf = (row: PaymentRow) => `/${company}/paiements?panel=${row.id}`
  const { columns, menu } = useColumns('payments', columnsOf(texts))
  const data = listData(query)
  const open = data.rows.find(({ id }) => id === panel)
  // A payment reached from its invoice may stand on a later page of the list.
  const { data: linked } = useQuery(payments.get.queryOptions({ input: { id: panel ?? '' }, enabled: panel !== undefined }))
  const shown = open ?? (linked?.id === panel ? linked : undefined)
  const create = () => change({ new: true, panel: undefined })
  usePageKeys(mayWrite ? [{ key: 'n', label: texts.newPayment, run: create }] : [])
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          mayWrite && (
            <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={create}>
              {texts.newPayment}
            </Button>
          )
        }
      />
      <ViewTabs
        summed
        views={[
          { value: 'all', label: texts.views.all },
          {
            value: 'unallocated',
            label: texts.views.unallocated,
            ...(views && { count: views.unallocated.count, sum: views.unallocated.open }),
          },
        ]}
        value={view}
        onChange={(next) => change({ view: next === 'all' ? undefined : next, panel: undefined })}
      />
      <WithPanel
        panel={
          shown && {
            title: texts.panelTitle(formatMoney(shown.amount, locale)),
            onClose: () => change({ panel: undefined }),
            children: <PaymentPanel key={shown.id} company={company} id={shown.id} />,
          }
        }
      >
        <FilterBar
          end={
            <>
              <Button
                variant="subtle"
                color="gray"
                visibleFrom="sm"
                leftSection={<IconTableExport size={16} stroke={1.5} aria-hidden />}
                onClick={() => void exportPayments(filter, texts).then((count) => notifyDone(texts.exported(count)), notifyRefused)}
              >
                {texts.export}
              </Button>
              {menu}
            </>
          }
        >
          <SearchField label={texts.search} value={q} onChange={(next) => change({ q: next })} />
          {customer !== undefined && (
            <FilterChip label={texts.customer} value={data.rows[0]?.customerName ?? '…'} onClear={() => change({ customer: undefined })}>
              {data.rows[0]?.customerName}
            </FilterChip>
          )}
        </FilterBar>
        <DataList
          data={data}
          label={texts.title}
          columns={columns}
          card={cardOf(texts)}
          idOf={({ id }) => id}
          hrefOf={hrefOf}
          opened={panel}
          onOpen={(id) => change({ panel: id })}
          empty={
            <EmptyState icon={IconCash} sentence={q !== undefined || customer !== undefined ? texts.nothingFound : texts.empty[view]} />
          }
        />
      </WithPanel>
      <NewPayment
        opened={search.new === true}
        customerId={customer}
        onClose={() => change({ new: undefined })}
        onRecorded={(id) => change({ new: undefined, panel: id })}
      />
    </>
  )
}

const columnsOf = (texts: Texts): readonly Column<PaymentRow>[] => [
  { key: 'customer', title: texts.customer, render: ({ customerName }) => customerName },
  { key: 'paidOn', title: texts.paidOn, render: ({ paidOn }) => <DayText day={paidOn} /> },
  { key: 'method', title: texts.method, render: ({ method }) => texts.methods[method], optional: true },
  {
    key: 'reference',
    title: texts.reference,
    render: ({ reference }) => <span className={classes.reference}>{reference}</span>,
    optional: true,
    wideOnly: true,
  },
  { key: 'state', title: texts.state, render: (row) => <PaymentStatus payment={row} />, optional: true },
  {
    key: 'left',
    title: texts.left,
    figures: true,
    render: ({ open, reversedOn }) => open !== '0.00' && reversedOn === null && <Money value={open} />,
    optional: true,
  },
  { key: 'amount', title: texts.amount, figures: true, render: ({ amount }) => <Money value={amount} strong /> },
]

const cardOf =
  (texts: Texts): CardOf<PaymentRow> =>
  (row) => ({
    name: row.customerName,
    detail: (
      <>
        <DayText day={row.paidOn} /> · {texts.methods[row.method]}
      </>
    ),
    amount: <Money value={row.amount} />,
    status: <PaymentStatus payment={row} />,
  })

const PAGE = 100
const MOST_ROWS = 5000

async function exportPayments(filter: { unallocated?: string; search?: string; customerId?: string }, texts: Texts): Promise<number> {
  const rows: PaymentRow[] = []
  let cursor: string | undefined
  do {
    const page = await payments.list.call({ ...filter, limit: PAGE, ...(cursor !== undefined && { cursor }) })
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && rows.length < MOST_ROWS)
  const head = [texts.paidOn, texts.customer, texts.method, texts.reference, texts.state, texts.amount, texts.left]
  const comma = (amount: string): string => amount.replace('.', ',')
  downloadCsv(texts.exportFile, [
    head,
    ...rows.map((row) => [
      row.paidOn,
      row.customerName,
      texts.methods[row.method],
      row.reference,
      texts.states[paymentState(row)],
      comma(row.amount),
      comma(row.open),
    ]),
  ])
  return rows.length
}
