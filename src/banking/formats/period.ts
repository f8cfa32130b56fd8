import { type Day, earlierOf, laterOf } from '#core/day'
import type { Balance, StatementLine } from './model.ts'
import type { WarningList } from './warnings.ts'

export type Period = { readonly from: Day | undefined; readonly to: Day | undefined }
type Held = { readonly lines: readonly StatementLine[]; readonly closing?: Balance | undefined }

/** From the first line to the closing balance, or to the last line when that is later: what a statement covers that does not say it. */
export function livedPeriod({ closing, lines }: Held): Period {
  const { from, to } = extentOf(lines)
  const closedOn = closing?.on !== undefined && (to === undefined || closing.on >= to) ? closing.on : to
  return { from: from ?? closedOn, to: closedOn }
}

/** The period the file announces; that of its lines when it announces none, or one in which its own lines do not lie. */
export function announcedPeriod({ from, to }: Period, held: Held, warnings: WarningList): Period {
  if (from === undefined || to === undefined || from > to) return livedPeriod(held)
  const { from: first = from, to: last = to } = extentOf(held.lines)
  if (first >= from && last <= to) return { from, to }
  warnings.add('period_differs', { from, to, first, last })
  return livedPeriod(held)
}

function extentOf(lines: readonly StatementLine[]): Period {
  let first: Day | undefined
  let last: Day | undefined
  for (const { bookedOn } of lines) {
    first = first ? earlierOf(first, bookedOn) : bookedOn
    last = last ? laterOf(last, bookedOn) : bookedOn
  }
  return { from: first, to: last }
}
