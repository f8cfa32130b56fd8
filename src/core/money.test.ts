import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ZERO,
  decimalText,
  divideRounded,
  isMoneyText,
  minCents,
  moneyText,
  negate,
  parseDecimal,
  parseMoney,
  shortDecimalText,
  splitCents,
  sum,
  toCents,
} from './money.ts'

const cents = fc.bigInt({ min: 1n - 10n ** 17n, max: 10n ** 17n - 1n }).map(toCents)

describe('money as text', () => {
  test.each([
    ['12', 1200n],
    ['12.5', 1250n],
    ['-12.50', -1250n],
    ['0.05', 5n],
    ['-0.05', -5n],
    ['999999999999999.99', 99999999999999999n],
  ])('%s is %d cents', (text, value) => {
    expect(parseMoney(text)).toBe(value)
  })

  test.each(['', '12.', '.5', '12,5', '1 234', '1e3', '12.345', '+1', '--1', '1234567890123456', '12\n', 'NaN'])(
    '%j is not money',
    (text) => {
      expect(isMoneyText(text)).toBe(false)
      expect(() => parseMoney(text)).toThrow(RangeError)
    },
  )

  test('every amount is read back as it was written', () => {
    fc.assert(
      fc.property(cents, (value) => {
        expect(parseMoney(moneyText(value))).toBe(value)
        expect(moneyText(value)).toMatch(/^-?\d+\.\d{2}$/)
      }),
    )
  })

  test('decimals of other widths', () => {
    expect(parseDecimal('1.5', 6)).toBe(1_500_000n)
    expect(parseDecimal('-7', 0)).toBe(-7n)
    expect(() => parseDecimal('1.234', 2)).toThrow(RangeError)
    expect(decimalText(5n, 2)).toBe('0.05')
    expect(decimalText(-5n, 0)).toBe('-5')
    expect(shortDecimalText(1_500_000n, 6)).toBe('1.5')
    expect(shortDecimalText(-10_000_000n, 6)).toBe('-10')
    expect(shortDecimalText(0n, 4)).toBe('0')
    expect(shortDecimalText(100n, 0)).toBe('100')
  })
})

describe('the only division', () => {
  test.each([
    [25n, 2n, 13n],
    [-25n, 2n, -13n],
    [24n, 10n, 2n],
    [-26n, 10n, -3n],
    [0n, 3n, 0n],
  ])('%d / %d is %d', (numerator, denominator, quotient) => {
    expect(divideRounded(numerator, denominator)).toBe(quotient)
  })

  test('is never further than half from the truth, and on the half goes away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (numerator, denominator) => {
        const quotient = divideRounded(numerator, denominator)
        const twiceError = (quotient * denominator - numerator) * 2n
        const awayFromZero = numerator < 0n ? -twiceError : twiceError
        expect(awayFromZero <= denominator && awayFromZero > -denominator).toBe(true)
      }),
    )
  })

  test('refuses what is not a positive denominator', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError)
    expect(() => divideRounded(1n, -2n)).toThrow(RangeError)
  })
})

describe('sharing out', () => {
  test('the largest remainders get the cents left over', () => {
    expect(splitCents(toCents(100), [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
    expect(splitCents(toCents(-100), [1n, 1n, 1n])).toEqual([-34n, -33n, -33n])
    expect(splitCents(toCents(10), [1n, 8n, 1n])).toEqual([1n, 8n, 1n])
  })

  test('without weights the first part takes all', () => {
    expect(splitCents(toCents(100), [0n, 0n])).toEqual([100n, 0n])
    expect(splitCents(toCents(100), [])).toEqual([])
  })

  test('the parts always add up, and each is within a cent of its share', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 }), (total, weights) => {
        const parts = splitCents(total, weights)
        expect(sum(parts)).toBe(total)
        const all = weights.reduce((a, b) => a + b, 0n)
        if (all === 0n) return
        for (const [index, part] of parts.entries()) {
          const error = part * all - total * (weights[index] ?? 0n)
          expect(error < all && error > -all).toBe(true)
        }
      }),
    )
  })
})

test('sums, opposites, the smaller of two', () => {
  expect(sum([toCents(1), toCents(2), toCents(-4)])).toBe(-1n)
  expect(sum([])).toBe(ZERO)
  expect(negate(toCents(5))).toBe(-5n)
  expect(minCents(toCents(3), toCents(2))).toBe(2n)
})
