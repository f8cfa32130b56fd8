/**
 * Appends to a PDF without touching a byte of it (ISO 32000-1 §7.5.6): the new objects, then a cross-reference section that points
 * back to the old one, written as the file writes its own.
 */
import { createHash } from 'node:crypto'
import type { PdfDocument } from './document.ts'
import { type PdfValue, as, asNumber } from './values.ts'
import { unreadable } from './unreadable.ts'

/** `body` is what stands between `obj` and `endobj`. */
export type NewObject = { readonly id: number; readonly generation: number; readonly body: Uint8Array }

/** `dictionary` without its brackets and its length. */
export function streamBody(dictionary: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

/** The first id that no object has. */
export function firstFreeId(pdf: PdfDocument): number {
  const size = asNumber(pdf.xref.trailer.entries.get('Size'))
  if (size === undefined) throw unreadable('no size in the trailer')
  return size
}

/** Objects with an id of the file replace it; others are new. Their order does not matter: they are written by id. */
export function appendUpdate(pdf: PdfDocument, objects: readonly NewObject[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const placed: Placed[] = []
  let at = pdf.bytes.length
  for (const object of objects.toSorted((one, other) => one.id - other.id)) {
    const head = Buffer.from(`\n${object.id} ${object.generation} obj\n`, 'latin1')
    const chunk = Buffer.concat([head, object.body, Buffer.from('\nendobj\n', 'latin1')])
    placed.push({ ...object, offset: at + 1 })
    chunks.push(chunk)
    at += chunk.length
  }
  const body = Buffer.concat(chunks)
  const section = { at, objects: placed, changed: createHash('sha256').update(body).digest('hex').slice(0, 32) }
  const written = pdf.xref.style === 'table' ? tableSection(pdf, section) : streamSection(pdf, section)
  return Buffer.concat([pdf.bytes, body, written, Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1')])
}

type Placed = { readonly id: number; readonly generation: number; readonly offset: number }

type Section = { readonly at: number; readonly objects: readonly Placed[]; readonly changed: string }

/** Neighbours are listed together. */
function runsOf(objects: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = []
  for (const object of objects) {
    const last = runs.at(-1)
    if (last && last[0] && object.id === last[0].id + last.length) last.push(object)
    else runs.push([object])
  }
  return runs
}

function tableSection(pdf: PdfDocument, { objects, changed }: Section): Uint8Array {
  const rows = runsOf(objects).map((run) => {
    const entries = run.map(({ offset, generation }) => `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n\r\n`)
    return `${run[0]?.id ?? 0} ${run.length}\n${entries.join('')}`
  })
  return Buffer.from(`xref\n${rows.join('')}trailer\n<<${trailer(pdf, sizeWith(pdf, objects), changed)}>>\n`, 'latin1')
}

/** A cross-reference stream is an object too: it takes the next free id and lists itself. */
function streamSection(pdf: PdfDocument, { at, objects, changed }: Section): Uint8Array {
  const own = { id: sizeWith(pdf, objects), generation: 0, offset: at }
  const all = [...objects, own]
  const rows = Buffer.alloc(7 * all.length)
  for (const [row, { offset, generation }] of all.entries()) {
    rows.writeUInt8(1, row * 7)
    rows.writeUInt32BE(offset, row * 7 + 1)
    rows.writeUInt16BE(generation, row * 7 + 5)
  }
  const index = runsOf(all).map((run) => `${run[0]?.id ?? 0} ${run.length}`)
  const shape = `/Type/XRef/W[1 4 2]/Index[${index.join(' ')}]/Length ${rows.length}`
  const head = `${own.id} 0 obj\n<<${shape}${trailer(pdf, own.id + 1, changed)}>>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), rows, Buffer.from('\nendstream\nendobj\n', 'latin1')])
}

const sizeWith = (pdf: PdfDocument, objects: readonly Placed[]): number => Math.max(firstFreeId(pdf), ...objects.map(({ id }) => id + 1))

/**
 * The second half of the file's identifier names this state of it, so it changes with each update (§14.4). A file without an identifier
 * gets one, since archives must have it.
 */
function trailer(pdf: PdfDocument, size: number, changed: string): string {
  const { entries } = pdf.xref.trailer
  const permanent = as(as(pdf.resolve(entries.get('ID')), 'array')?.items[0], 'text')?.bytes
  const first = permanent ? Buffer.from(permanent).toString('hex') : createHash('sha256').update(pdf.bytes).digest('hex').slice(0, 32)
  const info = entries.has('Info') ? `/Info ${reference(entries.get('Info'))}` : ''
  return `/Size ${size}/Root ${reference(entries.get('Root'))}${info}/ID[<${first}><${changed}>]/Prev ${pdf.xref.startXref}`
}

function reference(value: PdfValue | undefined): string {
  const ref = as(value, 'ref')
  if (!ref) throw unreadable('the trailer holds no reference')
  return `${ref.id} ${ref.generation} R`
}
