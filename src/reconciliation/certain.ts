/** Certain matches that did not settle by themselves: the company wants to see them first, or the invoice came after the line. */
import { type LineRow, presentLine, waitingLines } from '#banking'
import type { OperationsOf } from '#platform/api'
import { placeOfCursor } from '#platform/cursor'
import type { reconciliationContract } from './contract.ts'
import { lookAt } from './look.ts'
import { presentProposal } from './present.ts'

type Certain = OperationsOf<typeof reconciliationContract>['certain']

/** Lines looked at in one request: a fraction of a second, however many wait. */
const LOOKED_AT = 2_000

/** Oldest first, as they would be applied: what one would pay is no longer open for the next. Undone, refused and put off lines stay out. */
export const certain: Certain = async (context, { cursor, limit }) => {
  const lines = await waitingLines(context, { on: context.today, after: placeOfCursor(cursor), limit: LOOKED_AT })
  const look = await lookAt(context, lines)
  const rows: Awaited<ReturnType<Certain>>['rows'] = []
  for (const line of lines) {
    const match = look.undone.has(line.id) ? undefined : look.verdictOn(line).certain
    if (!match) continue
    rows.push({ line: presentLine(line), proposal: presentProposal(context, look, match, { certain: true, habit: [] }) })
    look.book.pay(match.shares)
    if (rows.length === limit) return { rows, nextCursor: line === lines.at(-1) && lines.length < LOOKED_AT ? null : cursorOf(line) }
  }
  const last = lines.length === LOOKED_AT ? lines.at(-1) : undefined
  return { rows, nextCursor: last ? cursorOf(last) : null }
}

const cursorOf = (line: LineRow): string => `${line.booked_on}_${line.id}`
