import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parseDay, weekday } from '#core/day'
import { isWorkingDay, workingDayFrom, workingDayUpTo } from './working-day.ts'

test.each([
  ['New Year', '2026-01-01'],
  ['Easter Monday', '2026-04-06'],
  ['Labour Day', '2026-05-01'],
  ['Victory Day', '2026-05-08'],
  ['Ascension', '2026-05-14'],
  ['Whit Monday', '2026-05-25'],
  ['Bastille Day', '2026-07-14'],
  ['Assumption', '2025-08-15'],
  ['All Saints', '2027-11-01'],
  ['Armistice', '2026-11-11'],
  ['Christmas', '2026-12-25'],
  ['Easter Monday of 2008', '2008-03-24'],
  ['Easter Monday of 2038', '2038-04-26'],
])('%s (%s) is a public holiday', (_name, day) => {
  expect(isWorkingDay(parseDay(day))).toBe(false)
})

test('days off are left by the nearest worked day, on the side asked for', () => {
  expect(workingDayFrom(parseDay('2026-12-25'))).toBe('2026-12-28')
  expect(workingDayUpTo(parseDay('2026-04-06'))).toBe('2026-04-03')
  expect(workingDayUpTo(parseDay('2026-11-20'))).toBe('2026-11-20')
})

test('a year holds 249 to 256 working days, none of them on a weekend', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2150 }), (year) => {
      const first = parseDay(`${year}-01-01`)
      const worked = Array.from({ length: 365 }, (_, index) => addDays(first, index)).filter(isWorkingDay)
      expect(worked.length).toBeGreaterThanOrEqual(249)
      expect(worked.length).toBeLessThanOrEqual(256)
      expect(worked.every((day) => weekday(day) <= 5)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
