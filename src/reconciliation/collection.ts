/** Payments typed before their money came: cheques paid in, cards paid out by a provider, cash brought to the bank. */
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, toCents, ZERO } from '#core/money'
import { Refusal } from '#core/refusal'
import { findPayment, type PaymentMethod } from '#payments'
import type { WriteContext } from '#platform/context'
import { paymentCollected, paymentUncollected } from './events.ts'

export type Collected = { readonly paymentId: Id; readonly feeCents: Cents }

/** What the provider kept stands on the last of the payments. */
export const withFee = (paymentIds: readonly Id[], feeCents: Cents): Collected[] =>
  paymentIds.map((paymentId, index) => ({ paymentId, feeCents: index === paymentIds.length - 1 ? feeCents : ZERO }))

export async function tellCollection(
  context: WriteContext,
  { feeCents, paymentId }: Collected,
  on: Day,
  way: 'collected' | 'parted',
): Promise<void> {
  const payment = await findPayment(context, paymentId)
  if (!payment) throw new Refusal('not_found', { status: 404 })
  const about = { paymentId, customerId: payment.customer_id }
  const facts = {
    on,
    amountCents: toCents(payment.amount_cents),
    feeCents,
    method: payment.method as PaymentMethod,
    reference: payment.reference,
    customerCode: payment.customer_code,
    customerName: payment.customer_name,
  }
  context.record(way === 'collected' ? paymentCollected(about, facts) : paymentUncollected(about, facts))
}
