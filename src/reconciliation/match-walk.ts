import type { WriteContext } from '#platform/context'
import { matchLater, type Walk } from './jobs.ts'
import { tellMatched } from './long-import-store.ts'
import { matchLines } from './match-lines.ts'
import { lockMatching } from './store.ts'

/** A stretch of a walk over all lines that wait; the rest of it is for the next job. */
export async function walkOn(context: WriteContext, { after, importId, settled = 0 }: Walk): Promise<void> {
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
