import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeChance } from './chance.ts'

const draws = (seed: string): number[] => Array.from({ length: 50 }, makeChance(seed).next)

test('the same seed draws the same numbers, another seed draws others', () => {
  expect(draws('a')).toEqual(draws('a'))
  expect(draws('a')).not.toEqual(draws('b'))
})

test('a fork does not depend on what was drawn before', () => {
  const used = makeChance('a')
  used.next()
  expect(used.fork('customer').next()).toBe(makeChance('a').fork('customer').next())
})

test('a spread has exactly one number in each slice', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, count) => {
      const slices = makeChance(seed)
        .spread(count)
        .map((rank) => Math.floor(rank * count))
      expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index))
    }),
  )
})

test('whole numbers stay within their bounds and reach both', () => {
  const chance = makeChance('dice')
  const faces = new Set(Array.from({ length: 200 }, () => chance.whole(1, 6)))
  expect(faces).toEqual(new Set([1, 2, 3, 4, 5, 6]))
})
