import { expect, test } from 'vitest'
import { toCents } from '#core/money'
import { changeInPercent, percentOfMoney, thousandths } from './shares.ts'

test.each([
  ['25.00', '100.00', 25],
  ['0.00', '0.00', 0],
  ['-12.00', '100.00', 0],
  ['120.00', '100.00', 100],
])('%s of %s is %i %%', (part, whole, percent) => {
  expect(percentOfMoney(part, whole)).toBe(percent)
})

test('a part too small to be seen is still not more than nothing', () => {
  expect(thousandths(toCents(1), toCents(1_000_000))).toBe(0)
})

test('a change is told against what was before, and not at all when there was nothing', () => {
  expect(changeInPercent('110.00', '100.00')).toBe(10)
  expect(changeInPercent('50.00', '100.00')).toBe(-50)
  expect(changeInPercent('50.00', '0.00')).toBeUndefined()
})
