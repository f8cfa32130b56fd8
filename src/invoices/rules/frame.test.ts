import { expect, test } from 'vitest'
import { flowOf, invoicingFrame } from './frame.ts'

test('the frame follows what is sold', () => {
  expect(invoicingFrame(['goods'])).toBe('B1')
  expect(invoicingFrame(['service', 'service'])).toBe('S1')
  expect(invoicingFrame(['service', 'goods'])).toBe('M1')
  expect(invoicingFrame(['goods', 'goods'], true)).toBe('B2')
})

test('an invoice of nothing has no frame', () => {
  expect(() => invoicingFrame([])).toThrow('invoice_without_lines')
})

test('the flow follows who buys, and where', () => {
  expect(flowOf({ kind: 'company', country: 'FR' })).toBe('B2B')
  expect(flowOf({ kind: 'public', country: 'RE' })).toBe('B2B')
  expect(flowOf({ kind: 'company', country: 'BE' })).toBe('B2BINT')
  expect(flowOf({ kind: 'eu', country: 'DE' })).toBe('B2BINT')
  expect(flowOf({ kind: 'other', country: 'CH' })).toBe('B2BINT')
  expect(flowOf({ kind: 'consumer', country: 'FR' })).toBe('B2C')
  expect(flowOf({ kind: 'consumer', country: 'DE' })).toBe('B2C')
})
