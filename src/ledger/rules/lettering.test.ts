import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letteringCode } from './lettering.ts'

test.each([
  [1, 'A'],
  [2, 'B'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('lettering %i bears %s', (number, code) => {
  expect(letteringCode(number)).toBe(code)
})

test('the next code is longer, or as long and after it: none comes twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (number) => {
      const [code, next] = [letteringCode(number), letteringCode(number + 1)]
      expect(next.length > code.length || (next.length === code.length && next > code)).toBe(true)
    }),
  )
})

test('nothing is lettered before the first', () => {
  expect(() => letteringCode(0)).toThrow('counted from 1')
})
