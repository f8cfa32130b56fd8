/** The lines of an invoice as they stand on paper. */
import { parseMoney } from '#core/money'
import { type Locale, formatDay, formatMoney, formatRate } from '#core/text'
import type { AllowanceCharge, Invoice, InvoiceLine } from '#einvoice'
import { quantityWithUnit, trimmed } from '../rules/units.ts'
import type { DocumentTexts } from '../texts.ts'
import { present } from './party.ts'

export type DrawnLine = { readonly name: string; readonly details: readonly string[]; readonly cells: readonly string[] }
export type DrawnLines = {
  readonly head: readonly string[]
  /** The longest text of each column of figures: its width. */
  readonly widest: readonly string[]
  readonly rows: readonly DrawnLine[]
}

export function drawnLines(invoice: Invoice, locale: Locale, words: DocumentTexts): DrawnLines {
  const { columns } = words
  const rows = invoice.lines.map((line) => drawnLine(line, invoice.currency, locale, words))
  const head = [columns.item, columns.quantity, columns.unitPrice, columns.vat, columns.net]
  const widest = head.slice(1).map((_, column) => longest(rows.map((row) => row.cells[column] ?? '')))
  return { head, widest, rows }
}

function drawnLine(line: InvoiceLine, currency: string, locale: Locale, words: DocumentTexts): DrawnLine {
  const { item } = line
  return {
    name: item.name,
    details: present([
      item.description,
      item.sellerId === undefined ? undefined : words.itemReference(item.sellerId),
      item.standardId === undefined ? undefined : `${item.standardId.scheme === '0160' ? 'EAN' : ''} ${item.standardId.value}`.trim(),
      line.period && periodText(line.period, locale, words),
      line.note,
      ...(line.allowancesCharges ?? []).map((entry) => allowanceText(entry, currency, locale, words)),
    ]),
    cells: [
      quantityWithUnit(line.quantity, line.unit, locale),
      unitPriceText(line, currency, locale),
      vatCell(line.vat, locale, words),
      formatMoney(line.netAmount, locale, currency),
    ],
  }
}

function unitPriceText(line: InvoiceLine, currency: string, locale: Locale): string {
  const price = formatMoney(trimmed(line.netPrice), locale, currency)
  const base = line.priceBaseQuantity
  return base === undefined || trimmed(base) === '1' ? price : `${price} / ${quantityWithUnit(base, line.unit, locale)}`
}

function vatCell(vat: InvoiceLine['vat'], locale: Locale, words: DocumentTexts): string {
  return words.withoutVat[vat.category] || formatRate(trimmed(vat.rate ?? '0'), locale)
}

/** `Remise fidélité 10 % sur 200,00 € : −20,00 €`: line reductions must be seen (CGI ann. II art. 242 nonies A). */
function allowanceText(entry: AllowanceCharge, currency: string, locale: Locale, words: DocumentTexts): string {
  return `${allowanceLabel(entry, currency, locale, words)}${words.separator}${signedAmount(entry, currency, locale)}`
}

export function allowanceLabel(entry: AllowanceCharge, currency: string, locale: Locale, words: DocumentTexts): string {
  const percent = entry.percent === undefined ? undefined : formatRate(trimmed(entry.percent), locale)
  const base = entry.baseAmount === undefined ? undefined : formatMoney(entry.baseAmount, locale, currency)
  const share = percent !== undefined && base !== undefined ? words.ofBase(percent, base) : percent
  return present([entry.reason ?? (entry.kind === 'allowance' ? words.allowance : words.charge), share]).join(' ')
}

/** An allowance is taken off: it wears the minus. */
export function signedAmount(entry: AllowanceCharge, currency: string, locale: Locale): string {
  const text = formatMoney(parseMoney(entry.amount), locale, currency)
  return entry.kind === 'allowance' ? `\u2212${text}` : text
}

export function periodText(period: NonNullable<Invoice['period']>, locale: Locale, words: DocumentTexts): string | undefined {
  const from = period.from && formatDay(period.from, locale, 'long')
  const to = period.to && formatDay(period.to, locale, 'long')
  if (from !== undefined && to !== undefined) return words.between(from, to)
  if (from !== undefined) return words.from(from)
  return to === undefined ? undefined : words.until(to)
}

const longest = (items: readonly string[]): string => items.reduce((a, b) => (b.length > a.length ? b : a), '')
