import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { parseMoney } from '#core/money'
import { book, line } from './fixtures.ts'
import type { TypedPayment } from './model.ts'
import { typedBefore } from './typed.ts'

const card = (paymentId: string, paidOn: string, amount: string): TypedPayment => ({
  paymentId,
  customerId: 'bihan',
  paidOn: parseDay(paidOn),
  amountCents: parseMoney(amount),
  method: 'card',
})

const payouts = (text: string, amount: string, typedPayments: readonly TypedPayment[]) =>
  typedBefore(line(text, amount), book([], { typedPayments }), new Set()).map((run) => run.map(({ paymentId }) => paymentId))

describe('cards paid out less a fee', () => {
  const week = [card('mon', '2026-04-06', '100'), card('tue', '2026-04-07', '60'), card('wed', '2026-04-08', '40')]

  it('are those of days that follow one another, the smallest fee first', () => {
    expect(payouts('STRIPE VERSEMENT', '98.50', week)).toEqual([['mon'], ['tue', 'wed']])
    expect(payouts('SUMUP', '196.60', week)).toEqual([['mon', 'tue', 'wed']])
  })

  it('are never so many that more than six in a hundred would be the fee', () => {
    expect(payouts('STRIPE VERSEMENT', '94.00', week)).toEqual([['mon'], ['tue', 'wed']])
    expect(payouts('STRIPE VERSEMENT', '93.99', week)).toEqual([])
  })

  it('are looked for only where a provider is named, and within ten days', () => {
    expect(payouts('VIR DUPONT', '98.50', week)).toEqual([])
    expect(payouts('STRIPE VERSEMENT', '98.50', [card('old', '2026-03-20', '100')])).toEqual([])
  })
})
