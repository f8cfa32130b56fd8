import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useColumns } from '#ui/columns'
import { DataList } from '#ui/data-list'
import { FilterBar } from '#ui/filter-chip'
import { useLocale, useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { keysetPages, listData } from '#ui/pages'
import { SearchField } from '#ui/search-field'
import { useCan } from '#ui/session'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { ViewTabs } from '#ui/view-tabs'
import { catalog, type Item, vat } from './api.tsx'
import { ItemPanel } from './item-panel.tsx'
import { itemCard, itemColumns } from './list-columns.tsx'
import { NewItem } from './new-item.tsx'
import { itemListRoute, NEW } from './routes.tsx'
import { catalogTexts } from './texts.ts'

const VIEWS = ['active', 'archived'] as const

export function ItemList() {
  const texts = useTexts(catalogTexts)
  const locale = useLocale()
  const { view: asked, q, panel } = itemListRoute.useSearch()
  const { company } = itemListRoute.useParams()
  const navigate = itemListRoute.useNavigate()
  const mayChange = useCan('catalog:write')
  const view = asked === 'archived' ? 'archived' : 'active'
  const search = q === undefined ? {} : { search: q }
  const query = useInfiniteQuery(
    catalog.list.infiniteOptions({ input: (cursor) => ({ view, ...search, ...(cursor !== undefined && { cursor }) }), ...keysetPages }),
  )
  const treatments = useQuery(vat.treatments.queryOptions({ input: {} }))
  const vatLabel = (code: string): string => treatments.data?.rows.find((row) => row.code === code)?.label[locale] ?? ''
  const { columns, menu } = useColumns('items', itemColumns(texts, locale, vatLabel))
  const change = (changes: { view?: string; q?: string | undefined; panel?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const close = () => change({ panel: undefined })
  const hrefOf = (row: Item) => `/${company}/articles?panel=${row.id}`
  const data = listData(query)
  const open = data.rows.find((row) => row.id === panel)
  const newItem = mayChange && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ panel: NEW })}>
      {texts.newItem}
    </Button>
  )
  const opened =
    panel === NEW
      ? { title: texts.newItem, onClose: close, children: <NewItem onCreated={(id) => change({ panel: id })} /> }
      : open && { title: open.name, onClose: close, children: <ItemPanel key={open.id} item={open} /> }
  return (
    <>
      <PageHeader title={texts.items} actions={newItem} />
      <ViewTabs
        views={VIEWS.map((value) => ({ value, label: texts.views[value] }))}
        value={view}
        onChange={(next) => change({ view: next, panel: undefined })}
      />
      <WithPanel panel={opened || undefined}>
        <FilterBar end={menu}>
          <SearchField label={texts.search} value={q} onChange={(next) => change({ q: next, panel: undefined })} />
        </FilterBar>
        <DataList
          data={data}
          label={texts.items}
          columns={columns}
          card={itemCard(texts, locale)}
          idOf={(row) => row.id}
          hrefOf={hrefOf}
          opened={panel}
          onOpen={(id) => change({ panel: id })}
          empty={
            <EmptyState
              sentence={q !== undefined ? texts.noneFound : view === 'archived' ? texts.noneArchived : texts.noItem}
              action={q === undefined && view === 'active' && newItem}
            />
          }
        />
      </WithPanel>
    </>
  )
}
