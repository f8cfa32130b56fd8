import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#core/refusal'
import { hybridPdf } from '../fixtures/hybrid-pdf.ts'
import { streamPdf } from '../fixtures/pdf.ts'
import { extractFacturX } from '../facturx/extract.ts'
import { openPdf } from './document.ts'
import { readPages } from './text/page-text.ts'
import type { PdfStream } from './values.ts'
import { dictOf, nameValue } from './write.ts'

const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const xml = '<rsm:CrossIndustryInvoice xmlns:rsm="urn:x"/>'

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'nothing refused'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

describe('a file whose list of objects is wrong is searched', () => {
  test.each([
    ['its beginning moved', (text: string) => text.replace('%PDF-1.7\n', '%PDF-1.7\n%something put in front\n')],
    ['its end is lost', (text: string) => text.slice(0, text.lastIndexOf('xref\n0 1'))],
    ['its list is damaged', (text: string) => text.replace(/xref\n0 1\n[^t]*/, 'xref\n> 1\n')],
  ])('%s', (_, change) => {
    const damaged = Buffer.from(change(latin1(hybridPdf({ xml }))), 'latin1')
    expect(Buffer.from(extractFacturX(damaged)).toString()).toBe(xml)
    expect(openPdf(damaged).catalog.entries.has('AF')).toBe(true)
  })

  test('objects packed together are found too', () => {
    const damaged = Buffer.from(latin1(streamPdf(xml)).replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')
    expect(openPdf(damaged).repaired).toBe(true)
    expect(Buffer.from(extractFacturX(damaged)).toString()).toBe(xml)
  })

  test('a sound file is not called damaged', () => {
    expect(openPdf(hybridPdf({ xml })).repaired).toBe(false)
    expect(openPdf(streamPdf(xml)).repaired).toBe(false)
  })
})

describe('what would exhaust the machine is refused', () => {
  test('many streams, each below the bound', () => {
    const packed = deflateSync(Buffer.alloc(50 * 1024 * 1024))
    const pdf = openPdf(hybridPdf({ xml }))
    const stream: PdfStream = { kind: 'stream', dict: dictOf({ Filter: nameValue('FlateDecode') }), raw: packed }
    expect(pdf.decode(stream).length).toBe(50 * 1024 * 1024)
    expect(pdf.decode(stream).length).toBe(50 * 1024 * 1024)
    expect(codeOf(() => pdf.decode(stream))).toBe('pdf_too_large')
  })

  test('arrays inside arrays, and a million values', () => {
    const deep = hybridPdf({ xml, more: `/X ${'['.repeat(500)}${']'.repeat(500)}` })
    expect(codeOf(() => openPdf(deep))).toBe('pdf_unreadable')
    const wide = hybridPdf({ xml, more: `/X[${'0 '.repeat(6_000_000)}]` })
    expect(codeOf(() => openPdf(wide))).toBe('pdf_too_large')
  })

  test('a file too large to open', () => {
    expect(codeOf(() => openPdf(new Uint8Array(101 * 1024 * 1024)))).toBe('pdf_too_large')
  })
})

describe('the words on a page', () => {
  const textOf = (text: string) => readPages(openPdf(hybridPdf({ xml, text }))).text.trim()

  test('lines are lines, and letters of one word stay together', () => {
    expect(textOf('Total TTC 3 042,00\nNet')).toBe('Total TTC 3 042,00\nNet')
  })

  test('what is drawn letter by letter is read as words', () => {
    const spread = 'x) Tj ET BT /F1 10 Tf 1 0 0 1 40 700 Tm [(3)-10( 04)20(2,00)-900(EUR)] TJ ET BT (y'
    expect(textOf(spread)).toContain('3 042,00 EUR')
  })

  test('letters of other encodings are read by their names and their maps', () => {
    const font = '/Font<</F2<</Type/Font/Subtype/Type1/Encoding<</Differences[65/eacute/Euro/uni00E0]>>>>>>'
    const pdf = hybridPdf({ xml, text: 'x) Tj /F2 10 Tf (ABC', annotations: `/Resources<<${font}>>` })
    expect(readPages(openPdf(pdf)).text).toContain('é€à')
  })
})
