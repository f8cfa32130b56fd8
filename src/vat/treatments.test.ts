import { describe, expect, test } from 'vitest'
import { type Day, parseDay } from '#core/day'
import { TREATMENTS, isTreatmentCode, treatment, treatmentsOn } from './treatments.ts'

const codesOn = (day: string): string[] => treatmentsOn(parseDay(day)).map((row) => row.code)

/** BR-FR-16. */
const RATES_OF_FRANCE = [0, 90, 105, 175, 210, 550, 700, 850, 920, 960, 1000, 1300, 1960, 2000, 2060]

/** The part of the VATEX list that V1.4 of the French rules accepts and that the table uses. */
const VATEX =
  /^VATEX-(EU-(AE|IC|G|O|D|F|I|J)|FR-(AE|FRANCHISE|CNWVAT|CGI261-[1-8]|CGI261C-[123]|CGI261D-(1|1BIS|2|3|4)|CGI261E-[12]|CGI275|CGI277A))$/

describe('the table of VAT treatments', () => {
  test('has one row a code', () => {
    expect(new Set(TREATMENTS.map((row) => row.code)).size).toBe(TREATMENTS.length)
  })

  test.each(TREATMENTS.map((row) => [row.code, row] as const))('%s holds together', (_, row) => {
    expect(RATES_OF_FRANCE).toContain(row.rateBasisPoints)
    expect(['S', 'E', 'AE', 'K', 'G', 'O']).toContain(row.category)
    expect(row.rateBasisPoints > 0).toBe(row.category === 'S')
    // A line without VAT says why, in words and by its VATEX code (242 nonies A, 12°).
    expect(row.wording === undefined).toBe(row.category === 'S')
    if (row.category === 'S') expect(row.exemptionCode).toBeUndefined()
    else expect(row.exemptionCode).toMatch(VATEX)
    expect(row.validTo ?? ('2999-01-01' as Day) > row.validFrom).toBeTruthy()
    expect(row.natures.length).toBeGreaterThan(0)
    expect(row.source).toMatch(/^CGI art\. /)
    for (const text of [row.label, row.wording]) if (text) expect(text.fr && text.en).toBeTruthy()
  })

  test('reverse charge and intra-Community supply need both VAT numbers, out of scope forbids them', () => {
    for (const row of TREATMENTS) {
      if (row.category === 'AE' || row.category === 'K')
        expect(row.requires).toEqual(expect.arrayContaining(['seller_vat_number', 'buyer_vat_number']))
      if (row.category === 'O') expect(row.requires).toEqual(['no_vat_numbers'])
    }
    expect(treatment('EU_GOODS').requires).toContain('delivery_country')
  })

  test('today one sells at 20 %, in 2013 one sold at 19.6 %', () => {
    expect(codesOn('2026-11-21')).toContain('FR_20')
    expect(codesOn('2026-11-21')).not.toContain('FR_19_6')
    expect(codesOn('2013-12-31')).toContain('FR_19_6')
    expect(codesOn('2013-12-31')).not.toContain('FR_20')
    expect(codesOn('2014-01-01')).toContain('FR_20')
  })

  test('an old code is still known, a wrong one is not', () => {
    expect(treatment('FR_19_6').rateBasisPoints).toBe(1960)
    expect(isTreatmentCode('FR_19')).toBe(false)
    expect(() => treatment('FR_19')).toThrow(RangeError)
  })
})
