import { type LineRow, lockLine, setLineState } from '#banking'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { reversePayment } from '#payments'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import type { reconciliationContract } from './contract.ts'
import { lineUnmatched } from './events.ts'
import { marksOfLine } from './look.ts'
import { endReconciliation, matchesOf, unlearnMarks } from './store.ts'
import { undoReason } from './texts.ts'
import { lineNow } from './waiting-line.ts'

export const undo: OperationsOf<typeof reconciliationContract>['undo'] = async (context, { lineId }) => {
  const row = await lockLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  const matches = await matchesOf(context, [lineId])
  if (matches.length === 0) throw new Refusal('line_not_matched', { status: 409 })
  await takeBack(context, row, matches)
  return lineNow(context, lineId)
}

/**
 * The match never counted: what it recorded is reversed on the line's own day, what it only confirmed is parted from the line, and the
 * line waits for a person from now on.
 */
export async function takeBack(context: WriteContext, row: LineRow, matches: Awaited<ReturnType<typeof matchesOf>>): Promise<void> {
  const lineId = row.id
  const [first] = matches
  if (!first) return
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
