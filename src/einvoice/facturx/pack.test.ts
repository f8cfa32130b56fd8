import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#core/refusal'
import { writeCii } from '../cii/write.ts'
import { sampleInvoice } from '../fixtures/sample-invoice.ts'
import { streamPdf, TITLE, typstPdf } from '../fixtures/pdf.ts'
import { extractFacturX } from './extract.ts'
import { packFacturX } from './pack.ts'

const xml = writeCii(sampleInvoice())
const level = { conformanceLevel: 'EN 16931' } as const
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  ext: 'http://www.aiim.org/pdfa/ns/extension/',
  schema: 'http://www.aiim.org/pdfa/ns/schema#',
  property: 'http://www.aiim.org/pdfa/ns/property#',
  fx: 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#',
}

/** The last metadata of the file, found by its bytes alone. */
function lastXmp(pdf: Uint8Array): string {
  const text = utf8(pdf)
  return text.slice(text.lastIndexOf('<?xpacket begin'), text.lastIndexOf('<?xpacket end="') + '<?xpacket end="r"?>'.length)
}

function ask(xmp: string, xpath: string): string[] {
  const document = XmlDocument.fromString(xmp)
  try {
    return document.find(xpath, NAMESPACES).map((node) => node.content)
  } finally {
    document.dispose()
  }
}

const refusalOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Refusal ? error.code : `not a refusal: ${String(error)}`
  }
  return 'nothing refused'
}

describe('a PDF that Typst drew becomes a Factur-X', () => {
  const drawn = typstPdf(xml)
  const packed = packFacturX(drawn, level)

  test('not one byte of the drawing changes: the update is appended', () => {
    expect(Buffer.from(packed.subarray(0, drawn.length)).equals(Buffer.from(drawn))).toBe(true)
    expect(packed.length).toBeGreaterThan(drawn.length)
  })

  test('the new cross-reference replaces the metadata and leads back to the old one', () => {
    const text = latin1(packed)
    const starts = [...text.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].map((match) => Number(match[1]))
    expect(starts).toHaveLength(2)
    const [old = 0, now = 0] = starts
    expect(text.slice(old, old + 4)).toBe('xref')
    const section = /^xref\n(\d+) 1\n(\d{10}) \d{5} n\r\ntrailer\n<<(.*)>>\n/.exec(text.slice(now))
    const metadata = /\/Type \/Catalog[\s\S]*?\/Metadata (\d+) 0 R/.exec(text)?.[1]
    expect(section?.[1]).toBe(metadata)
    expect(text.slice(Number(section?.[2])).startsWith(`${metadata} 0 obj\n`)).toBe(true)
    expect(section?.[3]).toContain(`/Prev ${old}`)
    const size = /\/Size (\d+)/.exec(text.slice(old))?.[1]
    expect(section?.[3]).toContain(`/Size ${size}/Root`)
  })

  test('the stream is as long as it says', () => {
    const text = latin1(packed)
    const start = text.lastIndexOf('stream\n<?xpacket') + 'stream\n'.length
    const length = Number(/\/Length (\d+)>>\nstream\n<\?xpacket(?![\s\S]*<\?xpacket begin)/.exec(text)?.[1])
    expect(text.slice(start + length, start + length + 10)).toBe('\nendstream')
  })

  test('the file keeps its permanent identifier and gets a new one for this state', () => {
    const ids = [...latin1(packed).matchAll(/\/ID\s*\[\s*[(<]([^)>]*)[)>]\s*[(<]([^)>]*)[)>]/g)]
    expect(ids).toHaveLength(2)
    expect(Buffer.from(ids[1]?.[1] ?? '', 'hex').toString('latin1')).toBe(ids[0]?.[1])
    expect(ids[1]?.[2]).not.toBe(ids[0]?.[2])
  })

  test('the metadata is well-formed, says Factur-X and keeps what Typst said', () => {
    const xmp = lastXmp(packed)
    expect(ask(xmp, '//fx:DocumentType')).toEqual(['INVOICE'])
    expect(ask(xmp, '//fx:DocumentFileName')).toEqual(['factur-x.xml'])
    expect(ask(xmp, '//fx:Version')).toEqual(['1.0'])
    expect(ask(xmp, '//fx:ConformanceLevel')).toEqual(['EN 16931'])
    expect(ask(xmp, '//pdfaid:part')).toEqual(['3'])
    expect(ask(xmp, '//pdfaid:conformance')).toEqual(['A'])
    expect(ask(xmp, '//dc:title//rdf:li')).toEqual([TITLE])
    for (const kept of ['//xmp:CreateDate', '//xmp:ModifyDate', '//xmp:CreatorTool'])
      expect(ask(xmp, kept)).toEqual(ask(lastXmp(drawn), kept))
  })

  test('every Factur-X property used is described, in the one bag of extension schemas', () => {
    const xmp = lastXmp(packed)
    expect(ask(xmp, '//ext:schemas/rdf:Bag')).toHaveLength(1)
    const own = `//ext:schemas/rdf:Bag/rdf:li[schema:namespaceURI="${NAMESPACES.fx}"][schema:prefix="fx"]`
    expect(ask(xmp, `${own}//property:name`).toSorted()).toEqual(['ConformanceLevel', 'DocumentFileName', 'DocumentType', 'Version'])
    expect(ask(xmp, `${own}//property:valueType`)).toEqual(['Text', 'Text', 'Text', 'Text'])
    expect(ask(xmp, '//ext:schemas/rdf:Bag/rdf:li')).toHaveLength(ask(lastXmp(drawn), '//ext:schemas/rdf:Bag/rdf:li').length + 1)
  })

  test('the attachment stays listed, associated, an alternative, of type text/xml', () => {
    const text = latin1(packed)
    expect(text).toMatch(/\/EmbeddedFiles\s*<<\s*\/Names\s*\[\(factur-x\.xml\) (\d+) 0 R\]/)
    expect(text).toMatch(/\/AF\s*\[\d+ 0 R\]/)
    expect(text).toContain('/AFRelationship /Alternative')
    expect(text).toContain('/Subtype /text#2Fxml')
  })

  test('the XML comes out byte for byte, accents included', () => {
    expect(utf8(extractFacturX(packed))).toBe(xml)
    expect(utf8(extractFacturX(drawn))).toBe(xml)
  })

  test('the same drawing gives the same bytes', () => {
    expect(Buffer.from(packFacturX(drawn, level)).equals(Buffer.from(packed))).toBe(true)
  })

  test('packing twice is refused', () => {
    expect(refusalOf(() => packFacturX(packed, level))).toBe('pdf_already_packed')
  })

  test('a drawing without its XML is refused', () => {
    const bare = typstPdf(xml, false)
    expect(refusalOf(() => packFacturX(bare, level))).toBe('pdf_without_einvoice')
    expect(refusalOf(() => extractFacturX(bare))).toBe('pdf_without_einvoice')
  })
})

describe('a PDF whose objects and cross-reference are compressed', () => {
  const foreign = streamPdf(xml)
  const packed = packFacturX(foreign, level)

  test('its XML is read, before and after packing', () => {
    expect(utf8(extractFacturX(foreign))).toBe(xml)
    expect(utf8(extractFacturX(packed))).toBe(xml)
  })

  test('the update is a cross-reference stream, as the file has', () => {
    const text = latin1(packed)
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(text.slice(start)).toMatch(
      /^9 0 obj\n<<\/Type\/XRef\/W\[1 4 2\]\/Index\[5 1 9 1\]\/Length 14\/Size 10\/Root 1 0 R\/ID\[<0011><[0-9a-f]{32}>\]\/Prev \d+>>/,
    )
  })

  test('metadata without extension schemas gets a bag of its own', () => {
    const xmp = lastXmp(packed)
    expect(ask(xmp, '//ext:schemas/rdf:Bag/rdf:li')).toHaveLength(1)
    expect(ask(xmp, '//fx:ConformanceLevel')).toEqual(['EN 16931'])
    expect(ask(xmp, '//pdfaid:conformance')).toEqual(['B'])
  })
})

describe('files that are not what they should be', () => {
  test('an empty file, a text and half a PDF are refused by name', () => {
    const drawn = typstPdf(xml)
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('Bonjour'), drawn.subarray(0, drawn.length / 2)]) {
      expect(refusalOf(() => extractFacturX(bytes))).toBe('pdf_unreadable')
    }
  })

  test('a protected file is refused by name', () => {
    const text = latin1(streamPdf(xml)).replace('/ID[<0011><0022>]', '/Encrypt 1 0 R   ')
    expect(refusalOf(() => extractFacturX(Buffer.from(text, 'latin1')))).toBe('pdf_encrypted')
  })

  test('damaged bytes are refused or read, never a crash', () => {
    const files = [packFacturX(typstPdf(xml), level), streamPdf(xml)]
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        (file, changes) => {
          const bytes = file.slice()
          for (const [at, value] of changes) bytes[bytes.length - 1 - (at % Math.min(bytes.length, 4000))] = value
          expect(refusalOf(() => extractFacturX(bytes))).not.toMatch(/^not a refusal/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
