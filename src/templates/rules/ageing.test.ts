import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { sum, toCents } from '#core/money'
import { ageing } from './ageing.ts'

const asOf = parseDay('2026-11-21')
const item = (daysPast: number, cents: number) => ({ dueOn: addDays(asOf, -daysPast), remainingCents: toCents(cents) })

test('an invoice due today is not late, and late by one day tomorrow', () => {
  expect(ageing([item(0, 100), item(1, 100)], asOf).daysLate).toEqual([0, 1])
})

test('thirty days late is still the first column, thirty-one the second', () => {
  expect(ageing([item(30, 100), item(31, 20), item(90, 3), item(91, 4)], asOf).ages).toEqual({
    notDue: 0n,
    to30: 100n,
    to60: 20n,
    to90: 3n,
    over90: 4n,
  })
})

test('a credit without due day lowers what is not due', () => {
  const { ages, totalCents, lateCents } = ageing([item(10, 500), { remainingCents: toCents(-200) }], asOf)
  expect([ages.notDue, totalCents, lateCents]).toEqual([-200n, 300n, 500n])
})

test('the columns and the last balance always add up to the total', () => {
  const items = fc.array(
    fc.tuple(fc.integer({ min: -200, max: 400 }), fc.integer({ min: -1e9, max: 1e9 })).map(([days, cents]) => item(days, cents)),
  )
  fc.assert(
    fc.property(items, (open) => {
      const { ages, balances, totalCents } = ageing(open, asOf)
      expect(sum(Object.values(ages))).toBe(totalCents)
      expect(balances.at(-1) ?? 0n).toBe(totalCents)
    }),
  )
})
