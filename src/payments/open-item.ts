import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, negate } from '#core/money'
import type { WriteContext } from '#platform/context'
import { insertItems } from '#receivables'

type Money = { readonly customerId: Id; readonly amountCents: Cents; readonly reference: string }

/** A payment is a credit with the customer until it is put against an invoice. */
export async function openPaymentItem(context: WriteContext, paymentId: Id, money: Money & { paidOn: Day }): Promise<void> {
  await insertItems(context, [
    {
      id: context.newId(),
      kind: 'payment',
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
}

/** A payment that no longer counts is owed again. Returns the item's id. */
export async function openReversalItem(context: WriteContext, paymentId: Id, money: Money & { reversedOn: Day }): Promise<Id> {
  const itemId = context.newId()
  await insertItems(context, [
    {
      id: itemId,
      kind: 'payment_reversal',
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
