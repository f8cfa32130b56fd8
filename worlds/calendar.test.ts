import { parseDay } from '#core/day'
import { expect, test } from 'vitest'
import { isWorkingDay, workingDayFrom, workingDayUpTo } from './calendar.ts'

test.each(['2025-04-21', '2026-04-06', '2026-05-14', '2026-05-25', '2026-07-14', '2026-11-11', '2027-03-29'])(
  '%s is a public holiday',
  (day) => {
    expect(isWorkingDay(parseDay(day))).toBe(false)
  },
)

test('days off are left by the nearest worked day, on the side asked for', () => {
  expect(workingDayFrom(parseDay('2026-12-25'))).toBe('2026-12-28')
  expect(workingDayUpTo(parseDay('2026-04-06'))).toBe('2026-04-03')
  expect(workingDayUpTo(parseDay('2026-11-20'))).toBe('2026-11-20')
})
