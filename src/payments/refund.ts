import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, minCents, moneyText, negate, sum, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import { allocate, holdOpenItems, openItems } from '#receivables'
import type { PaymentMethod } from './events.ts'
import { insertMoney } from './record.ts'

export type Refund = {
  readonly customerId: Id
  readonly paidOn: Day
  /** Above zero. */
  readonly amountCents: Cents
  readonly method: PaymentMethod
  readonly reference: string
  readonly bankLineId: Id | null
}

/** Money given back to a customer takes from what is theirs, oldest credit first. Refuses more than that. */
export async function refundCustomer(context: WriteContext, refund: Refund): Promise<Id> {
  if (refund.amountCents <= 0n) throw new Refusal('payment_not_positive', { field: 'amount' })
  if (refund.paidOn > context.today) throw new Refusal('payment_in_future', { field: 'paidOn' })
  await holdOpenItems(context, refund.customerId)
  const credits = (await openItems(context, refund.customerId)).filter(({ openCents }) => openCents < 0n)
  const credit = negate(sum(credits.map(({ openCents }) => openCents)))
  if (credit < refund.amountCents) {
    const facts = { credit: moneyText(credit), wished: moneyText(refund.amountCents) }
    throw new Refusal('refund_exceeds_credit', { field: 'amount', facts })
  }
  const { itemId, paymentId } = await insertMoney(context, { ...refund, amountCents: negate(refund.amountCents), differences: [] })
  let left = refund.amountCents
  for (const { id, openCents } of credits) {
    const amountCents = minCents(left, negate(openCents))
    if (amountCents <= 0n) break
    await allocate(context, { debitItemId: itemId, creditItemId: id, amountCents, origin: 'payment' })
    left = toCents(left - amountCents)
  }
  return paymentId
}
