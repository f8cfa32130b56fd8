/** Finds the invoice inside a PDF: in the list of embedded files, and in the files associated with the document. */
import type { PdfDocument } from '../pdf/document.ts'
import { type PdfDict, type PdfValue, as, textOf } from '../pdf/values.ts'

/** The names of Factur-X and of what came before it (ZUGFeRD 1 and 2, XRechnung), in the order we prefer them. */
const INVOICE_FILE_NAMES = ['factur-x.xml', 'zugferd-invoice.xml', 'ZUGFeRD-invoice.xml', 'xrechnung.xml'] as const

export type Attachment = {
  readonly name: string
  readonly fileSpec: PdfDict
  /** Listed among the embedded files, where readers look. */
  readonly embedded: boolean
  /** Associated with the document (/AF), as PDF/A-3 demands. */
  readonly associated: boolean
}

/** An invoice has a few attachments; a tree of more nodes than this is an attack. */
const MAX_TREE_NODES = 1000

export function attachmentsOf(pdf: PdfDocument): Attachment[] {
  const names = as(pdf.resolve(pdf.catalog.entries.get('Names')), 'dict')
  const embedded = treeValues(pdf, names?.entries.get('EmbeddedFiles'))
  const associated = as(pdf.resolve(pdf.catalog.entries.get('AF')), 'array')?.items ?? []
  const found = new Map<PdfValue, Attachment>()
  for (const value of [...embedded, ...associated]) {
    const fileSpec = as(pdf.resolve(value), 'dict')
    if (!fileSpec || found.has(keyOf(value))) continue
    found.set(keyOf(value), {
      name: nameOf(pdf, fileSpec),
      fileSpec,
      embedded: embedded.some((other) => keyOf(other) === keyOf(value)),
      associated: associated.some((other) => keyOf(other) === keyOf(value)),
    })
  }
  return [...found.values()]
}

/** The same file is the same object, referred to from two places; what is written in place is only itself. */
const keyOf = (value: PdfValue): PdfValue => as(value, 'ref')?.id ?? value

/** The attachment that is the invoice, or nothing. */
export function invoiceAttachment(pdf: PdfDocument): Attachment | undefined {
  const attachments = attachmentsOf(pdf)
  for (const name of INVOICE_FILE_NAMES) {
    const match = attachments.find((attachment) => attachment.name === name)
    if (match) return match
  }
  return undefined
}

function nameOf(pdf: PdfDocument, spec: PdfDict): string {
  return textOf(pdf.resolve(spec.entries.get('UF'))) ?? textOf(pdf.resolve(spec.entries.get('F'))) ?? ''
}

/** The values of a name tree. A tree that leads back to itself is walked once. */
function treeValues(pdf: PdfDocument, root: PdfValue | undefined): PdfValue[] {
  const values: PdfValue[] = []
  const seen = new Set<PdfValue>()
  const waiting: PdfValue[] = [root ?? null]
  for (let node = waiting.pop(); node !== undefined && seen.size < MAX_TREE_NODES; node = waiting.pop()) {
    const dict = as(pdf.resolve(node), 'dict')
    if (!dict || seen.has(keyOf(node))) continue
    seen.add(keyOf(node))
    const pairs = as(pdf.resolve(dict.entries.get('Names')), 'array')?.items ?? []
    for (let index = 1; index < pairs.length; index += 2) values.push(pairs[index] ?? null)
    waiting.push(...(as(pdf.resolve(dict.entries.get('Kids')), 'array')?.items ?? []))
  }
  return values
}
