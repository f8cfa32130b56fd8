/** The last months of an account, day by day, for a small calendar. */
import { addDays, type Day, daysInMonth, parseDay } from '#core/day'

export type Span = { readonly from: string; readonly to: string; readonly state: 'known' | 'missing' | 'untold' }
export type Cell = { readonly day: Day; readonly state: Span['state'] | undefined }
export type Month = { readonly month: string; readonly cells: readonly Cell[] }

const MOST_MONTHS = 12

/** Newest month first, from the first day known to the last, twelve months at most. */
export function monthsOf(spans: readonly Span[]): Month[] {
  const [first, last] = [spans[0]?.from, spans.at(-1)?.to]
  if (first === undefined || last === undefined) return []
  const months: Month[] = []
  let start = parseDay(`${last.slice(0, 7)}-01`)
  while (months.length < MOST_MONTHS && start.slice(0, 7) >= first.slice(0, 7)) {
    months.push({ month: start.slice(0, 7), cells: cellsOf(start, spans) })
    start = parseDay(`${addDays(start, -1).slice(0, 7)}-01`)
  }
  return months
}

function cellsOf(start: Day, spans: readonly Span[]): Cell[] {
  const [year = 0, month = 1] = start.split('-').map(Number)
  return Array.from({ length: daysInMonth(year, month) }, (_, index) => {
    const day = addDays(start, index)
    return { day, state: spans.find(({ from, to }) => from <= day && day <= to)?.state }
  })
}
