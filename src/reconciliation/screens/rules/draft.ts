/** What is about to be matched: invoices with the part of the line put on each, as typed. */
import { isMoneyText, minCents, moneyText, parseMoney, sum, toCents, ZERO, type Cents } from '#core/money'

export type DraftShare = {
  readonly invoiceId: string
  readonly number: string
  readonly customerId: string
  readonly customerName: string
  readonly dueOn: string
  readonly open: string
  /** Wire text, or what was typed when it cannot be read. */
  readonly amount: string
}

export type Draft = {
  readonly shares: readonly DraftShare[]
  /** Who keeps the rest. */
  readonly customer: { readonly id: string; readonly name: string } | undefined
}

const centsOf = (text: string): Cents => (isMoneyText(text) ? parseMoney(text) : ZERO)

/** What the line has left; negative when more is put on invoices than came in. */
export const restOf = (amount: string, shares: readonly DraftShare[]): Cents =>
  toCents(parseMoney(amount) - sum(shares.map((share) => centsOf(share.amount))))

/** What would still be open on an invoice. */
export const leftOn = (share: DraftShare): Cents => toCents(parseMoney(share.open) - centsOf(share.amount))

/** The invoice is added with as much of the rest as it needs. */
export function withInvoice(draft: Draft, invoice: Omit<DraftShare, 'amount'>, lineAmount: string): Draft {
  if (draft.shares.some(({ invoiceId }) => invoiceId === invoice.invoiceId)) return draft
  const rest = restOf(lineAmount, draft.shares)
  const amount = moneyText(minCents(rest < 0n ? ZERO : rest, parseMoney(invoice.open)))
  return {
    customer: draft.customer ?? { id: invoice.customerId, name: invoice.customerName },
    shares: [...draft.shares, { ...invoice, amount }],
  }
}

/** It can be sent: readable amounts above zero, no more than came in, and someone for the rest. */
export function isReady(draft: Draft, lineAmount: string): boolean {
  const readable = draft.shares.every(({ amount }) => isMoneyText(amount) && parseMoney(amount) > 0n)
  const rest = restOf(lineAmount, draft.shares)
  return readable && rest >= 0n && (rest === 0n || draft.customer !== undefined)
}
