import type { Id } from '#core/ids'
import type { Write, WriteContext } from '#platform/context'
import type { Place } from '#platform/cursor'
import type { Job, Jobs } from '#platform/jobs'
import type { WriteDoor } from '#platform/write-door'
import { userRulesJobs } from './user-rules/jobs.ts'

const MATCH = 'reconciliation.match'
const APPLICATION = 'reconciliation.application'

/** A walk over all lines that wait, oldest first: how far it is, and what it has settled so far. For a long import, it tells it so. */
export type Walk = { readonly after?: Place | undefined; readonly settled?: number; readonly importId?: Id }

/** Goes on matching after this write, a bounded number at a time, until a walk over all that waits settles nothing. */
export async function matchLater(context: WriteContext, walk: Walk = {}): Promise<void> {
  // A walk that goes on stands beside a new one: neither takes the place of the other.
  const key =
    walk.after || walk.importId !== undefined ? `${MATCH} ${context.companyId} ${walk.importId ?? 'on'}` : `${MATCH} ${context.companyId}`
  await context.later(MATCH, walk, { key })
}

/** Goes on applying, or taking back, what a person chose, a bounded number at a time. */
export async function goOnLater(context: WriteContext, applicationId: Id): Promise<void> {
  await context.later(APPLICATION, { applicationId }, { key: `${APPLICATION} ${applicationId}` })
}

export type Work = {
  readonly walkOn: (context: WriteContext, walk: Walk) => Promise<void>
  /** Does a bounded number, and says whether there may be more. */
  readonly goOnWith: (context: WriteContext, applicationId: Id) => Promise<boolean>
}

export function reconciliationJobsWith(write: WriteDoor, { goOnWith, walkOn }: Work): Jobs {
  const alone = (operation: string, companyId: Id, input: object, run: Write<object, void>) =>
    write({ operation, companyId, personId: undefined, actor: { kind: 'system', name: 'reconciliation' }, locale: 'fr', input }, run)
  const match: Job = ({ companyId, ...walk }) => alone(MATCH, companyId, {}, (context) => walkOn(context, walk))
  const application: Job = ({ applicationId, companyId }) =>
    alone(APPLICATION, companyId, { applicationId }, async (context) => {
      if (await goOnWith(context, applicationId as Id)) await goOnLater(context, applicationId as Id)
    })
  return { [MATCH]: match, [APPLICATION]: application, ...userRulesJobs(write) }
}
