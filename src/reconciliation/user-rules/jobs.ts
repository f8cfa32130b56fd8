import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'
import type { Job, Jobs } from '#platform/jobs'
import type { WriteDoor } from '#platform/write-door'
import { applyRules } from './apply.ts'
import { bringBackSome } from './bring-back.ts'

const APPLY = 'reconciliation.rules'
const BRING_BACK = 'reconciliation.rules-back'

/** What a go of rules over lines still has to look at: files just imported, or everything that waits, for one rule. */
export type GoOn = {
  readonly filesSha256?: readonly string[]
  readonly ruleId?: Id
  readonly applications: Readonly<Record<Id, Id>>
}

export async function applyLater(context: WriteContext, goOn: GoOn): Promise<void> {
  const what = goOn.filesSha256?.join(' ') ?? goOn.ruleId ?? ''
  await context.later(APPLY, goOn, { key: `${APPLY} ${context.companyId} ${what}` })
}

export async function bringBackLater(context: WriteContext, applicationId: Id): Promise<void> {
  await context.later(BRING_BACK, { applicationId }, { key: `${BRING_BACK} ${applicationId}` })
}

export function userRulesJobs(write: WriteDoor): Jobs {
  const job =
    (operation: string, run: (context: WriteContext, payload: Parameters<Job>[0]) => Promise<void>): Job =>
    (payload) =>
      write(
        {
          operation,
          companyId: payload.companyId,
          personId: undefined,
          actor: { kind: 'system', name: 'reconciliation' },
          locale: 'fr',
          input: {},
        },
        (context) => run(context, payload),
      )
  return {
    [APPLY]: job(APPLY, async (context, payload) => {
      const { applications, filesSha256, ruleId } = payload as unknown as GoOn
      const { applications: going, goesOn } = await applyRules(context, {
        lines: filesSha256 ? { filesSha256 } : 'all',
        occasion: filesSha256 ? 'import' : 'waiting',
        ruleId,
        applications,
      })
      if (goesOn) await applyLater(context, { ...(filesSha256 && { filesSha256 }), ...(ruleId && { ruleId }), applications: going })
    }),
    [BRING_BACK]: job(BRING_BACK, async (context, { applicationId }) => {
      const { goesOn } = await bringBackSome(context, applicationId as Id)
      if (goesOn) await bringBackLater(context, applicationId as Id)
    }),
  }
}
