import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#core/refusal'
import { writeCii } from '../cii/write.ts'
import { type HybridParts, hybridPdf } from '../fixtures/hybrid-pdf.ts'
import { typstPdf } from '../fixtures/pdf.ts'
import { sampleInvoice } from '../fixtures/sample-invoice.ts'
import { CORPORA, hasCorpora, ifCorpora } from '../fixtures/schema.ts'
import { pack } from './attach.ts'
import { extractFacturX } from './extract.ts'
import { inspectPdf, judgeContainer } from './inspect.ts'

const invoice = sampleInvoice()
const xml = new TextEncoder().encode(writeCii(invoice))
const options = { level: 'EN 16931', at: new Date('2026-11-21T10:00:00Z') } as const

const archive = (part: string, inner = '') =>
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" ${part}>${inner}` +
  '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">Facture</rdf:li></rdf:Alt></dc:title>' +
  '</rdf:Description></rdf:RDF></x:xmpmeta>'

/** A PDF of somebody else: a page, and nothing attached. */
const foreign = (changes: Partial<HybridParts> = {}): Uint8Array =>
  hybridPdf({
    xml: 'unused',
    text: `Facture ${invoice.number}\nTotal ${invoice.totals.gross}`,
    names: '',
    af: '',
    xmp: archive('pdfaid:part="3" pdfaid:conformance="B"'),
    ...changes,
  })

const refusalOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Refusal ? error.code : `not a refusal: ${String(error)}`
  }
  return 'nothing refused'
}

const partOf = (pdf: Uint8Array): string | undefined => {
  const { metadata } = inspectPdf(pdf)
  return typeof metadata === 'string' ? metadata : metadata.part
}

describe('an invoice attached to the PDF of another program', () => {
  const source = foreign()
  const packed = pack(source, xml, options)

  test('not one byte of it changes', () => {
    expect(Buffer.from(packed.bytes.subarray(0, source.length)).equals(Buffer.from(source))).toBe(true)
  })

  test('makes a Factur-X with which nothing is wrong', () => {
    expect(packed).toMatchObject({ pdfA: 'declared', reasons: [] })
    expect(judgeContainer(inspectPdf(packed.bytes), invoice)).toEqual([])
    expect(inspectPdf(packed.bytes).attachments).toMatchObject([
      { name: 'factur-x.xml', modifiedAt: 'D:20261121100000Z', embedded: true, associated: true },
    ])
  })

  test('comes out byte for byte', () => {
    expect(Buffer.from(extractFacturX(packed.bytes)).equals(Buffer.from(xml))).toBe(true)
  })

  test('the same file at the same time gives the same bytes', () => {
    expect(Buffer.from(pack(source, xml, options).bytes).equals(Buffer.from(packed.bytes))).toBe(true)
    expect(Buffer.from(pack(source, xml, { ...options, at: new Date(0) }).bytes).equals(Buffer.from(packed.bytes))).toBe(false)
  })

  test('what the metadata said before is kept', () => {
    expect(Buffer.from(packed.bytes).toString('utf8')).toContain(
      '<rdf:li xml:lang="x-default">Facture</rdf:li></rdf:Alt></dc:title></rdf:Description><rdf:Description rdf:about="" xmlns:fx=',
    )
  })

  test('of a small profile the XML is data, not an equal of the page', () => {
    const small = inspectPdf(pack(source, xml, { ...options, level: 'BASIC WL' }).bytes)
    expect(small.attachments.map(({ relationship }) => relationship)).toEqual(['Data'])
  })

  test('packing twice is refused, and so is a drawing of ours', () => {
    expect(refusalOf(() => pack(packed.bytes, xml, options))).toBe('pdf_already_packed')
    expect(refusalOf(() => pack(typstPdf('<Invoice/>'), xml, options))).toBe('pdf_already_packed')
  })

  test('attachments that were there stay, and the list stays sorted', () => {
    const names = '/Names<</Dests<</Names[]>>/EmbeddedFiles<</Names[(a.txt)20 0 R(z.txt)20 0 R]>>>>'
    const objects = {
      20: '<</Type/Filespec/F(a.txt)/UF(a.txt)/AFRelationship/Supplement/EF<</F 21 0 R>>>>',
      21: '<</Type/EmbeddedFile/Length 2>>\nstream\nhi\nendstream',
    }
    const { bytes, pdfA } = pack(foreign({ names, objects, af: '/AF[20 0 R]' }), xml, options)
    expect(pdfA).toBe('declared')
    const text = Buffer.from(bytes).toString('latin1')
    const hex = (name: string) => `<${Buffer.from(name).toString('hex')}>`
    expect(text).toContain(`/EmbeddedFiles <</Names [${hex('a.txt')} 20 0 R ${hex('factur-x.xml')} 23 0 R ${hex('z.txt')} 20 0 R]>>`)
    expect(text).toContain('/Dests <</Names []>>')
    expect(inspectPdf(bytes).attachments.map(({ name }) => name)).toEqual(['a.txt', 'factur-x.xml'])
  })

  test('an older file says that it now needs PDF 1.7', () => {
    const old = Buffer.from(Buffer.from(source).toString('latin1').replace('%PDF-1.7', '%PDF-1.4'), 'latin1')
    expect(Buffer.from(pack(old, xml, options).bytes).toString('latin1')).toContain('/Version /1.7')
    expect(Buffer.from(packed.bytes).toString('latin1')).not.toContain('/Version')
  })

  test('a file without an identifier gets one', () => {
    const { bytes, pdfA } = pack(foreign({ trailer: '' }), xml, options)
    expect(pdfA).toBe('declared')
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/ID\[<[0-9a-f]{32}><[0-9a-f]{32}>\]/)
  })

  test.each(['pdfaid:part="1" pdfaid:conformance="B" pdfaid:amd="2005"', "pdfaid:part='2' pdfaid:conformance='U'"])(
    '%s becomes PDF/A-3',
    (part) => {
      const { bytes, pdfA } = pack(foreign({ xmp: archive(part) }), xml, options)
      expect(pdfA).toBe('declared')
      expect(partOf(bytes)).toBe('3')
      expect(Buffer.from(bytes.subarray(source.length)).toString('utf8')).not.toContain('pdfaid:amd')
    },
  )

  test('whatever is attached comes out the same, and the file stays readable', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (content) => {
        const { bytes } = pack(source, content, options)
        expect(Buffer.from(extractFacturX(bytes)).equals(Buffer.from(content))).toBe(true)
        expect(inspectPdf(bytes).archiveDefects).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

const IMPOSSIBLE: readonly { readonly code: string; readonly changes: Partial<HybridParts>; readonly found?: string }[] = [
  { code: 'no_metadata', changes: { xmp: undefined } },
  { code: 'metadata_unreadable', changes: { xmp: '<x:xmpmeta xmlns:about=""/>' } },
  { code: 'metadata_unreadable', changes: { xmp: archive('pdfaid:part="3"').replace('</rdf:RDF>', '</rdf:RDF ><!-- -->') } },
  { code: 'not_declared', changes: { xmp: archive('') } },
  { code: 'other_part', changes: { xmp: archive('', '<pdfaid:part>4</pdfaid:part>') }, found: 'PDF/A-4' },
  { code: 'font_not_embedded', changes: { fontFile: '' }, found: 'ABCDEF+Inter' },
  { code: 'no_output_intent', changes: { outputIntents: '' } },
  { code: 'javascript', changes: { more: '/OpenAction<</S/JavaScript/JS(1)>>' } },
  { code: 'forbidden_action', changes: { more: '/OpenAction<</Type/Action/S/Launch>>' }, found: 'Launch' },
  { code: 'forbidden_annotation', changes: { annotations: '/Annots[<</Subtype/Sound/Rect[0 0 1 1]/F 4>>]' }, found: 'Sound' },
  { code: 'annotation_not_printed', changes: { annotations: '/Annots[<</Subtype/Link/Rect[0 0 1 1]>>]' }, found: 'Link' },
  { code: 'xfa_form', changes: { more: '/AcroForm<</XFA()>>' } },
  { code: 'external_content', changes: { more: '/X 20 0 R', objects: { 20: '<</F(elsewhere)/Length 0>>\nstream\n\nendstream' } } },
  { code: 'lzw_compression', changes: { more: '/X 20 0 R', objects: { 20: '<</Filter/LZWDecode/Length 0>>\nstream\n\nendstream' } } },
  { code: 'not_tagged', changes: { xmp: archive('pdfaid:part="3" pdfaid:conformance="A"') } },
  {
    code: 'attachment_not_associated',
    changes: { names: '/Names<</EmbeddedFiles<</Names[(a.txt)20 0 R]>>>>', objects: { 20: '<</Type/Filespec/F(a.txt)>>' } },
    found: 'a.txt',
  },
]

describe('a PDF that cannot be an archive carries the invoice and claims nothing', () => {
  test.each(IMPOSSIBLE)('$code', ({ code, changes, found = '' }) => {
    const { bytes, pdfA, reasons } = pack(foreign(changes), xml, options)
    expect(pdfA).toBe('impossible')
    expect(reasons).toMatchObject([{ code, found }])
    expect(reasons[0]?.fr).not.toContain('{')
    expect(partOf(bytes)).toBeUndefined()
    expect(Buffer.from(extractFacturX(bytes)).equals(Buffer.from(xml))).toBe(true)
    expect(inspectPdf(bytes).words?.values.get('ConformanceLevel')).toBe('EN 16931')
  })

  test('a font that is listed and never used does not count', () => {
    expect(pack(foreign({ fontFile: '', text: '' }), xml, options).pdfA).toBe('declared')
    const unused = foreign({ more: '/X 20 0 R', objects: { 20: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>' } })
    expect(pack(unused, xml, options).pdfA).toBe('declared')
  })

  test('a protected file and a damaged one are refused by name', () => {
    expect(refusalOf(() => pack(foreign({ trailer: '/Encrypt 1 0 R' }), xml, options))).toBe('pdf_encrypted')
    const moved = Buffer.from(foreign()).toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n%moved\n')
    expect(refusalOf(() => pack(Buffer.from(moved, 'latin1'), xml, options))).toBe('pdf_damaged')
    expect(refusalOf(() => pack(new Uint8Array(), xml, options))).toBe('pdf_unreadable')
  })
})

const run = (command: string, ...parameters: readonly string[]) => spawnSync(command, parameters)

const hasQpdf = ['qpdf', 'pdfdetach'].every((name) => run(name, '--help').error === undefined)

describe.skipIf(!hasQpdf || !hasCorpora)(`other readers find no fault${hasQpdf ? ifCorpora : ' (skipped: no qpdf and pdfdetach)'}`, () => {
  const sources = hasCorpora
    ? globSync('einvoice/pdf/**/{*blanko*,*Einfach_fx_validation_report,Aufmass,Hotelrechnung-Immo}.pdf', { cwd: CORPORA })
    : []

  test.each(sources)('%s', (path) => {
    const folder = mkdtempSync(join(tmpdir(), 'encours-'))
    try {
      const [file, out] = [join(folder, 'packed.pdf'), join(folder, 'out.xml')]
      writeFileSync(file, pack(readFileSync(join(CORPORA, path)), xml, options).bytes)
      expect(run('qpdf', '--check', file).status).toBe(0)
      expect(run('pdfdetach', '-list', file).stdout.toString()).toContain('factur-x.xml')
      run('pdfdetach', '-save', '1', '-o', out, file)
      expect(readFileSync(out).equals(Buffer.from(xml))).toBe(true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
