/** Does to the books what a line of money out is: a payment that the bank took back, or credit given back to a customer. */
import { type LineRow, setLineState } from '#banking'
import type { Id } from '#core/ids'
import { minCents, negate, toCents, ZERO } from '#core/money'
import { Refusal } from '#core/refusal'
import {
  allocateToInvoices,
  differencesOf,
  findPayment,
  type PaymentMethod,
  recordPayment,
  refundCustomer,
  reversePayment,
} from '#payments'
import type { WriteContext } from '#platform/context'
import { openOnInvoice } from '#receivables'
import { tellCollection } from './collection.ts'
import { lineMatched } from './events.ts'
import { linksOf, relink, sharesBeforeReversal } from './out-store.ts'
import type { Evidence } from './rules/index.ts'
import { insertReconciliation } from './store.ts'
import { returnReason } from './texts.ts'

type Joined = { readonly paymentId: Id; readonly customerId: Id; readonly recorded: boolean; readonly returned: boolean }

async function closeOut(context: WriteContext, line: LineRow, evidence: readonly Evidence[], joined: Joined): Promise<void> {
  const { customerId, paymentId, recorded, returned } = joined
  const payments = [{ paymentId, recorded, returned, feeCents: ZERO }]
  await insertReconciliation(context, { lineId: line.id, origin: 'manual', evidence, payments })
  await setLineState(context, line.id, 'matched')
  const told = { lineId: line.id, amountCents: toCents(line.amount_cents), origin: 'manual' as const, recorded, evidence }
  context.record(lineMatched({ customerId, paymentId }, told))
}

/** A rejected debit, an unpaid cheque, a transfer called back: the payment counts until that day, and what it paid is open again. */
export async function returnPayment(context: WriteContext, line: LineRow, paymentId: Id, evidence: readonly Evidence[]): Promise<void> {
  const payment = await findPayment(context, paymentId)
  if (!payment || payment.amount_cents <= 0n) throw new Refusal('not_found', { status: 404 })
  if (payment.amount_cents !== -line.amount_cents) throw new Refusal('return_of_other_amount', { field: 'paymentId' })
  // A cheque or a card lies on the bank account by now: it goes back from there.
  if ((await linksOf(context, paymentId)).came?.recorded === false)
    await tellCollection(context, { paymentId, feeCents: ZERO }, line.booked_on, 'parted')
  await reversePayment(context, { id: paymentId, reversedOn: line.booked_on, reason: returnReason[context.locale] })
  await closeOut(context, line, evidence, { paymentId, customerId: payment.customer_id, recorded: false, returned: true })
}

export async function giveBack(context: WriteContext, line: LineRow, customerId: Id, evidence: readonly Evidence[]): Promise<void> {
  const paymentId = await refundCustomer(context, {
    customerId,
    paidOn: line.booked_on,
    amountCents: negate(toCents(line.amount_cents)),
    method: 'transfer',
    reference: line.text.slice(0, 140),
    bankLineId: line.id,
  })
  await closeOut(context, line, evidence, { paymentId, customerId, recorded: true, returned: false })
}

/** The bank took nothing back after all: the money is recorded again on that very day, on the invoices it had paid, as far as they are open. */
export async function countAgain(context: WriteContext, line: LineRow, paymentId: Id): Promise<void> {
  const payment = await findPayment(context, paymentId)
  if (!payment) throw new Refusal('not_found', { status: 404 })
  const { came } = await linksOf(context, paymentId)
  const again = await recordPayment(context, {
    customerId: payment.customer_id,
    paidOn: line.booked_on,
    amountCents: toCents(payment.amount_cents),
    method: payment.method as PaymentMethod,
    reference: payment.reference,
    bankLineId: payment.bank_line_id,
    differences: (await differencesOf(context, [paymentId])).get(paymentId) ?? [],
  })
  // The line that brought the money stands for what counts now: undone, it takes this back.
  if (came) await relink(context, came, paymentId, again)
  if (came?.recorded === false) await tellCollection(context, { paymentId: again, feeCents: ZERO }, line.booked_on, 'collected')
  for (const { amountCents, invoiceId } of await sharesBeforeReversal(context, paymentId)) {
    const amount = minCents(amountCents, await openOnInvoice(context, invoiceId))
    if (amount > 0n) await allocateToInvoices(context, again, [{ invoiceId, amount }], { origin: 'manual' })
  }
}
