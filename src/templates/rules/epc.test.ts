import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMoney, toCents } from '#core/money'
import { epcPayload, sepaText } from './epc.ts'

const atelier = { name: 'Atelier Dubois', iban: 'FR76 3000 6000 0112 3456 7890 189', remittance: 'F2026-00042' }

test('the customer of an invoice of 1 234,50 € scans this', () => {
  const text = epcPayload({ ...atelier, bic: 'AGRIFRPP', amountCents: parseMoney('1234.50') })
  expect(text.split('\n')).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    'AGRIFRPP',
    'Atelier Dubois',
    'FR7630006000011234567890189',
    'EUR1234.50',
    '',
    '',
    'F2026-00042',
  ])
})

test('an amount of zero is left to the payer', () => {
  expect(epcPayload({ ...atelier, amountCents: toCents(0) }).split('\n')[7]).toBe('')
  expect(epcPayload(atelier).split('\n')[7]).toBe('')
})

test('an amount may come as the text of the invoice', () => {
  expect(epcPayload({ ...atelier, amountCents: '0.01' }).split('\n')[7]).toBe('EUR0.01')
})

test('a creditor reference stands on its own line', () => {
  const lines = epcPayload({ ...atelier, remittance: 'RF18539007547034' }).split('\n')
  expect([lines[9], lines[10]]).toEqual(['RF18539007547034', undefined])
})

test('what only looks like a creditor reference stays free text', () => {
  expect(epcPayload({ ...atelier, remittance: 'RF19539007547034' }).split('\n')[10]).toBe('RF19539007547034')
})

test('accents and the ampersand become what every bank accepts', () => {
  expect(sepaText('Bœuf & Frères — Étoilé_n°3 «Œuvre»', 70)).toBe('Boeuf + Freres - Etoile-n 3 OEuvre')
})

test('a name without one SEPA character is refused', () => {
  expect(() => epcPayload({ ...atelier, name: '中文' })).toThrow(RangeError)
})

test('whatever the names, the payload keeps the lengths and characters of the standard', () => {
  const anyAmount = fc.bigInt({ min: -10n, max: 10n ** 14n }).map(toCents)
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      anyAmount,
      (name, remittance, amountCents) => {
        const text = epcPayload({ ...atelier, bic: 'AGRIFRPPXXX', name: `A${name}`, remittance, amountCents })
        const lines = text.split('\n')
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(331)
        expect(lines.length).toBeLessThanOrEqual(11)
        expect(lines[5]?.length).toBeLessThanOrEqual(70)
        expect(lines[10]?.length ?? 0).toBeLessThanOrEqual(140)
        expect(lines[7] ?? '').toMatch(/^(EUR\d{1,9}\.\d{2})?$/)
        expect(text).toMatch(/^[A-Za-z0-9/\-?:().,'+ \n]*$/)
        expect(text).not.toMatch(/\n$/)
      },
    ),
  )
})
