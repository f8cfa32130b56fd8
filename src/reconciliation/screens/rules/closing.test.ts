import { describe, expect, it } from 'vitest'
import { closedWith, differencesOf, type Draft, isReady, isRoundedUp, leftOpen, missingOn } from './draft.ts'

const share = (number: string, open: string, amount: string, customerId = 'bihan') => ({
  invoiceId: number,
  number,
  customerId,
  customerName: 'Le Bihan',
  dueOn: '2026-04-01',
  open,
  amount,
})
const draft = (...shares: Draft['shares']): Draft => ({ shares, customer: { id: 'bihan', name: 'Le Bihan' } })

describe('a short payment', () => {
  const short = draft(share('F1', '100.00', '100.00'), share('F2', '50.00', '45.00'))

  it('tells what is missing, closes with a reason, and opens again', () => {
    expect(missingOn(short, '145.00')).toBe(500n)
    const closed = closedWith(short, 'discount')
    expect(closed.shares.map(({ amount }) => amount)).toEqual(['100.00', '50.00'])
    expect(differencesOf(closed, '145.00')).toEqual([{ kind: 'discount', amount: '5.00' }])
    expect(isReady(closed, '145.00')).toBe(true)
    expect(leftOpen(closed, '145.00')).toEqual(short)
  })

  it('asks nothing when something is left over, or when the invoices are of two customers', () => {
    expect(missingOn(draft(share('F1', '100.00', '90.00')), '95.00')).toBe(0n)
    expect(missingOn(draft(share('F1', '100.00', '90.00'), share('F2', '9.00', '5.00', 'goff')), '95.00')).toBe(0n)
  })

  it('is not ready when the reason explains nothing, or a rounding is too large', () => {
    expect(isReady({ ...draft(share('F1', '100.00', '95.00')), reason: 'bank_fee' }, '95.00')).toBe(false)
    expect(isReady(closedWith(draft(share('F1', '100.00', '95.00')), 'rounding'), '94.00')).toBe(false)
  })
})

describe('a payment rounded up', () => {
  it('is a gain of cents, up to the bound', () => {
    const up = draft(share('F1', '99.98', '99.98'))
    expect(isRoundedUp(up, '100.00')).toBe(true)
    expect(differencesOf(closedWith(up, 'rounding'), '100.00')).toEqual([{ kind: 'rounding', amount: '-0.02' }])
    expect(isReady(closedWith(up, 'rounding'), '100.00')).toBe(true)
    expect(isRoundedUp(up, '105.00')).toBe(false)
  })
})
