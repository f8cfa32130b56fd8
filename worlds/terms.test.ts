import { parseDay } from '#core/day'
import { sum, toCents } from '#core/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instalmentsOf, terms } from './terms.ts'

test('45 days end of month: to the end of the month, then 45 days', () => {
  expect(instalmentsOf('eom_45', parseDay('2026-01-10'), toCents(100)).map(({ dueOn }) => dueOn)).toEqual(['2026-03-17'])
})

test('instalments always add up to the invoice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...terms), fc.integer({ min: 1, max: 10_000_000 }), ({ key }, cents) => {
      const amounts = instalmentsOf(key, parseDay('2026-02-28'), toCents(cents)).map(({ amountCents }) => amountCents)
      expect(sum(amounts)).toBe(BigInt(cents))
    }),
  )
})
