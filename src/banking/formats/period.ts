import type { Day } from '#core/day'
import type { Balance, StatementLine } from './model.ts'
import type { WarningList } from './warnings.ts'

type Announced = { readonly from: Day | undefined; readonly to: Day | undefined }
type Held = { readonly lines: readonly StatementLine[]; readonly closing: Balance | undefined }

/** The period the file announces; that of its lines when it announces none, or one in which its own lines do not lie. */
export function periodOf({ from, to }: Announced, { closing, lines }: Held, warnings: WarningList): Announced {
  const days = lines.map((line) => line.bookedOn).toSorted()
  const first = days[0]
  const last = days.at(-1)
  const announced = from !== undefined && to !== undefined && from <= to
  const outside = announced && ((first !== undefined && first < from) || (last !== undefined && last > to))
  if (outside) warnings.add('period_differs', { from, to, first: first ?? from, last: last ?? to })
  if (announced && !outside) return { from, to }
  const closedOn = closing?.on !== undefined && (last === undefined || closing.on >= last) ? closing.on : last
  return { from: first ?? closedOn, to: closedOn }
}
