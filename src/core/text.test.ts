import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyText, toCents } from './money.ts'
import { formatDay, formatDecimal, formatInstant, formatMoney, formatRate, plural, textsOf } from './text.ts'

/** The spaces of French figures, made visible. */
const shown = (text: string): string => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~').replaceAll('\u2212', '-')

describe('figures', () => {
  test.each([
    ['1234.5', '1_234,5', '1,234.5'],
    ['-1234567.50', '-1_234_567,50', '-1,234,567.50'],
    ['999', '999', '999'],
    ['0.000001', '0,000001', '0.000001'],
  ])('%s', (text, french, english) => {
    expect(shown(formatDecimal(text, 'fr'))).toBe(french)
    expect(shown(formatDecimal(text, 'en'))).toBe(english)
  })

  test.each([
    ['1234.5', '1_234,50~€', '€1,234.50'],
    ['-12', '-12,00~€', '-€12.00'],
    ['0', '0,00~€', '€0.00'],
  ])('%s euros', (text, french, english) => {
    expect(shown(formatMoney(text, 'fr'))).toBe(french)
    expect(shown(formatMoney(text, 'en'))).toBe(english)
  })

  test('another currency is named by its code', () => {
    expect(shown(formatMoney('5', 'fr', 'CHF'))).toBe('5,00~CHF')
    expect(shown(formatMoney('-5', 'en', 'CHF'))).toBe('-CHF~5.00')
  })

  test('cents and wire text are read the same, and no digit is lost', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).map(toCents),
        fc.constantFrom('fr' as const, 'en' as const),
        (value, locale) => {
          const read = formatMoney(value, locale)
          expect(read).toBe(formatMoney(moneyText(value), locale))
          expect(read.replace(/\D/g, '')).toBe(moneyText(value).replace(/\D/g, ''))
        },
      ),
    )
  })

  test('a rate', () => {
    expect(shown(formatRate('5.5', 'fr'))).toBe('5,5_%')
    expect(formatRate('5.5', 'en')).toBe('5.5%')
  })
})

describe('days and instants', () => {
  test.each([
    ['2026-11-21', '21 nov. 2026', '21 novembre 2026', '21 Nov 2026', '21 November 2026'],
    ['2026-08-01', '1er août 2026', '1er août 2026', '1 Aug 2026', '1 August 2026'],
  ])('%s', (day, short, long, englishShort, englishLong) => {
    expect(formatDay(day, 'fr')).toBe(short)
    expect(formatDay(day, 'fr', 'long')).toBe(long)
    expect(formatDay(day, 'en')).toBe(englishShort)
    expect(formatDay(day, 'en', 'long')).toBe(englishLong)
  })

  test('an instant is told in French time', () => {
    expect(formatInstant('2026-11-21T13:32:00Z', 'fr')).toMatch(/^21 nov\. 2026, 14:32$/)
    expect(formatInstant(new Date('2026-07-01T22:30:00Z'), 'en')).toMatch(/^2 Jul 2026, 00:30$/)
  })
})

test('French says the singular for nothing, English the plural', () => {
  expect([0, 1, 2, -1].map((count) => plural('fr', count, 'facture', 'factures'))).toEqual(['facture', 'facture', 'factures', 'facture'])
  expect([0, 1, 2].map((count) => plural('en', count, 'invoice', 'invoices'))).toEqual(['invoices', 'invoice', 'invoices'])
})

test('texts answer in the language asked', () => {
  expect(textsOf({ fr: 'avoir', en: 'credit note' }, 'en')).toBe('credit note')
})
