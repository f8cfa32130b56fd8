import { Button } from '@mantine/core'
import { useState } from 'react'
import { moneyText, parseMoney, sum } from '#core/money'
import { useColumns } from '../columns.tsx'
import { DataList } from '../data-list.tsx'
import { DayInput } from '../day-input.tsx'
import { Fact, Facts, Section } from '../facts.tsx'
import { FilterBar, FilterChip } from '../filter-chip.tsx'
import { galleryRoute } from '../gallery.tsx'
import { useTexts } from '../locale.tsx'
import { Money } from '../money.tsx'
import { SearchField } from '../search-field.tsx'
import { SelectionBar } from '../selection-bar.tsx'
import { WithPanel } from '../side-panel.tsx'
import { EmptyState } from '../states.tsx'
import { ViewTabs } from '../view-tabs.tsx'
import { InvoiceStatus, sampleCard, sampleColumns } from './list-columns.tsx'
import { type SampleInvoice, sampleInvoices } from './sample.tsx'
import { galleryTexts } from './texts.tsx'

const totalOf = (rows: readonly SampleInvoice[]): string => moneyText(sum(rows.map((row) => parseMoney(row.dueAmount))))
const inView = (view: string) => (row: SampleInvoice) => view === 'due' || row.status === view

export function ListPart() {
  const texts = useTexts(galleryTexts)
  const { view = 'due', q, panel } = galleryRoute.useSearch()
  const { company } = galleryRoute.useParams()
  const navigate = galleryRoute.useNavigate()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const rows = sampleInvoices.filter(inView(view)).filter((row) => !q || row.customer.toLowerCase().includes(q.toLowerCase()))
  const { columns, menu } = useColumns('gallery', sampleColumns(texts, totalOf(rows)))
  const change = (changes: { view?: string; q?: string | undefined; panel?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const hrefOf = (row: SampleInvoice) => `/${company}/galerie?panel=${row.id}`
  const open = rows.find(({ id }) => id === panel)
  const chosen = rows.filter(({ id }) => selected.has(id))
  const viewOf = (value: string, label: string) => {
    const inside = sampleInvoices.filter(inView(value))
    return { value, label, count: inside.length, sum: totalOf(inside) }
  }
  return (
    <>
      <ViewTabs
        views={[viewOf('due', texts.due), viewOf('late', texts.lateView), viewOf('draft', texts.drafts), viewOf('paid', texts.paidView)]}
        value={view}
        onChange={(next) => change({ view: next, panel: undefined })}
      />
      <WithPanel
        panel={
          open && {
            title: open.number || texts.draft,
            href: hrefOf(open),
            onClose: () => change({ panel: undefined }),
            children: <PanelPart invoice={open} />,
          }
        }
      >
        <FilterBar end={menu}>
          <SearchField label={texts.search} value={q} onChange={(next) => change({ q: next })} />
          <FilterChip label={texts.segment} value={texts.segmentValue} onClear={() => undefined}>
            {texts.segmentValue}
          </FilterChip>
          <FilterChip label={texts.dueBefore} onClear={() => undefined}>
            <DayInput label={texts.dueBefore} />
          </FilterChip>
        </FilterBar>
        <DataList
          data={{ rows, loading: false, error: undefined, retry: () => undefined }}
          label={texts.invoices}
          columns={columns}
          idOf={({ id }) => id}
          hrefOf={hrefOf}
          opened={panel}
          onOpen={(id) => change({ panel: id })}
          selection={{ ids: selected, onChange: setSelected }}
          card={sampleCard(texts)}
          empty={<EmptyState sentence={texts.noInvoice} />}
        />
        <SelectionBar count={chosen.length} sum={totalOf(chosen)} onClear={() => setSelected(new Set())}>
          <Button>{texts.remind}</Button>
        </SelectionBar>
      </WithPanel>
    </>
  )
}

function PanelPart({ invoice }: { invoice: SampleInvoice }) {
  const texts = useTexts(galleryTexts)
  return (
    <>
      <Section title={texts.customer}>
        <Facts>
          <Fact label={texts.name}>{invoice.customer}</Fact>
          <Fact label={texts.outstanding}>
            <Money value="12480.00" />
          </Fact>
        </Facts>
      </Section>
      <Section title={texts.payment}>
        <Facts>
          <Fact label={texts.amountDue}>
            <Money value={invoice.dueAmount} strong />
          </Fact>
          <Fact label={texts.status}>
            <InvoiceStatus status={invoice.status} />
          </Fact>
          <Fact label={texts.method}>{texts.transfer}</Fact>
        </Facts>
      </Section>
    </>
  )
}
