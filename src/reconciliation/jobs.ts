import type { Id } from '#core/ids'
import type { Place } from '#platform/cursor'
import type { Job, Jobs } from '#platform/jobs'
import type { WriteContext } from '#platform/context'
import type { WriteDoor } from '#platform/write-door'
import { tellMatched } from './long-import-store.ts'
import { matchLines } from './match-lines.ts'
import { lockMatching } from './store.ts'

const MATCH = 'reconciliation.match'

/** A walk over all lines that wait, oldest first: how far it is, and what it has settled so far. For a long import, it tells it so. */
type Walk = { readonly after?: Place | undefined; readonly settled?: number; readonly importId?: Id }

/** Goes on matching after this write, a bounded number at a time, until a walk over all that waits settles nothing. */
export async function matchLater(context: WriteContext, walk: Walk = {}): Promise<void> {
  // A walk that goes on stands beside a new one: neither takes the place of the other.
  const key =
    walk.after || walk.importId !== undefined ? `${MATCH} ${context.companyId} ${walk.importId ?? 'on'}` : `${MATCH} ${context.companyId}`
  await context.later(MATCH, walk, { key })
}

export function reconciliationJobs(write: WriteDoor): Jobs {
  const match: Job = ({ companyId, ...payload }) =>
    write(
      { operation: MATCH, companyId, personId: undefined, actor: { kind: 'system', name: 'reconciliation' }, locale: 'fr', input: {} },
      (context) => walkOn(context, payload),
    )
  return { [MATCH]: match }
}

async function walkOn(context: WriteContext, { after, importId, settled = 0 }: Walk): Promise<void> {
  // Begun again after a crash beside its own continuation, each would take the other's lines for done.
  await lockMatching(context)
  const matched = await matchLines(context, { after })
  const total = settled + matched.count
  const isOver = !matched.goesOn && total === 0
  const ofImport = importId === undefined ? {} : { importId }
  if (importId !== undefined) await tellMatched(context, importId, { ...matched, done: isOver })
  if (matched.goesOn) await matchLater(context, { ...ofImport, after: matched.last, settled: total })
  // What was settled may leave no doubt about another line: all are looked at once more.
  else if (total > 0) await matchLater(context, ofImport)
}
