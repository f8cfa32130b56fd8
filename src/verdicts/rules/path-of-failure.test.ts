import { expect, test } from 'vitest'
import type { Examination } from '#einvoice'
import { pathFinder } from './path-of-failure.ts'

type Failure = Examination['failures'][number]
const words = { fr: '', en: '', severity: 'fatal' } as const
const places = new Map([
  ['currency', { line: 4, column: 7, element: 'ram:InvoiceCurrencyCode' }],
  ['lines.0', { line: 9, column: 5, element: 'ram:IncludedSupplyChainTradeLineItem' }],
])
const pathOf = pathFinder({ places })
const ofFile = (line: number, column: number): Failure => ({
  ...words,
  rule: 'BR-CL-04',
  pack: 'EN16931',
  term: 'BT-5',
  path: '',
  line,
  column,
})
const ofPdf = (term: string): Failure => ({ ...words, rule: 'BR-HYBRID-15', pack: 'FACTUR-X', term })

test('a rule on the file is led back to the field that stands there', () => {
  expect(pathOf(ofFile(4, 7))).toBe('currency')
  expect(pathOf(ofFile(9, 5))).toBe('lines.0')
})

test('where no field stands, the fault is of the file', () => {
  expect(pathOf(ofFile(5, 1))).toBe('')
})

test('a rule on the PDF that compares a figure leads to the figure; the others speak of the PDF', () => {
  expect(pathOf(ofPdf('BT-112'))).toBe('totals.gross')
  expect(pathOf(ofPdf('/AFRelationship'))).toBe('')
})
