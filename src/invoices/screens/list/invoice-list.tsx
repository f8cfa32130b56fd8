import { Button } from '@mantine/core'
import { IconFileInvoice, IconPlus, IconTableExport } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useColumns } from '#ui/columns'
import { DataList } from '#ui/data-list'
import { FilterBar, FilterChip } from '#ui/filter-chip'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { notifyDone, notifyRefused } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { keysetPages, listData } from '#ui/pages'
import { SearchField } from '#ui/search-field'
import { useCan } from '#ui/session'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { type View, ViewTabs } from '#ui/view-tabs'
import { type InvoiceRow, invoices } from '../api.tsx'
import { invoiceListRoute, NEW } from '../routes.tsx'
import { listTexts } from '../texts-list.ts'
import { exportInvoices } from './export-invoices.tsx'
import { invoiceCard, invoiceColumns } from './invoice-columns.tsx'
import { InvoicePanel } from './invoice-panel.tsx'

const VIEWS = ['to_collect', 'late', 'drafts', 'settled', 'credit_notes', 'all'] as const
type ViewName = (typeof VIEWS)[number]

const isView = (text: string | undefined): text is ViewName => VIEWS.some((view) => view === text)

export function InvoiceList() {
  const texts = useTexts(listTexts)
  const search = invoiceListRoute.useSearch()
  const { customer, panel, q } = search
  const view = isView(search.view) ? search.view : 'to_collect'
  const { company } = invoiceListRoute.useParams()
  const navigate = invoiceListRoute.useNavigate()
  const mayWrite = useCan('invoices:write')
  const filter = { view, ...(q !== undefined && { search: q }), ...(customer !== undefined && { customerId: customer }) }
  const query = useInfiniteQuery(
    invoices.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, ...(cursor !== undefined && { cursor }) }),
      ...keysetPages,
    }),
  )
  const change = (changes: Partial<Record<'view' | 'q' | 'panel' | 'customer', string | undefined>>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const hrefOf = (row: InvoiceRow) => `/${company}/factures/${row.id}`
  const { columns, menu } = useColumns('invoices', invoiceColumns(texts, view))
  const data = listData(query)
  const open = data.rows.find(({ id }) => id === panel)
  const create = () => void navigate({ to: '/$company/factures/$id', params: { company, id: NEW }, search: {} })
  usePageKeys(mayWrite ? [{ key: 'n', label: texts.newInvoice, run: create }] : [])
  const newButton = mayWrite && (
    <Button component={Link} to={`/${company}/factures/${NEW}`} leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}>
      {texts.newInvoice}
    </Button>
  )
  const isFiltered = q !== undefined || customer !== undefined
  return (
    <>
      <PageHeader title={texts.title} actions={newButton} />
      <InvoiceViews view={view} onChange={(next) => change({ view: next, panel: undefined })} />
      <WithPanel
        panel={
          open && {
            title: open.number ?? texts.panelOfDraft,
            href: hrefOf(open),
            onClose: () => change({ panel: undefined }),
            children: <InvoicePanel key={open.id} company={company} id={open.id} />,
          }
        }
      >
        <FilterBar
          end={
            <>
              <ExportButton filter={filter} />
              {menu}
            </>
          }
        >
          <SearchField label={texts.search} value={q} onChange={(next) => change({ q: next })} />
          {customer !== undefined && (
            <FilterChip
              label={texts.customerFilter}
              value={data.rows[0]?.customerName ?? '…'}
              onClear={() => change({ customer: undefined })}
            >
              {data.rows[0]?.customerName}
            </FilterChip>
          )}
        </FilterBar>
        <DataList
          data={data}
          label={texts.title}
          columns={columns}
          card={invoiceCard(texts)}
          idOf={({ id }) => id}
          hrefOf={hrefOf}
          opened={panel}
          onOpen={(id) => change({ panel: id })}
          onVisit={(row) => void navigate({ to: '/$company/factures/$id', params: { company, id: row.id }, search: {} })}
          empty={<EmptyState icon={IconFileInvoice} sentence={isFiltered ? texts.nothingFound : texts.empty[view]} />}
        />
      </WithPanel>
    </>
  )
}

function InvoiceViews({ onChange, view }: { view: ViewName; onChange: (view: string) => void }) {
  const texts = useTexts(listTexts)
  const { data } = useQuery(invoices.views.queryOptions())
  const tab = (value: ViewName): View => {
    const known = data?.views.find((each) => each.view === value)
    return { value, label: texts.views[value], ...(known && { count: known.count, sum: known.open }) }
  }
  return <ViewTabs summed views={VIEWS.map(tab)} value={view} onChange={onChange} />
}

function ExportButton({ filter }: { filter: Parameters<typeof exportInvoices>[0] }) {
  const texts = useTexts(listTexts)
  const [busy, setBusy] = useState(false)
  const run = () => {
    setBusy(true)
    exportInvoices(filter, texts)
      .then((count) => notifyDone(texts.exported(count)))
      .catch(notifyRefused)
      .finally(() => setBusy(false))
  }
  return (
    <Button
      variant="subtle"
      color="gray"
      loading={busy}
      visibleFrom="sm"
      leftSection={<IconTableExport size={16} stroke={1.5} aria-hidden />}
      onClick={run}
    >
      {texts.export}
    </Button>
  )
}
