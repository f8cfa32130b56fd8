/** Days to which a line is often put off, nearest first and each once. */
import { addDays, type Day, endOfMonth, weekday } from '#core/day'

export type HoldChoice = { readonly name: 'tomorrow' | 'monday' | 'week' | 'monthEnd'; readonly until: Day }

const DAYS_A_WEEK = 7

export function holdChoices(today: Day): HoldChoice[] {
  const monthEnd = endOfMonth(today)
  const choices: HoldChoice[] = [
    { name: 'tomorrow', until: addDays(today, 1) },
    { name: 'monday', until: addDays(today, DAYS_A_WEEK + 1 - weekday(today)) },
    { name: 'week', until: addDays(today, DAYS_A_WEEK) },
    // On its last day, the end of the month is the next one's.
    { name: 'monthEnd', until: monthEnd > today ? monthEnd : endOfMonth(addDays(today, 1)) },
  ]
  const once = choices.filter(({ until }, place) => choices.findIndex((other) => other.until === until) === place)
  return once.toSorted((a, b) => (a.until < b.until ? -1 : 1))
}
