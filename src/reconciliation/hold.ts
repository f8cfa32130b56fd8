import { setLineWait } from '#banking'
import { parseDay } from '#core/day'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { lineHeld, lineReleased } from './events.ts'
import { holdProblem, isOnHold } from './rules/index.ts'
import { lineNow, waitingLine } from './waiting-line.ts'
import { insertHold } from './waiting-store.ts'

type Operations = OperationsOf<typeof reconciliationContract>

/** The line waits until a day, and then is to do again by itself. */
export const hold: Operations['hold'] = async (context, { lineId, note, until: wanted }) => {
  const row = await waitingLine(context, lineId)
  const until = parseDay(wanted)
  const problem = holdProblem(until, context.today)
  if (problem) throw new Refusal(problem, { field: 'until' })
  await insertHold(context, { lineId, until, note })
  await setLineWait(context, lineId, { held_until: until })
  context.record(lineHeld({}, { lineId, amountCents: toCents(row.amount_cents), until }))
  return lineNow(context, lineId)
}

/** The line is to do at once, whatever it waited for; a question that was open stays without answer. */
export const release: Operations['release'] = async (context, { lineId }) => {
  const row = await waitingLine(context, lineId)
  const wait = { heldUntil: row.held_until, openQuestionId: row.open_question_id }
  if (!isOnHold(wait, context.today)) throw new Refusal('line_not_on_hold', { status: 409 })
  await setLineWait(context, lineId, { held_until: null, open_question_id: null })
  context.record(lineReleased({}, { lineId, amountCents: toCents(row.amount_cents) }))
  return lineNow(context, lineId)
}
