/** Working days in France: when an invoice goes out, a reminder leaves, a bank books. Sundays, Saturdays and the eleven public holidays (C. trav. L3133-1) are not. */
import { type Day, addDays, makeDay, weekday, yearOf } from '#core/day'

const FIXED_HOLIDAYS: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
]

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const MOVING_HOLIDAYS = [1, 39, 50]

const holidaysByYear = new Map<number, ReadonlySet<string>>()

export function isWorkingDay(day: Day): boolean {
  return weekday(day) <= 5 && !holidaysOf(yearOf(day)).has(day)
}

/** The day itself when it is worked, else the next worked day. */
export function workingDayFrom(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, 1)
  return found
}

/** The day itself when it is worked, else the worked day before. */
export function workingDayUpTo(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}

function holidaysOf(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const holidays = new Set<string>([
    ...FIXED_HOLIDAYS.map(([month, day]) => makeDay(year, month, day)),
    ...MOVING_HOLIDAYS.map((days) => addDays(easter, days)),
  ])
  holidaysByYear.set(year, holidays)
  return holidays
}

/** The anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonOffset = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonOffset + 15) % 30
  const weekdayOffset = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekdayOffset) / 451)
  const position = epact + weekdayOffset - 7 * correction + 114
  return makeDay(year, Math.floor(position / 31), (position % 31) + 1)
}
