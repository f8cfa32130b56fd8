import { expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { readTypedDay } from './typed-day.ts'

const today = parseDay('2026-12-20')

test.each([
  ['12/03/2026', '2026-03-12'],
  ['12.3.26', '2026-03-12'],
  ['12032026', '2026-03-12'],
  ['120326', '2026-03-12'],
  ['2026-03-12', '2026-03-12'],
  [' 1-2-2027 ', '2027-02-01'],
  ['20/12', '2026-12-20'],
  ['+30', '2027-01-19'],
  ['-1', '2026-12-19'],
])('%s is understood as %s', (typed, day) => {
  expect(readTypedDay(typed, today)).toBe(day)
})

test('a day without its year is the nearest one: in December, 12/1 is next January', () => {
  expect(readTypedDay('12/1', today)).toBe('2027-01-12')
  expect(readTypedDay('12/11', today)).toBe('2026-11-12')
})

test.each(['', '31/02/2026', '2026', 'demain', '12/13/2026', '+99999'])('%j is no day', (typed) => {
  expect(readTypedDay(typed, today)).toBeUndefined()
})
