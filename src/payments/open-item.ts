import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, negate } from '#core/money'
import type { WriteContext } from '#platform/context'
import { insertItems } from '#receivables'

type Money = { readonly customerId: Id; readonly amountCents: Cents; readonly reference: string }

/** A payment is a credit with the customer until it is put against an invoice; money given back takes from that credit. Returns the item's id. */
export async function openPaymentItem(context: WriteContext, paymentId: Id, money: Money & { paidOn: Day }): Promise<Id> {
  const itemId = context.newId()
  await insertItems(context, [
    {
      id: itemId,
      kind: money.amountCents < 0n ? 'refund' : 'payment',
      customerId: money.customerId,
      invoiceId: null,
      paymentId,
      position: 1,
      reference: money.reference,
      amountCents: negate(money.amountCents),
      datedOn: money.paidOn,
      dueOn: money.paidOn,
    },
  ])
  return itemId
}

/** A payment that no longer counts is owed again; money that was not given back after all is credit again. Returns the item's id. */
export async function openReversalItem(context: WriteContext, paymentId: Id, money: Money & { reversedOn: Day }): Promise<Id> {
  const itemId = context.newId()
  await insertItems(context, [
    {
      id: itemId,
      kind: money.amountCents < 0n ? 'refund_reversal' : 'payment_reversal',
      customerId: money.customerId,
      invoiceId: null,
      paymentId,
      position: 2,
      reference: money.reference,
      amountCents: money.amountCents,
      datedOn: money.reversedOn,
      dueOn: money.reversedOn,
    },
  ])
  return itemId
}
