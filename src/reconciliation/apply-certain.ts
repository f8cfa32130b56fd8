/** A person saw certain matches and applies them together: each is looked at again, and what no longer holds is left with its reason. */
import { findLine, type LineRow, lockWaitingLines } from '#banking'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { presentApplication } from './application.ts'
import {
  type ApplicationLine,
  countKnownLines,
  insertApplication,
  linesWithOutcome,
  lockApplication,
  noteMatches,
  noteOutcome,
} from './application-store.ts'
import type { reconciliationContract } from './contract.ts'
import { certainApplied } from './events.ts'
import { goOnLater } from './jobs.ts'
import { type Look, lookAt } from './look.ts'
import { proposalId } from './proposal-id.ts'
import { stillHolds } from './match-lines.ts'
import { isOnHold } from './rules/index.ts'
import { settleLine } from './settle.ts'

/** Matches of one transaction: some seconds of work. More are done by a job, as many at a time. */
const MATCHES_AT_ONCE = 200

export const applyCertain: OperationsOf<typeof reconciliationContract>['applyCertain'] = async (context, { lines }) => {
  const wishes = [...new Map(lines.map((wish) => [wish.lineId, wish])).values()]
  const lineIds = wishes.map(({ lineId }) => lineId)
  if ((await countKnownLines(context, lineIds)) < wishes.length) throw new Refusal('not_found', { status: 404 })
  const applicationId = await insertApplication(context, wishes)
  context.record(certainApplied({}, { applicationId, count: wishes.length }))
  if (wishes.length > MATCHES_AT_ONCE) await goOnLater(context, applicationId)
  else await applyNext(context, applicationId)
  return presentApplication(context, applicationId)
}

/** A bounded number of lines; true when there may be more. Done twice, the second finds nothing to do. */
export async function applyNext(context: WriteContext, applicationId: Id): Promise<boolean> {
  const application = await lockApplication(context, applicationId)
  if (!application || application.undo_started_at !== null) return false
  const wishes = await linesWithOutcome(context, applicationId, { outcome: 'waiting', limit: MATCHES_AT_ONCE })
  const held = await lockWaitingLines(
    context,
    wishes.map(({ lineId }) => lineId),
  )
  const rows = new Map(held.map((row) => [row.id, row]))
  const look = await lookAt(context, held)
  const applied: Id[] = []
  for (const wish of wishes) {
    const row = rows.get(wish.lineId)
    const reason = row ? await whyNot(context, look, row, wish) : await whyNotHeld(context, wish.lineId)
    const match = row && look.verdictOn(row).certain
    if (reason === undefined && row && match) {
      const { customerId, evidence, shares } = match
      await settleLine(context, row, { origin: 'manual', evidence, shares, customerId: customerId ?? undefined })
      look.book.pay(shares)
      applied.push(row.id)
      await noteOutcome(context, applicationId, row.id, { outcome: 'applied', shares })
    } else {
      await noteOutcome(context, applicationId, wish.lineId, { outcome: 'left', reason: reason ?? 'no_longer_certain' })
    }
  }
  await noteMatches(context, applicationId, applied)
  return wishes.length === MATCHES_AT_ONCE
}

/** Nothing when the certain match that was seen still is the one. */
async function whyNot(context: WriteContext, look: Look, row: LineRow, wish: ApplicationLine): Promise<string | undefined> {
  if (look.undone.has(row.id)) return 'line_undone'
  if (isOnHold({ heldUntil: row.held_until, openQuestionId: row.open_question_id }, context.today)) return 'line_on_hold'
  if (row.booked_on > context.today) return 'line_later'
  const { certain } = look.verdictOn(row)
  if (!certain || proposalId(certain.key) !== wish.proposalId) return 'no_longer_certain'
  return (await stillHolds(context, look.book, certain)) ? undefined : 'customer_busy'
}

async function whyNotHeld(context: WriteContext, lineId: Id): Promise<string> {
  const row = await findLine(context, lineId)
  return row?.state === 'to_do' ? 'line_busy' : 'line_done'
}
