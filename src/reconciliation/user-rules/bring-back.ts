import { lockLine } from '#banking'
import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'
import { takeBackLine } from '../undo.ts'
import { linesOfApplication } from './store.ts'

/** Lines of one transaction. What is left is done by the job. */
const LINES_AT_ONCE = 200

/** Brings back lines that still stand as a rule decided them, a bounded number at a time. */
export async function bringBackSome(context: WriteContext, applicationId: Id): Promise<{ count: number; goesOn: boolean }> {
  const standing = await linesOfApplication(context, applicationId, 'in_force')
  const now = standing.slice(0, LINES_AT_ONCE)
  for (const lineId of now) {
    const row = await lockLine(context, lineId)
    // The two sides of a transfer come back together: the second is done already.
    if (row && (row.state === 'matched' || row.state === 'set_aside')) await takeBackLine(context, row)
  }
  return { count: now.length, goesOn: standing.length > now.length }
}
