import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { negate, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { allocate, allocationsInForce, undoAllocation as undo } from '#receivables'
import type { paymentsContract } from './contract.ts'
import { type PaymentMethod, paymentReversed } from './events.ts'
import { openReversalItem } from './open-item.ts'
import { presentPayment } from './present.ts'
import { differencesOf, findPayment, insertReversal, lockPayment } from './store.ts'

type Operations = OperationsOf<typeof paymentsContract>

export const reverse: Operations['reverse'] = async (context, input) => {
  await reversePayment(context, input)
  return presentPayment(context, input.id)
}

export type Reversal = { readonly id: Id; readonly reason: string; readonly reversedOn: Day }

/** The payment stays in the books and stops counting from that day: what it paid is open again, and an opposite item closes it. */
export async function reversePayment(context: WriteContext, { id, reason, reversedOn }: Reversal): Promise<void> {
  await lockPayment(context, id)
  const payment = await findPayment(context, id)
  if (!payment) throw new Refusal('not_found', { status: 404 })
  if (payment.reversed_on !== null) throw new Refusal('payment_already_reversed', { status: 409 })
  if (reversedOn < payment.paid_on) throw new Refusal('reversal_before_payment', { field: 'reversedOn' })
  if (reversedOn > context.today) throw new Refusal('payment_in_future', { field: 'reversedOn' })
  for (const allocation of await allocationsInForce(context, [payment.item_id])) await undo(context, allocation.id, { from: reversedOn })
  await insertReversal(context, { paymentId: id, reversedOn, reason })
  const amountCents = toCents(payment.amount_cents)
  const reversalId = await openReversalItem(context, id, {
    customerId: payment.customer_id,
    amountCents,
    reference: payment.reference,
    reversedOn,
  })
  const isRefund = amountCents < 0n
  await allocate(context, {
    debitItemId: isRefund ? payment.item_id : reversalId,
    creditItemId: isRefund ? reversalId : payment.item_id,
    amountCents: isRefund ? negate(amountCents) : amountCents,
    origin: 'payment',
  })
  const differences = (await differencesOf(context, [id])).get(id) ?? []
  context.record(
    paymentReversed(
      { paymentId: id, customerId: payment.customer_id },
      {
        paidOn: payment.paid_on,
        amountCents,
        differences,
        method: payment.method as PaymentMethod,
        reference: payment.reference,
        customerCode: payment.customer_code,
        customerName: payment.customer_name,
        reversedOn,
        reason,
      },
    ),
  )
}

export const undoAllocation: Operations['undoAllocation'] = async (context, { id }) => {
  await undo(context, id)
  return { id }
}
