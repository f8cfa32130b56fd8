import { type Day, laterOf } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, negate, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import { type AllocationFacts, allocationMade, allocationUndone, type Evidence, invoiceSettled } from './events.ts'
import { type Move, roomSince } from './rules/room.ts'
import { findAllocation, insertAllocation, type Item, lockItems, movesOf, openOnInvoice, refreshItems } from './store.ts'

export type AllocationWish = {
  readonly debitItemId: Id
  readonly creditItemId: Id
  readonly amountCents: Cents
  readonly origin: AllocationFacts['origin']
  readonly evidence?: readonly Evidence[]
}

/**
 * Puts money or a credit note against what is owed. Refuses more than is open on either side, two customers, or two of a kind.
 * The books see it from the later of the two items' days, or from the day both had room for it.
 */
export async function allocate(context: WriteContext, wish: AllocationWish): Promise<Id> {
  const { credit, debit } = await lockPair(context, wish.debitItemId, wish.creditItemId)
  if (wish.amountCents <= 0n) throw new Refusal('allocation_not_positive', { field: 'amount' })
  if (wish.amountCents > debit.openCents) throw tooMuch(debit, wish.amountCents)
  if (wish.amountCents > -credit.openCents) throw tooMuch(credit, wish.amountCents)
  const allocationId = context.newId()
  const allocatedOn = await dayOfAllocation(context, debit, credit, wish.amountCents)
  const evidence = wish.evidence ?? []
  await insertAllocation(context, { ...wish, id: allocationId, allocatedOn, evidence, undoesId: null })
  await tellOfIt(context, { allocationId, allocatedOn, amountCents: wish.amountCents, credit, debit, evidence, origin: wish.origin })
  return allocationId
}

async function dayOfAllocation(context: WriteContext, debit: Item, credit: Item, amountCents: Cents): Promise<Day> {
  const moves = await movesOf(context, [debit.id, credit.id])
  const movesOn = (itemId: Id): Move[] => moves.filter((move) => move.itemId === itemId)
  const from = laterOf(debit.datedOn, credit.datedOn)
  return laterOf(
    roomSince(from, amountCents, debit.amountCents, movesOn(debit.id)),
    roomSince(from, amountCents, negate(credit.amountCents), movesOn(credit.id)),
  )
}

/**
 * Takes an allocation back by an opposite row; the trace of both stays. A mistake is taken back on its own day, as if it had never been
 * made. What was true until something happened (a cheque that bounced) is taken back `from` that day: before it, the invoice was paid.
 */
export async function undoAllocation(context: WriteContext, allocationId: Id, { from }: { from?: Day } = {}): Promise<void> {
  const made = await findAllocation(context, allocationId)
  if (!made) throw new Refusal('not_found', { status: 404 })
  const { credit, debit } = await lockPair(context, made.debit_item_id, made.credit_item_id)
  // Looked up again under the lock: two people may undo at once.
  if ((await findAllocation(context, allocationId))?.undone_by != null) throw new Refusal('allocation_already_undone', { status: 409 })
  const amountCents = toCents(-made.amount_cents)
  const allocatedOn = from === undefined ? made.allocated_on : laterOf(made.allocated_on, from)
  const undoingId = context.newId()
  const origin = made.origin as AllocationFacts['origin']
  await insertAllocation(context, {
    id: undoingId,
    debitItemId: debit.id,
    creditItemId: credit.id,
    amountCents,
    allocatedOn,
    origin,
    evidence: [],
    undoesId: allocationId,
  })
  await tellOfIt(context, {
    allocationId: undoingId,
    allocatedOn,
    amountCents,
    credit,
    debit,
    evidence: [],
    origin,
    undoesId: allocationId,
  })
}

type Told = Pick<AllocationFacts, 'allocationId' | 'allocatedOn' | 'amountCents' | 'evidence' | 'origin'> & {
  readonly debit: Item
  readonly credit: Item
  readonly undoesId?: Id
}

async function tellOfIt(context: WriteContext, { credit, debit, undoesId, ...made }: Told): Promise<void> {
  const about = {
    customerId: debit.customerId,
    ...(debit.invoiceId === null ? {} : { invoiceId: debit.invoiceId }),
    ...(credit.paymentId === null ? {} : { paymentId: credit.paymentId }),
  }
  const before = debit.invoiceId === null ? debit.openCents : await openOnInvoice(context, debit.invoiceId)
  await refreshItems(context, [debit.id, credit.id])
  const facts: AllocationFacts = {
    ...made,
    invoiceNumber: debit.reference,
    creditKind: credit.kind as AllocationFacts['creditKind'],
    creditReference: credit.reference,
    invoiceOpenBeforeCents: before,
    invoiceOpenAfterCents: toCents(before - made.amountCents),
    creditOpenAfterCents: toCents(-credit.openCents - made.amountCents),
  }
  if (undoesId !== undefined) {
    context.record(allocationUndone(about, { ...facts, undoesId }))
    return
  }
  context.record(allocationMade(about, facts))
  if (debit.kind === 'instalment' && facts.invoiceOpenAfterCents === 0n) {
    context.record(invoiceSettled(about, { number: debit.reference, settledOn: made.allocatedOn }))
  }
}

async function lockPair(context: WriteContext, debitItemId: Id, creditItemId: Id): Promise<{ debit: Item; credit: Item }> {
  const items = await lockItems(context, [debitItemId, creditItemId])
  const debit = items.find((item) => item.id === debitItemId)
  const credit = items.find((item) => item.id === creditItemId)
  if (!debit || !credit) throw new Refusal('not_found', { status: 404 })
  if (debit.amountCents <= 0n || credit.amountCents >= 0n) throw new Refusal('allocation_same_side')
  if (debit.customerId !== credit.customerId) throw new Refusal('allocation_two_customers')
  return { debit, credit }
}

function tooMuch(item: Item, wished: Cents): Refusal {
  const open = item.openCents < 0n ? toCents(-item.openCents) : item.openCents
  return new Refusal('allocation_exceeds_open', {
    field: 'amount',
    facts: { reference: item.reference, open: String(open), wished: String(wished) },
  })
}
