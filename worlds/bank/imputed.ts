/** What each payment settles: what the payer named, and when it named nothing, of several debts of one amount the oldest (C. civ. art. 1342-10). */
import { addDays, type Day, weekday } from '#core/day'
import type { TruthInvoice, TruthLine } from './model.ts'
import type { Payment } from './payments.ts'
import type { Shown } from './words.ts'

export type ImputedLine = Omit<TruthLine, 'key'>

const SUNDAY = 7

/** Statements come by the week: an invoice of that week is there when the line is read. */
export const readOn = (day: Day): Day => addDays(day, SUNDAY - weekday(day))

type Settled = Pick<TruthLine, 'shares' | 'closes'>

/** Payments in the order of their days. */
export function imputed(
  payments: readonly { readonly payment: Payment; readonly shown: Shown }[],
  invoices: readonly TruthInvoice[],
): ImputedLine[] {
  const owed = new Map<string, bigint>(invoices.map(({ amountCents, id }) => [id, amountCents]))
  const byCustomer = Map.groupBy(invoices, ({ customerId }) => customerId)
  return payments.flatMap(({ payment, shown: { named, ...shown } }) => {
    const { amountCents, on, payer, shape } = payment
    const own = (byCustomer.get(payer.id) ?? []).filter(({ issuedOn }) => issuedOn <= readOn(on))
    const settled = settledBy(payment, named, own, owed)
    if (!settled) return []
    for (const share of settled.shares) owed.set(share.invoiceId, (owed.get(share.invoiceId) ?? 0n) - share.amountCents)
    for (const id of settled.closes) owed.delete(id)
    return [{ bookedOn: on, amountCents, shape, customerId: payer.id, ...settled, ...shown }]
  })
}

function settledBy(payment: Payment, named: boolean, own: readonly TruthInvoice[], owed: ReadonlyMap<string, bigint>): Settled | undefined {
  const { amountCents, closes, numbers, shape, shares } = payment
  const isOpen = (id: string, cents: bigint) => (owed.get(id) ?? 0n) >= cents
  const areOpen = shares.every((share) => isOpen(share.invoiceId, share.amountCents)) && closes.every((id) => isOpen(id, 1n))
  // Meanwhile another payment has settled one of them: nobody would send this one.
  if (shape === 'group' && !areOpen) return undefined
  if (shape === 'group') return { closes, shares: named ? shares : oldestOf(shares, own, owed) }
  const ofThisAmount = own.filter(({ id }) => owed.get(id) === amountCents)
  // A number copied from elsewhere, or from last time, names what it names, if that is owed.
  const copied = shape === 'wrong-number' || shape === 'twice'
  const quoted = copied ? ofThisAmount.find(({ number }) => number === numbers[0]) : undefined
  const other = quoted ?? ofThisAmount[0]
  if (areOpen && (named ? quoted === undefined : other === undefined)) return { shares, closes }
  return { shares: other ? [{ invoiceId: other.id, amountCents }] : [], closes: [] }
}

function oldestOf(shares: Settled['shares'], own: readonly TruthInvoice[], owed: ReadonlyMap<string, bigint>): Settled['shares'] {
  const taken = new Set<string>()
  return shares.map((share) => {
    const oldest = own.find(({ id }) => !taken.has(id) && owed.get(id) === share.amountCents)
    taken.add(oldest?.id ?? share.invoiceId)
    return { ...share, invoiceId: oldest?.id ?? share.invoiceId }
  })
}
