import { expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { toCents } from '#core/money'
import { countBackDso, simpleDso } from './days-sales.ts'

const months = (...sales: [string, number][]) => sales.map(([month, cents]) => ({ month: parseDay(month), salesCents: toCents(cents) }))
const endOfNovember = parseDay('2026-11-30')

test('300 owed, 120 sold in November, 100 in October, 160 in September: 30 + 31 + 15 days', () => {
  const history = months(['2026-11-01', 120], ['2026-10-01', 100], ['2026-09-01', 160])
  expect(countBackDso(toCents(300), history, endOfNovember)).toEqual({ days: 76, exhausted: true })
})

test('of the month under way only the days gone by count', () => {
  const history = months(['2026-11-01', 200])
  expect(countBackDso(toCents(100), history, parseDay('2026-11-10'))).toEqual({ days: 5, exhausted: true })
})

test('a month with more credit notes than sales counts its days and gives nothing back', () => {
  const history = months(['2026-11-01', -50], ['2026-10-01', 100])
  expect(countBackDso(toCents(100), history, endOfNovember)).toEqual({ days: 61, exhausted: true })
})

test('a history too short says so', () => {
  expect(countBackDso(toCents(500), months(['2026-11-01', 100]), endOfNovember)).toEqual({ days: 30, exhausted: false })
})

test('nobody owes anything: no day', () => {
  expect(countBackDso(toCents(0), months(['2026-11-01', 100]), endOfNovember)).toEqual({ days: 0, exhausted: true })
  expect(simpleDso(toCents(0), toCents(100), 90)).toBe(0)
})

test('half of a quarter’s sales owed is half a quarter; without sales there is no DSO', () => {
  expect(simpleDso(toCents(50_000), toCents(100_000), 90)).toBe(45)
  expect(simpleDso(toCents(50_000), toCents(0), 90)).toBeUndefined()
})
