import { expect, it } from 'vitest'
import { type Draft, isReady, leftOn, restOf, withInvoice } from './draft.ts'

const invoice = (number: string, open: string) => ({
  invoiceId: number,
  number,
  customerId: 'c',
  customerName: 'Le Bihan',
  dueOn: '2026-04-01',
  open,
})
const empty: Draft = { shares: [], customer: undefined }

it('an invoice takes what it needs of the line, the next one what is left', () => {
  const draft = withInvoice(withInvoice(empty, invoice('A', '60.00'), '100.00'), invoice('B', '80.00'), '100.00')
  expect(draft.shares.map(({ amount }) => amount)).toEqual(['60.00', '40.00'])
  expect([restOf('100.00', draft.shares), draft.shares[1] && leftOn(draft.shares[1])]).toEqual([0n, 4000n])
  expect(withInvoice(draft, invoice('A', '60.00'), '100.00')).toBe(draft)
})

it('is not ready with nobody to keep the rest, with too much, or with an amount nobody can read', () => {
  expect(isReady(empty, '10.00')).toBe(false)
  expect(isReady({ ...empty, customer: { id: 'c', name: 'Le Bihan' } }, '10.00')).toBe(true)
  const one = withInvoice(empty, invoice('A', '60.00'), '60.00')
  expect(isReady(one, '60.00')).toBe(true)
  expect(isReady(one, '59.00')).toBe(false)
  expect(isReady({ ...one, shares: [{ ...invoice('A', '60.00'), amount: 'soixante' }] }, '60.00')).toBe(false)
})
