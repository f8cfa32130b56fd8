/** Where each object lies: the chain of cross-reference tables and streams, newest first (ISO 32000-1 §7.5.4 to §7.5.8). */
import { type Budget, streamBytes } from './filters.ts'
import { type Cursor, expectWord, readObject, readValue, readWord, skipSpace } from './parse.ts'
import { type PdfDict, type PdfStream, as, asNumber } from './values.ts'
import { unreadable } from './unreadable.ts'

export type Place = { readonly offset: number } | { readonly container: number; readonly index: number } | 'free'

export type Xref = {
  readonly places: ReadonlyMap<number, Place>
  /** The newest trailer; its `Prev` leads to the older ones. */
  readonly trailer: PdfDict
  readonly startXref: number
  /** How the newest section is written: an update must be written the same way. */
  readonly style: 'table' | 'stream'
}

/** More updates than this are a loop or an attack. */
const MAX_SECTIONS = 1000
/** Of a file we open; one invoice has a few hundred. */
const MAX_OBJECTS = 1_000_000
/** The keyword stands in the last bytes of a sound file; some writers add a few blank lines. */
const TAIL_BYTES = 2048

export function readXref(bytes: Uint8Array, budget: Budget): Xref {
  const startXref = findStart(bytes)
  const places = new Map<number, Place>()
  const seen = new Set<number>()
  const waiting = [startXref]
  let newest: { trailer: PdfDict; style: Xref['style'] } | undefined
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset)) continue
    if (seen.size >= MAX_SECTIONS) throw unreadable('too many updates')
    seen.add(offset)
    const section = readSection({ bytes, at: offset, budget }, places)
    newest ??= section
    // A hybrid file hides newer objects in a stream beside its table: it is read before the older sections.
    for (const key of ['XRefStm', 'Prev']) {
      const next = asNumber(section.trailer.entries.get(key))
      if (next !== undefined) waiting.push(next)
    }
  }
  if (!newest) throw unreadable('no cross-reference')
  return { places, trailer: newest.trailer, startXref, style: newest.style }
}

function findStart(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES))).toString('latin1')
  const match = /startxref\s+(\d{1,12})\s+%%EOF/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))
  const start = Number(match?.[1] ?? Number.NaN)
  if (!(start < bytes.length)) throw unreadable('no startxref')
  return start
}

function readSection(cursor: Cursor, places: Map<number, Place>): { trailer: PdfDict; style: Xref['style'] } {
  skipSpace(cursor)
  if (cursor.bytes[cursor.at] === 'x'.charCodeAt(0)) return { trailer: readTable(cursor, places), style: 'table' }
  const stream = as(readObject(cursor, () => Number.NaN).value, 'stream')
  if (!stream || as(stream.dict.entries.get('Type'), 'name')?.name !== 'XRef') throw unreadable('no cross-reference where it should be')
  readEntries(stream, places, cursor.budget)
  return { trailer: stream.dict, style: 'stream' }
}

function readTable(cursor: Cursor, places: Map<number, Place>): PdfDict {
  expectWord(cursor, 'xref')
  for (;;) {
    skipSpace(cursor)
    const word = readWord(cursor)
    if (word === 'trailer') break
    skipSpace(cursor)
    const count = wholeNumber(readWord(cursor))
    const first = wholeNumber(word)
    if (!(first >= 0 && count >= 0 && first + count <= MAX_OBJECTS)) throw unreadable('cross-reference table')
    for (let index = 0; index < count; index += 1) readTableEntry(cursor, first + index, places)
  }
  const trailer = as(readValue(cursor), 'dict')
  if (!trailer) throw unreadable('no trailer')
  return trailer
}

/** NaN for anything else: `Number('')` would be 0, and a table of nothing would never end. */
const wholeNumber = (word: string): number => (/^\d{1,15}$/.test(word) ? Number(word) : Number.NaN)

function readTableEntry(cursor: Cursor, id: number, places: Map<number, Place>): void {
  skipSpace(cursor)
  const offset = wholeNumber(readWord(cursor))
  skipSpace(cursor)
  readWord(cursor)
  skipSpace(cursor)
  const use = readWord(cursor)
  if (!(offset >= 0) || (use !== 'n' && use !== 'f')) throw unreadable('cross-reference entry')
  if (!places.has(id)) places.set(id, use === 'n' ? { offset } : 'free')
}

function readEntries(stream: PdfStream, places: Map<number, Place>, budget: Budget): void {
  const numbers = (key: string) => as(stream.dict.entries.get(key), 'array')?.items.map((item) => asNumber(item) ?? Number.NaN)
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = numbers('W') ?? []
  const rowWidth = typeWidth + secondWidth + thirdWidth
  if (!(rowWidth > 0 && rowWidth <= 32)) throw unreadable('cross-reference widths')
  const ranges = numbers('Index') ?? [0, asNumber(stream.dict.entries.get('Size')) ?? 0]
  const bytes = streamBytes(stream, budget)
  const field = (at: number, width: number) => bytes.subarray(at, at + width).reduce((value, byte) => value * 256 + byte, 0)
  let row = 0
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0
    for (let index = 0; index < (ranges[range + 1] ?? 0); index += 1, row += rowWidth) {
      if (row + rowWidth > bytes.length) return
      if (first + index > MAX_OBJECTS) throw unreadable('cross-reference stream')
      const type = typeWidth === 0 ? 1 : field(row, typeWidth)
      const second = field(row + typeWidth, secondWidth)
      const third = field(row + typeWidth + secondWidth, thirdWidth)
      if (places.has(first + index)) continue
      places.set(first + index, type === 1 ? { offset: second } : type === 2 ? { container: second, index: third } : 'free')
    }
  }
}
