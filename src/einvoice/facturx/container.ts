/** What a PDF carries of an electronic invoice, as found: nothing is judged here. */
import { Refusal } from '#core/refusal'
import { type ArchiveDefect, archiveDefects } from '../pdf/archive.ts'
import { type PdfDocument, openPdf } from '../pdf/document.ts'
import { readPages } from '../pdf/text/page-text.ts'
import { as } from '../pdf/values.ts'
import { type Attachment, attachmentsOf, invoiceAttachments } from './attachment.ts'
import { HYBRIDS, type Hybrid } from './hybrids.ts'
import { type HybridWords, type Xmp, readXmp } from './xmp-read.ts'

export type Container = {
  readonly metadata: Xmp | 'absent' | 'unreadable'
  /** What the metadata says of the invoice, under the standard closest to Factur-X. */
  readonly words?: HybridWords
  /** The standard whose namespace the metadata uses; absent when it is none we know. */
  readonly hybrid?: Hybrid
  readonly attachments: readonly Attachment[]
  /** The attachments that are invoices; a sound file has one. */
  readonly invoices: readonly Attachment[]
  /** The invoice, exactly as attached. */
  readonly xml?: Uint8Array
  /** What keeps the file from being the archive (PDF/A) it may say it is. */
  readonly archiveDefects: readonly ArchiveDefect[]
  /** What the pages print, as far as it is text. */
  readonly text: string
}

/** Refuses `pdf_unreadable`, `pdf_encrypted`, `pdf_filter_unknown` and `pdf_too_large`. */
export function readContainer(bytes: Uint8Array): Container {
  const pdf = openPdf(bytes)
  const attachments = attachmentsOf(pdf)
  const invoices = invoiceAttachments(pdf, attachments)
  const metadata = metadataOf(pdf)
  const words = typeof metadata === 'string' ? undefined : mainWords(metadata.hybrids)
  const hybrid = words && HYBRIDS.get(words.namespace)
  const stream = invoices[0]?.stream
  const pages = readPages(pdf)
  const tagged = typeof metadata !== 'string' && metadata.conformance === 'A'
  return {
    metadata,
    ...(words ? { words } : {}),
    ...(hybrid ? { hybrid } : {}),
    attachments,
    invoices,
    ...(stream ? { xml: pdf.decode(stream) } : {}),
    archiveDefects: archiveDefects(pdf, { tagged, usedFonts: () => pages.fonts }),
    text: pages.text,
  }
}

export function metadataOf(pdf: PdfDocument): Container['metadata'] {
  try {
    const stream = as(pdf.resolve(pdf.catalog.entries.get('Metadata')), 'stream')
    return stream ? (readXmp(pdf.decode(stream)) ?? 'unreadable') : 'absent'
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'pdf_too_large') return 'unreadable'
    throw error
  }
}

/** A file may keep the words of an older standard beside those of Factur-X. */
function mainWords(hybrids: readonly HybridWords[]): HybridWords | undefined {
  for (const namespace of HYBRIDS.keys()) {
    const found = hybrids.find((words) => words.namespace === namespace)
    if (found) return found
  }
  return hybrids[0]
}
