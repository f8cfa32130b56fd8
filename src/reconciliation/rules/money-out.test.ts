import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { parseMoney } from '#core/money'
import { CUSTOMERS, line } from './fixtures.ts'
import { findOut, type ReturnablePayment } from './money-out.ts'
import { customerIndex } from './names.ts'

const payment = (amount: string, more: Partial<ReturnablePayment> = {}): ReturnablePayment => ({
  paymentId: `paid ${amount}`,
  customerId: 'bihan',
  paidOn: parseDay('2026-04-01'),
  amountCents: parseMoney(amount),
  method: 'direct_debit',
  iban: undefined,
  endToEndId: undefined,
  invoiceNumbers: [],
  ...more,
})

const codes = (
  text: string,
  amount: string,
  payments: readonly ReturnablePayment[],
  credits: Readonly<Record<string, string>> = {},
  more = {},
) =>
  findOut(line(text, amount, more), {
    customers: customerIndex(CUSTOMERS, []),
    payments,
    credits: new Map(Object.entries(credits).map(([id, credit]) => [id, parseMoney(credit)])),
  }).map(({ evidence, out }) => evidence.map(({ code }) => code).toSpliced(0, 0, out ?? ''))

describe('a payment that the bank takes back', () => {
  it.each([
    [
      'the number it paid, and the word',
      'REJET PRLV F2026-0412',
      { invoiceNumbers: ['F2026-0412'] },
      ['returned', 'bank_says_returned', 'pays_number', 'payment_of'],
    ],
    [
      'the number without its dash',
      'IMPAYE F20260412',
      { invoiceNumbers: ['F2026-0412'] },
      ['returned', 'bank_says_returned', 'pays_number', 'payment_of'],
    ],
    ['the same end-to-end reference', 'E2E-7781', { endToEndId: 'E2E-7781' }, ['returned', 'same_end_to_end', 'payment_of']],
    ['the name, and the word', 'REJET MENUISERIES LE BIHAN', {}, ['returned', 'bank_says_returned', 'name_recognised', 'payment_of']],
  ])('%s', (_, text, more, expected) => {
    expect(codes(text, '-480', [payment('480', more)])).toEqual([expected])
  })

  it.each([
    ['another amount', 'REJET F2026-0412', '-479.99', { invoiceNumbers: ['F2026-0412'] }],
    ['a payment made after it', 'REJET F2026-0412', '-480', { invoiceNumbers: ['F2026-0412'], paidOn: parseDay('2026-04-11') }],
    ['one too old to be contested', 'REJET F2026-0412', '-480', { invoiceNumbers: ['F2026-0412'], paidOn: parseDay('2025-02-01') }],
    ['the name alone, of a customer who may as well be our supplier', 'MENUISERIES LE BIHAN', '-480', {}],
    ['the word alone', 'REJET', '-480', {}],
    ['a number of which this is a part only', 'REJET F2026-04123', '-480', { invoiceNumbers: ['12'] }],
  ])('is not told by %s', (_, text, amount, more) => {
    expect(codes(text, amount, [payment('480', more)])).toEqual([])
  })

  it('the best told first, three at most', () => {
    const told = payment('480', { paymentId: 'told', invoiceNumbers: ['F2026-0412'], iban: 'FR76' })
    const others = ['a', 'b', 'c'].map((paymentId) => payment('480', { paymentId, iban: 'FR76' }))
    const found = codes('REJET F2026-0412', '-480', [...others, told], {}, { iban: 'FR76' })
    expect(found).toHaveLength(3)
    expect(found[0]).toContain('pays_number')
  })
})

describe('credit given back', () => {
  it('to a customer recognised, who has at least as much', () => {
    expect(codes('VIR EMIS MENUISERIES LE BIHAN', '-100', [], { bihan: '100' })).toEqual([['refund', 'name_recognised', 'credit_equal']])
    expect(codes('VIR EMIS MENUISERIES LE BIHAN', '-100', [], { bihan: '150' })).toEqual([['refund', 'name_recognised', 'credit_enough']])
    expect(codes('VIR EMIS MENUISERIES LE BIHAN', '-100', [], { bihan: '99.99' })).toEqual([])
    expect(codes('VIR EMIS INCONNU', '-100', [], { bihan: '100' })).toEqual([])
  })

  it('never for a line that the bank calls a reject', () => {
    expect(codes('REJET MENUISERIES LE BIHAN', '-100', [], { bihan: '100' })).toEqual([])
  })
})
