/** Reads one PDF value at a place in the bytes (ISO 32000-1 §7.2 and §7.3). Depth and length are bounded by the file itself. */
import type { Budget } from './filters.ts'
import { type PdfDict, type PdfStream, type PdfValue, asNumber } from './values.ts'
import { tooLarge, unreadable } from './unreadable.ts'

/** Deeper nesting does not occur in real files; it would only exhaust the stack. */
const MAX_DEPTH = 64

export type Cursor = { readonly bytes: Uint8Array; at: number; readonly budget: Budget }

const REGULAR = 0
const BLANK = 1
const DELIMITER = 2

/** What each byte is to the syntax: a table, since every byte of every page is asked. */
const KINDS = new Uint8Array(256)
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) KINDS[byte] = BLANK
for (const byte of Buffer.from('()<>[]{}/%')) KINDS[byte] = DELIMITER

const code = (character: string): number => character.charCodeAt(0)

const isRegular = (byte: number | undefined): byte is number => byte !== undefined && KINDS[byte] === REGULAR
const isDigit = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x39

export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor
  for (;;) {
    const byte = bytes[cursor.at]
    if (byte === undefined) return
    if (KINDS[byte] === BLANK) cursor.at += 1
    else if (byte === code('%')) while (cursor.at < bytes.length && !isLineEnd(bytes[cursor.at])) cursor.at += 1
    else return
  }
}

const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d

/** A run of regular characters: a number, a keyword, the rest of a name. */
export function readWord(cursor: Cursor): string {
  let word = ''
  for (let byte = cursor.bytes[cursor.at]; isRegular(byte); byte = cursor.bytes[cursor.at]) {
    word += String.fromCharCode(byte)
    cursor.at += 1
  }
  return word
}

/** The next keyword, which must be this one. */
export function expectWord(cursor: Cursor, word: string): void {
  skipSpace(cursor)
  const found = readWord(cursor)
  if (found !== word) throw unreadable(`expected ${word} at byte ${cursor.at}`)
}

function readName(cursor: Cursor): string {
  cursor.at += 1
  return readWord(cursor).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const ESCAPES: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c }

function readEscape(cursor: Cursor, out: number[]): void {
  const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 3)))
  if (octal) {
    cursor.at += octal[0].length
    out.push(Number.parseInt(octal[0], 8) & 0xff)
    return
  }
  const byte = cursor.bytes[cursor.at] ?? 0
  cursor.at += 1
  // A backslash at the end of a line continues the string on the next one.
  if (isLineEnd(byte)) cursor.at += byte === 0x0d && cursor.bytes[cursor.at] === 0x0a ? 1 : 0
  else out.push(ESCAPES[String.fromCharCode(byte)] ?? byte)
}

function readLiteralText(cursor: Cursor): Uint8Array {
  const out: number[] = []
  let open = 1
  cursor.at += 1
  for (;;) {
    const byte = cursor.bytes[cursor.at]
    if (byte === undefined) throw unreadable('text without end')
    cursor.at += 1
    if (byte === code('\\')) {
      readEscape(cursor, out)
      continue
    }
    if (byte === code('(')) open += 1
    if (byte === code(')')) open -= 1
    if (open === 0) return Uint8Array.from(out)
    out.push(byte)
  }
}

function readHexText(cursor: Cursor): Uint8Array {
  const end = cursor.bytes.indexOf(code('>'), cursor.at)
  if (end < 0) throw unreadable('hexadecimal text without end')
  const digits = Buffer.from(cursor.bytes.subarray(cursor.at + 1, end))
    .toString('latin1')
    .replace(/[^0-9a-fA-F]/g, '')
  cursor.at = end + 1
  return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'))
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  const items: PdfValue[] = []
  cursor.at += 1
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === code(']')) {
      cursor.at += 1
      return { kind: 'array', items }
    }
    items.push(readValue(cursor, depth + 1))
  }
}

function readDict(cursor: Cursor, depth: number): PdfDict {
  const entries = new Map<string, PdfValue>()
  cursor.at += 2
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === code('>') && cursor.bytes[cursor.at + 1] === code('>')) {
      cursor.at += 2
      return { kind: 'dict', entries }
    }
    if (cursor.bytes[cursor.at] !== code('/')) throw unreadable(`expected a key at byte ${cursor.at}`)
    const key = readName(cursor)
    entries.set(key, readValue(cursor, depth + 1))
  }
}

/** `12 0 R` where `12` was just read: the reference; the number itself when something else follows. */
function readNumberOrRef(cursor: Cursor, first: number): PdfValue {
  if (!Number.isInteger(first) || first < 0) return first
  const { bytes } = cursor
  let at = skipBlanks(bytes, cursor.at)
  const start = at
  while (isDigit(bytes[at])) at += 1
  if (at === start || at - start > 5) return first
  const end = skipBlanks(bytes, at)
  if (end === at || bytes[end] !== code('R') || isRegular(bytes[end + 1])) return first
  cursor.at = end + 1
  return { kind: 'ref', id: first, generation: Number(String.fromCharCode(...bytes.subarray(start, at))) }
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from
  while (KINDS[bytes[at] ?? 0x30] === BLANK) at += 1
  return at
}

export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > MAX_DEPTH) throw unreadable('nested too deeply')
  cursor.budget.values -= 1
  if (cursor.budget.values < 0) throw tooLarge()
  skipSpace(cursor)
  const byte = cursor.bytes[cursor.at]
  if (byte === code('/')) return { kind: 'name', name: readName(cursor) }
  if (byte === code('(')) return { kind: 'text', bytes: readLiteralText(cursor) }
  if (byte === code('[')) return readArray(cursor, depth)
  if (byte === code('<')) {
    return cursor.bytes[cursor.at + 1] === code('<') ? readDict(cursor, depth) : { kind: 'text', bytes: readHexText(cursor) }
  }
  const word = readWord(cursor)
  if (word === 'null') return null
  if (word === 'true' || word === 'false') return word === 'true'
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return readNumberOrRef(cursor, Number(word))
  throw unreadable(`no value at byte ${cursor.at}`)
}

/** `12 0 obj … endobj`: the value, or the stream when one follows. `lengthOf` answers a length that is written elsewhere. */
export function readObject(cursor: Cursor, lengthOf: (value: PdfValue) => number): { id: number; value: PdfValue } {
  skipSpace(cursor)
  const id = Number(readWord(cursor))
  skipSpace(cursor)
  readWord(cursor)
  expectWord(cursor, 'obj')
  const value = readValue(cursor)
  if (typeof value !== 'object' || value?.kind !== 'dict') return { id, value }
  skipSpace(cursor)
  if (readWord(cursor) !== 'stream') return { id, value }
  return { id, value: readStream(cursor, value, lengthOf) }
}

function readStream(cursor: Cursor, dict: PdfDict, lengthOf: (value: PdfValue) => number): PdfStream {
  if (cursor.bytes[cursor.at] === 0x0d) cursor.at += 1
  if (cursor.bytes[cursor.at] === 0x0a) cursor.at += 1
  const declared = dict.entries.get('Length') ?? null
  const length = asNumber(declared) ?? lengthOf(declared)
  const end = cursor.at + length
  if (!(length >= 0) || end > cursor.bytes.length) throw unreadable('stream longer than the file')
  const raw = cursor.bytes.subarray(cursor.at, end)
  cursor.at = end
  return { kind: 'stream', dict, raw }
}
