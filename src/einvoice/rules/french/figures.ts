/** BR-FR-DEC-01 to 04: how figures are written. */
import type { ReadInvoice } from '../../model.ts'
import { isFigure } from '../figures.ts'
import { ofLineParts, ofLines, ofParts, ofRows, ofTotals, type Texts } from '../places.ts'
import { isBlank, type Rule } from '../rule.ts'
import { BIDIRECTIONAL } from './kinds.ts'

const AMOUNT = /^-?\d{1,19}(\.\d{1,2})?$/
const QUANTITY = /^-?\d{1,19}(\.\d{1,4})?$/
const PRICE = /^\d{1,19}(\.\d{1,6})?$/
const SIGNED_PRICE = /^-?\d{1,19}(\.\d{1,6})?$/
const RATE = /^\d{1,4}(\.\d{1,2})?$/
const MAX_DIGITS = 19
const MAX_RATE_DIGITS = 4

const hasMoreDigits = (text: string, than: number): boolean => text.length > than && text.replaceAll(/\D/g, '').length > than

/** Not written so. What is filled and no number at all, ENCOURS-15 tells: the official engine stops there. */
const badly =
  (form: RegExp, maxDigits: number, skipsBlank = false) =>
  (text: string): boolean => {
    if (form.test(text) && !hasMoreDigits(text, maxDigits)) return false
    return isBlank(text) ? !skipsBlank : isFigure(text)
  }

type Row = readonly [name: string, term: string, path: string, figures: Texts]

export const AMOUNTS: readonly Row[] = [
  ['BT-92_BT-99', 'BT-92', 'allowancesCharges', ofParts('amount', ({ amount }) => amount)],
  ['BT-93_BT-100', 'BT-93', 'allowancesCharges', ofParts('baseAmount', ({ baseAmount }) => baseAmount)],
  ['BT-106', 'BT-106', 'totals.lineNet', ofTotals('lineNet')],
  ['BT-107', 'BT-107', 'totals.allowances', ofTotals('allowances')],
  ['BT-108', 'BT-108', 'totals.charges', ofTotals('charges')],
  ['BT-109', 'BT-109', 'totals.net', ofTotals('net')],
  ['BT-110', 'BT-110', 'totals.vat', ofTotals('vat')],
  // Published as BT-111 too, where it can never fail: BT-110 takes every VAT total before.
  ['BT-110', 'BT-111', 'totals.vatInAccountingCurrency', ofTotals('vatInAccountingCurrency')],
  ['BT-112', 'BT-112', 'totals.gross', ofTotals('gross')],
  ['BT-113', 'BT-113', 'totals.paid', ofTotals('paid')],
  ['BT-114', 'BT-114', 'totals.rounding', ofTotals('rounding')],
  ['BT-115', 'BT-115', 'totals.due', ofTotals('due')],
  ['BT-116', 'BT-116', 'vatBreakdown', ofRows('taxableAmount', ({ taxableAmount }) => taxableAmount)],
  ['BT-117', 'BT-117', 'vatBreakdown', ofRows('taxAmount', ({ taxAmount }) => taxAmount)],
  ['BT-131', 'BT-131', 'lines', ofLines('netAmount', ({ netAmount }) => netAmount)],
  ['BT-136_BT-141', 'BT-136', 'lines', ofLineParts('amount', ({ amount }) => amount)],
  ['BT-137_BT-142', 'BT-137', 'lines', ofLineParts('baseAmount', ({ baseAmount }) => baseAmount)],
]

export const QUANTITIES: readonly Row[] = [['BT-129', 'BT-129', 'lines', ofLines('quantity', ({ quantity }) => quantity)]]

export const BASE_QUANTITIES: readonly Row[] = [
  ['BT-149', 'BT-149', 'lines', ofLines('priceBaseQuantity', ({ priceBaseQuantity }) => priceBaseQuantity)],
]

export const PRICES: readonly Row[] = [
  ['BT-146', 'BT-146', 'lines', ofLines('netPrice', ({ netPrice }) => netPrice)],
  ['BT-147', 'BT-147', 'lines', ofLines('priceDiscount', ({ priceDiscount }) => priceDiscount)],
  ['BT-148', 'BT-148', 'lines', ofLines('grossPrice', ({ grossPrice }) => grossPrice)],
]

export const RATES: readonly Row[] = [
  ['BT-96_BT-103', 'BT-96', 'allowancesCharges', ofParts('vat.rate', ({ vat }) => vat?.rate)],
  ['BT-119', 'BT-119', 'vatBreakdown', ofRows('rate', ({ rate }) => rate)],
  ['BT-152', 'BT-152', 'lines', ofLines('vat.rate', ({ vat }) => vat?.rate)],
]

type Judge = (invoice: ReadInvoice, isUbl: boolean) => (text: string) => boolean

const family = (number: '01' | '02' | '03' | '04', table: readonly Row[], judge: Judge, words: Pick<Rule, 'fr' | 'en'>): Rule[] =>
  table.map(([name, term, path, figures]) => ({
    id: `BR-FR-DEC-${number}_${name}`,
    term,
    severity: 'fatal',
    path,
    breaches: (invoice, syntax) => figures(invoice, judge(invoice, syntax === 'UBL')),
    ...words,
  }))

const amount = badly(AMOUNT, MAX_DIGITS)
const quantity = badly(QUANTITY, MAX_DIGITS)
const rate = badly(RATE, MAX_RATE_DIGITS)

const QUANTITY_WORDS = {
  fr: 'La quantité « {found} » n’est pas un nombre de quatre décimales au plus.',
  en: 'The quantity “{found}” is not a number of at most four decimals.',
}

export const figureRules: readonly Rule[] = [
  ...family('01', AMOUNTS, () => amount, {
    fr: 'Le montant « {found} » n’est pas un nombre de deux décimales au plus.',
    en: 'The amount “{found}” is not a number of at most two decimals.',
  }),
  ...family('02', QUANTITIES, () => quantity, QUANTITY_WORDS),
  ...family('02', BASE_QUANTITIES, (_, isUbl) => badly(QUANTITY, MAX_DIGITS, isUbl), QUANTITY_WORDS),
  ...family('03', PRICES, ({ frame }, isUbl) => badly(BIDIRECTIONAL.has(frame) ? SIGNED_PRICE : PRICE, MAX_DIGITS, isUbl), {
    fr: 'Le prix unitaire « {found} » n’est pas un nombre positif de six décimales au plus.',
    en: 'The unit price “{found}” is not a positive number of at most six decimals.',
  }),
  ...family('04', RATES, () => rate, {
    fr: 'Le taux « {found} » n’est pas un nombre de deux décimales au plus.',
    en: 'The rate “{found}” is not a number of at most two decimals.',
  }),
]
