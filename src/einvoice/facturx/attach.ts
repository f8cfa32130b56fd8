import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { Refusal } from '#core/refusal'
import type { ConformanceLevel } from '../guidelines.ts'
import { archiveDefects } from '../pdf/archive.ts'
import { type PdfDocument, openPdf } from '../pdf/document.ts'
import { readPages } from '../pdf/text/page-text.ts'
import { type NewObject, appendUpdate, firstFreeId, streamBody } from '../pdf/update.ts'
import { type PdfDict, type PdfValue, as } from '../pdf/values.ts'
import { dictOf, dictText, nameValue, textValue } from '../pdf/write.ts'
import { type PackReason, metadataUnreadable, reasonsAgainst } from './archive-claim.ts'
import { attachmentsOf, invoiceAttachments, namedFiles } from './attachment.ts'
import { metadataOf } from './container.ts'
import { completeXmp } from './xmp-complete.ts'

export type AttachOptions = {
  /** The profile of the XML, as the metadata names it. */
  readonly level: ConformanceLevel
  /** When the XML was made; the same instant gives the same bytes. */
  readonly at: Date
}

export type Attached = {
  readonly bytes: Uint8Array
  /** `declared`: the PDF said it was an archive, nothing found speaks against it, and it now says PDF/A-3. Otherwise it says nothing of the kind. */
  readonly pdfA: 'declared' | 'impossible'
  readonly reasons: readonly PackReason[]
}

const FILE_NAME = 'factur-x.xml'

/**
 * Attaches an invoice to a PDF made elsewhere, as Factur-X wants it: by an update behind the file, not one of its bytes changed. Tells
 * plainly when the result cannot be a PDF/A-3. Refuses `pdf_unreadable`, `pdf_encrypted`, `pdf_too_large`, `pdf_damaged` (readable, but an
 * update would not hold) and `pdf_already_packed`.
 */
export function pack(pdf: Uint8Array, xml: Uint8Array, { level, at }: AttachOptions): Attached {
  const document = openPdf(pdf)
  const attachments = attachmentsOf(document)
  if (invoiceAttachments(document, attachments).length > 0) throw new Refusal('pdf_already_packed')
  const metadata = metadataOf(document)
  const tagged = typeof metadata !== 'string' && metadata.conformance === 'A'
  const defects = archiveDefects(document, { tagged, usedFonts: () => readPages(document).fonts })
  if (document.repaired) throw new Refusal('pdf_damaged')
  const against = reasonsAgainst({ metadata, attachments, archiveDefects: defects })
  const completed = completeXmp(xmpBytes(document), { level, documentFileName: FILE_NAME, isArchive: against.length === 0 })
  const reasons =
    completed.isKept || against.some(({ code }) => code.startsWith('metadata') || code === 'no_metadata')
      ? against
      : [...against, metadataUnreadable()]
  return {
    bytes: appendUpdate(document, newObjects(document, { xml, level, at, xmp: completed.xmp })),
    pdfA: reasons.length === 0 ? 'declared' : 'impossible',
    reasons,
  }
}

function xmpBytes(pdf: PdfDocument): Uint8Array | undefined {
  try {
    const stream = as(pdf.resolve(pdf.catalog.entries.get('Metadata')), 'stream')
    return stream && pdf.decode(stream)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

type Parts = { readonly xml: Uint8Array; readonly level: ConformanceLevel; readonly at: Date; readonly xmp: string }

function newObjects(pdf: PdfDocument, { xml, level, at, xmp }: Parts): NewObject[] {
  const file = { kind: 'ref', id: firstFreeId(pdf), generation: 0 } as const
  const spec = { kind: 'ref', id: file.id + 1, generation: 0 } as const
  const metadata = as(pdf.catalog.entries.get('Metadata'), 'ref') ?? { kind: 'ref', id: file.id + 2, generation: 0 }
  const root = as(pdf.xref.trailer.entries.get('Root'), 'ref')
  const catalog = catalogWith(pdf, { spec, metadata })
  return [
    { ...(root ?? file), body: latin1(dictText(catalog)) },
    { ...file, body: streamBody(fileDictionary(xml, at), deflateSync(xml, { level: 9 })) },
    { ...spec, body: latin1(dictText(specification(file, level))) },
    { ...metadata, body: streamBody('/Type/Metadata/Subtype/XML', new TextEncoder().encode(xmp)) },
  ]
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** MD5 because PDF says so (ISO 32000-1 table 46). */
function fileDictionary(xml: Uint8Array, at: Date): string {
  const changed = `D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
  const checkSum = createHash('md5').update(xml).digest('hex')
  return `/Type/EmbeddedFile/Subtype/text#2Fxml/Filter/FlateDecode/Params<</ModDate(${changed})/CheckSum<${checkSum}>/Size ${xml.length}>>`
}

function specification(file: PdfValue, level: ConformanceLevel): PdfDict {
  const name = textValue(FILE_NAME)
  // The XML of the smallest profiles says less than the page: it is its data, not its equal.
  const relationship = level === 'MINIMUM' || level === 'BASIC WL' ? 'Data' : 'Alternative'
  return dictOf({
    Type: nameValue('Filespec'),
    F: name,
    UF: name,
    Desc: textValue('Factur-X'),
    AFRelationship: nameValue(relationship),
    EF: dictOf({ F: file, UF: file }),
  })
}

/** The catalog as it was, with one more attached and associated file. */
function catalogWith(pdf: PdfDocument, { spec, metadata }: { readonly spec: PdfValue; readonly metadata: PdfValue }): PdfDict {
  const { entries } = pdf.catalog
  const names = new Map(as(pdf.resolve(entries.get('Names')), 'dict')?.entries)
  const files = [...namedFiles(pdf), { name: Buffer.from(FILE_NAME), value: spec }]
  // A name tree is sorted by bytes (§7.9.6).
  const sorted = files.toSorted((one, other) => Buffer.compare(one.name, other.name))
  const pairs = sorted.flatMap(({ name, value }): PdfValue[] => [{ kind: 'text', bytes: name }, value])
  names.set('EmbeddedFiles', dictOf({ Names: { kind: 'array', items: pairs } }))
  const associated = as(pdf.resolve(entries.get('AF')), 'array')?.items ?? []
  return {
    kind: 'dict',
    entries: new Map([
      ...entries,
      ['Names', { kind: 'dict', entries: names }],
      ['AF', { kind: 'array', items: [...associated, spec] }],
      ['Metadata', metadata],
      ...(isOlder(pdf) ? ([['Version', nameValue('1.7')]] as const) : []),
    ]),
  }
}

/** Attached and associated files came with PDF 1.7 and its extensions. */
function isOlder({ bytes, catalog }: PdfDocument): boolean {
  const header = /%PDF-(\d\.\d)/.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1] ?? '1.0'
  const said = as(catalog.entries.get('Version'), 'name')?.name ?? header
  return Math.max(Number(header), Number(said)) < 1.7
}
