import { expect, test } from 'vitest'
import fc from 'fast-check'
import { decimalText } from '#core/money'
import { formatDecimal } from '#core/text'
import { readTypedNumber, withTwoDecimals } from './typed-number.ts'

test.each([
  ['1 234,5', '1234.5'],
  ['1\u202f234,50\u00a0€', '1234.50'],
  ['1.234,50', '1234.50'],
  ['1,234.50', '1234.50'],
  ['12.5', '12.5'],
  [',5', '0.5'],
  ['007', '7'],
  ['\u221212,00', '-12.00'],
  ['20 %', '20'],
  ['12,500', '12.50'],
])('%s is understood as %s', (typed, wire) => {
  expect(readTypedNumber(typed, 2, 'fr')).toBe(wire)
})

test.each(['', 'abc', '1,2,3', '12,345', '-', '1e5', '12 x'])('%j is not an amount of money', (typed) => {
  expect(readTypedNumber(typed, 2, 'fr')).toBeUndefined()
})

test('whatever is shown in a field is read back as the same number, in both languages', () => {
  const value = fc.bigInt(-(10n ** 12n), 10n ** 12n)
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), fc.constantFrom('fr' as const, 'en' as const), (whole, places, locale) => {
      const wire = decimalText(whole, places)
      expect(readTypedNumber(formatDecimal(wire, locale), places, locale)).toBe(wire)
    }),
  )
})

test('a lone comma between thousands follows the language of the reader', () => {
  expect(readTypedNumber('1,234', 4, 'en')).toBe('1234')
  expect(readTypedNumber('1,234', 4, 'fr')).toBe('1.234')
  expect(readTypedNumber('1,5', 4, 'en')).toBe('1.5')
})

test('money keeps two decimals', () => {
  expect(withTwoDecimals('12')).toBe('12.00')
  expect(withTwoDecimals('-12.5')).toBe('-12.50')
})
