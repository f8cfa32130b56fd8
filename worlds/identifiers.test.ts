import { isIban, isSiren, isSiret, isVatNumber } from '#core/identifiers'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { expect, test } from 'vitest'
import { abroad } from './abroad.ts'
import { makeChance } from './chance.ts'
import { emailAt, frenchIban, inventIban, inventLandline, inventMobile, inventSiren, inventTownSiren, siretOf } from './identifiers.ts'

test('invented numbers pass every check, whatever the seed', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const chance = makeChance(seed)
      const siren = inventSiren(chance)
      expect(isSiren(siren)).toBe(true)
      expect(isSiret(siretOf(siren, chance.whole(1, 9999)))).toBe(true)
      expect(isSiren(inventTownSiren('35', chance.whole(0, 99)))).toBe(true)
      expect(isIban(inventIban(chance))).toBe(true)
    }),
  )
})

test('the RIB key of an account known from elsewhere is found again', () => {
  expect(frenchIban('30006', '00001', '12345678901')).toBe('FR7630006000011234567890189')
})

test('telephone numbers are those that ARCEP keeps for fiction', () => {
  const chance = makeChance('telephone')
  expect(inventLandline(chance)).toMatch(/^02 61 91 \d\d \d\d$/)
  expect(inventMobile(chance)).toMatch(/^06 39 98 \d\d \d\d$/)
})

test('e-mail addresses can never reach anyone', () => {
  expect(emailAt('Gwenaëlle Floc’hlay', 'Hôtel des Marées')).toBe('gwenaelle.floc-hlay@hotel-des-marees.example')
})

test('numbers of customers abroad pass the checks of their country', () => {
  for (const { vatNumber, iban, address } of Object.values(abroad)) {
    expect(isIban(iban), iban).toBe(true)
    if (vatNumber === undefined) continue
    expect(isVatNumber(vatNumber), vatNumber).toBe(true)
    const national = stdnum[address.country]
    expect((national?.['vat'] ?? national?.['tva'])?.validate(vatNumber).isValid, vatNumber).toBe(true)
  }
})
