/** Certain matches applied together are taken back together: each that still lies where it was put. */
import { lockLine } from '#banking'
import type { Id } from '#core/ids'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { Tenant, WriteContext } from '#platform/context'
import { allocationsInForce } from '#receivables'
import { presentApplication } from './application.ts'
import { type ApplicationLine, beginUndoing, linesWithOutcome, lockApplication, noteOutcome, outcomesOf } from './application-store.ts'
import type { reconciliationContract } from './contract.ts'
import { certainUndone } from './events.ts'
import { goOnLater } from './jobs.ts'
import { isAsApplied } from './rules/index.ts'
import { matchesOf } from './store.ts'
import { takeBack } from './undo.ts'

/** As many as are applied at once: reversing takes as long as recording. */
const UNDONE_AT_ONCE = 200

export const undoApplication: OperationsOf<typeof reconciliationContract>['undoApplication'] = async (context, { applicationId }) => {
  const application = await lockApplication(context, applicationId)
  if (!application) throw new Refusal('not_found', { status: 404 })
  const outcomes = await outcomesOf(context, applicationId)
  if (outcomes.some(({ outcome }) => outcome === 'waiting')) throw new Refusal('application_running', { status: 409 })
  if (application.undo_started_at === null) {
    await beginUndoing(context, applicationId)
    const count = outcomes.find(({ outcome }) => outcome === 'applied')?.count ?? 0
    context.record(certainUndone({}, { applicationId, count }))
    if (count > UNDONE_AT_ONCE) await goOnLater(context, applicationId)
    else await undoNext(context, applicationId)
  }
  return presentApplication(context, applicationId)
}

/** A bounded number of lines; true when there may be more. Done twice, the second finds nothing to do. */
export async function undoNext(context: WriteContext, applicationId: Id): Promise<boolean> {
  const application = await lockApplication(context, applicationId)
  if (!application || application.undo_started_at === null) return false
  const lines = await linesWithOutcome(context, applicationId, { outcome: 'applied', limit: UNDONE_AT_ONCE })
  for (const line of lines) {
    const row = await lockLine(context, line.lineId)
    const matches = await matchesOf(context, [line.lineId])
    const isUnchanged = row !== undefined && (await isWhereItWasPut(context, line, matches))
    if (isUnchanged) await takeBack(context, row, matches)
    await noteOutcome(
      context,
      applicationId,
      line.lineId,
      isUnchanged ? { outcome: 'undone' } : { outcome: 'kept', reason: 'changed_since' },
    )
  }
  return lines.length === UNDONE_AT_ONCE
}

/** The same match, its payment counting, its money on the same invoices. */
async function isWhereItWasPut(
  tenant: Tenant,
  { reconciliationId, shares }: ApplicationLine,
  matches: Awaited<ReturnType<typeof matchesOf>>,
): Promise<boolean> {
  const [match, another] = matches
  if (!match || another || match.id !== reconciliationId || match.reversed_on !== null) return false
  const allocations = await allocationsInForce(tenant, [match.item_id])
  return isAsApplied(
    shares,
    allocations.map((made) => ({ invoiceId: made.debit_invoice_id, amountCents: toCents(made.amount_cents) })),
  )
}
