/** What is about to be matched: invoices with the part of the line put on each, as typed. */
import { isMoneyText, minCents, moneyText, parseMoney, sum, toCents, ZERO, type Cents } from '#core/money'
import { type DifferenceKind, MOST_ROUNDING_CENTS } from '#payments/contract'

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
  /** Why the line is not what the shares add up to; nothing: what is missing stays open, what is left over is credit. */
  readonly reason?: DifferenceKind | undefined
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

/** What the payer did not send of these invoices, when all that came in is put on them and they are of one customer. */
export function missingOn(draft: Draft, lineAmount: string): Cents {
  const customers = new Set(draft.shares.map(({ customerId }) => customerId))
  if (draft.reason !== undefined || customers.size !== 1 || restOf(lineAmount, draft.shares) !== 0n) return ZERO
  return sum(draft.shares.map(leftOn))
}

/** A little more came in than is owed: it may be a rounding. */
export function isRoundedUp(draft: Draft, lineAmount: string): boolean {
  const rest = restOf(lineAmount, draft.shares)
  return (
    draft.reason === undefined &&
    draft.shares.length > 0 &&
    draft.shares.every((share) => leftOn(share) === 0n) &&
    rest > 0n &&
    rest <= MOST_ROUNDING_CENTS
  )
}

/** The invoices are settled whole, and the reason bears what did not come in. */
export const closedWith = (draft: Draft, reason: DifferenceKind): Draft => ({
  ...draft,
  reason,
  shares: draft.shares.map(settledWhole),
})

const settledWhole = (share: DraftShare): DraftShare => ({ ...share, amount: share.open })

/** As before there was a reason: what came in fills the invoices in their order, the rest stays open. */
export function leftOpen(draft: Draft, lineAmount: string): Draft {
  let left = parseMoney(lineAmount)
  const shares = draft.shares.map((share) => {
    const amount = minCents(left, parseMoney(share.open))
    left = toCents(left - amount)
    return withAmount(share, moneyText(amount))
  })
  return { customer: draft.customer, shares: shares.filter(({ amount }) => parseMoney(amount) > 0n) }
}

const withAmount = (share: DraftShare, amount: string): DraftShare => ({ ...share, amount })

/** What the reason bears; below zero when more came in. */
export const differenceOf = (draft: Draft, lineAmount: string): Cents =>
  draft.reason === undefined ? ZERO : toCents(-restOf(lineAmount, draft.shares))

/** As the server wants it. */
export function differencesOf(draft: Draft, lineAmount: string): { kind: DifferenceKind; amount: string }[] {
  return draft.reason === undefined ? [] : [{ kind: draft.reason, amount: moneyText(differenceOf(draft, lineAmount)) }]
}

/** It can be sent: readable amounts above zero, no more than came in or than a reason explains, and someone for the rest. */
export function isReady(draft: Draft, lineAmount: string): boolean {
  const readable = draft.shares.every(({ amount }) => isMoneyText(amount) && parseMoney(amount) > 0n)
  const rest = restOf(lineAmount, draft.shares)
  if (draft.reason === 'rounding') return readable && rest !== 0n && rest <= MOST_ROUNDING_CENTS && -rest <= MOST_ROUNDING_CENTS
  if (draft.reason !== undefined) return readable && rest < 0n
  return readable && rest >= 0n && (rest === 0n || draft.customer !== undefined)
}
