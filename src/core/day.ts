/** A day is `"YYYY-MM-DD"`. Comparison is the comparison of texts. Only `dayInParis` looks at an instant. */
declare const day: unique symbol
export type Day = string & { readonly [day]: true }

const MS_PER_DAY = 86_400_000

/** True for a real calendar day between 1900 and 2199: `2026-02-30` is not one. */
export function isDay(text: string): text is Day {
  const parts = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

/** Reads a day. Throws a `RangeError` on anything that is not a real calendar day. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** The day from its parts; month is 1 to 12. Throws when there is no such day. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day {
  return parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
}

const epochDays = (value: Day): number => Date.parse(`${value}T00:00:00Z`) / MS_PER_DAY
const fromEpochDays = (days: number): Day => parseDay(new Date(days * MS_PER_DAY).toISOString().slice(0, 10))

export const yearOf = (value: Day): number => Number(value.slice(0, 4))
export const monthOf = (value: Day): number => Number(value.slice(5, 7))
export const dayOfMonth = (value: Day): number => Number(value.slice(8, 10))

export function addDays(value: Day, days: number): Day {
  return fromEpochDays(epochDays(value) + days)
}

const [FIRST_DAY, LAST_DAY] = [parseDay('1900-01-01'), parseDay('2199-12-31')]

/** As `addDays`, no further than the first and the last day there are: for looking around a day that a file gave. */
export function daysAround(value: Day, days: number): Day {
  const wanted = epochDays(value) + days
  return fromEpochDays(Math.min(Math.max(wanted, epochDays(FIRST_DAY)), epochDays(LAST_DAY)))
}

/** Whole days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return epochDays(to) - epochDays(from)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function endOfMonth(value: Day): Day {
  return makeDay(yearOf(value), monthOf(value), daysInMonth(yearOf(value), monthOf(value)))
}

export function startOfMonth(value: Day): Day {
  return makeDay(yearOf(value), monthOf(value), 1)
}

/** Same day of another month, or that month's last day when it is shorter: 31 January + 1 month is 28 or 29 February. */
export function addMonths(value: Day, months: number): Day {
  const index = yearOf(value) * 12 + monthOf(value) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return makeDay(year, month, Math.min(dayOfMonth(value), daysInMonth(year, month)))
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(value: Day): number {
  return ((((epochDays(value) + 3) % 7) + 7) % 7) + 1
}

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b)
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b)

const parisCalendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in France at an instant: an invoice issued at 23:30 UTC on 31 December is dated 1 January. */
export function dayInParis(instant: Date): Day {
  return parseDay(parisCalendar.format(instant))
}
