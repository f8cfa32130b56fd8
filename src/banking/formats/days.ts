import { type Day, dayInParis, isDay } from '#core/day'

/** A statement says the same few days thousands of times. */
const MOST_KNOWN = 4096
const known = new Map<string, boolean>()

/** `isDay`, remembered: asking the calendar anew for each line took a fifth of the reading. */
export function isKnownDay(text: string): text is Day {
  const answer = known.get(text)
  if (answer !== undefined) return answer
  if (known.size >= MOST_KNOWN) known.clear()
  const real = isDay(text)
  known.set(text, real)
  return real
}

/** The calendar knows no day beyond. */
const LAST_DAY = '2199-12-31'

/** The French day of an instant of that day; the day as written when the hour is none. */
export function frenchDay(written: Day, instant: string): Day {
  const time = Date.parse(instant)
  return Number.isNaN(time) || written === LAST_DAY ? written : dayInParis(new Date(time))
}

/** Two digits beyond it are of the last century: no file is older than its format, of the eighties at most. */
const LAST_OF_THIS_CENTURY = 60

/** A year that is written with two digits. */
export const yearOfTwoDigits = (short: number): number => (short > LAST_OF_THIS_CENTURY ? 1900 : 2000) + short

/** A day from its two-digit parts; undefined when there is no such day. */
export function dayOfShortYear(year: string, month: string, day: string): Day | undefined {
  const text = `${yearOfTwoDigits(Number(year))}-${month}-${day}`
  return isKnownDay(text) ? text : undefined
}
