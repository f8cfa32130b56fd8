import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCoreInvoice } from './fixtures/arbitrary-fields.ts'
import { lossesBetween } from './losses.ts'
import { termOf } from './terms.ts'

test('a field has the term of its group when it has none of its own, and EXTENDED fields have none', () => {
  expect(termOf('totals.gross')).toBe('BT-112')
  expect(termOf('lines.12.netAmount')).toBe('BT-131')
  expect(termOf('seller.identifiers.0.scheme')).toBe('BT-29')
  expect(termOf('allowancesCharges.0.amount', 'charge')).toBe('BT-99')
  expect(termOf('lines.0.extended.parentId')).toBeUndefined()
  expect(termOf('nothing')).toBeUndefined()
})

test('our random invoices tell every term of EN 16931: what they prove is proven for all', () => {
  const told = new Set<string>()
  for (const invoice of fc.sample(anyCoreInvoice, { numRuns: 200, seed: 1 })) {
    for (const { term } of lossesBetween(invoice, {})) if (term !== undefined) told.add(term)
  }
  // There is no BT-4.
  const all = Array.from({ length: 165 }, (_, index) => `BT-${index + 1}`).filter((term) => term !== 'BT-4')
  expect(all.filter((term) => !told.has(term))).toEqual([])
})
