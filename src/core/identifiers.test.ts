import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatIban,
  isBic,
  isIban,
  isSiren,
  isSiret,
  isVatNumber,
  normaliseIdentifier,
  sirenOfSiret,
  sirenOfVatNumber,
  vatNumberOfSiren,
} from './identifiers.ts'

const sirens = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((stem) => {
  for (let key = 0; key < 10; key++) if (isSiren(`${stem}${key}`)) return `${stem}${key}`
  throw new Error('every stem has one key')
})

const otherDigit = (digit: string): string => String((Number(digit) + 1) % 10)

describe('SIREN and SIRET', () => {
  test.each(['732829320', '404833048', '356000000', '100000009', '200000008'])('%s is a SIREN', (siren) => {
    expect(isSiren(siren)).toBe(true)
  })

  test.each(['732829321', '73282932', '7328293200', '73282932A', '732 829 320', ''])('%j is not a SIREN as stored', (text) => {
    expect(isSiren(text)).toBe(false)
  })

  test('a SIRET passes Luhn', () => {
    expect(isSiret('73282932000074')).toBe(true)
    expect(isSiret('73282932000075')).toBe(false)
    expect(sirenOfSiret('73282932000074')).toBe('732829320')
  })

  test('an office of La Poste may fail Luhn when its digits add up to a multiple of five', () => {
    expect(isSiret('35600000000048')).toBe(true)
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
  })

  test('one wrong digit is always seen', () => {
    fc.assert(
      fc.property(sirens, fc.nat({ max: 8 }), (siren, place) => {
        expect(isSiren(siren.slice(0, place) + otherDigit(siren.charAt(place)) + siren.slice(place + 1))).toBe(false)
      }),
    )
  })
})

describe('VAT numbers', () => {
  test.each([
    ['732829320', 'FR44732829320'],
    ['100000009', 'FR88100000009'],
    ['200000008', 'FR37200000008'],
  ])('the VAT number of %s is %s', (siren, vatNumber) => {
    expect(vatNumberOfSiren(siren)).toBe(vatNumber)
    expect(isVatNumber(vatNumber)).toBe(true)
  })

  test('every SIREN gives a valid VAT number that gives the SIREN back', () => {
    fc.assert(
      fc.property(sirens, (siren) => {
        expect(isVatNumber(vatNumberOfSiren(siren))).toBe(true)
        expect(sirenOfVatNumber(vatNumberOfSiren(siren))).toBe(siren)
      }),
    )
  })

  test('the newer French keys hold letters', () => {
    expect(isVatNumber('FRK7399859412')).toBe(true)
    expect(isVatNumber('FR4Z123456782')).toBe(true)
    expect(isVatNumber('FRK8399859412')).toBe(false)
    expect(isVatNumber('FRO7399859412')).toBe(false)
  })

  test('Monaco has VAT numbers without a SIREN', () => {
    expect(isVatNumber('FR42000010001')).toBe(true)
    expect(sirenOfVatNumber('FR42000010001')).toBeUndefined()
  })

  test.each([
    'DE136695976',
    'ATU13585627',
    'BE0428759497',
    'ESB64717838',
    'NL004495445B01',
    'NL000099998B57',
    'IE6433435OA',
    'EL094259216',
    'XI123456789',
  ])('%s has the shape of its country', (vatNumber) => {
    expect(isVatNumber(vatNumber)).toBe(true)
  })

  test.each(['44732829320', 'FR45732829320', 'FR4473282932', 'GR094259216', 'CHE123456789', 'DE12345678', 'constructor', ''])(
    '%j is not a VAT number',
    (text) => {
      expect(isVatNumber(text)).toBe(false)
    },
  )

  test('what people type is put in order first', () => {
    expect(normaliseIdentifier(' fr 44 732.829\u00a0320\n')).toBe('FR44732829320')
    expect(normaliseIdentifier('732-829-320/00074')).toBe('73282932000074')
  })
})

describe('bank accounts', () => {
  test.each(['FR7630006000011234567890189', 'FR1420041010050500013M02606', 'MC5811222000010123456789030', 'DE89370400440532013000'])(
    '%s is an IBAN',
    (iban) => {
      expect(isIban(iban)).toBe(true)
    },
  )

  test('a wrong key is refused, that of the RIB included', () => {
    expect(isIban('FR7630006000011234567890188')).toBe(false)
    expect(isIban('FR4930006000011234567890190')).toBe(false)
    expect(isIban('')).toBe(false)
  })

  test('an IBAN is printed by groups of four', () => {
    expect(formatIban('FR7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189')
    expect(formatIban('fr76 3000 6000 0112 3456 7890 189')).toBe('FR76 3000 6000 0112 3456 7890 189')
  })

  test('a BIC has 8 or 11 characters and a real country', () => {
    expect(isBic('BNPAFRPP')).toBe(true)
    expect(isBic('AGRIFRPP882')).toBe(true)
    expect(isBic('bnpafrpp')).toBe(false)
    expect(isBic('ABCDZZ22')).toBe(false)
    expect(isBic('BNPAFRP')).toBe(false)
  })
})
