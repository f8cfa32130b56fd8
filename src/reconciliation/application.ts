/** What came of certain matches applied together. */
import type { z } from 'zod'
import type { Id } from '#core/ids'
import { moneyText, toCents } from '#core/money'
import { textsOf } from '#core/text'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import { type ApplicationRow, exceptionsOf, latestApplication, type Outcome, outcomesOf } from './application-store.ts'
import type { applicationOut, reconciliationContract } from './contract.ts'
import { applicationTexts } from './texts.ts'

/** Exceptions shown: more are counted. */
const EXCEPTIONS = 100

/** The last one stays at hand for a day: long enough to look at what it did and take it back. */
const AT_HAND_MS = 86_400_000

export const application: OperationsOf<typeof reconciliationContract>['application'] = async (context) => {
  const row = await latestApplication(context)
  if (!row) return { application: null }
  const shown = await present(context, row)
  const isOver = shown.state === 'applied' || shown.state === 'undone'
  const isOld = context.now.getTime() - (row.undo_started_at ?? row.started_at).getTime() > AT_HAND_MS
  return { application: isOver && isOld ? null : shown }
}

export async function presentApplication(context: ReadContext, applicationId: Id): Promise<z.input<typeof applicationOut>> {
  const row = await latestApplication(context, applicationId)
  if (!row) throw new Error('an application is never deleted')
  return present(context, row)
}

async function present(context: ReadContext, row: ApplicationRow): Promise<z.input<typeof applicationOut>> {
  const outcomes = await outcomesOf(context, row.id)
  const of = (outcome: Outcome) => outcomes.find((each) => each.outcome === outcome) ?? { count: 0, cents: 0n }
  const exceptions = await exceptionsOf(context, row.id, EXCEPTIONS)
  const reasons = textsOf(applicationTexts, context.locale)
  const undoing = row.undo_started_at !== null
  const [waiting, applied, left, undone, kept] = [of('waiting'), of('applied'), of('left'), of('undone'), of('kept')]
  return {
    id: row.id,
    by: row.started_by_name,
    startedAt: row.started_at.toISOString(),
    state: undoing ? (applied.count > 0 ? 'undoing' : 'undone') : waiting.count > 0 ? 'applying' : 'applied',
    lines: waiting.count + applied.count + left.count + undone.count + kept.count,
    waiting: waiting.count,
    applied: applied.count,
    amount: moneyText(toCents(applied.cents)),
    left: left.count,
    undone: undone.count,
    kept: kept.count,
    exceptions: exceptions.map((line) => ({
      lineId: line.line_id,
      bookedOn: line.booked_on,
      amount: moneyText(toCents(line.amount_cents)),
      text: line.counterparty ?? line.text,
      sentence: reasons[line.reason ?? ''] ?? line.reason ?? '',
    })),
  }
}
