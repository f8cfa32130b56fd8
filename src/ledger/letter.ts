/** Lettrage follows what is paid: a group that closes bears a code, one that opens again bears it no more. */
import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'
import type { DomainEvent } from '#platform/events'
import type { AllocationFacts } from '#receivables'
import { endLettering, type GroupSeed, letterGroup, lockLettering } from './lettering-store.ts'

/** Only an allocation that leaves nothing on either side can close a group. */
export async function letterClosed(context: WriteContext, { about, facts }: DomainEvent<AllocationFacts>): Promise<void> {
  if (facts.invoiceOpenAfterCents !== 0n || facts.creditOpenAfterCents !== 0n) return
  await letter(context, about.customerId, { allocationId: facts.allocationId })
}

/** A payment and its reversal close each other, once both are in the books. */
export async function letterReversed(context: WriteContext, { about }: DomainEvent): Promise<void> {
  if (about.paymentId !== undefined) await letter(context, about.customerId, { paymentId: about.paymentId })
}

async function letter(context: WriteContext, customerId: Id | undefined, seed: GroupSeed): Promise<void> {
  if (customerId === undefined) throw new Error('what is lettered has its customer')
  await lockLettering(context, customerId)
  await letterGroup(context, customerId, seed)
}

/** Only what was closed on both sides was lettered. */
export async function unletter(context: WriteContext, { about, facts }: DomainEvent<AllocationFacts & { undoesId: Id }>): Promise<void> {
  const { amountCents, creditOpenAfterCents, invoiceOpenBeforeCents, undoesId } = facts
  if (invoiceOpenBeforeCents !== 0n || creditOpenAfterCents + amountCents !== 0n) return
  if (about.customerId === undefined) throw new Error('what is lettered has its customer')
  await lockLettering(context, about.customerId)
  await endLettering(context, undoesId)
}
