import type { Job, Jobs } from '#platform/jobs'
import type { WriteContext } from '#platform/context'
import type { WriteDoor } from '#platform/write-door'
import { matchLines } from './match-lines.ts'
import { userRulesJobs } from './user-rules/jobs.ts'

const MATCH = 'reconciliation.match'

/** Goes on matching after this write, a bounded number at a time, until nothing certain is left. */
export async function matchLater(context: WriteContext): Promise<void> {
  await context.later(MATCH, {}, { key: `${MATCH} ${context.companyId}` })
}

export function reconciliationJobs(write: WriteDoor): Jobs {
  const match: Job = ({ companyId }) =>
    write(
      { operation: MATCH, companyId, personId: undefined, actor: { kind: 'system', name: 'reconciliation' }, locale: 'fr', input: {} },
      async (context) => {
        const { goesOn } = await matchLines(context, 'all')
        if (goesOn) await matchLater(context)
      },
    )
  return { [MATCH]: match, ...userRulesJobs(write) }
}
