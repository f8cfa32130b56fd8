import type { OperationsOf } from '#platform/api'
import type { paymentsContract } from './contract.ts'
import { get, list, views } from './list.ts'
import { allocatePayment, record } from './record.ts'
import { reverse, undoAllocation } from './reverse.ts'
import { fields, refusals } from './texts.ts'

export { type PaymentFacts, type PaymentMethod, paymentRecorded, paymentReversed } from './events.ts'
export { allocateToInvoices, type InvoiceShare, type PaymentReceived, receivePayment, recordPayment } from './record.ts'
export { refundCustomer } from './refund.ts'
export { reversePayment } from './reverse.ts'
export { type Difference, type DifferenceKind, type DiscountedShare, vatInDiscount, type WishedDifference } from './rules/differences.ts'
export { differencesOf, findPayment } from './store.ts'

export const paymentsOperations: OperationsOf<typeof paymentsContract> = {
  list,
  views,
  get,
  record,
  allocate: allocatePayment,
  undoAllocation,
  reverse,
}
export const paymentsTexts = { refusals, fields }
