/** Where a person mends what the e-invoice rules complain about: from the path of the document to a field of the page. */
import { type DraftValues, keyOfSentLine } from './draft-values.ts'

export type FieldPlace =
  | { readonly on: 'page'; readonly field: string }
  | { readonly on: 'line'; readonly key: string; readonly field: LineField }
  /** Facts kept elsewhere: the customer's card, the company's settings. */
  | { readonly on: 'customer' }
  | { readonly on: 'company' }

export type LineField = 'name' | 'quantity' | 'unitPrice' | 'discount' | 'vatCode'

const LINE_FIELDS: readonly [RegExp, LineField][] = [
  [/quantity|unit$/, 'quantity'],
  [/price/i, 'unitPrice'],
  [/discount|allowance/i, 'discount'],
  [/vat/i, 'vatCode'],
]

const PAGE_FIELDS: readonly [RegExp, string][] = [
  [/^(customerId|buyer$)/, 'customerId'],
  [/^issuedOn/, 'issuedOn'],
  [/^(deliver)/, 'deliveredOn'],
  [/^order/, 'orderReference'],
  [/^buyerReference/, 'buyerReference'],
  [/^(terms|paymentTerms|dueOn)/, 'paymentTerms'],
  [/^note/, 'note'],
]

/** Nothing when no field mends it. */
export function fieldOfFailure(path: string | null, values: DraftValues): FieldPlace | undefined {
  if (path === null) return undefined
  if (/^(customer|buyer)\./.test(path)) return { on: 'customer' }
  if (/^(company|seller)(\.|$)/.test(path)) return { on: 'company' }
  const line = /^lines\.(\d+)(?:\.(.+))?/.exec(path)
  if (line) {
    const key = keyOfSentLine(values, Number(line[1]))
    const field = LINE_FIELDS.find(([shape]) => shape.test(line[2] ?? ''))?.[1] ?? 'name'
    return key === undefined ? undefined : { on: 'line', key, field }
  }
  if (/^(lines|totals|vatBreakdown)/.test(path)) {
    const key = values.lines[0]?.key
    return key === undefined ? undefined : { on: 'line', key, field: 'name' }
  }
  const field = PAGE_FIELDS.find(([shape]) => shape.test(path))?.[1]
  return field === undefined ? undefined : { on: 'page', field }
}
