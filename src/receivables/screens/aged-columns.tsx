import type { CardOf, Column } from '#ui/data-list'
import { Money } from '#ui/money'
import { StatusBadge } from '#ui/status'
import { BUCKETS } from '../rules/ageing.ts'
import type { Aged, AgedRow } from './api.tsx'
import type { screenTexts } from './texts.ts'

type ScreenTexts = typeof screenTexts.fr
type Name = keyof Aged

const NOTHING = '0.00'

/** An empty cell says "nothing" better than a column of zeros. */
const amountIn = (row: Aged, name: Name, strong = false) => (row[name] === NOTHING ? null : <Money value={row[name]} strong={strong} />)

/** One column a bucket where there is room; late and balance always. The foot holds the totals of all customers, shown or not. */
export function agedColumns(texts: ScreenTexts, totals: Aged | undefined): readonly Column<AgedRow>[] {
  const sums = (name: Name, title: string, options: { wideOnly?: boolean; strong?: boolean } = {}): Column<AgedRow> => ({
    key: name,
    title,
    figures: true,
    render: (row) => amountIn(row, name, options.strong),
    ...(totals && { footer: amountIn(totals, name) }),
    ...(options.wideOnly && { wideOnly: true }),
  })
  return [
    { key: 'customer', title: texts.customer, render: ({ customerName }) => customerName, footer: '' },
    ...BUCKETS.map((bucket) => sums(bucket, texts.buckets[bucket], { wideOnly: true })),
    sums('late', texts.late),
    sums('unallocated', texts.unallocated, { wideOnly: true }),
    sums('total', texts.balance, { strong: true }),
  ]
}

export const agedCard =
  (texts: ScreenTexts): CardOf<AgedRow> =>
  (row) => ({
    name: row.customerName,
    amount: <Money value={row.total} />,
    detail: (
      <>
        {row.notDue !== NOTHING && (
          <div>
            {texts.buckets.notDue} <Money value={row.notDue} />
          </div>
        )}
        {row.unallocated !== NOTHING && (
          <div>
            {texts.unallocated} <Money value={row.unallocated} />
          </div>
        )}
      </>
    ),
    status: row.late !== NOTHING && (
      <StatusBadge meaning="late">
        {texts.late} <Money value={row.late} />
      </StatusBadge>
    ),
  })
