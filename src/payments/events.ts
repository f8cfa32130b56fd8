import type { Day } from '#core/day'
import type { Cents } from '#core/money'
import { eventKind } from '#platform/events'
import type { Difference } from './rules/differences.ts'

export type PaymentMethod = 'transfer' | 'cheque' | 'card' | 'cash' | 'direct_debit' | 'other'

export type PaymentFacts = {
  readonly paidOn: Day
  /** What it settles; below zero: given back to the customer. */
  readonly amountCents: Cents
  /** What of it did not come in. */
  readonly differences: readonly Difference[]
  readonly method: PaymentMethod
  readonly reference: string
  readonly customerCode: string
  readonly customerName: string
}

/** Money came in. `about`: paymentId, customerId. */
export const paymentRecorded = eventKind<PaymentFacts>('payment.recorded')
/** Money counted earlier does not count any more (bounced cheque, entered by mistake). `about`: paymentId, customerId. */
export const paymentReversed = eventKind<PaymentFacts & { readonly reversedOn: Day; readonly reason: string }>('payment.reversed')
