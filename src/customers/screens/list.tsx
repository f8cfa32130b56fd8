import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useColumns } from '#ui/columns'
import { DataList } from '#ui/data-list'
import { FilterBar } from '#ui/filter-chip'
import { useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { keysetPages, listData } from '#ui/pages'
import { SearchField } from '#ui/search-field'
import { useCan } from '#ui/session'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { type View as TabView, ViewTabs } from '#ui/view-tabs'
import { type CustomerRow, customers } from './api.tsx'
import { customerCard, customerColumns } from './list-columns.tsx'
import { CustomerPanel } from './panel.tsx'
import { customerListRoute } from './routes.tsx'
import { customerTexts } from './texts.ts'

const VIEWS = ['active', 'late', 'archived'] as const
type View = (typeof VIEWS)[number]

export function CustomerList() {
  const texts = useTexts(customerTexts)
  const { view: asked, q, panel } = customerListRoute.useSearch()
  const { company } = customerListRoute.useParams()
  const navigate = customerListRoute.useNavigate()
  const view: View = VIEWS.find((each) => each === asked) ?? 'active'
  const search = q === undefined ? {} : { search: q }
  const query = useInfiniteQuery(
    customers.list.infiniteOptions({ input: (cursor) => ({ view, ...search, ...(cursor !== undefined && { cursor }) }), ...keysetPages }),
  )
  const { columns, menu } = useColumns('customers', customerColumns(texts))
  const change = (changes: { view?: string; q?: string | undefined; panel?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const hrefOf = (row: CustomerRow) => `/${company}/clients/${row.id}`
  const data = listData(query)
  const open = data.rows.find((row) => row.id === panel)
  const newCustomer = <NewCustomerButton company={company} />
  return (
    <>
      <PageHeader title={texts.customers} actions={newCustomer} />
      <CustomerViews view={view} onChange={(next) => change({ view: next, panel: undefined })} />
      <WithPanel
        panel={
          open && {
            title: open.name,
            href: hrefOf(open),
            onClose: () => change({ panel: undefined }),
            children: <CustomerPanel id={open.id} company={company} />,
          }
        }
      >
        <FilterBar end={menu}>
          <SearchField label={texts.search} value={q} onChange={(next) => change({ q: next, panel: undefined })} />
        </FilterBar>
        <DataList
          data={data}
          label={texts.customers}
          columns={columns}
          card={customerCard(texts)}
          idOf={(row) => row.id}
          hrefOf={hrefOf}
          opened={panel}
          onOpen={(id) => change({ panel: id })}
          onVisit={(row) => void navigate({ href: hrefOf(row) })}
          empty={<NoCustomer view={view} searched={q !== undefined} action={newCustomer} />}
        />
      </WithPanel>
    </>
  )
}

type Counted = Awaited<ReturnType<typeof customers.views.call>>['views'][number]

function viewOf(value: View, label: string, counted: Counted | undefined): TabView {
  if (!counted) return { value, label }
  return counted.sum === null ? { value, label, count: counted.count } : { value, label, count: counted.count, sum: counted.sum }
}

function CustomerViews({ view, onChange }: { view: View; onChange: (view: string) => void }) {
  const texts = useTexts(customerTexts)
  const counts = useQuery(customers.views.queryOptions())
  const views = VIEWS.map((value) =>
    viewOf(
      value,
      texts.views[value],
      counts.data?.views.find((each) => each.view === value),
    ),
  )
  return <ViewTabs summed views={views} value={view} onChange={onChange} />
}

function NewCustomerButton({ company }: { company: string }) {
  const texts = useTexts(customerTexts)
  if (!useCan('customers:write')) return null
  return (
    <Button component={Link} to={`/${company}/clients/nouveau`} leftSection={<IconPlus size={16} aria-hidden />}>
      {texts.newCustomer}
    </Button>
  )
}

function NoCustomer({ view, searched, action }: { view: View; searched: boolean; action: ReactNode }) {
  const texts = useTexts(customerTexts)
  if (searched) return <EmptyState sentence={texts.noneFound} />
  if (view === 'late') return <EmptyState sentence={texts.noneLate} />
  if (view === 'archived') return <EmptyState sentence={texts.noneArchived} />
  return <EmptyState sentence={texts.noCustomer} action={action} />
}
