import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetOf } from '../contract.ts'
import type { Shown } from './shown-invoice.ts'
import type { Placed } from './spots.ts'

const failure = (path: string, changes: Partial<Placed> = {}): Placed => ({ term: 'BT-1', path, found: null, ...changes })

const INVOICE: Shown = {
  number: 'F1',
  typeCode: '380',
  issuedOn: '2026-11-21',
  dueOn: '20261033',
  currency: 'EUR',
  frame: 'S1',
  seller: { name: 'ACME', address: { line1: '1 rue de la Paix', postcode: '69002', city: 'Lyon', country: 'FR' } },
  lines: [
    {
      id: '1',
      item: { name: 'Conseil' },
      quantity: '2.0000',
      unit: 'HUR',
      netPrice: '500.125',
      netAmount: 'cher',
      vat: { category: 'S', rate: '20.00' },
    },
  ],
  vatBreakdown: [{ category: 'AE', rate: '0', taxableAmount: '1000', taxAmount: '0' }],
  totals: { net: '1000', gross: '-1200.5' },
}

const sheet = (failures: Placed[], shown = INVOICE, locale: 'fr' | 'en' = 'fr') => sheetOf({ failures, shown }, locale)
const nbsp = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ')

describe('what is found is written for a person', () => {
  test('days, amounts, rates and codes have words; nonsense stands as it is', () => {
    const { head, lines, title, totals, vat } = sheet([])
    const [line] = lines.rows
    expect(title.text).toBe('Facture')
    expect(head.map(({ text }) => text)).toEqual(['21 nov. 2026', '20261033', 'Services (S1)', 'EUR'])
    expect([line?.quantity, line?.price, line?.net, line?.vat].map((field) => nbsp(field?.text ?? ''))).toEqual([
      '2 h',
      '500,125 €',
      'cher',
      '20 %',
    ])
    expect(nbsp(vat.rows[0]?.rate.text ?? '')).toBe('Autoliquidation')
    expect(totals.fields.map(({ text }) => nbsp(text))).toEqual(['1 000,00 €', '−1 200,50 €'])
  })

  test('in English too', () => {
    expect(sheet([], INVOICE, 'en').seller.fields[0]?.text).toBe('1 rue de la Paix\n69002 Lyon\nFrance')
    expect(sheet([], { typeCode: '999' }, 'en').title.text).toBe('999')
  })

  test('an invoice that says nothing is a sheet all the same', () => {
    expect(sheet([], {})).toMatchObject({ head: [], others: [], attachments: [], elsewhere: [], spots: [] })
  })
})

describe('each failure stands where one looks for it', () => {
  test('at its field, and at the nearest group when the field is not drawn', () => {
    const { spots } = sheet([
      failure('totals.gross'),
      failure('lines.0.unit'),
      failure('lines.0.extended.lineStatus'),
      failure('lines.0.vat.rate'),
      failure('seller.address.country'),
      failure('seller'),
    ])
    expect(spots).toEqual(['totals.gross', 'lines.0.quantity', 'lines.0', 'lines.0.vat', 'seller.address', 'seller'])
  })

  test('what is missing is shown where it is missed, and nowhere else', () => {
    const { buyer, head, others, spots } = sheet([failure('orderReference'), failure('buyer.name'), failure('delivery.address.country')])
    expect(head.find(({ path }) => path === 'orderReference')).toMatchObject({ text: '', failures: [0] })
    expect(buyer).toMatchObject({ name: { text: '', failures: [1] }, fields: [] })
    expect(others.map(({ path }) => path)).toEqual(['delivery'])
    expect(spots[2]).toBe('delivery.address')
  })

  test('a field the sheet does not know gets a row of its own, once', () => {
    const { elsewhere, spots } = sheet([failure('extended.name', { term: 'BT-X-2', found: 'x' }), failure('extended.name')])
    expect(elsewhere).toMatchObject([{ label: 'BT-X-2', text: 'x', failures: [0, 1] }])
    expect(spots).toEqual(['extended.name', 'extended.name'])
  })

  test('a fault of the file itself is not on the sheet', () => {
    expect(sheet([failure('')])).toMatchObject({ spots: [undefined], elsewhere: [] })
  })

  test('every failure of an invoice is shown, once', () => {
    const step = fc.constantFrom(
      'lines',
      '0',
      '7',
      'seller',
      'buyer',
      'totals',
      'gross',
      'vat',
      'notes',
      'payment',
      'iban',
      'item',
      'period',
      'x',
    )
    const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('.'))
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
        const shown = failuresIn(sheet(paths.map((each) => failure(each))))
        expect(shown.sort((a, b) => a - b)).toEqual([...paths.keys()])
      }),
    )
  })
})

/** Looks through the whole sheet, at what is drawn of it. */
function failuresIn(part: unknown): number[] {
  if (Array.isArray(part)) return part.flatMap(failuresIn)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]): number[] => (name === 'failures' ? (value as number[]) : failuresIn(value)))
}
