import { type LineRow, lockLine, setLineState } from '#banking'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { reversePayment } from '#payments'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { bringLineBack } from './book.ts'
import { tellCollection } from './collection.ts'
import { takeCreditsBack } from './credits.ts'
import type { reconciliationContract } from './contract.ts'
import { lineUnmatched } from './events.ts'
import { marksOfLine } from './look.ts'
import { linksOf } from './out-store.ts'
import { countAgain } from './settle-out.ts'
import { endReconciliation, matchesOf, unlearnMarks } from './store.ts'
import { undoReason } from './texts.ts'
import { lineNow } from './waiting-line.ts'

export const undo: OperationsOf<typeof reconciliationContract>['undo'] = async (context, { lineId }) => {
  const row = await lockLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  await takeBackLine(context, row)
  return lineNow(context, lineId)
}

/** Whatever was decided of the line, a match or a booking, never counted. */
export async function takeBackLine(context: WriteContext, row: LineRow): Promise<void> {
  if (row.state === 'set_aside') return bringLineBack(context, row)
  const matches = await matchesOf(context, [row.id])
  if (matches.length === 0) throw new Refusal('line_not_matched', { status: 409 })
  return takeBack(context, row, matches)
}

/**
 * The match never counted: what it recorded is reversed on the line's own day, what it only confirmed is parted from the line, and the
 * line waits for a person from now on.
 */
export async function takeBack(context: WriteContext, row: LineRow, matches: Awaited<ReturnType<typeof matchesOf>>): Promise<void> {
  const lineId = row.id
  const [first] = matches
  if (!first) return
  for (const { payment_id: paymentId, returned } of matches)
    if (!returned && (await linksOf(context, paymentId)).returned) throw new Refusal('payment_returned_since', { status: 409 })
  for (const match of matches) await undoPayment(context, row, match)
  await takeCreditsBack(context, first.credit_allocations)
  await endReconciliation(context, first.id)
  const isOut = row.amount_cents < 0n
  await setLineState(context, lineId, isOut ? 'out' : 'to_do')
  for (const { customer_id: customerId, payment_id: paymentId } of matches)
    context.record(lineUnmatched({ customerId, paymentId }, { lineId, amountCents: toCents(row.amount_cents) }))
  const customers = new Set(matches.map((match) => match.customer_id))
  const [only] = customers
  if (only !== undefined && customers.size === 1 && !isOut) await unlearnMarks(context, marksOfLine(row), only)
}

type Match = Awaited<ReturnType<typeof matchesOf>>[number]

async function undoPayment(context: WriteContext, line: LineRow, match: Match): Promise<void> {
  const { fee_cents, paid_on: reversedOn, payment_id: paymentId, recorded, returned, reversed_on } = match
  if (returned) await countAgain(context, line, paymentId)
  else if (!recorded) await tellCollection(context, { paymentId, feeCents: toCents(fee_cents) }, line.booked_on, 'parted')
  else if (reversed_on === null) await reversePayment(context, { id: paymentId, reversedOn, reason: undoReason[context.locale] })
}
