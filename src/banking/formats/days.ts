import { type Day, isDay } from '#core/day'

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

/** In statements that write two digits a year: those from 61 on are of the last century. */
const LAST_YEAR_OF_CENTURY = 60

/** A day from its two-digit parts; undefined when there is no such day. */
export function dayOfShortYear(year: string, month: string, day: string): Day | undefined {
  const text = `${Number(year) > LAST_YEAR_OF_CENTURY ? '19' : '20'}${year}-${month}-${day}`
  return isKnownDay(text) ? text : undefined
}
