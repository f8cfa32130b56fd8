import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sum, toCents } from '#core/money'
import { MOST_ITEMS, subsetsThatAddUp } from './subset.ts'

const amounts = fc.array(
  fc.integer({ min: 1, max: 60 }).map((value) => toCents(value)),
  { maxLength: 10 },
)
const itself = <T>(value: T): T => value

it('finds a set of two or more that adds up exactly when trying all of them does, and only then', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 200 }), (items, wanted) => {
      const target = toCents(wanted)
      const found = subsetsThatAddUp(items, itself, target)
      const all = Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => mask & (2 ** index))).filter(
        (set) => set.length > 1 && sum(set) === target,
      )
      expect(found.length).toBe(Math.min(all.length, 2))
      for (const set of found) expect(sum(set)).toBe(target)
    }),
  )
})

it('looks at a bounded number of items', () => {
  const many = Array.from({ length: 500 }, () => toCents(2))
  expect(subsetsThatAddUp(many, itself, toCents(2 * (MOST_ITEMS + 1)))).toEqual([])
})
