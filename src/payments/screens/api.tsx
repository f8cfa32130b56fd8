import { customersContract } from '#customers/contract'
import { invoicesContract } from '#invoices/contract'
import { paymentsContract } from '#payments/contract'
import { apiOf } from '#ui/api'

export const payments = apiOf('payments', paymentsContract)
export const customers = apiOf('customers', customersContract)
export const invoices = apiOf('invoices', invoicesContract)

export type Payment = Awaited<ReturnType<typeof payments.get.call>>
export type PaymentRow = Awaited<ReturnType<typeof payments.list.call>>['rows'][number]

/** What money changes: the invoices it pays, what customers owe, the books, the timeline. */
export const touchedByMoney = [
  payments.key(),
  invoices.key(),
  customers.key(),
  [['receivables']],
  [['ledger']],
  [['audit']],
  [['dunning']],
] as const
