/** The files inside a PDF: in the list of embedded files, and among those associated with the document. */
import type { PdfDocument } from '../pdf/document.ts'
import { pagesOf } from '../pdf/text/pages.ts'
import { type PdfDict, type PdfStream, type PdfValue, as, asNumber, textOf } from '../pdf/values.ts'
import { INVOICE_FILE_NAMES } from './hybrids.ts'
import { sniffInvoice } from './sniff.ts'

export type Attachment = {
  /** The name readers show: /UF, else /F. */
  readonly name: string
  /** The other name, when it says something else. */
  readonly otherName?: string
  /** /AFRelationship: what the file is to the document. */
  readonly relationship?: string
  /** /Subtype of the embedded file. */
  readonly mimeType?: string
  /** /Params of the embedded file: /ModDate as written, /CheckSum, /Size. */
  readonly modifiedAt?: string
  readonly checkSum?: Uint8Array
  readonly sizeBytes?: number
  /** Listed among the embedded files, where readers look. */
  readonly embedded: boolean
  /** Associated with the document (/AF), as Factur-X demands. */
  readonly associated: boolean
  /** The content, packed as it lies in the file; absent when the PDF names a file it does not hold. */
  readonly stream?: PdfStream
}

/** An invoice has a few attachments; a tree of more nodes than this is an attack. */
const MAX_TREE_NODES = 1000

/** Each file once: the same content listed twice is one attachment. */
export function attachmentsOf(pdf: PdfDocument): Attachment[] {
  const embedded = namedFiles(pdf).map(({ value }) => value)
  const associated = as(pdf.resolve(pdf.catalog.entries.get('AF')), 'array')?.items ?? []
  const listed = [
    ...embedded.map((value) => ({ value, embedded: true, associated: false })),
    ...associated.map((value) => ({ value, embedded: false, associated: true })),
  ]
  // Some writers pin the file to a page, where few readers look.
  const all = listed.length > 0 ? listed : pinned(pdf).map((value) => ({ value, embedded: false, associated: false }))
  const found = new Map<PdfValue, Attachment>()
  for (const { value, embedded, associated } of all) {
    const spec = as(pdf.resolve(value), 'dict')
    if (!spec) continue
    const content = contentOf(pdf, spec)
    const key = keyOf(content ?? value)
    const known = found.get(key)
    found.set(key, {
      ...(known ?? describe(pdf, spec, content)),
      embedded: embedded || known?.embedded === true,
      associated: associated || known?.associated === true,
    })
  }
  return [...found.values()]
}

const MAX_PAGES = 20

/** Files of annotations on the first pages, and those associated with a page alone. */
function pinned(pdf: PdfDocument): PdfValue[] {
  const files: PdfValue[] = []
  for (const { dict } of pagesOf(pdf, MAX_PAGES)) {
    files.push(...(as(pdf.resolve(dict.entries.get('AF')), 'array')?.items ?? []).slice(0, MAX_TREE_NODES))
    for (const annotation of as(pdf.resolve(dict.entries.get('Annots')), 'array')?.items ?? []) {
      const file = as(pdf.resolve(annotation), 'dict')?.entries.get('FS')
      if (file) files.push(file)
    }
  }
  return files
}

/** The same object is referred to from several places; what is written in place is only itself. */
const keyOf = (value: PdfValue): PdfValue => as(value, 'ref')?.id ?? value

function contentOf(pdf: PdfDocument, spec: PdfDict): PdfValue | undefined {
  const files = as(pdf.resolve(spec.entries.get('EF')), 'dict')
  return files?.entries.get('F') ?? files?.entries.get('UF')
}

function describe(pdf: PdfDocument, spec: PdfDict, content: PdfValue | undefined): Omit<Attachment, 'embedded' | 'associated'> {
  const text = (key: string) => textOf(pdf.resolve(spec.entries.get(key)))
  const [plain, unicode] = [text('F'), text('UF')]
  const relationship = as(pdf.resolve(spec.entries.get('AFRelationship')), 'name')?.name
  const stream = as(pdf.resolve(content), 'stream')
  return {
    name: unicode ?? plain ?? '',
    ...(plain !== undefined && unicode !== undefined && plain !== unicode ? { otherName: plain } : {}),
    ...(relationship === undefined ? {} : { relationship }),
    ...(stream ? { stream, ...describeStream(pdf, stream) } : {}),
  }
}

function describeStream(pdf: PdfDocument, { dict }: PdfStream): Pick<Attachment, 'mimeType' | 'modifiedAt' | 'checkSum' | 'sizeBytes'> {
  const mimeType = as(pdf.resolve(dict.entries.get('Subtype')), 'name')?.name
  const parameters = as(pdf.resolve(dict.entries.get('Params')), 'dict')
  const value = (key: string) => pdf.resolve(parameters?.entries.get(key))
  const [modifiedAt, checkSum, sizeBytes] = [textOf(value('ModDate')), as(value('CheckSum'), 'text')?.bytes, asNumber(value('Size'))]
  return {
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(checkSum === undefined ? {} : { checkSum }),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  }
}

/**
 * The attachments that are an invoice, the one to read first: those with a name of Factur-X or ZUGFeRD and, where there is none, any
 * XML that begins as an invoice does.
 */
export function invoiceAttachments(pdf: PdfDocument, attachments = attachmentsOf(pdf)): Attachment[] {
  const named = INVOICE_FILE_NAMES.flatMap((name) => attachments.filter((attachment) => attachment.name === name && attachment.stream))
  return named.length > 0 ? named : attachments.filter(({ stream }) => stream && sniffInvoice(pdf, stream))
}

type NamedFile = { readonly name: Uint8Array; readonly value: PdfValue }

/** What the list of embedded files holds. A tree that leads back to itself is walked once. */
export function namedFiles(pdf: PdfDocument): NamedFile[] {
  const files: NamedFile[] = []
  const seen = new Set<PdfValue>()
  const names = as(pdf.resolve(pdf.catalog.entries.get('Names')), 'dict')
  const waiting: PdfValue[] = [names?.entries.get('EmbeddedFiles') ?? null]
  for (let node = waiting.pop(); node !== undefined && seen.size < MAX_TREE_NODES; node = waiting.pop()) {
    const dict = as(pdf.resolve(node), 'dict')
    if (!dict || seen.has(keyOf(node))) continue
    seen.add(keyOf(node))
    const pairs = as(pdf.resolve(dict.entries.get('Names')), 'array')?.items ?? []
    for (let index = 1; index < pairs.length; index += 2) {
      files.push({ name: as(pdf.resolve(pairs[index - 1]), 'text')?.bytes ?? new Uint8Array(), value: pairs[index] ?? null })
    }
    for (const kid of as(pdf.resolve(dict.entries.get('Kids')), 'array')?.items ?? []) waiting.push(kid)
  }
  return files
}
