import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#core/refusal'
import { writeCii } from '../cii/write.ts'
import { type HybridParts, hybridPdf, xmpOf } from '../fixtures/hybrid-pdf.ts'
import { typstPdf } from '../fixtures/pdf.ts'
import { sampleInvoice } from '../fixtures/sample-invoice.ts'
import { GUIDELINES } from '../guidelines.ts'
import type { ReadInvoice } from '../model.ts'
import { extractFacturX } from './extract.ts'
import { inspectPdf, judgeContainer } from './inspect.ts'
import { packFacturX } from './pack.ts'
import { CONTAINER_RULES } from './rules/pack.ts'

const invoice = sampleInvoice()
const xml = writeCii(invoice)
const text = `Facture ${invoice.number}\nTotal TTC ${invoice.totals.gross} EUR`

const judged = (changes: Partial<HybridParts>, read: ReadInvoice = invoice) =>
  judgeContainer(inspectPdf(hybridPdf({ xml, text, ...changes })), read).map(({ rule, term }) => `${rule} ${term}`)

const values = { DocumentType: 'INVOICE', DocumentFileName: 'factur-x.xml', Version: '1.0', ConformanceLevel: 'EN 16931' }
const german: ReadInvoice = {
  ...invoice,
  seller: { ...invoice.seller, address: { country: 'DE' } },
  buyer: { ...invoice.buyer, address: { country: 'DE' } },
}

const second = (name: string) => ({
  names: `/Names<</EmbeddedFiles<</Names[(factur-x.xml)3 0 R(${name})20 0 R]>>>>`,
  af: '/AF[3 0 R 20 0 R]',
  objects: {
    20: `<</Type/Filespec/F(${name})/UF(${name})/EF<</F 21 0 R>>/AFRelationship/Alternative>>`,
    21: '<</Type/EmbeddedFile/Subtype/text#2Fxml/Length 4>>\nstream\n<a/>\nendstream',
  },
})

type Case = readonly [what: string, changes: Partial<HybridParts>, told: readonly string[], read: ReadInvoice]

const CASES: readonly Case[] = (
  [
    ['nothing is wrong', {}, []],
    ['no metadata', { xmp: undefined }, ['BR-HYBRID-02 /Metadata', 'BR-HYBRID-03 fx']],
    ['metadata that is no XML', { xmp: '<x:xmpmeta xmlns:about=""/>' }, ['BR-HYBRID-02 /Metadata']],
    ['metadata that does not say PDF/A', { xmp: xmpOf({ part: '' }) }, ['BR-HYBRID-02 pdfaid:part']],
    ['PDF/A-1', { xmp: xmpOf({ part: '<pdfaid:part>1</pdfaid:part>' }) }, ['BR-HYBRID-02 pdfaid:part']],
    ['PDF/A-4f', { xmp: xmpOf({ part: '<pdfaid:part>4</pdfaid:part><pdfaid:conformance>F</pdfaid:conformance>' }) }, []],
    ['no word of Factur-X', { xmp: xmpOf({ values: {}, described: 'urn:other' }) }, ['BR-HYBRID-03 fx']],
    ['no extension schema', { xmp: xmpOf({ described: 'urn:other' }) }, ['BR-HYBRID-03 pdfaExtension:schemas']],
    [
      'a property not described',
      { xmp: xmpOf({ properties: ['DocumentType', 'DocumentFileName', 'Version'] }) },
      ['BR-HYBRID-03 pdfaProperty:name'],
    ],
    [
      'a namespace without its #',
      {
        xmp: xmpOf({
          namespace: 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0',
          described: 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0',
        }),
      },
      ['BR-HYBRID-04 pdfaSchema:namespaceURI'],
    ],
    ['another prefix', { xmp: xmpOf({ prefix: 'zf' }) }, ['BR-HYBRID-05 pdfaSchema:prefix']],
    ['another document type', { xmp: xmpOf({ values: { ...values, DocumentType: 'ORDER' } }) }, ['BR-HYBRID-06 fx:DocumentType']],
    [
      'a profile that does not exist',
      { xmp: xmpOf({ values: { ...values, ConformanceLevel: 'EN16931' } }) },
      ['BR-HYBRID-07 fx:ConformanceLevel', 'BR-HYBRID-15 fx:ConformanceLevel'],
    ],
    [
      'another file name in the metadata',
      { xmp: xmpOf({ values: { ...values, DocumentFileName: 'invoice.xml' } }) },
      ['BR-HYBRID-14 fx:DocumentFileName', 'BR-HYBRID-08 fx:DocumentFileName'],
    ],
    ['no version', { xmp: xmpOf({ values: { ...values, Version: '' } }) }, ['BR-HYBRID-09 fx:Version']],
    ['the version of the specification', { xmp: xmpOf({ values: { ...values, Version: '1.09' } }) }, ['BR-HYBRID-10 fx:Version']],
    ['no invoice at all', { xml: '<a/>', fileName: 'notes.xml', params: '' }, ['BR-HYBRID-01 /EmbeddedFiles']],
    ['not listed', { names: '' }, ['BR-HYBRID-12 /EmbeddedFiles']],
    ['not associated', { af: '' }, ['BR-HYBRID-12 /AF']],
    [
      'pinned to a page',
      { names: '', af: '', annotations: '/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 1 1]/F 4/FS 3 0 R>>]' },
      ['BR-HYBRID-12 /EmbeddedFiles', 'BR-HYBRID-12 /AF'],
    ],
    ['no relationship', { relationship: '' }, ['BR-HYBRID-12 /AFRelationship']],
    ['a relationship for other files', { relationship: '/AFRelationship/Supplement' }, ['BR-HYBRID-11 /AFRelationship']],
    ['Data is right in France', { relationship: '/AFRelationship/Data' }, []],
    ['Data is wrong in Germany', { relationship: '/AFRelationship/Data' }, ['BR-HYBRID-11 /AFRelationship'], german],
    [
      'Alternative is wrong for MINIMUM',
      { xmp: xmpOf({ values: { ...values, ConformanceLevel: 'MINIMUM' } }) },
      ['BR-HYBRID-11 /AFRelationship'],
      { ...invoice, guideline: GUIDELINES.MINIMUM },
    ],
    ['application/xml', { subtype: '/Subtype/application#2Fxml' }, ['BR-HYBRID-12 /Subtype']],
    ['another name', { fileName: 'invoice.xml' }, ['BR-HYBRID-13 /UF', 'BR-HYBRID-14 fx:DocumentFileName']],
    ['two invoices of one name', second('factur-x.xml'), ['ENCOURS-PDF-01 /EmbeddedFiles']],
    ['two invoices of two names', second('ZUGFeRD-invoice.xml'), ['ENCOURS-PDF-02 /EmbeddedFiles']],
    ['another attachment is welcome', second('terms.xml'), []],
    ['no modification date', { params: '' }, ['ENCOURS-PDF-03 /ModDate']],
    ['a date that is none', { params: '/Params<</ModDate(2026-11-21)>>' }, ['ENCOURS-PDF-03 /ModDate']],
    [
      'another checksum',
      { params: '/Params<</ModDate(D:20261121)/CheckSum<00112233445566778899aabbccddeeff>>>' },
      ['ENCOURS-PDF-04 /CheckSum'],
    ],
    ['another size', { params: '/Params<</ModDate(D:20261121)/Size 1>>' }, ['ENCOURS-PDF-05 /Size']],
    ['a font that is not embedded', { fontFile: '' }, ['BR-HYBRID-02 PDF/A']],
    ['no output intent', { outputIntents: '' }, ['BR-HYBRID-02 PDF/A']],
    ['no file identifier', { trailer: '' }, ['BR-HYBRID-02 PDF/A']],
    ['JavaScript', { more: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }, ['BR-HYBRID-02 PDF/A']],
    ['an action that starts a program', { more: '/OpenAction<</Type/Action/S/Launch/F(calc.exe)>>' }, ['BR-HYBRID-02 PDF/A']],
    ['a film', { annotations: '/Annots[<</Type/Annot/Subtype/Movie/Rect[0 0 1 1]/F 4>>]' }, ['BR-HYBRID-02 PDF/A']],
    ['a hidden link', { annotations: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/F 2>>]' }, ['BR-HYBRID-02 PDF/A']],
    ['a link that prints', { annotations: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/F 4>>]' }, []],
    ['a form of its own', { more: '/AcroForm<</XFA(x)>>' }, ['BR-HYBRID-02 PDF/A']],
    [
      'level A without tags',
      { xmp: xmpOf({ part: '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>' }) },
      ['BR-HYBRID-02 PDF/A'],
    ],
    [
      'metadata of another profile',
      { xmp: xmpOf({ values: { ...values, ConformanceLevel: 'EXTENDED' } }) },
      ['BR-HYBRID-15 fx:ConformanceLevel'],
    ],
    [
      'the French extension travels as EXTENDED',
      { xmp: xmpOf({ values: { ...values, ConformanceLevel: 'EXTENDED' } }) },
      [],
      { ...invoice, guideline: GUIDELINES['EXTENDED-CTC-FR'] },
    ],
    [
      'XRECHNUNG between French businesses',
      { xmp: xmpOf({ values: { ...values, ConformanceLevel: 'XRECHNUNG' } }) },
      ['BR-HYBRID-FR-01 BT-24'],
      { ...invoice, guideline: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0' },
    ],
    [
      'MINIMUM between German businesses',
      { xmp: xmpOf({ values: { ...values, ConformanceLevel: 'MINIMUM' } }), relationship: '/AFRelationship/Data' },
      ['BR-HYBRID-DE-01 BT-24'],
      { ...german, guideline: GUIDELINES.MINIMUM },
    ],
    [
      'BASIC WL between German businesses',
      { xmp: xmpOf({ values: { ...values, ConformanceLevel: 'BASIC WL' } }), relationship: '/AFRelationship/Data' },
      ['BR-HYBRID-DE-02 BT-24'],
      { ...german, guideline: GUIDELINES['BASIC WL'] },
    ],
    ['another total is printed', { text: `Facture ${invoice.number}\nTotal TTC 1,00` }, ['ENCOURS-PDF-07 BT-112']],
    ['another number is printed', { text: `Facture X\nTotal TTC ${invoice.totals.gross}` }, ['ENCOURS-PDF-08 BT-1']],
    ['a page without text tells nothing', { text: '' }, []],
    ['a SIRET that lost its first digit', { text: `${text}\nSIRET : 3282932000072` }, ['ENCOURS-PDF-09 BT-29']],
    ['the SIRET of somebody else', { text: `${text}\nSIRET 999 999 998 00017` }, ['ENCOURS-PDF-10 BT-30']],
  ] satisfies readonly (readonly [string, Partial<HybridParts>, readonly string[], ReadInvoice?])[]
).map(([what, changes, told, read = invoice]) => [what, changes, told, read])

describe('each defect of a container is told by name, and alone', () => {
  test.each(CASES)('%s', (_, changes, told, read) => {
    expect(judged(changes, read)).toEqual(told)
  })

  test('every rule has a case where it fails', () => {
    const told = new Set(CASES.flatMap(([, , names]) => names))
    // The letters of a checksum are seen in the corpora; the other faults of archives share one rule and one term.
    const untold = CONTAINER_RULES.map(({ id, term }) => `${id} ${term}`).filter((name) => !told.has(name))
    expect([...new Set(untold)]).toEqual(['ENCOURS-PDF-11 /CheckSum', 'ENCOURS-PDF-06 /F'])
  })

  test('between German businesses the faults of the archive format are warnings', () => {
    const container = inspectPdf(hybridPdf({ xml, text, outputIntents: '' }))
    expect(judgeContainer(container, invoice)).toMatchObject([{ rule: 'BR-HYBRID-02', severity: 'fatal' }])
    expect(judgeContainer(container, german)).toMatchObject([{ rule: 'BR-HYBRID-02', severity: 'warning' }])
  })

  test('what the application issues is clean', () => {
    const packed = packFacturX(typstPdf(xml), { conformanceLevel: 'EN 16931' })
    const failures = judgeContainer(inspectPdf(packed), invoice)
    expect(failures.filter(({ rule }) => rule !== 'ENCOURS-PDF-07' && rule !== 'ENCOURS-PDF-08')).toEqual([])
  })

  test('a PDF whose invoice has another name is read all the same', () => {
    expect(Buffer.from(extractFacturX(hybridPdf({ xml, fileName: 'invoice.xml' }))).toString()).toBe(xml)
  })
})

describe('amounts are found however they are printed', () => {
  const gross = (amount: string): ReadInvoice => ({ ...invoice, totals: { ...invoice.totals, gross: amount } })
  test.each(['3042.00', '3 042,00', "3'042.00", '3.042,00', '3 042', '3,042.00', '3\u00a0042,00'])('%s', (printed) => {
    expect(judged({ text: `Facture ${invoice.number}\n1,00\nTotal ${printed} EUR`, xmp: xmpOf() }, gross('3042.00'))).toEqual([])
  })
  test.each(['13 042,00', '3042.50', '3 042,001', '30420.00', '3.042.000,00'])('%s is another amount', (printed) => {
    expect(judged({ text: `Facture ${invoice.number}\n1,00\nTotal ${printed} EUR` }, gross('3042.00'))).toEqual(['ENCOURS-PDF-07 BT-112'])
  })
})

describe('a hostile PDF is refused by name, in bounded memory', () => {
  const refusalOf = (work: () => unknown): string => {
    try {
      work()
    } catch (error) {
      return error instanceof Refusal ? error.code : `not a refusal: ${String(error)}`
    }
    return 'nothing refused'
  }
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024))

  test('an attachment that unpacks beyond the bound', () => {
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from('1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles<</Names[(factur-x.xml)2 0 R]>>>>>>\nendobj\n'),
      Buffer.from('2 0 obj\n<</F(factur-x.xml)/EF<</F 3 0 R>>>>\nendobj\n'),
      Buffer.from(`3 0 obj\n<</Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`),
      bomb,
      Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n'),
    ])
    expect(refusalOf(() => extractFacturX(new Uint8Array(pdf)))).toBe('pdf_too_large')
    expect(refusalOf(() => inspectPdf(new Uint8Array(pdf)))).toBe('pdf_too_large')
  })

  test('a bomb packed twice', () => {
    const twice = deflateSync(bomb)
    const pdf = hybridPdf({ xml, objects: {} })
    const head = Buffer.from(pdf)
      .toString('latin1')
      .replace(/\/Type\/EmbeddedFile[^>]*>>/, '')
    expect(refusalOf(() => inspectPdf(Buffer.from(head, 'latin1')))).not.toMatch(/^not a refusal/)
    expect(twice.length).toBeLessThan(bomb.length)
  })

  test('a page that draws itself, a tree that holds itself', () => {
    const objects = { 20: '<</Type/XObject/Subtype/Form/Resources<</XObject<</X 20 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream' }
    const annotations = '/Resources<</XObject<</X 20 0 R>>>>'
    expect(refusalOf(() => inspectPdf(hybridPdf({ xml, objects, annotations })))).toBe('nothing refused')
    expect(
      refusalOf(() => inspectPdf(hybridPdf({ xml, names: '/Names<</EmbeddedFiles 20 0 R>>', objects: { 20: '<</Kids[20 0 R]>>' } }))),
    ).toBe('nothing refused')
  })

  test('damaged bytes are refused or read, never a crash', () => {
    const file = hybridPdf({ xml, text })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }), (changes) => {
        const bytes = file.slice()
        for (const [at, value] of changes) bytes[at] = value
        expect(refusalOf(() => judgeContainer(inspectPdf(bytes), invoice))).not.toMatch(/^not a refusal/)
      }),
      { numRuns: 300 },
    )
  })
})
