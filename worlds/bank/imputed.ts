/** What each payment settles: what the payer named, and when it named nothing, of several debts of that amount the oldest (C. civ. art. 1342-10). */
import type { TruthInvoice, TruthLine, TruthShare } from './model.ts'
import type { Payment } from './payments.ts'
import type { Shown } from './words.ts'

export type ImputedLine = Omit<TruthLine, 'key'>

/** Payments in the order of their days. */
export function imputed(payments: readonly { readonly payment: Payment; readonly shown: Shown }[], invoices: readonly TruthInvoice[]): ImputedLine[] {
  const owed = new Map<string, bigint>(invoices.map(({ amountCents, id }) => [id, amountCents]))
  const byCustomer = Map.groupBy(invoices, ({ customerId }) => customerId)
  return payments.flatMap(({ payment, shown: { named, ...shown } }) => {
    const { amountCents, on, payer, shape } = payment
    const own = (byCustomer.get(payer.id) ?? []).filter(({ issuedOn }) => issuedOn <= on)
    const oldest = own.find(({ id }) => owed.get(id) === amountCents)
    const quoted = shape === 'wrong-number' ? own.find(({ id, number }) => payment.numbers[0] === number && owed.get(id) === amountCents) : undefined
    const settled = settledBy(payment, named, quoted ?? oldest, quoted !== undefined, owed)
    if (!settled) return []
    for (const share of settled.shares) owed.set(share.invoiceId, (owed.get(share.invoiceId) ?? 0n) - share.amountCents)
    for (const id of settled.closes) owed.delete(id)
    return [{ bookedOn: on, amountCents, shape, customerId: payer.id, ...settled, ...shown }]
  })
}

type Settled = { readonly shares: readonly TruthShare[]; readonly closes: readonly string[] }

function settledBy({ amountCents, closes, shape, shares }: Payment, named: boolean, instead: TruthInvoice | undefined, isQuoted: boolean, owed: ReadonlyMap<string, bigint>): Settled | undefined {
  const asMeant = { shares, closes }
  const areOpen = shares.every((share) => (owed.get(share.invoiceId) ?? 0n) >= share.amountCents) && closes.every((id) => (owed.get(id) ?? 0n) > 0n)
  // Meanwhile another payment has settled one of them: nobody would send this one.
  if (shape === 'group') return areOpen ? asMeant : undefined
  const another = { shares: instead ? [{ invoiceId: instead.id, amountCents }] : [], closes: [] }
  if ((!named || isQuoted) && instead) return another
  return areOpen ? asMeant : another
}
