/**
 * EN 16931 as the EXTENDED profiles change it (Factur-X 1.09.2, XP Z12-012): only lines that count are asked for a quantity, a price and a VAT
 * category; sums leave the other lines out, count the logistics charges (BG-X-42) and may be a cent off for each amount they add up; an element
 * the norm has no use for has one here.
 */
import type { ReadInvoice } from '../model.ts'
import { type BindingIndex, indexed, rulesIn } from './binding/binding-rule.ts'
import { forbiddenRules } from './binding/cii/forbidden.ts'
import { unusedRules } from './binding/unused.ts'
import { taxedParts } from './en16931/vat/taxed.ts'
import { CENT, figure, magnitude } from './figures.ts'
import { type Breach, remembered, type Rule } from './rule.ts'

/** BT-X-8: a line is DETAIL unless it says GROUP or INFORMATION. */
const isDetail = ({ extended }: NonNullable<ReadInvoice['lines']>[number]): boolean =>
  (extended?.statusReason?.trim() || 'DETAIL') === 'DETAIL'

type Charge = NonNullable<ReadInvoice['allowancesCharges']>[number]
type Logistics = NonNullable<NonNullable<ReadInvoice['extended']>['logisticsCharges']>[number]

const asCharge = ({ amount, vat: [vat] = [] }: Logistics): Charge => ({
  kind: 'charge',
  ...(amount === undefined ? {} : { amount }),
  ...(vat ? { vat } : {}),
})

/** The invoice as its sums see it. */
const counted = remembered((invoice: ReadInvoice): ReadInvoice => ({
  ...invoice,
  lines: (invoice.lines ?? []).filter(isDetail),
  allowancesCharges: [...(invoice.allowancesCharges ?? []), ...(invoice.extended?.logisticsCharges ?? []).map(asCharge)],
}))

/** How many amounts the sum adds up that a breach speaks of: each may be a cent off. */
type Amounts = (invoice: ReadInvoice, breach: Breach) => number

const placed =
  (place: string): Amounts =>
  (invoice) =>
    taxedParts(invoice).filter((part) => part.place === place).length

const all: Amounts = (invoice) => taxedParts(invoice).length

const ROW = /^vatBreakdown\.(\d+)\./

const ofRow: Amounts = (invoice, { path = '' }) => {
  const row = invoice.vatBreakdown?.[Number(ROW.exec(path)?.[1])]
  return taxedParts(invoice).filter(({ category, rate }) => category === row?.category?.trim() && figure(rate) === figure(row?.rate)).length
}

const SUMS: Readonly<Record<string, Amounts>> = {
  'BR-CO-10': placed('line'),
  'BR-CO-11': placed('allowance'),
  'BR-CO-12': placed('charge'),
  'BR-CO-13': all,
  'BR-CO-15': all,
}

const BASE_OF_CATEGORY = /^BR-(?!CO-)[A-Z]+-08$/
const OF_DETAIL_LINES: ReadonlySet<string> = new Set(['BR-22', 'BR-23', 'BR-24', 'BR-25', 'BR-26', 'BR-27', 'BR-CO-04'])
/** The tax of each category is judged by its own rule 09. */
const LEFT_OUT: ReadonlySet<string> = new Set(['BR-CO-17'])

const isWithin = ({ found, expected }: NonNullable<Breach['facts']>, amounts: number): boolean =>
  typeof found === 'bigint' && typeof expected === 'bigint' && magnitude(found - expected) <= CENT * BigInt(amounts)

function sumRule(rule: Rule, amounts: Amounts): Rule {
  return {
    ...rule,
    breaches: (invoice, syntax, reading) => {
      const seen = counted(invoice)
      return rule.breaches(seen, syntax, reading).filter((breach) => !breach.facts || !isWithin(breach.facts, amounts(seen, breach)))
    },
  }
}

const LINE = /^lines\.(\d+)\./

const detailRule = (rule: Rule): Rule => ({
  ...rule,
  breaches: (invoice, syntax, reading) =>
    rule.breaches(invoice, syntax, reading).filter(({ path = '' }) => {
      const line = invoice.lines?.[Number(LINE.exec(path)?.[1])]
      return line === undefined || isDetail(line)
    }),
})

/** `BR-CO-10` is `BR-FXEXT-CO-10`, `BR-22` is `BR-FXEXT-BR-22`; in the French extension `BR-FREXT-…`. */
const renamed = (id: string, prefix: ExtensionPrefix): string => `${prefix}-${/^BR-\d/.test(id) ? id : id.slice('BR-'.length)}`

export type ExtensionPrefix = 'BR-FXEXT' | 'BR-FREXT'

/** The rules of EN 16931 as an extension publishes them. */
export function extendedRules(rules: readonly Rule[], prefix: ExtensionPrefix): readonly Rule[] {
  return rules.flatMap((rule) => {
    const { id } = rule
    if (typeof id !== 'string' || LEFT_OUT.has(id)) return typeof id === 'string' ? [] : [rule]
    if (OF_DETAIL_LINES.has(id)) return [{ ...detailRule(rule), id: renamed(id, prefix) }]
    const amounts = SUMS[id] ?? (BASE_OF_CATEGORY.test(id) ? ofRow : undefined)
    return amounts ? [{ ...sumRule(rule, amounts), id: renamed(id, prefix) }] : [rule]
  })
}

/** What only the bare norm forbids: dates and types of documents, a second contact, prices of lines that do not count. */
const OF_THE_NORM: ReadonlySet<string> = new Set([
  ...[...unusedRules.CII, ...unusedRules.UBL, ...forbiddenRules].map(({ id }) => id),
  'CII-DT-015',
  'CII-DT-018',
  'CII-DT-021',
  'CII-DT-024',
  'CII-DT-027',
  'CII-SR-439',
])

export const extendedBinding = (index: BindingIndex): BindingIndex => indexed(rulesIn(index).filter(({ id }) => !OF_THE_NORM.has(id)))
