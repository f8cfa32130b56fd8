import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseMoney, toCents } from '#core/money'
import { type DifferenceKind, faultOf, vatInDiscount } from './differences.ts'

const wished = (kind: DifferenceKind, amount: string) => ({ kind, amountCents: parseMoney(amount) })

describe('which differences a payment may have', () => {
  it.each([
    [[], undefined],
    [[wished('bank_fee', '12'), wished('discount', '3')], undefined],
    [[wished('rounding', '-5')], undefined],
    [[wished('rounding', '5.01')], 'rounding_too_large'],
    [[wished('rounding', '-5.01')], 'rounding_too_large'],
    [[wished('discount', '0')], 'difference_not_positive'],
    [[wished('withholding', '-1')], 'difference_not_positive'],
    [[wished('bank_fee', '1'), wished('bank_fee', '2')], 'difference_twice'],
  ])('case %#', (differences, fault) => {
    expect(faultOf(differences)).toBe(fault)
  })
})

const share = (amount: string, vat: string, total: string) => ({
  amountCents: parseMoney(amount),
  vatCents: parseMoney(vat),
  totalCents: parseMoney(total),
})

describe('the VAT inside a discount', () => {
  it('2 % of 1,200.00 at 20 % is 24.00, of which 4.00 of VAT', () => {
    expect(vatInDiscount(parseMoney('24'), [share('1200', '200', '1200')])).toBe(400n)
  })

  it('is none on an invoice without VAT, and shared as the payment is', () => {
    expect(vatInDiscount(parseMoney('24'), [share('1200', '0', '1200')])).toBe(0n)
    expect(vatInDiscount(parseMoney('30'), [share('1200', '200', '1200'), share('300', '0', '300')])).toBe(400n)
  })

  test('never exceeds the discount, nor is below zero', () => {
    const anyShare = fc.record({ total: fc.bigInt(1n, 10n ** 9n), part: fc.nat(100), vat: fc.nat(21) }).map(({ part, total, vat }) => ({
      amountCents: toCents((total * BigInt(part)) / 100n),
      totalCents: toCents(total),
      vatCents: toCents((total * BigInt(vat)) / 121n),
    }))
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 8n), fc.array(anyShare, { minLength: 1, maxLength: 5 }), (discount, shares) => {
        const vat = vatInDiscount(toCents(discount), shares)
        expect(vat).toBeGreaterThanOrEqual(0n)
        expect(vat).toBeLessThanOrEqual(discount)
      }),
    )
  })
})
