/** BR-FR-DEC-01 to 04: how figures are written. They also catch what is no number at all, so the rules on sums need not. */
import type { AllowanceCharge, Decimal, Invoice, InvoiceTotals } from '../../model.ts'
import type { Breach, Rule } from '../rule.ts'

const AMOUNT = /^-?\d{1,19}(\.\d{1,2})?$/
const QUANTITY = /^-?\d{1,19}(\.\d{1,4})?$/
const PRICE = /^\d{1,19}(\.\d{1,6})?$/
const RATE = /^\d{1,4}(\.\d{1,2})?$/
const MAX_AMOUNT_DIGITS = 19
const MAX_RATE_DIGITS = 4

type Written = readonly [path: string, text: Decimal | undefined]

const digitsOf = (text: string): number => text.replace(/\D/g, '').length

/** The figures that are there and are not written as numbers; an empty text is no number. */
function badly(written: Iterable<Written>, form: RegExp, maxDigits: number): Breach[] {
  const breaches: Breach[] = []
  for (const [path, text] of written) {
    if (text !== undefined && (!form.test(text) || digitsOf(text) > maxDigits)) breaches.push({ path, facts: { found: text } })
  }
  return breaches
}

function* partsOf(invoice: Invoice): Generator<readonly [path: string, part: AllowanceCharge]> {
  for (const [index, part] of (invoice.allowancesCharges ?? []).entries()) yield [`allowancesCharges.${index}`, part]
  for (const [at, line] of invoice.lines.entries()) {
    for (const [index, part] of (line.allowancesCharges ?? []).entries()) yield [`lines.${at}.allowancesCharges.${index}`, part]
  }
}

const TOTALS: readonly (keyof InvoiceTotals)[] = [
  'lineNet',
  'allowances',
  'charges',
  'net',
  'vat',
  'vatInAccountingCurrency',
  'gross',
  'paid',
  'rounding',
  'due',
]

function* amounts(invoice: Invoice): Generator<Written> {
  for (const field of TOTALS) yield [`totals.${field}`, invoice.totals[field]]
  for (const [index, line] of invoice.lines.entries()) yield [`lines.${index}.netAmount`, line.netAmount]
  for (const [index, row] of invoice.vatBreakdown.entries()) {
    yield [`vatBreakdown.${index}.taxableAmount`, row.taxableAmount]
    yield [`vatBreakdown.${index}.taxAmount`, row.taxAmount]
  }
  for (const [path, part] of partsOf(invoice)) {
    yield [`${path}.amount`, part.amount]
    yield [`${path}.baseAmount`, part.baseAmount]
  }
}

function* quantities({ lines }: Invoice): Generator<Written> {
  for (const [index, line] of lines.entries()) {
    yield [`lines.${index}.quantity`, line.quantity]
    yield [`lines.${index}.priceBaseQuantity`, line.priceBaseQuantity]
  }
}

function* prices({ lines }: Invoice): Generator<Written> {
  for (const [index, line] of lines.entries()) yield [`lines.${index}.netPrice`, line.netPrice]
}

function* rates(invoice: Invoice): Generator<Written> {
  for (const [index, line] of invoice.lines.entries()) yield [`lines.${index}.vat.rate`, line.vat.rate]
  for (const [index, row] of invoice.vatBreakdown.entries()) yield [`vatBreakdown.${index}.rate`, row.rate]
  for (const [path, part] of partsOf(invoice)) {
    yield [`${path}.percent`, part.percent]
    yield [`${path}.vat.rate`, part.vat?.rate]
  }
}

export const figureRules: readonly Rule[] = [
  {
    id: 'BR-FR-DEC-01',
    term: 'BT-131',
    severity: 'fatal',
    path: 'totals',
    breaches: (invoice) => badly(amounts(invoice), AMOUNT, MAX_AMOUNT_DIGITS),
    fr: 'Le montant « {found} » n’est pas un nombre de deux décimales au plus.',
    en: 'The amount “{found}” is not a number of at most two decimals.',
  },
  {
    id: 'BR-FR-DEC-02',
    term: 'BT-129',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => badly(quantities(invoice), QUANTITY, MAX_AMOUNT_DIGITS),
    fr: 'La quantité « {found} » n’est pas un nombre de quatre décimales au plus.',
    en: 'The quantity “{found}” is not a number of at most four decimals.',
  },
  {
    id: 'BR-FR-DEC-03',
    term: 'BT-146',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => badly(prices(invoice), PRICE, MAX_AMOUNT_DIGITS),
    fr: 'Le prix unitaire « {found} » n’est pas un nombre positif de six décimales au plus.',
    en: 'The unit price “{found}” is not a positive number of at most six decimals.',
  },
  {
    id: 'BR-FR-DEC-04',
    term: 'BT-152',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => badly(rates(invoice), RATE, MAX_RATE_DIGITS),
    fr: 'Le taux « {found} » n’est pas un nombre de deux décimales au plus.',
    en: 'The rate “{found}” is not a number of at most two decimals.',
  },
]
