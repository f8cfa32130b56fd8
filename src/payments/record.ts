import { findCustomer } from '#customers'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, minCents, negate, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { allocate, type AllocationFacts, type Evidence, itemsAbout, openItems } from '#receivables'
import type { paymentsContract } from './contract.ts'
import { type PaymentMethod, paymentRecorded } from './events.ts'
import { presentPayment } from './present.ts'
import { type Difference, faultOf } from './rules/differences.ts'
import { insertPayment } from './store.ts'
import { openPaymentItem } from './open-item.ts'

type Operations = OperationsOf<typeof paymentsContract>

export const record: Operations['record'] = async (context, input) => {
  const { id } = await receivePayment(context, input)
  return presentPayment(context, id)
}

type RecordInput = Parameters<Operations['record']>[1]

/** A payment and what it pays, without the page that shows it: for whoever records many. */
export async function receivePayment(context: WriteContext, input: RecordInput): Promise<{ id: Id }> {
  const id = await recordPayment(context, { ...input, amountCents: input.amount, bankLineId: null, differences: [] })
  if (input.allocate === 'oldest') await allocateOldestFirst(context, id, input.customerId)
  else await allocateToInvoices(context, id, input.allocate, { origin: 'manual' })
  return { id }
}

export type PaymentReceived = {
  readonly customerId: Id
  readonly paidOn: Day
  readonly amountCents: Cents
  readonly method: PaymentMethod
  readonly reference: string
  readonly bankLineId: Id | null
  /** What of it did not come in. */
  readonly differences: readonly Difference[]
}

/** Records money that came in; as long as it is put against nothing it is the customer's credit. */
export async function recordPayment(context: WriteContext, received: PaymentReceived): Promise<Id> {
  if (received.amountCents <= 0n) throw new Refusal('payment_not_positive', { field: 'amount' })
  const fault = faultOf(received.differences)
  if (fault) throw new Refusal(fault, { field: 'differences' })
  return (await insertMoney(context, received)).paymentId
}

type Inserted = { readonly paymentId: Id; readonly itemId: Id }

/** Writes money in or out and opens its item; what was asked was judged before. */
export async function insertMoney(context: WriteContext, received: PaymentReceived): Promise<Inserted> {
  if (received.paidOn > context.today) throw new Refusal('payment_in_future', { field: 'paidOn' })
  const customer = await findCustomer(context, received.customerId)
  if (!customer) throw new Refusal('customer_unknown', { field: 'customerId' })
  const paymentId = context.newId()
  await insertPayment(context, { ...received, id: paymentId })
  const itemId = await openPaymentItem(context, paymentId, received)
  context.record(
    paymentRecorded({ paymentId, customerId: customer.id }, { ...received, customerCode: customer.code, customerName: customer.name }),
  )
  return { paymentId, itemId }
}

export type InvoiceShare = { readonly invoiceId: Id; readonly amount: Cents }
export type Motive = { readonly origin: AllocationFacts['origin']; readonly evidence?: readonly Evidence[] }

/** Puts parts of a payment against invoices of the same customer; each part fills the invoice's instalments in the order they fall due. */
export async function allocateToInvoices(
  context: WriteContext,
  paymentId: Id,
  shares: readonly InvoiceShare[],
  motive: Motive,
): Promise<void> {
  const [payment] = await itemsAbout(context, { paymentId })
  if (!payment) throw new Refusal('not_found', { status: 404 })
  for (const [index, share] of shares.entries()) {
    if (share.amount <= 0n) throw new Refusal('allocation_not_positive', { field: `allocate.${index}.amount` })
    const debits = (await itemsAbout(context, { invoiceId: share.invoiceId })).filter((item) => item.kind === 'instalment')
    if (debits.length === 0) throw new Refusal('not_found', { status: 404 })
    if (debits.some((debit) => debit.customerId !== payment.customerId))
      throw new Refusal('invoice_of_other_customer', { field: `allocate.${index}.invoiceId` })
    let left = share.amount
    for (const debit of debits) {
      const amountCents = minCents(left, debit.openCents)
      if (amountCents <= 0n) continue
      await allocate(context, { debitItemId: debit.id, creditItemId: payment.id, amountCents, ...motive })
      left = toCents(left - amountCents)
    }
    if (left > 0n) {
      const facts = { reference: debits[0]?.reference ?? '', open: String(share.amount - left), wished: String(share.amount) }
      throw new Refusal('allocation_exceeds_open', { field: `allocate.${index}.amount`, facts })
    }
  }
}

async function allocateOldestFirst(context: WriteContext, paymentId: Id, customerId: Id): Promise<void> {
  const [payment] = await itemsAbout(context, { paymentId })
  if (!payment) throw new Refusal('not_found', { status: 404 })
  let left = negate(payment.openCents)
  for (const debit of await openItems(context, customerId)) {
    const amountCents = minCents(left, debit.openCents)
    if (debit.kind !== 'instalment' || amountCents <= 0n) continue
    await allocate(context, { debitItemId: debit.id, creditItemId: payment.id, amountCents, origin: 'manual' })
    left = toCents(left - amountCents)
  }
}

export const allocatePayment: Operations['allocate'] = async (context, { allocations, id }) => {
  await allocateToInvoices(context, id, allocations, { origin: 'manual' })
  return presentPayment(context, id)
}
