/** The numbers that a gap-free series gives, year by year: `F{YYYY}-{00000}`. */
import { type Day, yearOf } from '#core/day'

export function numberSeries(pattern: string): (on: Day) => string {
  const lastByYear = new Map<number, number>()
  return (on) => {
    const year = yearOf(on)
    const rank = (lastByYear.get(year) ?? 0) + 1
    lastByYear.set(year, rank)
    return pattern.replace('{YYYY}', String(year)).replace(/\{(0+)\}/, (_, zeros: string) => String(rank).padStart(zeros.length, '0'))
  }
}
