import { type Day, earlierOf, laterOf } from '#core/day'
import type { StatementLine } from './model.ts'

export type Period = { readonly from: Day | undefined; readonly to: Day | undefined }

/** From the first line to the closing balance, or to the last line when that is later: what a statement covers that does not say it. */
export function periodOf(lines: readonly StatementLine[], closedOn: Day | undefined): Period {
  let first: Day | undefined
  let last: Day | undefined
  for (const { bookedOn } of lines) {
    first = first ? earlierOf(first, bookedOn) : bookedOn
    last = last ? laterOf(last, bookedOn) : bookedOn
  }
  const to = closedOn !== undefined && (last === undefined || closedOn >= last) ? closedOn : last
  return { from: first ?? to, to }
}
