import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseMoney, toCents } from '#core/money'
import { parseRate } from '#core/quantity'
import { partOf, vatWithin } from './parts.ts'

it.each([
  ['120.00', '20', '20.00'],
  ['38.40', '20', '6.40'],
  ['100.00', '20', '16.67'],
  ['0.01', '20', '0.00'],
  ['0.03', '20', '0.01'],
  ['105.50', '5.5', '5.50'],
  ['10.21', '2.1', '0.21'],
  ['50.00', '0', '0.00'],
])('%s with VAT at %s %% holds %s of VAT', (amount, rate, vat) => {
  expect(vatWithin(parseMoney(amount), parseRate(rate))).toBe(parseMoney(vat))
})

it('VAT never takes more than the part, and computed again from what is left it is the same to the cent', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 12n), fc.constantFrom('20', '10', '5.5', '2.1', '8.5', '0'), (cents, rate) => {
      const { amountCents, vatCents } = partOf('627800', toCents(cents), parseRate(rate))
      const net = amountCents - vatCents
      expect(vatCents >= 0n && net >= 0n).toBe(true)
      const again = (net * BigInt(parseRate(rate)) * 2n + 10_000n) / 20_000n
      expect(again - vatCents >= -1n && again - vatCents <= 1n).toBe(true)
    }),
  )
})
