import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCii } from './cii/write.ts'
import { anyExtendedInvoice } from './fixtures/arbitrary-extended.ts'
import { anyCoreInvoice } from './fixtures/arbitrary-fields.ts'
import { sampleInvoice, SITUATIONS } from './fixtures/sample-invoice.ts'
import { assertValid, assertValidUbl, hasCorpora, ifCorpora } from './fixtures/schema.ts'
import { readInvoice } from './read.ts'
import { isCreditNote, writeUbl } from './ubl/write.ts'

const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml)
const read = (xml: string) => readInvoice(bytesOf(xml))

/** What a file can say of a model: no empty groups, no empty lists. */
function said(part: unknown): unknown {
  if (Array.isArray(part)) return part.length === 0 ? undefined : part.map(said)
  if (typeof part !== 'object' || part === null) return part
  const fields = Object.entries(part).flatMap(([key, value]) => {
    const inner = said(value)
    return inner === undefined ? [] : [[key, inner] as const]
  })
  return fields.length === 0 ? undefined : Object.fromEntries(fields)
}

describe('write, then read: the same invoice', () => {
  test.each(Object.entries(SITUATIONS))('%s, in both syntaxes', (_, invoice) => {
    expect(read(writeCii(invoice)).invoice).toEqual(said(invoice))
    expect(read(writeUbl(invoice)).invoice).toEqual(said(invoice))
  })

  test('any fields of EN 16931 as CII', () => {
    fc.assert(
      fc.property(anyCoreInvoice, (invoice) => {
        expect(read(writeCii(invoice)).invoice).toEqual(said(invoice))
      }),
    )
  })

  test('any fields of EN 16931 as UBL', () => {
    fc.assert(
      fc.property(anyCoreInvoice, (invoice) => {
        const reading = read(writeUbl(invoice))
        expect(reading.root).toBe(isCreditNote(invoice.typeCode) ? 'CreditNote' : 'Invoice')
        expect(reading.invoice).toEqual(said(invoice))
      }),
    )
  })

  test('any fields of EXTENDED as CII', () => {
    fc.assert(
      fc.property(anyExtendedInvoice, (invoice) => {
        expect(read(writeCii(invoice)).invoice).toEqual(said(invoice))
      }),
    )
  })

  test('nothing we write leaves a remark', () => {
    fc.assert(
      fc.property(anyExtendedInvoice, (invoice) => {
        expect(read(writeCii(invoice)).remarks).toEqual([])
        expect(read(writeUbl(invoice)).remarks).toEqual([])
      }),
    )
  })
})

describe('what is written is valid', () => {
  test.skipIf(!hasCorpora)(`any fields of EN 16931, by the CII and Factur-X schemas${ifCorpora}`, () => {
    fc.assert(
      fc.property(anyCoreInvoice, (invoice) => {
        const xml = writeCii(invoice)
        assertValid(xml, 'cii-d22b', 'CrossIndustryInvoice_100pD22B.xsd')
        assertValid(xml, 'factur-x-1.09/EN16931', 'Factur-X_EN16931.xsd')
      }),
    )
  })

  test.skipIf(!hasCorpora)(`any fields of EXTENDED, by the CII and Factur-X schemas${ifCorpora}`, () => {
    fc.assert(
      fc.property(anyExtendedInvoice, (invoice) => {
        const xml = writeCii(invoice)
        assertValid(xml, 'cii-d22b', 'CrossIndustryInvoice_100pD22B.xsd')
        assertValid(xml, 'factur-x-1.09/EXTENDED', 'Factur-X_EXTENDED.xsd')
      }),
    )
  })

  test.skipIf(!hasCorpora)(`any fields, by the UBL schemas${ifCorpora}`, () => {
    fc.assert(fc.property(anyCoreInvoice, (invoice) => assertValidUbl(writeUbl(invoice))))
    fc.assert(fc.property(anyExtendedInvoice, (invoice) => assertValidUbl(writeUbl(invoice))))
  })
})

describe('where things stand', () => {
  const pretty = writeCii(SITUATIONS['normal sale'] ?? sampleInvoice()).replaceAll('><', '>\n<')
  const lineOf = (text: string): number => pretty.split('\n').findIndex((line) => line.includes(text)) + 1

  test('a field has its line, its column and the name of its element', () => {
    const { places } = read(pretty)
    expect(places.get('number')).toEqual({ line: lineOf('F2026-00042'), column: 1, element: 'ram:ID' })
    expect(places.get('totals.gross')).toEqual({ line: lineOf('GrandTotalAmount'), column: 1, element: 'ram:GrandTotalAmount' })
    expect(places.get('seller.vatNumber')?.line).toBe(lineOf('FR88100000009'))
    expect(places.get('lines.0.item.name')?.line).toBe(lineOf('Prestation de conseil'))
  })

  test('groups have places too', () => {
    const { places } = read(pretty)
    expect(places.get('lines.0')).toMatchObject({ element: 'ram:IncludedSupplyChainTradeLineItem' })
    expect(places.get('seller.address')).toMatchObject({ element: 'ram:PostalTradeAddress' })
    expect(places.get('notes.2')?.line).toBe(lineOf('<ram:Content>Pénalités') - 1)
  })

  test('every field read has a place', () => {
    const paths = (part: unknown, path: string): string[] => {
      if (typeof part !== 'object' || part === null) return [path]
      return Object.entries(part).flatMap(([key, value]) => paths(value, path === '' ? key : `${path}.${key}`))
    }
    fc.assert(
      fc.property(anyExtendedInvoice, (invoice) => {
        for (const xml of [writeCii(invoice), writeUbl(invoice)]) {
          const reading = read(xml)
          for (const path of paths(reading.invoice, '')) expect(reading.places.has(path), path).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('whatever the file holds', () => {
  const cii = writeCii(sampleInvoice())
  const ubl = writeUbl(sampleInvoice())

  test('any prefix will do, also none', () => {
    const renamed = cii
      .replaceAll('ram:', '')
      .replaceAll('xmlns:ram=', 'xmlns=')
      .replaceAll('rsm:', 'facture:')
      .replaceAll('xmlns:rsm', 'xmlns:facture')
    const without = renamed.replace(' xmlns:ram=', ' xmlns=')
    expect(read(without).invoice).toEqual(read(cii).invoice)
    expect(read(ubl.replaceAll('cbc:', 'b:').replaceAll('xmlns:cbc', 'xmlns:b')).invoice).toEqual(read(ubl).invoice)
  })

  test('the right name in a wrong namespace is not the element', () => {
    const { invoice, remarks } = read(cii.replace('<ram:BuyerReference>', '<ram:BuyerReference xmlns:ram="urn:other">'))
    expect(invoice.buyerReference).toBeUndefined()
    expect(remarks).toMatchObject([{ kind: 'unknown', element: expect.stringContaining('/BuyerReference'), value: 'SERVEXEC' }])
  })

  test('the first of two is read, the second is told', () => {
    const twice = read(
      cii.replace(/<ram:GrandTotalAmount>.*?<\/ram:GrandTotalAmount>/, '$&<ram:GrandTotalAmount>9.99</ram:GrandTotalAmount>'),
    )
    expect(twice.invoice.totals?.gross).toBe('1200.00')
    expect(twice.remarks).toMatchObject([{ kind: 'repeated', path: 'totals.gross', value: '9.99', place: { line: 2 } }])
  })

  test('texts stay as they stand, figures lose the white space around them', () => {
    const { invoice } = read(
      cii
        .replace('<ram:ID>F2026-00042</ram:ID>', '<ram:ID> F1\n</ram:ID>')
        .replace('>1200.00</ram:GrandTotalAmount>', '>\n 1200,00 </ram:GrandTotalAmount>'),
    )
    expect(invoice.number).toBe(' F1\n')
    expect(invoice.totals?.gross).toBe('1200,00')
  })

  test.each([
    ['20261121', '102', '2026-11-21'],
    [' 20261121\n', '102', '2026-11-21'],
    ['20260231', '102', '20260231'],
    ['20261121', '203', '20261121'],
    ['21/11/2026', '102', '21/11/2026'],
    ['', '102', ''],
  ])('the day %j of format %s is %j', (written, format, expected) => {
    const xml = cii.replace(/(<ram:IssueDateTime><udt:DateTimeString) format="102">20261121/, `$1 format="${format}">${written}`)
    expect(read(xml).invoice.issuedOn).toBe(expected)
  })

  test('an empty element is an empty text, an empty group an empty group, an absent one is absent', () => {
    const { invoice } = read(
      cii
        .replace('<ram:BuyerReference>SERVEXEC</ram:BuyerReference>', '<ram:BuyerReference/>')
        .replace(/<ram:SpecifiedTradeProduct>.*?<\/ram:SpecifiedTradeProduct>/, '<ram:SpecifiedTradeProduct/>'),
    )
    expect(invoice.buyerReference).toBe('')
    expect(invoice.lines?.[0]?.item).toEqual({})
    expect(invoice.projectReference).toBeUndefined()
  })

  test('another tax than VAT is named, and so is none', () => {
    const other = read(cii.replaceAll('<ram:TypeCode>VAT</ram:TypeCode>', '<ram:TypeCode>GST</ram:TypeCode>'))
    expect(other.invoice.vatBreakdown?.[0]?.taxType).toBe('GST')
    const none = read(ubl.replaceAll('<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>', ''))
    expect(none.invoice.lines?.[0]?.vat?.taxType).toBe('')
  })

  test('a second total of VAT is the one in the VAT currency', () => {
    const both = sampleInvoice({ vatCurrency: 'USD', totals: { ...sampleInvoice().totals, vatInAccountingCurrency: '220.00' } })
    for (const xml of [writeCii(both), writeUbl(both)]) {
      expect(read(xml).invoice.totals).toMatchObject({ vat: '200.00', vatInAccountingCurrency: '220.00' })
    }
  })

  test('an amount of another currency than the invoice is told in UBL', () => {
    const { invoice, remarks } = read(ubl.replace('<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="XXX">'))
    expect(invoice.totals?.due).toBe('1200.00')
    expect(remarks).toMatchObject([{ kind: 'attribute', attribute: 'currencyID', path: 'totals.due', value: 'XXX' }])
  })

  test('what is no invoice is refused by what it is', () => {
    const refused = (xml: string) => {
      try {
        read(xml)
        return undefined
      } catch (error) {
        return error
      }
    }
    expect(refused('<html/>')).toMatchObject({ code: 'xml_not_einvoice', facts: { root: 'html' } })
    expect(refused('<Invoice xmlns="urn:mine"/>')).toMatchObject({ code: 'xml_not_einvoice', facts: { namespace: 'urn:mine' } })
  })

  test('a file made of one fault repeated a hundred thousand times costs no more than its size', () => {
    const many = cii.replace('<ram:BuyerReference>', `${'<ram:Unknown a="1">x</ram:Unknown>'.repeat(100_000)}<ram:BuyerReference>`)
    const { remarks } = read(many)
    expect(remarks.length).toBe(10_000)
    const scopes = cii.replace(
      '<ram:BuyerReference>',
      `${Array.from({ length: 50_000 }, (_, index) => `<x xmlns:p${index}="urn:${index}" p${index}:a="1"/>`).join('')}<ram:BuyerReference>`,
    )
    expect(read(scopes).invoice.buyerReference).toBe('SERVEXEC')
  })
})
