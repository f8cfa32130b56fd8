/**
 * What keeps a PDF from being an archive (PDF/A-2 and 3, ISO 19005): the faults that writers of invoices make, each by name. Finding none is
 * no certificate: glyph widths, colours and the inside of fonts are not examined.
 */
import { Refusal } from '#core/refusal'
import type { PdfDocument } from './document.ts'
import { pagesOf } from './text/pages.ts'
import { type PdfDict, type PdfValue, as, asNumber } from './values.ts'

export type ArchiveDefectCode =
  | 'damaged'
  | 'font_not_embedded'
  | 'no_output_intent'
  | 'no_file_id'
  | 'javascript'
  | 'forbidden_action'
  | 'forbidden_annotation'
  | 'annotation_not_printed'
  | 'lzw_compression'
  | 'external_content'
  | 'xfa_form'
  | 'not_tagged'

export type ArchiveDefect = { readonly code: ArchiveDefectCode; readonly found: string }

const MAX_PAGES = 1000
/** Objects looked at; the drawings of an invoice have a few hundred. */
const MAX_OBJECTS = 20_000
/** What leads back, or cannot be drawn. */
const NOT_FOLLOWED = new Set(['Parent', 'P', 'StructTreeRoot', 'Outlines', 'Dests', 'Metadata', 'EF', 'Prev', 'Popup', 'IRT'])

const FORBIDDEN_ACTIONS = new Set([
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'Hide',
  'SetOCGState',
  'Rendition',
  'Trans',
  'GoTo3DView',
])
const FORBIDDEN_ANNOTATIONS = new Set(['3D', 'Sound', 'Screen', 'Movie', 'RichMedia'])

type Examined = {
  /** The file says it is accessible (level A), so it must be tagged. */
  readonly tagged: boolean
  /** Asked only when a font is listed without its shapes: writers list a default one that nothing uses. */
  readonly usedFonts: () => readonly PdfDict[]
}

/** Each fault once for each thing found. */
export function archiveDefects(document: PdfDocument, { tagged, usedFonts }: Examined): ArchiveDefect[] {
  const found = new Map<string, ArchiveDefect>()
  const add = (code: ArchiveDefectCode, what = '') => found.set(`${code} ${what}`, { code, found: what })
  const pdf = forgiving(document, () => add('damaged'))
  if (!as(pdf.resolve(pdf.xref.trailer.entries.get('ID')), 'array')) add('no_file_id')
  if (!hasOutputIntent(pdf) && !definesColours(pdf)) add('no_output_intent')
  if (tagged && !isTagged(pdf)) add('not_tagged')
  let fontMissing = false
  for (const dict of dictionariesOf(pdf)) {
    examine(pdf, dict, add)
    fontMissing ||= nameOf(pdf, dict, 'Type') === 'Font' && !isEmbedded(pdf, dict)
  }
  for (const font of fontMissing ? usedFonts() : []) {
    if (!isEmbedded(pdf, font)) add('font_not_embedded', nameOf(pdf, font, 'BaseFont') ?? '?')
  }
  if (pdf.repaired) add('damaged')
  return [...found.values()]
}

/** The same document, where what cannot be read is nothing, and told. */
function forgiving(pdf: PdfDocument, tell: () => void): PdfDocument {
  const resolve: PdfDocument['resolve'] = (value) => {
    try {
      return pdf.resolve(value)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'pdf_too_large') throw error
      tell()
      return null
    }
  }
  return { ...pdf, resolve, repaired: pdf.repaired }
}

/** The glyphs of a Type 3 font are drawings in the file itself; the shapes of a composite font are its descendant's. */
function isEmbedded(pdf: PdfDocument, font: PdfDict): boolean {
  if (nameOf(pdf, font, 'Subtype') === 'Type3') return true
  const descendant = as(pdf.resolve(as(pdf.resolve(font.entries.get('DescendantFonts')), 'array')?.items[0]), 'dict')
  const descriptor = as(pdf.resolve((descendant ?? font).entries.get('FontDescriptor')), 'dict')
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => as(pdf.resolve(descriptor?.entries.get(key)), 'stream'))
}

function hasOutputIntent(pdf: PdfDocument): boolean {
  const intents = as(pdf.resolve(pdf.catalog.entries.get('OutputIntents')), 'array')?.items ?? []
  return intents.some((intent) => {
    const dict = as(pdf.resolve(intent), 'dict')
    return nameOf(pdf, dict, 'S') === 'GTS_PDFA1' && as(pdf.resolve(dict?.entries.get('DestOutputProfile')), 'stream') !== undefined
  })
}

/** Without an output intent every page must say itself what its colours mean (ISO 19005-2 §6.2.4). */
function definesColours(pdf: PdfDocument): boolean {
  for (const page of pagesOf(pdf, MAX_PAGES)) {
    const spaces = as(pdf.resolve(as(pdf.resolve(page.resources), 'dict')?.entries.get('ColorSpace')), 'dict')
    if (!['DefaultRGB', 'DefaultGray', 'DefaultCMYK'].some((key) => spaces?.entries.has(key))) return false
  }
  return true
}

function isTagged(pdf: PdfDocument): boolean {
  const marked = as(pdf.resolve(pdf.catalog.entries.get('MarkInfo')), 'dict')?.entries.get('Marked')
  return pdf.resolve(marked) === true && as(pdf.resolve(pdf.catalog.entries.get('StructTreeRoot')), 'dict') !== undefined
}

const nameOf = (pdf: PdfDocument, dict: PdfDict | undefined, key: string): string | undefined =>
  as(pdf.resolve(dict?.entries.get(key)), 'name')?.name

function examine(pdf: PdfDocument, dict: PdfDict, add: (code: ArchiveDefectCode, what?: string) => void): void {
  const { entries } = dict
  const [type, subtype, action] = [nameOf(pdf, dict, 'Type'), nameOf(pdf, dict, 'Subtype') ?? '', nameOf(pdf, dict, 'S') ?? '']
  if (entries.has('JS') || entries.has('JavaScript') || action === 'JavaScript') add('javascript')
  if (FORBIDDEN_ACTIONS.has(action) && (type === undefined || type === 'Action')) add('forbidden_action', action)
  if (entries.has('AA')) add('forbidden_action', 'AA')
  if (entries.has('XFA')) add('xfa_form')
  if (entries.has('Rect') && (type === 'Annot' || subtype !== '')) examineAnnotation(pdf, dict, subtype, add)
  for (const filter of filtersOf(pdf, entries.get('Filter'))) if (filter === 'LZWDecode') add('lzw_compression')
  if (entries.has('Length') && entries.has('F')) add('external_content')
  if (type === 'XObject' && (subtype === 'PS' || entries.has('OPI') || entries.has('Ref'))) add('external_content', subtype)
}

/** Every annotation but a note's own window prints, and shows (ISO 19005-2 §6.3.2): bit 3 set, bits 1, 2, 6 and 9 clear. */
function examineAnnotation(
  pdf: PdfDocument,
  { entries }: PdfDict,
  subtype: string,
  add: (code: ArchiveDefectCode, what: string) => void,
): void {
  if (FORBIDDEN_ANNOTATIONS.has(subtype)) add('forbidden_annotation', subtype)
  const flags = asNumber(pdf.resolve(entries.get('F'))) ?? 0
  if (subtype !== 'Popup' && ((flags & 0b100) === 0 || (flags & 0b1_0010_0011) !== 0)) add('annotation_not_printed', subtype)
}

function filtersOf(pdf: PdfDocument, value: PdfValue | undefined): (string | undefined)[] {
  const filter = pdf.resolve(value)
  return (as(filter, 'array')?.items ?? [filter]).map((item) => as(pdf.resolve(item), 'name')?.name)
}

/** Every dictionary that the catalog leads to, those of streams too, without what is embedded. */
function* dictionariesOf(pdf: PdfDocument): Generator<PdfDict> {
  const seen = new Set<number>()
  const waiting: PdfValue[] = [pdf.catalog]
  for (let value = waiting.pop(); value !== undefined && seen.size < MAX_OBJECTS; value = waiting.pop()) {
    const ref = as(value, 'ref')
    if (ref) {
      if (seen.has(ref.id)) continue
      seen.add(ref.id)
    }
    const target = pdf.resolve(value)
    for (const item of as(target, 'array')?.items ?? []) waiting.push(item)
    const dict = as(target, 'dict') ?? as(target, 'stream')?.dict
    if (!dict) continue
    yield dict
    for (const [key, inner] of dict.entries) if (!NOT_FOLLOWED.has(key) && typeof inner === 'object' && inner !== null) waiting.push(inner)
  }
}
