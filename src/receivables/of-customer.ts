import { findCustomer } from '#customers'
import { addMonths } from '#core/day'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import { agedOfCustomer } from './aged-store.ts'
import type { receivablesContract } from './contract.ts'
import { averageDelay, customerStanding, lastPayment } from './customer-store.ts'
import { amount } from './present.ts'
import { daysLate } from './rules/ageing.ts'

type Operations = OperationsOf<typeof receivablesContract>

/** A year shows the habit of a customer and forgets what it once was. */
const HABIT_MONTHS = 12

export const ofCustomer: Operations['ofCustomer'] = async (context, { customerId }) => {
  if (!(await findCustomer(context, customerId))) throw new Refusal('not_found', { status: 404 })
  const sums = await agedOfCustomer(context, customerId, context.today)
  const standing = await customerStanding(context, customerId)
  const payment = await lastPayment(context, customerId)
  return {
    balance: amount(sums.total),
    late: amount(sums.late),
    unallocated: amount(sums.unallocated),
    openInvoices: standing.open_invoices,
    oldestLateOn: standing.oldest_late_on,
    daysLate: standing.oldest_late_on === null ? 0 : daysLate(standing.oldest_late_on, context.today),
    averageDelayDays: await averageDelay(context, customerId, addMonths(context.today, -HABIT_MONTHS)),
    lastPayment: payment ? { id: payment.id, paidOn: payment.paid_on, amount: amount(payment.amount_cents) } : null,
  }
}
