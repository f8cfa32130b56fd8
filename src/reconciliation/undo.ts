import { type LineRow, lockLine, setLineState } from '#banking'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { reversePayment } from '#payments'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { bringLineBack } from './book.ts'
import type { reconciliationContract } from './contract.ts'
import { lineUnmatched } from './events.ts'
import { marksOfLine } from './look.ts'
import { endReconciliation, matchesOf, unlearnMarks } from './store.ts'
import { undoReason } from './texts.ts'
import { lineNow } from './waiting-line.ts'

export const undo: OperationsOf<typeof reconciliationContract>['undo'] = async (context, { lineId }) => {
  const row = await lockLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  await takeBack(context, row)
  return lineNow(context, lineId)
}

/** Whatever was decided of the line, a match or a booking, never counted. */
export async function takeBack(context: WriteContext, row: LineRow): Promise<void> {
  if (row.state === 'set_aside') return bringLineBack(context, row)
  return takeBackMatch(context, row)
}

/**
 * The match never counted: what it recorded is reversed on the line's own day, what it only confirmed is parted from the line, and the
 * line waits for a person from now on.
 */
async function takeBackMatch(context: WriteContext, row: LineRow): Promise<void> {
  const lineId = row.id
  const matches = await matchesOf(context, [lineId])
  const [first] = matches
  if (!first) throw new Refusal('line_not_matched', { status: 409 })
  await endReconciliation(context, first.id)
  await setLineState(context, lineId, 'to_do')
  for (const match of matches) {
    const { customer_id: customerId, paid_on: reversedOn, payment_id: paymentId } = match
    if (match.recorded && match.reversed_on === null)
      await reversePayment(context, { id: paymentId, reversedOn, reason: undoReason[context.locale] })
    context.record(lineUnmatched({ customerId, paymentId }, { lineId, amountCents: toCents(row.amount_cents) }))
  }
  const customers = new Set(matches.map((match) => match.customer_id))
  const [only] = customers
  if (only !== undefined && customers.size === 1) await unlearnMarks(context, marksOfLine(row), only)
}
