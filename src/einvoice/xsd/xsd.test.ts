import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCii } from '../cii/write.ts'
import { sampleInvoice } from '../fixtures/sample-invoice.ts'
import { CORPORA, hasCorpora, ifCorpora } from '../fixtures/schema.ts'
import { GUIDELINES } from '../guidelines.ts'
import { readInvoice } from '../read.ts'
import { schemasIn } from './schemas.ts'
import { tellSchemaFault } from './sentences.ts'
import { schemaFor, validateXsd } from './validate.ts'

const schemas = schemasIn(join(CORPORA, 'xsd'))
const bytes = (text: string) => new TextEncoder().encode(text)
const xml = writeCii(sampleInvoice())

describe('the schema of a file', () => {
  test('is that of its syntax, and inside a PDF that of its profile', () => {
    const guideline = GUIDELINES.BASIC
    expect(schemaFor({ root: 'CrossIndustryInvoice', guideline })).toBe('CII D22B')
    expect(schemaFor({ root: 'CrossIndustryInvoice', guideline }, { isInPdf: true })).toBe('Factur-X 1.09 BASIC')
    expect(schemaFor({ root: 'CrossIndustryInvoice', guideline: GUIDELINES['EXTENDED-CTC-FR'] }, { isInPdf: true })).toBe(
      'Factur-X 1.09 EXTENDED',
    )
    expect(schemaFor({ root: 'CrossIndustryInvoice', guideline: 'urn:unknown' }, { isInPdf: true })).toBe('CII D22B')
    expect(schemaFor({ root: 'CreditNote' })).toBe('UBL CreditNote 2.1')
  })

  test('where no schema is at hand nothing is judged, and that is told', () => {
    expect(validateXsd(bytes(xml), 'CII D22B', schemasIn('/nowhere'))).toBeUndefined()
  })
})

describe.skipIf(!hasCorpora)(`judged by the official schemas${ifCorpora}`, () => {
  test('our own invoice is valid', () => {
    expect(validateXsd(bytes(xml), 'CII D22B', schemas)).toEqual([])
    expect(validateXsd(bytes(xml), 'Factur-X 1.09 EN 16931', schemas)).toEqual([])
  })

  test.each([
    ['a comma for a point', (text: string) => text.replace('<ram:GrandTotalAmount>', '<ram:GrandTotalAmount>1,'), 'La valeur « 1,', true],
    [
      'an element unknown there',
      (text: string) => text.replace('<ram:TypeCode>', '<ram:Colour>red</ram:Colour><ram:TypeCode>'),
      'L’élément Colour n’a pas sa place ici',
      false,
    ],
    [
      'an element that is missing',
      (text: string) => text.replace(/<ram:ApplicableHeaderTradeDelivery>[^]*?<\/ram:ApplicableHeaderTradeDelivery>/, ''),
      'attendu : ApplicableHeaderTradeDelivery',
      false,
    ],
    [
      'an attribute unknown there',
      (text: string) => text.replace('<ram:GrandTotalAmount>', '<ram:GrandTotalAmount colour="red">'),
      'n’admet pas l’attribut colour',
      false,
    ],
    [
      'text between elements',
      (text: string) => text.replace('<ram:SellerTradeParty>', '<ram:SellerTradeParty>bonjour'),
      'contient un texte',
      false,
    ],
  ])('%s is told in French and English, with its place', (_, change, sentence, isFound) => {
    const [failure] = validateXsd(bytes(change(xml).replaceAll('><', '>\n<')), 'CII D22B', schemas) ?? []
    expect(failure).toMatchObject({ rule: 'XSD', pack: 'XSD', schema: 'CII D22B', severity: 'fatal' })
    expect(failure?.fr).toContain(sentence)
    expect(failure?.en).not.toMatch(/\{|urn:/)
    expect(failure?.line).toBeGreaterThan(1)
    expect(failure?.found !== undefined).toBe(isFound)
  })

  test('the place is that of the element, also where the whole file is one line', () => {
    const broken = xml.replace('<ram:IncludedSupplyChainTradeLineItem>', '<ram:IncludedSupplyChainTradeLineItem><ram:Colour/>')
    const at = (text: string): string => {
      const [{ column, line } = { column: 0, line: 0 }] = validateXsd(bytes(text), 'CII D22B', schemas) ?? []
      return (text.split('\n')[line - 1] ?? '').slice(column - 1)
    }
    expect(at(broken)).toMatch(/^<ram:Colour\/>/)
    expect(at(broken.replaceAll('><', '>\n  <'))).toMatch(/^<ram:Colour\/>/)
    expect(at(broken.replaceAll(/(?<!\/)></g, '\n>\n  <'))).toMatch(/^<ram:Colour\//)
  })

  test('a document type is refused before the engine sees it', () => {
    expect(() => validateXsd(bytes(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${xml}`), 'CII D22B', schemas)).toThrow(
      'xml_doctype',
    )
  })

  test('the examples of the European standard and of UBL are valid', () => {
    const files = globSync('einvoice/en16931-cef/{cii,ubl}-examples/*', { cwd: CORPORA })
    expect(files.length).toBeGreaterThan(14)
    for (const file of files) {
      const content = readFileSync(join(CORPORA, file))
      const failures = validateXsd(content, schemaFor(readInvoice(content)), schemas)
      expect({ file, failures }).toEqual({ file, failures: [] })
    }
  })
})

test('words of the engine that we do not know are passed on', () => {
  expect(tellSchemaFault("Element '{urn:a}B': Something new.\n")).toEqual({
    fr: "Contraire au schéma : Element 'B': Something new.",
    en: "Against the schema: Element 'B': Something new.",
  })
})
