/** Reads days as people type them, into `"YYYY-MM-DD"`. */
import { addDays, type Day, daysBetween, isDay, makeDay, yearOf } from '#core/day'

/** Two-digit years: `26` is 2026. */
const CENTURY = 2000
/** Longest reach of a relative day such as `+30`: ten years. */
const FARTHEST_DAYS = 3660

/**
 * `12/03/2026`, `12.3.26`, `12032026`, `120326`, `12/3` (nearest such day to today), `+30` (from today), `2026-03-12`.
 * Undefined when there is no such day.
 */
export function readTypedDay(typed: string, today: Day): Day | undefined {
  const text = typed.trim()
  if (isDay(text)) return text
  const relative = /^([+-])(\d{1,4})$/.exec(text)
  if (relative) {
    const days = Number(relative[2])
    return days <= FARTHEST_DAYS ? addDays(today, relative[1] === '-' ? -days : days) : undefined
  }
  const separated = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(text)
  const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text)
  const [, day, month, year] = separated ?? packed ?? []
  if (!day || !month) return undefined
  return year ? dayOrNothing(Number(year) < 100 ? CENTURY + Number(year) : Number(year), month, day) : nearest(month, day, today)
}

function dayOrNothing(year: number, month: string, day: string): Day | undefined {
  try {
    return makeDay(year, Number(month), Number(day))
  } catch {
    return undefined
  }
}

function nearest(month: string, day: string, today: Day): Day | undefined {
  const years = [yearOf(today) - 1, yearOf(today), yearOf(today) + 1]
  const days = years.map((year) => dayOrNothing(year, month, day)).filter((value) => value !== undefined)
  const distance = (value: Day) => Math.abs(daysBetween(today, value))
  return days.sort((a, b) => distance(a) - distance(b))[0]
}
