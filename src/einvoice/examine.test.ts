import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeProfile } from './convert.ts'
import { writeCii } from './cii/write.ts'
import { examine } from './examine.ts'
import { hybridPdf } from './fixtures/hybrid-pdf.ts'
import { sampleInvoice, sampleLine } from './fixtures/sample-invoice.ts'
import { CORPORA, hasCorpora, ifCorpora } from './fixtures/schema.ts'
import { GUIDELINES, type Profile } from './guidelines.ts'
import type { Invoice, ReadInvoice } from './model.ts'
import { schemasIn } from './xsd/schemas.ts'

/** What a file may lack, an invoice of ours may not. */
type Changes = Partial<ReadInvoice>

const bytes = (text: string) => new TextEncoder().encode(text)
const told = (xml: string) => examine(bytes(xml)).failures.map(({ rule }) => rule)
const invoice = sampleInvoice()
const xml = writeCii(invoice)

describe('profiles that are no invoices by EN 16931 are judged by what they keep of it', () => {
  const minimum = writeProfile(invoice, 'MINIMUM').xml
  const basicWl = writeProfile(invoice, 'BASIC WL').xml

  test('MINIMUM has neither lines nor VAT summary, and is told not to be an e-invoice', () => {
    expect(examine(bytes(minimum))).toMatchObject({ profile: 'MINIMUM', verdict: 'valid' })
    expect(told(minimum)).toEqual(['ENCOURS-16'])
    expect(Object.keys(examine(bytes(minimum)).packs)).toEqual(['EN16931', 'ENCOURS'])
  })

  test('BASIC WL has no lines, and obeys the French layer', () => {
    expect(told(basicWl)).toEqual([])
    expect(Object.keys(examine(bytes(basicWl)).packs)).toEqual(['EN16931', 'BR-FR', 'ENCOURS'])
  })

  test.each([
    ['MINIMUM without a total', minimum, /<ram:GrandTotalAmount>[^<]*<\/ram:GrandTotalAmount>/, '', 'BR-14'],
    ['MINIMUM in an unknown currency', minimum, />EUR</, '>EURO<', 'BR-CL-04'],
    ['BASIC WL whose totals do not add up', basicWl, /(?<=<ram:GrandTotalAmount>)1200.00/, '1.00', 'BR-CO-15'],
    ['BASIC WL without a VAT summary', basicWl, /<ram:ApplicableTradeTax>.*<\/ram:ApplicableTradeTax>/, '', 'BR-CO-18'],
    ['BASIC WL without the note on penalties', basicWl, /<ram:SubjectCode>PMD<\/ram:SubjectCode>/, '', 'BR-FR-05_BT-22_PMD'],
  ])('%s is invalid', (_, good, part, by, rule) => {
    const broken = good.replace(part, by)
    expect(told(broken)).toContain(rule)
    expect(examine(bytes(broken)).verdict).toBe('invalid')
  })

  test('with lines, an invoice that calls itself EN 16931 obeys the whole of it', () => {
    expect(told(minimum.replace(GUIDELINES.MINIMUM, GUIDELINES['EN 16931']))).toContain('BR-16')
  })

  test.skipIf(!hasCorpora)(`the published examples are valid${ifCorpora}`, () => {
    const files = globSync('einvoice/phive-zugferd/*/{minimum,basicwl}/*.xml', { cwd: CORPORA })
      .map((file) => readFileSync(join(CORPORA, file)))
      .filter((file) => /1p0:(?:minimum|basicwl)/.test(file.toString()))
    expect(files.length).toBeGreaterThan(7)
    for (const file of files) expect(examine(file).failures.filter(({ severity }) => severity === 'fatal')).toEqual([])
  })
})

describe('the EXTENDED profiles are judged by the norm as they change it', () => {
  const line = sampleLine()
  const group = { ...line, id: '2', netAmount: '77.00', extended: { statusReason: 'GROUP' } }
  const extended = (changes: Changes, profile: Profile = 'EXTENDED') => writeProfile({ ...sampleInvoice(), ...changes }, profile).xml
  const totals = (changes: Partial<Invoice['totals']>) => ({ totals: { ...invoice.totals, ...changes } })
  const plain = told(extended({}))

  test('a line that only groups others is in no sum, and needs no price', () => {
    const { netPrice: _, ...unpriced } = group
    expect(told(extended({ lines: [line, unpriced] }))).toEqual(plain)
    expect(told(extended({ lines: [line, { ...unpriced, extended: { statusReason: 'DETAIL' } }] }))).toEqual(
      expect.arrayContaining(['BR-FXEXT-BR-26', 'BR-FXEXT-CO-10', 'BR-FXEXT-S-08']),
    )
    expect(told(extended({ lines: [line, unpriced] }).replace(GUIDELINES.EXTENDED, GUIDELINES['EN 16931']))).toEqual(
      expect.arrayContaining(['BR-26', 'BR-CO-10', 'BR-S-08']),
    )
  })

  test('logistics charges are charges', () => {
    const charged = {
      extended: { logisticsCharges: [{ description: 'Port', amount: '50.00', vat: [{ category: 'S', rate: '20' }] }] },
      ...totals({ charges: '50.00', net: '1050.00', vat: '210.00', gross: '1260.00', due: '1260.00' }),
      vatBreakdown: [{ category: 'S' as const, rate: '20', taxableAmount: '1050.00', taxAmount: '210.00' }],
    }
    expect(told(extended(charged))).toEqual(plain)
    expect(told(extended({ ...charged, extended: {} }))).toEqual(expect.arrayContaining(['BR-FXEXT-CO-12', 'BR-FXEXT-S-08']))
  })

  test.each([
    ['EXTENDED', 'BR-FXEXT-CO-10'],
    ['EXTENDED-CTC-FR', 'BR-FREXT-CO-10'],
  ] as const)('in %s a sum may be a cent off for each amount it adds up, and no more', (profile, rule) => {
    const two = [line, { ...line, id: '2' }]
    const doubled = (lineNet: string): Changes => ({
      lines: two,
      ...totals({ lineNet, net: '2000.00', vat: '400.00', gross: '2400.00', due: '2400.00' }),
      vatBreakdown: [{ category: 'S', rate: '20', taxableAmount: '2000.00', taxAmount: '400.00' }],
    })
    expect(told(extended(doubled('2000.02'), profile))).toEqual(told(extended(doubled('2000.00'), profile)))
    expect(told(extended(doubled('2000.03'), profile))).toContain(rule)
    expect(told(extended(doubled('2000.01'), 'EN 16931'))).toContain('BR-CO-10')
  })

  test.skipIf(!hasCorpora)(
    `the examples published with Factur-X are valid, but for one that taxes at zero by the standard rate${ifCorpora}`,
    () => {
      const files = globSync('einvoice/ferd-2.4-examples/**/*.{xml,pdf}', { cwd: CORPORA })
      const judged = files.map((file) => ({ name: basename(file), verdict: examine(readFileSync(join(CORPORA, file))) }))
      const ofExtended = judged.filter(({ verdict: { profile } }) => profile === 'EXTENDED')
      expect(ofExtended.length).toBeGreaterThan(9)
      const invalid = ofExtended.flatMap(({ name, verdict: { verdict } }) => (verdict === 'invalid' ? name : []))
      expect(invalid).toEqual(['Extended___SubInvoiceLines_Kaffee_Bundle_Set_Bsp4__.xml'])
    },
  )
})

describe('schemas, where they are given', () => {
  const schemas = schemasIn(join(CORPORA, 'xsd'))
  const broken = xml.replace('<ram:TypeCode>', '<ram:Colour>red</ram:Colour><ram:TypeCode>')

  test('no schema judges without them, nor where the folder lacks one', () => {
    expect(Object.keys(examine(bytes(xml)).packs)).toEqual(['EN16931', 'BR-FR', 'ENCOURS'])
    expect(Object.keys(examine(bytes(broken), { schemas: schemasIn('/nowhere') }).packs)).toEqual(['EN16931', 'BR-FR', 'ENCOURS'])
    // What it would surely refuse is told all the same.
    expect(told(broken)).toEqual(['ENCOURS-17'])
  })

  test.skipIf(!hasCorpora)(`what they hold against a file comes before the rules${ifCorpora}`, () => {
    const { failures, packs, verdict } = examine(bytes(broken.replace('<ram:ID>F2026-00042<', '<ram:ID>Été 1<')), { schemas })
    expect(verdict).toBe('invalid')
    expect(packs).toMatchObject({ XSD: 'CII D22B', EN16931: '1.3.16' })
    expect(failures.map(({ rule }) => rule)).toEqual(['XSD', 'BR-FR-02_BT-1'])
    expect(failures[0]).toMatchObject({ pack: 'XSD', schema: 'CII D22B', severity: 'fatal', line: 2 })
  })

  test.skipIf(!hasCorpora)(`inside a PDF it is the schema of the profile${ifCorpora}`, () => {
    const { packs } = examine(hybridPdf({ xml }), { schemas })
    expect(packs).toMatchObject({ XSD: 'Factur-X 1.09 EN 16931', 'FACTUR-X': '1.09' })
  })

  test.skipIf(!hasCorpora)(`they read what we read, in any encoding${ifCorpora}`, () => {
    const text = xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    expect(examine(Buffer.from(`\ufeff${text}`, 'utf16le'), { schemas }).failures).toEqual([])
  })
})
