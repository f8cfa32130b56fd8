import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  type Day,
  addDays,
  daysAround,
  addMonths,
  dayInParis,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  earlierOf,
  endOfMonth,
  isDay,
  laterOf,
  makeDay,
  monthOf,
  parseDay,
  startOfMonth,
  weekday,
  yearOf,
} from './day.ts'

const FIRST = Temporal.PlainDate.from('1950-01-01')
const days = fc.integer({ min: 0, max: 54_000 }).map((offset) => parseDay(FIRST.add({ days: offset }).toString()))
const oracle = (day: Day) => Temporal.PlainDate.from(day)

describe('a day', () => {
  test.each(['2026-02-28', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '',
  ])('%j is not', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => parseDay(text)).toThrow(RangeError)
  })

  test('is made of its parts', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(makeDay(yearOf(day), monthOf(day), dayOfMonth(day))).toBe(day)
      }),
    )
    expect(() => makeDay(2026, 2, 29)).toThrow(RangeError)
  })
})

describe('Temporal agrees', () => {
  test('on adding days and counting them', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -10_000, max: 10_000 }), (day, count) => {
        const moved = addDays(day, count)
        expect(moved).toBe(oracle(day).add({ days: count }).toString())
        expect(daysBetween(day, moved)).toBe(count)
      }),
    )
  })

  test('on adding months', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (day, count) => {
        expect(addMonths(day, count)).toBe(oracle(day).add({ months: count }).toString())
      }),
    )
  })

  test('on months and weekdays', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = oracle(day)
        expect(daysInMonth(yearOf(day), monthOf(day))).toBe(date.daysInMonth)
        expect(endOfMonth(day)).toBe(date.with({ day: date.daysInMonth }).toString())
        expect(startOfMonth(day)).toBe(date.with({ day: 1 }).toString())
        expect(weekday(day)).toBe(date.dayOfWeek)
      }),
    )
  })

  test('on the order of days', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const order = Temporal.PlainDate.compare(oracle(a), oracle(b))
        expect(laterOf(a, b)).toBe(order < 0 ? b : a)
        expect(earlierOf(a, b)).toBe(order < 0 ? a : b)
      }),
    )
  })

  test('on the day it is in France', () => {
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, (instant) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/Paris')
        expect(dayInParis(instant)).toBe(zoned.toPlainDate().toString())
      }),
    )
  })
})

test('late on 31 December in UTC it is already January in France', () => {
  expect(dayInParis(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
  expect(dayInParis(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
  expect(dayInParis(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
})

test('looks around a day no further than the days there are', () => {
  expect(daysAround(parseDay('2026-03-01'), -1)).toBe('2026-02-28')
  expect(daysAround(parseDay('1900-01-05'), -400)).toBe('1900-01-01')
  expect(daysAround(parseDay('2199-12-30'), 10)).toBe('2199-12-31')
})
