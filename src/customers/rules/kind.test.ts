import { expect, test } from 'vitest'
import { eAddressOf, fitsCountry, kindOfCountry } from './kind.ts'

test.each([
  ['FR', 'company'],
  ['MC', 'company'],
  ['DE', 'eu'],
  ['CH', 'other'],
])('a business in %s is %s', (country, kind) => {
  expect(kindOfCountry(country)).toBe(kind)
})

test('a town hall in Berlin or a German company in Rennes is odd, a consumer never', () => {
  expect(fitsCountry('public', 'DE')).toBe(false)
  expect(fitsCountry('eu', 'FR')).toBe(false)
  expect(fitsCountry('public', 'RE')).toBe(true)
  expect(fitsCountry('consumer', 'JP')).toBe(true)
})

test('a French business is found by its SIREN, another address wins, a consumer has none', () => {
  expect(eAddressOf({ kind: 'company', siren: '732829320', wished: null })).toEqual({ value: '732829320', scheme: '0225' })
  expect(eAddressOf({ kind: 'public', siren: '732829320', wished: '732829320_S1' })).toEqual({ value: '732829320_S1', scheme: '0225' })
  expect(eAddressOf({ kind: 'eu', siren: null, wished: 'rechnung@holz.example' })).toEqual({ value: 'rechnung@holz.example', scheme: 'EM' })
  expect(eAddressOf({ kind: 'consumer', siren: '732829320', wished: null })).toBeUndefined()
})
