/** How an amount is put against invoices: the oldest first fills each, then what one typed by hand. */
import { type Cents, isMoneyText, minCents, moneyText, parseMoney, sum, toCents, ZERO } from '#core/money'

export type OpenInvoice = { readonly id: string; readonly open: string }
/** Wire texts by invoice id; what is not there is not paid. */
export type Shares = Readonly<Record<string, string>>

const centsOf = (text: string): Cents => (isMoneyText(text) ? parseMoney(text) : ZERO)

/** Fills the invoices in the order given until nothing is left. */
export function sharesInOrder(amount: string, invoices: readonly OpenInvoice[]): Shares {
  let left = centsOf(amount)
  const shares: Record<string, string> = {}
  for (const invoice of invoices) {
    const share = minCents(left, centsOf(invoice.open))
    if (share <= 0n) continue
    shares[invoice.id] = moneyText(share)
    left = toCents(left - share)
  }
  return shares
}

/** What one more invoice may take: what it lacks, or what is left of the amount. */
export function shareFor(invoice: OpenInvoice, amount: string, shares: Shares): string {
  const left = leftOf(amount, shares)
  return moneyText(left <= 0n ? ZERO : minCents(left, centsOf(invoice.open)))
}

/** Negative when more is allocated than came in. */
export function leftOf(amount: string, shares: Shares): Cents {
  return toCents(centsOf(amount) - sum(Object.values(shares).map(centsOf)))
}

export function allocationsOf(shares: Shares): { invoiceId: string; amount: string }[] {
  return Object.entries(shares)
    .filter(([, amount]) => !isMoneyText(amount) || parseMoney(amount) !== 0n)
    .map(([invoiceId, amount]) => ({ invoiceId, amount }))
}
