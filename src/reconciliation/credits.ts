/** Credit notes and money already there, put on the invoices that a line pays the rest of. */
import type { Id } from '#core/ids'
import { minCents, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import { allocate, itemsAbout, undoAllocation } from '#receivables'
import type { CreditShare, Evidence } from './rules/index.ts'
import { allocationsStanding } from './store.ts'

type Motive = { readonly origin: 'automatic' | 'manual'; readonly evidence: readonly Evidence[] }

/** Returns the allocations made, so that an undone match can take them back. */
export async function putCredits(context: WriteContext, credits: readonly CreditShare[], motive: Motive): Promise<Id[]> {
  const made: Id[] = []
  for (const { invoiceId, itemId: creditItemId, amountCents } of credits) {
    let left = amountCents
    for (const debit of await itemsAbout(context, { invoiceId })) {
      const part = minCents(left, debit.openCents)
      if (debit.kind !== 'instalment' || part <= 0n) continue
      made.push(await allocate(context, { debitItemId: debit.id, creditItemId, amountCents: part, ...motive }))
      left = toCents(left - part)
    }
    if (left > 0n) throw new Refusal('proposal_gone', { status: 409 })
  }
  return made
}

export async function takeCreditsBack(context: WriteContext, allocationIds: readonly Id[]): Promise<void> {
  for (const id of await allocationsStanding(context, allocationIds)) await undoAllocation(context, id)
}
