import type { Id } from '#core/ids'
import type { Job, Jobs } from '#platform/jobs'
import type { Write, WriteContext } from '#platform/context'
import type { WriteDoor } from '#platform/write-door'
import { userRulesJobs } from './user-rules/jobs.ts'

const MATCH = 'reconciliation.match'
const APPLICATION = 'reconciliation.application'

/** Goes on matching after this write, a bounded number at a time, until nothing certain is left. */
export async function matchLater(context: WriteContext): Promise<void> {
  await context.later(MATCH, {}, { key: `${MATCH} ${context.companyId}` })
}

/** Goes on applying, or taking back, what a person chose, a bounded number at a time. */
export async function goOnLater(context: WriteContext, applicationId: Id): Promise<void> {
  await context.later(APPLICATION, { applicationId }, { key: `${APPLICATION} ${applicationId}` })
}

export type Work = {
  /** Each does a bounded number, and says whether there may be more. */
  readonly matchNext: (context: WriteContext) => Promise<boolean>
  readonly goOnWith: (context: WriteContext, applicationId: Id) => Promise<boolean>
}

export function reconciliationJobsWith(write: WriteDoor, { goOnWith, matchNext }: Work): Jobs {
  const alone = (operation: string, companyId: Id, input: object, run: Write<object, void>) =>
    write({ operation, companyId, personId: undefined, actor: { kind: 'system', name: 'reconciliation' }, locale: 'fr', input }, run)
  const match: Job = ({ companyId }) =>
    alone(MATCH, companyId, {}, async (context) => {
      if (await matchNext(context)) await matchLater(context)
    })
  const application: Job = ({ applicationId, companyId }) =>
    alone(APPLICATION, companyId, { applicationId }, async (context) => {
      if (await goOnWith(context, applicationId as Id)) await goOnLater(context, applicationId as Id)
    })
  return { [MATCH]: match, [APPLICATION]: application, ...userRulesJobs(write) }
}
