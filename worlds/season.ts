/** When a joiner invoices: busy in spring, early summer and autumn, nearly closed in August, never on a day off. */
import { type Day, addDays, monthOf } from '#core/day'
import { isWorkingDay } from '#core/working-day'
import type { Chance } from './chance.ts'

/** January to December, against an ordinary month. */
const MONTH_WEIGHTS = [0.85, 0.95, 1.08, 1.05, 0.98, 1.2, 1.2, 0.36, 1.02, 1.12, 1.08, 1.1]

/** The worked days of a period, each with the activity reached by its end: made once, asked for every customer. */
export type Season = { readonly days: readonly Day[]; readonly reached: readonly number[] }

export function seasonOf(from: Day, until: Day): Season {
  const days: Day[] = []
  const reached: number[] = []
  let total = 0
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    total += MONTH_WEIGHTS[monthOf(day) - 1] ?? 1
    days.push(day)
    reached.push(total)
  }
  return { days, reached }
}

/** `count` worked days of `from` … `until`, spread as the season has it, in order. */
export function busyDays({ days, reached }: Season, from: Day, until: Day, count: number, chance: Chance): Day[] {
  const start = reached[firstIndex(days, (day) => day >= from) - 1] ?? 0
  const end = reached[firstIndex(days, (day) => day > until) - 1] ?? 0
  return chance
    .spread(count)
    .sort((a, b) => a - b)
    .map((rank) => days[firstIndex(reached, (activity) => activity > start + rank * (end - start))] ?? until)
}

/** Where an ascending list begins to satisfy a condition; its length when it never does. */
function firstIndex<T>(ascending: readonly T[], satisfied: (value: T) => boolean): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (satisfied(ascending[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
