import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyText, parseMoney, sum, toCents } from '#core/money'
import { allocationsOf, leftOf, shareFor, sharesInOrder } from './shares.ts'

const open = [
  { id: 'march', open: '100.00' },
  { id: 'april', open: '50.00' },
]

describe('an amount put against invoices', () => {
  it('fills the first, then the next, and leaves the rest to the customer', () => {
    expect(sharesInOrder('120', open)).toEqual({ march: '100.00', april: '20.00' })
    expect(sharesInOrder('300', open)).toEqual({ march: '100.00', april: '50.00' })
    expect(leftOf('300', sharesInOrder('300', open))).toBe(15000n)
  })

  it('gives a ticked invoice what it lacks, or what is left', () => {
    expect(shareFor({ id: 'april', open: '50.00' }, '120', { march: '100.00' })).toBe('20.00')
    expect(shareFor({ id: 'april', open: '50.00' }, '80', { march: '100.00' })).toBe('0.00')
  })

  it('sends no empty share, and lets an unreadable one be refused', () => {
    expect(allocationsOf({ march: '0.00', april: '12,' })).toEqual([{ invoiceId: 'april', amount: '12,' }])
  })

  it('never gives more than came in, nor more than is open', () => {
    const cents = fc.bigInt({ min: 0n, max: 1_000_000n })
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 10 }), (amount, opens) => {
        const invoices = opens.map((each, index) => ({ id: String(index), open: moneyText(toCents(each)) }))
        const shares = sharesInOrder(moneyText(toCents(amount)), invoices)
        expect(sum(Object.values(shares).map(parseMoney)) <= amount).toBe(true)
        expect(Object.entries(shares).every(([id, share]) => parseMoney(share) <= (opens[Number(id)] ?? 0n))).toBe(true)
      }),
    )
  })
})
