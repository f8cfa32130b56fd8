/** What the reader looks for first: how much, until when, how. */
import type { Day } from '#core/day'
import { formatIban } from '#core/identifiers'
import { parseMoney } from '#core/money'
import { type Locale, formatDay, formatMoney } from '#core/text'
import type { Decimal, Invoice, Party, PaymentInstructions } from '#einvoice'
import { isCreditNote } from '../rules/kinds.ts'
import type { DocumentTexts } from '../texts.ts'

export type Fact = { readonly label: string; readonly value: string }

export type Instalment = { readonly dueOn: Day; readonly amount: Decimal }

export type DrawnAsk = {
  readonly label: string
  readonly amount: string
  readonly detail: string | null
  readonly instalments: readonly { readonly dueOn: string; readonly amount: string }[]
  readonly terms: string | null
}

export type DrawnPay = {
  readonly label: string
  /** Grouped by four. */
  readonly account: string | null
  readonly rows: readonly Fact[]
  readonly detail: string | null
  readonly qr: string | null
  readonly qrAlternative: string
}

export function drawnAsk(invoice: Invoice, instalments: readonly Instalment[], locale: Locale, words: DocumentTexts): DrawnAsk {
  const { ask } = words
  const money = (amount: Decimal): string => formatMoney(amount, locale, invoice.currency)
  if (isCreditNote(invoice.typeCode)) {
    return { label: ask.credit, amount: money(invoice.totals.gross), detail: null, instalments: [], terms: ask.creditDetail }
  }
  if (parseMoney(invoice.totals.due) <= 0n) {
    return { label: ask.settled, amount: money(invoice.totals.gross), detail: null, instalments: [], terms: ask.settledDetail }
  }
  const terms = invoice.paymentTerms ?? null
  const amount = money(invoice.totals.due)
  if (instalments.length > 1) {
    const drawn = instalments.map((item) => ({ dueOn: formatDay(item.dueOn, locale, 'long'), amount: money(item.amount) }))
    // The days and amounts say what the terms would say again.
    return { label: ask.due, amount, detail: ask.instalments(drawn.length), instalments: drawn, terms: null }
  }
  const dueOn = instalments[0]?.dueOn ?? invoice.dueOn
  const detail = dueOn === undefined ? null : ask.dueBefore(formatDay(dueOn, locale, 'long'))
  return { label: ask.due, amount, detail, instalments: [], terms }
}

/** Nothing to explain when nothing is to be paid. */
export function drawnPay(invoice: Invoice, qr: string | null, words: DocumentTexts): DrawnPay | null {
  if (!invoice.payment || isCreditNote(invoice.typeCode) || parseMoney(invoice.totals.due) <= 0n) return null
  return payBy(invoice.payment, invoice.seller, invoice.number, qr, words)
}

export function payBy(payment: PaymentInstructions, payee: Party, quote: string, qr: string | null, words: DocumentTexts): DrawnPay {
  const { pay } = words
  const reference = { label: pay.quote, value: payment.remittance ?? quote }
  const plain = { account: null, rows: [reference], detail: payment.meansText ?? null, qr, qrAlternative: pay.qrAlternative }
  switch (payment.meansCode) {
    case '30':
    case '58':
      return { ...plain, ...account(payment, payee, reference, words), label: pay.transfer, detail: qr === null ? plain.detail : pay.scan }
    case '49':
    case '59':
      return { ...plain, label: pay.debit, detail: payment.meansText ?? pay.debitDetail }
    case '20':
      return { ...plain, label: pay.cheque(payment.accountName ?? payee.name) }
    case '48':
    case '54':
    case '55':
      return { ...plain, label: pay.card }
    case '10':
      return { ...plain, label: pay.cash }
    case '97':
      return { ...plain, label: pay.clearing }
    default:
      return { ...plain, ...account(payment, payee, reference, words), label: payment.meansText ?? pay.other, detail: null }
  }
}

function account(payment: PaymentInstructions, payee: Party, reference: Fact, words: DocumentTexts): Pick<DrawnPay, 'account' | 'rows'> {
  const { pay } = words
  const holder = payment.accountName === payee.name ? undefined : payment.accountName
  return {
    account: payment.iban === undefined ? null : formatIban(payment.iban),
    rows: [
      ...(payment.bic === undefined ? [] : [{ label: pay.bic, value: payment.bic }]),
      ...(holder === undefined ? [] : [{ label: pay.holder, value: holder }]),
      reference,
    ],
  }
}
