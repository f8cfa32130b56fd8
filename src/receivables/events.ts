import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import { eventKind } from '#platform/events'

/** Why money was put against an item, in facts that `texts.ts` puts into words: `number_found_once`, `amount_equal`… */
export type Evidence = { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }

export type AllocationFacts = {
  readonly allocationId: Id
  /** Of the debit side: the invoice paid. */
  readonly invoiceNumber: string
  readonly creditKind: 'payment' | 'credit_note' | 'refund_reversal'
  readonly creditReference: string
  readonly amountCents: Cents
  /** Open on the whole invoice before and after this allocation. */
  readonly invoiceOpenBeforeCents: Cents
  readonly invoiceOpenAfterCents: Cents
  /** What is left of the money or credit note after it. */
  readonly creditOpenAfterCents: Cents
  readonly allocatedOn: Day
  readonly origin: 'manual' | 'automatic' | 'credit_note' | 'payment'
  readonly evidence: readonly Evidence[]
}

/** Money (or a credit note) was put against an invoice. `about`: invoiceId, customerId, paymentId when it is a payment. */
export const allocationMade = eventKind<AllocationFacts>('allocation.made')
/** …and taken back. */
export const allocationUndone = eventKind<AllocationFacts & { readonly undoesId: Id }>('allocation.undone')
/** Nothing is open on the invoice any more. `about`: invoiceId, customerId. */
export const invoiceSettled = eventKind<{ readonly number: string; readonly settledOn: Day }>('invoice.settled')
