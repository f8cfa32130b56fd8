/** The VAT table and the totals: copied from the document, never computed here. */
import { type Locale, formatMoney, formatRate } from '#core/text'
import type { Decimal, Invoice, VatBreakdown } from '#einvoice'
import { trimmed } from '../rules/units.ts'
import type { DocumentTexts } from '../texts.ts'
import { allowanceLabel, signedAmount } from './lines.ts'

export type DrawnTotal = { readonly label: string; readonly value: string; readonly strong: boolean }
export type DrawnVat = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly reasons: readonly string[]
}

/** One rate needs no table: its base is the total, its tax stands in the totals. */
export function drawnVat(invoice: Invoice, locale: Locale, words: DocumentTexts): DrawnVat {
  const money = (amount: Decimal): string => formatMoney(amount, locale, invoice.currency)
  const rows = invoice.vatBreakdown.map((row) => [rateLabel(row, locale, words), money(row.taxableAmount), money(row.taxAmount)])
  const reasons = new Set(invoice.vatBreakdown.flatMap((row) => row.exemptionReason ?? []))
  return { head: [words.vatTable.rate, words.vatTable.base, words.vatTable.tax], rows: rows.length > 1 ? rows : [], reasons: [...reasons] }
}

const rateLabel = (row: VatBreakdown, locale: Locale, words: DocumentTexts): string =>
  words.withoutVat[row.category] || formatRate(trimmed(row.rate ?? '0'), locale)

export function drawnTotals(invoice: Invoice, locale: Locale, words: DocumentTexts): DrawnTotal[] {
  const labels = words.totals
  const sums = invoice.totals
  const row = (label: string, value: Decimal | undefined, strong = false): DrawnTotal[] =>
    value === undefined ? [] : [{ label, value: formatMoney(value, locale, invoice.currency), strong }]
  const entries = invoice.allowancesCharges ?? []
  const settledInPart = sums.paid !== undefined || sums.rounding !== undefined
  return [
    ...(entries.length > 0 ? row(labels.lines, sums.lineNet) : []),
    ...entries.map((entry) => ({
      label: allowanceLabel(entry, invoice.currency, locale, words),
      value: signedAmount(entry, invoice.currency, locale),
      strong: false,
    })),
    ...row(labels.net, sums.net),
    ...row(vatLabel(invoice, locale, words), sums.vat),
    ...(sums.vatInAccountingCurrency === undefined
      ? []
      : [
          {
            label: labels.vatIn(invoice.vatCurrency ?? 'EUR'),
            value: formatMoney(sums.vatInAccountingCurrency, locale, invoice.vatCurrency ?? 'EUR'),
            strong: false,
          },
        ]),
    ...row(labels.gross, sums.gross, !settledInPart),
    ...row(labels.paid, sums.paid && negated(sums.paid)),
    ...row(labels.rounding, sums.rounding),
    ...(settledInPart ? row(labels.due, sums.due, true) : []),
  ]
}

function vatLabel(invoice: Invoice, locale: Locale, words: DocumentTexts): string {
  const [only, ...others] = invoice.vatBreakdown
  if (!only || others.length > 0 || words.withoutVat[only.category] !== '') return words.totals.vat
  return words.totals.vatAtRate(rateLabel(only, locale, words))
}

const negated = (amount: Decimal): Decimal => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`)
