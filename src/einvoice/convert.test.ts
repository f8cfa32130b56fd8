import fc from 'fast-check'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isDay } from '#core/day'
import { convert, writeProfile } from './convert.ts'
import { anyExtendedInvoice } from './fixtures/arbitrary-extended.ts'
import { anyCoreInvoice } from './fixtures/arbitrary-fields.ts'
import { sampleInvoice, sampleLine } from './fixtures/sample-invoice.ts'
import { assertValid, assertValidUbl, CORPORA, hasCorpora, ifCorpora } from './fixtures/schema.ts'
import { GUIDELINES, type Profile } from './guidelines.ts'
import type { Invoice, ReadInvoice } from './model.ts'
import { readInvoice } from './read.ts'
import { Unreadable } from './unreadable.ts'
import { writeCii } from './cii/write.ts'
import { writeUbl } from './ubl/write.ts'
import { indented } from './xml/indent.ts'

const read = (xml: string) => readInvoice(new TextEncoder().encode(xml))

describe('what would be no invoice any more is told', () => {
  const rulesOf = ({ faults }: { faults: readonly { rule: string }[] }) => faults.map(({ rule }) => rule)

  test('a profile without lines has none to give', () => {
    const minimum = read(writeProfile(sampleInvoice(), 'MINIMUM').xml)
    expect(rulesOf(convert(minimum, 'UBL'))).toContain('BR-16')
    expect(rulesOf(convert(minimum, 'EN 16931'))).toContain('BR-16')
    expect(read(convert(minimum, 'UBL').xml).guideline).toBe(GUIDELINES['EN 16931'])
    expect(rulesOf(convert(read(writeCii(sampleInvoice())), 'UBL'))).toEqual([])
  })

  test('nothing is wrong with what could be right: a currency named twice, one day of VAT for several rates, the version of UBL', () => {
    const rates = ['S', 'Z'].map((category) => ({
      category,
      rate: category === 'S' ? '20' : '0',
      taxableAmount: '0.00',
      taxAmount: '0.00',
    }))
    const invoice = { ...sampleInvoice(), vatPointOn: '2026-11-20', vatBreakdown: rates } as unknown as Invoice
    expect(writeCii(invoice).match(/<ram:TaxPointDate>/g)).toHaveLength(1)
    const ubl = writeUbl({ ...sampleInvoice(), vatCurrency: 'EUR' }).replace(
      '<cbc:CustomizationID>',
      '<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:CustomizationID>',
    )
    expect(convert(read(ubl), 'CII')).toMatchObject({ losses: [], faults: [] })
  })

  test('the result has a line for each element', () => {
    const { xml } = convert(read(writeUbl(sampleInvoice())), 'CII')
    expect(xml).toContain('\n    <ram:GuidelineSpecifiedDocumentContextParameter>\n      <ram:ID>urn:')
    expect(read(xml).invoice).toEqual(read(writeCii(sampleInvoice())).invoice)
  })
})

describe('from one syntax to the other', () => {
  test('any fields of EN 16931 go there and come back, and nothing is lost', () => {
    fc.assert(
      fc.property(anyCoreInvoice, (invoice) => {
        const there = convert(read(writeCii(invoice)), 'UBL')
        expect(there.losses).toEqual([])
        const back = convert(read(there.xml), 'CII')
        expect(back.losses).toEqual([])
        expect(back.xml).toBe(indented(writeCii(invoice)))
      }),
    )
  })

  test('what UBL has no place for is named with its term and its value', () => {
    const invoice = sampleInvoice({
      projectReference: 'P1',
      projectName: 'Toiture',
      delivery: { identifiers: [{ value: 'A' }, { value: 'B' }] },
      extended: { issuerReference: 'abc' },
    })
    expect(convert(read(writeCii(invoice, 'EXTENDED')), 'UBL').losses).toEqual([
      { path: 'projectName', value: 'Toiture' },
      { term: 'BT-71', path: 'delivery.identifiers.1.value', value: 'B' },
      { path: 'extended.issuerReference', value: 'abc' },
    ])
  })

  test('a charge and an allowance are named by their own terms', () => {
    const part = { amount: '1.00', baseAmount: '10.00', baseQuantity: '2', vat: { category: 'S' } } as const
    const invoice = sampleInvoice({
      allowancesCharges: [
        { kind: 'charge', ...part },
        { kind: 'allowance', ...part },
      ],
    })
    const losses = convert(read(writeCii(invoice, 'EXTENDED')), 'UBL').losses
    expect(losses.map(({ term, path }) => [term, path])).toEqual([
      ['BG-21', 'allowancesCharges.0.baseQuantity'],
      ['BG-20', 'allowancesCharges.1.baseQuantity'],
    ])
  })

  test('an element nobody knows, and a second one where one may stand, are told too', () => {
    const xml = writeUbl(sampleInvoice())
      .replace('<cbc:IssueDate>', '<cbc:UUID>u-1</cbc:UUID><cbc:IssueDate>')
      .replace('</cbc:BuyerReference>', '</cbc:BuyerReference><cbc:BuyerReference>Z</cbc:BuyerReference>')
    expect(convert(read(xml), 'CII').losses).toEqual([
      { path: 'Invoice/UUID', value: 'u-1' },
      { term: 'BT-10', path: 'buyerReference', value: 'Z' },
    ])
  })

  test('the profiles of Factur-X, which are of CII, become those of UBL', () => {
    const basic = read(writeCii(sampleInvoice({ guideline: GUIDELINES.BASIC })))
    const { xml, losses } = convert(basic, 'UBL')
    expect(read(xml).guideline).toBe(GUIDELINES['EN 16931'])
    expect(losses).toEqual([{ term: 'BT-24', path: 'guideline', value: GUIDELINES.BASIC }])
  })

  test('a credit note stays one', () => {
    const note = sampleInvoice({ typeCode: '381', precedingInvoices: [{ number: 'F1' }] })
    const ubl = convert(read(writeCii(note)), 'UBL').xml
    expect(read(ubl).root).toBe('CreditNote')
    expect(read(convert(read(ubl), 'CII').xml).invoice.typeCode).toBe('381')
  })
})

describe('profiles keep what they may hold', () => {
  const full: Invoice = sampleInvoice({
    projectReference: 'P1',
    lines: [
      {
        ...sampleLine(),
        note: 'n',
        object: { value: 'o' },
        item: { name: 'Conseil', sellerId: 'C-1' },
        extended: { deliveredOn: sampleInvoice().issuedOn },
      },
    ],
  })
  const lost = (profile: Profile): string[] => writeProfile(full, profile).losses.map(({ path }) => path)

  test('EXTENDED loses nothing, EN 16931 only what EXTENDED adds', () => {
    expect(lost('EXTENDED')).toEqual([])
    expect(lost('EXTENDED-CTC-FR')).toEqual([])
    expect(lost('EN 16931')).toEqual(['lines.0.extended.deliveredOn'])
  })

  test('BASIC has no item numbers, BASIC WL no lines, MINIMUM no more than who, when and how much', () => {
    expect(lost('BASIC')).toContain('lines.0.item.sellerId')
    expect(lost('BASIC')).not.toContain('lines.0.note')
    expect(lost('BASIC WL')).toContain('lines.0.netPrice')
    expect(read(writeProfile(full, 'BASIC WL').xml).invoice.lines).toBeUndefined()
    // The schema of MINIMUM, which the corpora lack, wants the empty element.
    expect(writeProfile(full, 'MINIMUM').xml).toContain('<ram:ApplicableHeaderTradeDelivery/>')
    expect(read(writeProfile(full, 'MINIMUM').xml).invoice).toEqual({
      guideline: GUIDELINES.MINIMUM,
      frame: 'S1',
      number: 'F2026-00042',
      typeCode: '380',
      issuedOn: '2026-11-21',
      currency: 'EUR',
      buyerReference: 'SERVEXEC',
      orderReference: 'PO-2026-17',
      seller: {
        name: 'ACME SARL',
        legalId: { value: '100000009', scheme: '0002' },
        address: { country: 'FR' },
        vatNumber: 'FR88100000009',
      },
      buyer: {
        name: 'CLIENT SAS',
        legalId: { value: '200000008', scheme: '0002' },
        address: { country: 'FR' },
        vatNumber: 'FR37200000008',
      },
      totals: { net: '1000.00', vat: '200.00', gross: '1200.00', due: '1200.00' },
    })
  })

  test.each(Object.keys(GUIDELINES) as Profile[])('%s says which it is', (profile) => {
    expect(read(writeProfile(full, profile).xml).guideline).toBe(GUIDELINES[profile])
  })

  test('what a profile keeps and what it loses is the whole invoice', () => {
    const leaves = (part: unknown, path = ''): string[] => {
      if (typeof part !== 'object' || part === null) return [path]
      return Object.entries(part).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`))
    }
    fc.assert(
      fc.property(anyExtendedInvoice, fc.constantFrom<Profile>('MINIMUM', 'BASIC WL', 'BASIC', 'EN 16931'), (invoice, profile) => {
        const { xml, losses } = writeProfile(invoice, profile)
        expect([...leaves(read(xml).invoice), ...losses.map(({ path }) => path)].toSorted()).toEqual(leaves(invoice).toSorted())
      }),
      { numRuns: 30 },
    )
  })

  test.skipIf(!hasCorpora)(`BASIC WL, EN 16931 and EXTENDED of any invoice are valid by their schemas${ifCorpora}`, () => {
    fc.assert(
      fc.property(anyExtendedInvoice, (invoice) => {
        assertValid(writeProfile(invoice, 'BASIC WL').xml, 'factur-x-1.09/BASICWL', 'Factur-X_BASICWL.xsd')
        assertValid(writeProfile(invoice, 'EN 16931').xml, 'factur-x-1.09/EN16931', 'Factur-X_EN16931.xsd')
        assertValid(writeProfile(invoice, 'EXTENDED').xml, 'factur-x-1.09/EXTENDED', 'Factur-X_EXTENDED.xsd')
        assertValid(writeProfile(invoice, 'EXTENDED-CTC-FR').xml, 'cii-d22b', 'CrossIndustryInvoice_100pD22B.xsd')
      }),
      { numRuns: 50 },
    )
  })
})

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.xml') && statSync(name).isFile())

const readable = (file: string) => {
  try {
    return readInvoice(readFileSync(file))
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

const isValid = (xml: string): boolean => {
  try {
    if (xml.includes('CrossIndustryInvoice')) assertValid(xml, 'cii-d22b', 'CrossIndustryInvoice_100pD22B.xsd')
    else assertValidUbl(xml)
    return true
  } catch {
    return false
  }
}

describe.skipIf(!hasCorpora)(`the invoices of the world that are valid${ifCorpora}`, () => {
  const invoices = (hasCorpora ? filesOf(join(CORPORA, 'einvoice')) : []).flatMap((file) => {
    const reading = file.includes('/unit/') ? undefined : readable(file)
    return reading && isValid(readFileSync(file, 'utf8')) ? [{ file, reading }] : []
  })

  test('are some hundreds', () => {
    expect(invoices.length).toBeGreaterThan(400)
  })

  test('written again in their own syntax, each says the same', () => {
    for (const { file, reading } of invoices) {
      const { losses } = convert(reading, reading.syntax)
      const known = new Set(reading.remarks.map(({ value }) => value))
      expect(
        losses.filter(({ path, value }) => path !== 'guideline' && !known.has(value)),
        file,
      ).toEqual([])
    }
  }, 60_000)

  test('written in the other syntax, each is valid', () => {
    // UBL wants lines and a currency, and its days are days.
    const fits = ({ lines, currency, issuedOn }: ReadInvoice): boolean =>
      lines !== undefined && currency !== undefined && issuedOn !== undefined && isDay(issuedOn)
    const faults = invoices.filter(({ reading }) => {
      const to = reading.syntax === 'CII' ? 'UBL' : 'CII'
      return fits(reading.invoice) && !isValid(convert(reading, to).xml)
    })
    expect(faults.map(({ file }) => file)).toEqual([])
  }, 60_000)
})

describe.skipIf(!hasCorpora)(`the same invoice published in both syntaxes${ifCorpora}`, () => {
  const standard = join(CORPORA, 'einvoice/xrechnung-testsuite/business-cases/standard')
  const pair = (name: string) => {
    const [ubl, cii] = ['ubl', 'uncefact'].map((syntax) => readInvoice(readFileSync(join(standard, `${name}_${syntax}.xml`))).invoice)
    return { ubl, cii }
  }

  test.each(['01.04a-INVOICE', '01.17a-INVOICE'])('%s reads the same', (name) => {
    const { ubl, cii } = pair(name)
    expect(ubl).toEqual(cii)
  })

  test('01.09a-INVOICE reads the same but for an order its publisher put into one of them only', () => {
    const { ubl, cii } = pair('01.09a-INVOICE')
    expect(ubl).toEqual({ ...cii, orderReference: 'Dummywert' })
  })
})
