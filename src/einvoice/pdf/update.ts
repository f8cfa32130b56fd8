/**
 * Appends to a PDF without touching a byte of it (ISO 32000-1 §7.5.6): the new streams, then a cross-reference section that points
 * back to the old one, written as the file writes its own.
 */
import { createHash } from 'node:crypto'
import type { PdfDocument } from './document.ts'
import { type PdfValue, as, asNumber } from './values.ts'
import { unreadable } from './unreadable.ts'

export type NewStream = { readonly id: number; readonly generation: number; readonly dictionary: string; readonly bytes: Uint8Array }

export function appendUpdate(pdf: PdfDocument, stream: NewStream): Uint8Array {
  const start = pdf.bytes.length
  const body = Buffer.concat([
    Buffer.from(`\n${stream.id} ${stream.generation} obj\n<<${stream.dictionary}/Length ${stream.bytes.length}>>\nstream\n`, 'latin1'),
    stream.bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
  const section = {
    at: start + body.length,
    objectAt: start + 1,
    stream,
    changed: createHash('sha256').update(body).digest('hex').slice(0, 32),
  }
  const written = pdf.xref.style === 'table' ? tableSection(pdf, section) : streamSection(pdf, section)
  return Buffer.concat([pdf.bytes, body, written, Buffer.from(`startxref\n${section.at}\n%%EOF\n`, 'latin1')])
}

type Section = { readonly at: number; readonly objectAt: number; readonly stream: NewStream; readonly changed: string }

function tableSection(pdf: PdfDocument, { objectAt, stream, changed }: Section): Uint8Array {
  const entry = `${String(objectAt).padStart(10, '0')} ${String(stream.generation).padStart(5, '0')} n\r\n`
  return Buffer.from(`xref\n${stream.id} 1\n${entry}trailer\n<<${trailer(pdf, sizeOf(pdf), changed)}>>\n`, 'latin1')
}

/** A cross-reference stream is an object too: it takes the next free id and lists itself. */
function streamSection(pdf: PdfDocument, { at, objectAt, stream, changed }: Section): Uint8Array {
  const own = sizeOf(pdf)
  const rows = Buffer.alloc(14)
  for (const [row, offset] of [objectAt, at].entries()) {
    rows.writeUInt8(1, row * 7)
    rows.writeUInt32BE(offset, row * 7 + 1)
    rows.writeUInt16BE(row === 0 ? stream.generation : 0, row * 7 + 5)
  }
  const shape = `/Type/XRef/W[1 4 2]/Index[${stream.id} 1 ${own} 1]/Length ${rows.length}`
  const head = `${own} 0 obj\n<<${shape}${trailer(pdf, own + 1, changed)}>>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), rows, Buffer.from('\nendstream\nendobj\n', 'latin1')])
}

function sizeOf(pdf: PdfDocument): number {
  const size = asNumber(pdf.xref.trailer.entries.get('Size'))
  if (size === undefined) throw unreadable('no size in the trailer')
  return size
}

/** The second half of the file's identifier names this state of it, so it changes with each update (§14.4). */
function trailer(pdf: PdfDocument, size: number, changed: string): string {
  const { entries } = pdf.xref.trailer
  const permanent = as(as(pdf.resolve(entries.get('ID')), 'array')?.items[0], 'text')
  const id = permanent ? `/ID[<${Buffer.from(permanent.bytes).toString('hex')}><${changed}>]` : ''
  const info = entries.has('Info') ? `/Info ${reference(entries.get('Info'))}` : ''
  return `/Size ${size}/Root ${reference(entries.get('Root'))}${info}${id}/Prev ${pdf.xref.startXref}`
}

function reference(value: PdfValue | undefined): string {
  const ref = as(value, 'ref')
  if (!ref) throw unreadable('the trailer holds no reference')
  return `${ref.id} ${ref.generation} R`
}
