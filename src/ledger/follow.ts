/** How the books follow what happens: one reaction an event, inside its transaction. */
import type { Id } from '#core/ids'
import { negate } from '#core/money'
import type { WriteContext } from '#platform/context'
import type { DomainEvent } from '#platform/events'
import type { IssuedFacts } from '#invoices'
import type { PaymentFacts } from '#payments'
import type { AllocationFacts } from '#receivables'
import type { CollectionFacts } from '#reconciliation'
import { type BankOperation, entryOfBankOperation } from './rules/bank-operation.ts'
import { entryOfCollection, entryOfDocument, entryOfPayment, entryOfVatOnReceipt, vatFallingDue } from './rules/entries.ts'
import { type EntrySource, insertEntry, vatOfAllocation, vatWaiting } from './store.ts'

function sourceOf({ about }: DomainEvent): EntrySource {
  if (about.customerId === undefined) throw new Error('an entry has its customer')
  return { ...about, customerId: about.customerId }
}

export async function postDocument(context: WriteContext, event: DomainEvent<IssuedFacts>): Promise<void> {
  await insertEntry(context, entryOfDocument(event.facts), sourceOf(event))
}

export async function postPayment(context: WriteContext, event: DomainEvent<PaymentFacts>): Promise<void> {
  await insertEntry(context, entryOfPayment(event.facts, event.facts.paidOn, 'received'), sourceOf(event))
}

export async function postPaymentReversal(
  context: WriteContext,
  event: DomainEvent<PaymentFacts & { reversedOn: PaymentFacts['paidOn'] }>,
): Promise<void> {
  await insertEntry(context, entryOfPayment(event.facts, event.facts.reversedOn, 'reversed'), sourceOf(event))
}

export async function postCollection(context: WriteContext, event: DomainEvent<CollectionFacts>): Promise<void> {
  await insertEntry(context, entryOfCollection(event.facts, event.facts.on, 'collected'), sourceOf(event))
}

export async function postCollectionEnd(context: WriteContext, event: DomainEvent<CollectionFacts>): Promise<void> {
  await insertEntry(context, entryOfCollection(event.facts, event.facts.on, 'parted'), sourceOf(event))
}

/** Money on the bank that is no customer's: `lineId` is the line of the bank that it stands on. */
type BankOperationOfLine = BankOperation & { readonly lineId: Id }

export async function postBankOperation(context: WriteContext, { facts }: DomainEvent<BankOperationOfLine>): Promise<void> {
  await insertEntry(context, entryOfBankOperation(facts, 'booked'), { bankLineId: facts.lineId })
}

/** The line turned out to be something else: posted is posted, so the opposite is. */
export async function postBankOperationBack(context: WriteContext, { facts }: DomainEvent<BankOperationOfLine>): Promise<void> {
  await insertEntry(context, entryOfBankOperation(facts, 'taken_back'), { bankLineId: facts.lineId })
}

/** Money put against an invoice makes the VAT of its services fall due, in proportion. */
export async function postVatOnReceipt(context: WriteContext, event: DomainEvent<AllocationFacts>): Promise<void> {
  const { about, facts } = event
  if (facts.creditKind !== 'payment' || about.invoiceId === undefined) return
  const waiting = await vatWaiting(context, about.invoiceId)
  const due = vatFallingDue(waiting, facts.amountCents, facts.invoiceOpenBeforeCents)
  if (due !== 0n) await insertEntry(context, entryOfVatOnReceipt(due, facts), { ...sourceOf(event), allocationId: facts.allocationId })
}

/** …and money taken back makes it wait again, to the same cent. */
export async function reverseVatOnReceipt(
  context: WriteContext,
  event: DomainEvent<AllocationFacts & { undoesId: string }>,
): Promise<void> {
  const due = await vatOfAllocation(context, event.facts.undoesId)
  if (due !== 0n)
    await insertEntry(context, entryOfVatOnReceipt(negate(due), event.facts), {
      ...sourceOf(event),
      allocationId: event.facts.allocationId,
    })
}
