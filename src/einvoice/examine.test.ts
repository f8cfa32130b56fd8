import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeProfile } from './convert.ts'
import { writeCii } from './cii/write.ts'
import { examine } from './examine.ts'
import { hybridPdf } from './fixtures/hybrid-pdf.ts'
import { sampleInvoice } from './fixtures/sample-invoice.ts'
import { CORPORA, hasCorpora, ifCorpora } from './fixtures/schema.ts'
import { GUIDELINES } from './guidelines.ts'
import { schemasIn } from './xsd/schemas.ts'

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

describe('schemas, where they are given', () => {
  const schemas = schemasIn(join(CORPORA, 'xsd'))
  const broken = xml.replace('<ram:TypeCode>', '<ram:Colour>red</ram:Colour><ram:TypeCode>')

  test('no schema judges without them, nor where the folder lacks one', () => {
    expect(Object.keys(examine(bytes(xml)).packs)).toEqual(['EN16931', 'BR-FR', 'ENCOURS'])
    expect(Object.keys(examine(bytes(broken), { schemas: schemasIn('/nowhere') }).packs)).toEqual(['EN16931', 'BR-FR', 'ENCOURS'])
    expect(examine(bytes(broken)).verdict).toBe('valid')
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
