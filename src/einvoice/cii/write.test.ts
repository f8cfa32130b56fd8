import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { anyInvoice } from '../fixtures/arbitrary-invoice.ts'
import { sampleInvoice, sampleLine, SITUATIONS } from '../fixtures/sample-invoice.ts'
import { assertValidCii, CORPORA, hasCorpora, ifCorpora, NAMESPACES } from '../fixtures/schema.ts'
import type { Invoice } from '../model.ts'
import { writeCii } from './write.ts'

function read<T>(xml: string, ask: (values: (xpath: string) => string[]) => T): T {
  const document = XmlDocument.fromString(xml)
  try {
    return ask((xpath) => document.find(xpath, NAMESPACES).map((node) => node.content))
  } finally {
    document.dispose()
  }
}

/** Every leaf as `path@attributes = text`, in the order of the document. */
function leaves(xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    return document.find('//*[not(*)]').map((node) => {
      const leaf = node as XmlElement
      const path: string[] = []
      for (let at: XmlElement | null = leaf; at; at = at.parent) path.unshift(at.name)
      return `${path.join('/')}${leaf.attrs.map((attribute) => `@${attribute.name}=${attribute.value}`).join('')} = ${leaf.content}`
    })
  } finally {
    document.dispose()
  }
}

/** An invoice with a value in every field of the model. */
const fullest: Invoice = sampleInvoice({
  typeCode: '384',
  currency: 'USD',
  vatCurrency: 'EUR',
  contractReference: 'CT-1',
  sellerOrderReference: 'SO-1',
  precedingInvoices: [{ number: 'F2026-00041', issuedOn: parseDay('2026-11-02') }],
  period: { from: parseDay('2026-11-01'), to: parseDay('2026-11-20') },
  seller: {
    name: 'ACME SARL',
    tradingName: 'Acme Conseil',
    identifiers: [{ value: '10000000900017', scheme: '0009' }, { value: 'free' }],
    legalId: { value: '100000009', scheme: '0002' },
    vatNumber: 'FR88100000009',
    taxRegistration: '100000009',
    legalInformation: 'SARL au capital de 10 000 €',
    address: { line1: 'a', line2: 'b', line3: 'c', postcode: '69002', city: 'Lyon', subdivision: 'Rhône', country: 'FR' },
    electronicAddress: { value: '100000009', scheme: '0225' },
    contact: { name: 'Ève', phone: '+33 4 00 00 00 00', email: 'eve@acme.example' },
  },
  delivery: { name: 'Dépôt', deliveredOn: parseDay('2026-11-20'), address: { city: 'Lille', country: 'FR' } },
  payment: {
    meansCode: '58',
    meansText: 'Virement',
    remittance: 'F42',
    iban: 'FR7630006000011234567890189',
    accountName: 'ACME',
    bic: 'AGRIFRPP',
  },
  allowancesCharges: [
    {
      kind: 'allowance',
      amount: '10.00',
      baseAmount: '100.00',
      percent: '10',
      reason: 'Remise',
      reasonCode: '95',
      vat: { category: 'S', rate: '20' },
    },
    { kind: 'charge', amount: '10.00', reason: 'Port', reasonCode: 'FC', vat: { category: 'S', rate: '20' } },
  ],
  totals: {
    lineNet: '1000.00',
    allowances: '10.00',
    charges: '10.00',
    net: '1000.00',
    vat: '200.00',
    vatInAccountingCurrency: '180.00',
    gross: '1200.00',
    paid: '200.00',
    rounding: '0.00',
    due: '1000.00',
  },
  lines: [
    {
      ...sampleLine(),
      note: 'Note de ligne',
      priceBaseQuantity: '1',
      period: { from: parseDay('2026-11-01'), to: parseDay('2026-11-02') },
      allowancesCharges: [{ kind: 'allowance', amount: '0.00', reason: 'Geste' }],
      item: { name: 'Conseil', description: 'Deux jours', sellerId: 'C-1', standardId: { value: '3760000000017', scheme: '0160' } },
    },
  ],
})

describe('CII of each situation', () => {
  test.skipIf(!hasCorpora).each(Object.entries(SITUATIONS))(`%s is valid by the D22B and Factur-X schemas${ifCorpora}`, (_, invoice) => {
    expect(() => assertValidCii(writeCii(invoice))).not.toThrow()
  })

  test.skipIf(!hasCorpora)(`an invoice with every field filled is valid too${ifCorpora}`, () => {
    expect(() => assertValidCii(writeCii(fullest))).not.toThrow()
  })

  test.skipIf(!hasCorpora)(`the schemas do refuse: an element out of its place is seen${ifCorpora}`, () => {
    const xml = writeCii(sampleInvoice())
    const swapped = xml.replace(/(<ram:ID>F2026-00042<\/ram:ID>)(<ram:TypeCode>380<\/ram:TypeCode>)/, '$2$1')
    expect(swapped).not.toBe(xml)
    expect(() => assertValidCii(swapped)).toThrow()
  })

  test.skipIf(!hasCorpora)(`the minimal French invoice says exactly what the published sample says${ifCorpora}`, () => {
    const published = readFileSync(join(CORPORA, 'french-samples', 'sample_cii.xml'), 'utf8')
    expect(leaves(writeCii(sampleInvoice()))).toEqual(leaves(published))
  })
})

describe('nothing of the model is lost', () => {
  test('every value of a full invoice is in its XML', () => {
    const written = leaves(writeCii(fullest)).join('\n')
    const values: string[] = []
    const collect = (part: unknown): void => {
      if (typeof part === 'string') values.push(part)
      else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect)
    }
    collect(fullest)
    const dates = (value: string) => value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3')
    const kinds = new Set(['allowance', 'charge'])
    expect(values.filter((value) => !kinds.has(value) && !written.includes(dates(value)))).toEqual([])
  })

  test('every figure is the one of the model, in its place', () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        read(writeCii(invoice), (values) => {
          const settlement = '//ram:ApplicableHeaderTradeSettlement'
          const total = (name: string) => values(`${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:${name}`)
          const { totals, lines, vatBreakdown } = invoice
          expect(total('LineTotalAmount')).toEqual([totals.lineNet])
          expect(total('AllowanceTotalAmount')).toEqual([totals.allowances])
          expect(total('ChargeTotalAmount')).toEqual([totals.charges])
          expect(total('TaxBasisTotalAmount')).toEqual([totals.net])
          expect(total('TaxTotalAmount')).toEqual([totals.vat])
          expect(total('GrandTotalAmount')).toEqual([totals.gross])
          expect(total('DuePayableAmount')).toEqual([totals.due])
          expect(values('//ram:BilledQuantity')).toEqual(lines.map((line) => line.quantity))
          expect(values('//ram:NetPriceProductTradePrice/ram:ChargeAmount')).toEqual(lines.map((line) => line.netPrice))
          expect(values('//ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount')).toEqual(
            lines.map((line) => line.netAmount),
          )
          expect(values(`${settlement}/ram:ApplicableTradeTax/ram:BasisAmount`)).toEqual(vatBreakdown.map((row) => row.taxableAmount))
          expect(values(`${settlement}/ram:ApplicableTradeTax/ram:CalculatedAmount`)).toEqual(vatBreakdown.map((row) => row.taxAmount))
          expect(values(`${settlement}/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount`)).toEqual(
            (invoice.allowancesCharges ?? []).map((part) => part.amount),
          )
        })
      }),
      { numRuns: 50 },
    )
  })

  test.skipIf(!hasCorpora)(`random invoices with strange texts are valid by the schemas${ifCorpora}`, () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => assertValidCii(writeCii(invoice))),
      { numRuns: 50 },
    )
  })
})

describe('hostile texts', () => {
  test('markup in a name stays a name', () => {
    const name = '</ram:Name><ram:Name>"O\'Brien" & fils ]]> <!-- -->'
    const xml = writeCii(sampleInvoice({ buyer: { ...sampleInvoice().buyer, name } }))
    expect(read(xml, (values) => values('//ram:BuyerTradeParty/ram:Name'))).toEqual([name])
  })

  test('a quote in a unit or a scheme cannot leave its attribute', () => {
    const xml = writeCii(sampleInvoice({ lines: [{ ...sampleLine(), unit: 'C62" x="<' }] }))
    expect(read(xml, (values) => values('//ram:BilledQuantity/@unitCode'))).toEqual(['C62" x="<'])
  })

  test('control characters are left out, half surrogates replaced, line ends kept', () => {
    const xml = writeCii(sampleInvoice({ notes: [{ text: 'a\u0000b\u000bc\u001bd\ufffee\ud83df\r\ng\th🪚' }] }))
    expect(read(xml, (values) => values('//ram:IncludedNote/ram:Content'))).toEqual(['abcde\ufffdf\ng\th🪚'])
  })

  test('blank optional texts leave no empty element', () => {
    const xml = writeCii(
      sampleInvoice({ buyerReference: ' ', paymentTerms: '', seller: { ...sampleInvoice().seller, contact: { name: '' } } }),
    )
    expect(read(xml, (values) => values('//*[not(*) and not(normalize-space())]'))).toEqual([])
  })
})
