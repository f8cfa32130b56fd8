/** Reads the texts a font shows: which characters its codes are, and how wide each is drawn (ISO 32000-1 §9.6 and §9.7). */
import type { PdfDocument } from '../document.ts'
import { type PdfDict, type PdfValue, as, asNumber } from '../values.ts'
import { readUnicodeMap } from './cmap.ts'
import { encodedText, glyphText } from './encodings.ts'

/** One character as shown; `width` in thousandths of the font's size. */
export type Glyph = { readonly text: string; readonly width: number; readonly isSpace: boolean }

export type Font = (bytes: Uint8Array) => readonly Glyph[]

const UNKNOWN = '\ufffd'
/** A fair guess where a standard font gives no widths: only gaps between words depend on it. */
const USUAL_WIDTH = 550

export function readFont(pdf: PdfDocument, font: PdfDict): Font {
  const unicode = unicodeOf(pdf, font)
  return as(font.entries.get('Subtype'), 'name')?.name === 'Type0' ? compositeFont(pdf, font, unicode) : simpleFont(pdf, font, unicode)
}

function unicodeOf(pdf: PdfDocument, font: PdfDict): ReadonlyMap<number, string> {
  const stream = as(pdf.resolve(font.entries.get('ToUnicode')), 'stream')
  return stream ? readUnicodeMap(pdf.decode(stream), pdf.budget) : new Map()
}

function simpleFont(pdf: PdfDocument, font: PdfDict, unicode: ReadonlyMap<number, string>): Font {
  const characters = charactersOf(pdf, font)
  const first = asNumber(pdf.resolve(font.entries.get('FirstChar'))) ?? 0
  const widths = as(pdf.resolve(font.entries.get('Widths')), 'array')?.items.map((width) => asNumber(pdf.resolve(width)))
  // A Type 3 font measures in units of its own.
  const scale = (asNumber(as(pdf.resolve(font.entries.get('FontMatrix')), 'array')?.items[0]) ?? 0.001) * 1000
  const glyphs = Array.from({ length: 256 }, (_, byte): Glyph => {
    const width = widths?.[byte - first]
    return { text: unicode.get(byte) ?? characters(byte), width: width === undefined ? USUAL_WIDTH : width * scale, isSpace: byte === 0x20 }
  })
  return (bytes) => Array.from(bytes, (byte) => glyphs[byte] ?? { text: UNKNOWN, width: USUAL_WIDTH, isSpace: false })
}

/** The encoding's characters, with the glyphs that /Differences names instead. */
function charactersOf(pdf: PdfDocument, font: PdfDict): (byte: number) => string {
  const encoding = pdf.resolve(font.entries.get('Encoding'))
  const dict = as(encoding, 'dict')
  const base = as(encoding, 'name')?.name ?? as(dict?.entries.get('BaseEncoding'), 'name')?.name
  const names = new Map<number, string>()
  let code = 0
  for (const item of as(pdf.resolve(dict?.entries.get('Differences')), 'array')?.items ?? []) {
    const name = as(item, 'name')?.name
    if (name === undefined) code = asNumber(item) ?? code
    else {
      names.set(code, name)
      code += 1
    }
  }
  return (byte) => {
    const name = names.get(byte)
    return name === undefined ? encodedText(byte, base) : (glyphText(name) ?? UNKNOWN)
  }
}

/** Two bytes a code, as nearly every writer does; without a Unicode map its texts cannot be known. */
function compositeFont(pdf: PdfDocument, font: PdfDict, unicode: ReadonlyMap<number, string>): Font {
  const descendant = as(pdf.resolve(as(pdf.resolve(font.entries.get('DescendantFonts')), 'array')?.items[0]), 'dict')
  const usual = asNumber(pdf.resolve(descendant?.entries.get('DW'))) ?? 1000
  const widths = cidWidths(pdf, as(pdf.resolve(descendant?.entries.get('W')), 'array')?.items ?? [])
  return (bytes) => {
    const glyphs: Glyph[] = []
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const code = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
      glyphs.push({ text: unicode.get(code) ?? UNKNOWN, width: widths.get(code) ?? usual, isSpace: false })
    }
    return glyphs
  }
}

/** `first [w w w]` or `first last w` (§9.7.4.3). */
function cidWidths(pdf: PdfDocument, items: readonly PdfValue[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (let at = 0; at + 1 < items.length;) {
    const first = Math.max(asNumber(items[at]) ?? 0, 0)
    const listed = as(pdf.resolve(items[at + 1]), 'array')?.items
    if (listed) {
      for (const [index, width] of listed.entries()) widths.set(first + index, asNumber(width) ?? 0)
      at += 2
    } else {
      const last = Math.min(asNumber(items[at + 1]) ?? first, 0xffff)
      for (let code = first; code <= last; code += 1) widths.set(code, asNumber(items[at + 2]) ?? 0)
      at += 3
    }
  }
  return widths
}
