import type { Locale } from '#core/text'
import type { CardOf, Column } from '#ui/data-list'
import { StatusBadge } from '#ui/status'
import { unitOf } from '../contract.ts'
import type { Item } from './api.tsx'
import { UnitPrice } from './unit-price.tsx'
import type { catalogTexts } from './texts.ts'

type CatalogTexts = typeof catalogTexts.fr

export const itemColumns = (texts: CatalogTexts, locale: Locale, vatLabel: (code: string) => string): Column<Item>[] => [
  { key: 'name', title: texts.name, render: ({ name }) => name },
  { key: 'code', title: texts.code, render: ({ code }) => code, optional: true },
  { key: 'nature', title: texts.nature, render: ({ nature }) => texts.natures[nature], optional: true },
  { key: 'vat', title: texts.vat, render: ({ vatCode }) => vatLabel(vatCode), optional: true, wideOnly: true },
  { key: 'unit', title: texts.unit, render: ({ unit }) => unitOf(unit).name[locale], optional: true },
  { key: 'unitPrice', title: texts.unitPrice, figures: true, render: ({ unitPrice }) => <UnitPrice value={unitPrice} strong /> },
]

export const itemCard =
  (texts: CatalogTexts, locale: Locale): CardOf<Item> =>
  (row) => ({
    name: row.name,
    detail: `${row.code} · ${texts.natures[row.nature]}`,
    amount: <UnitPrice value={row.unitPrice} />,
    status: row.archived ? <StatusBadge meaning="draft">{texts.archived}</StatusBadge> : unitOf(row.unit).name[locale],
  })
