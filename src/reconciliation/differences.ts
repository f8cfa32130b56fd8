import { sum } from '#core/money'
import { Refusal } from '#core/refusal'
import { type Difference, vatInDiscount, type WishedDifference } from '#payments'
import type { WriteContext } from '#platform/context'
import type { Share } from './rules/index.ts'
import { totalsOfInvoices } from './store.ts'

type Asked = { readonly kind: WishedDifference['kind']; readonly amount: WishedDifference['amountCents'] }

/** As the contract gives them. */
export const differencesWished = (asked: readonly Asked[]): WishedDifference[] =>
  asked.map(({ amount, kind }) => ({ kind, amountCents: amount }))

/** The differences of a payment with the VAT inside its discount. */
export async function withVat(context: WriteContext, wished: readonly WishedDifference[], shares: readonly Share[]): Promise<Difference[]> {
  const totals = await totalsOfInvoices(
    context,
    shares.map(({ invoiceId }) => invoiceId),
  )
  const discounted = shares.flatMap(({ amountCents, invoiceId }) => {
    const found = totals.get(invoiceId)
    return found ? [{ amountCents, ...found }] : []
  })
  return wished.map((difference) => ({
    ...difference,
    vatCents: difference.kind === 'discount' ? vatInDiscount(difference.amountCents, discounted) : (0n as Difference['vatCents']),
  }))
}

export const sumOfDifferences = (differences: readonly WishedDifference[]) => sum(differences.map(({ amountCents }) => amountCents))

/** A fee or a discount explains what is missing on invoices of one customer: nothing of it can stay as credit. */
export function refuseNeedless(
  wished: readonly WishedDifference[],
  { customers, restCents }: { customers: number; restCents: bigint },
): void {
  if (wished.length === 0) return
  if (customers !== 1) throw new Refusal('difference_of_several_customers', { field: 'differences' })
  if (restCents > 0n) throw new Refusal('difference_without_need', { field: 'differences' })
}
