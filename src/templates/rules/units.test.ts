import { expect, test } from 'vitest'
import { quantityWithUnit, trimmed } from './units.ts'

test('French keeps the singular below two, English only at one', () => {
  expect(quantityWithUnit('1.5', 'DAY', 'fr')).toBe('1,5\u00a0jour')
  expect(quantityWithUnit('1.5', 'DAY', 'en')).toBe('1.5\u00a0days')
  expect(quantityWithUnit('2', 'DAY', 'fr')).toBe('2\u00a0jours')
  expect(quantityWithUnit('1.0000', 'H87', 'en')).toBe('1\u00a0piece')
})

test('a unit without a word keeps its code', () => {
  expect(quantityWithUnit('3', 'ZZ9', 'fr')).toBe('3\u00a0ZZ9')
})

test('useless zeros go, the digits that count stay', () => {
  expect(['2.5000', '12.000000', '-0.10', '1234.567891'].map(trimmed)).toEqual(['2.5', '12', '-0.1', '1234.567891'])
})
