/** The compressions of a PDF stream other than Flate (ISO 32000-1 §7.4.2 to §7.4.5). None gives more than `limit` bytes. */
import { tooLarge, unreadable } from './unreadable.ts'

type Decoder = (bytes: Uint8Array, limit: number) => Uint8Array

const code = (character: string): number => character.charCodeAt(0)

/** Bytes written one after the other into memory that doubles as needed. */
function output(limit: number) {
  let bytes = new Uint8Array(Math.min(limit, 4096))
  let length = 0
  return {
    write(part: Uint8Array): void {
      if (length + part.length > limit) throw tooLarge()
      if (length + part.length > bytes.length) {
        const larger = new Uint8Array(Math.min(limit, Math.max(bytes.length * 2, length + part.length)))
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(part, length)
      length += part.length
    },
    done: (): Uint8Array => bytes.subarray(0, length),
  }
}

const asciiHex: Decoder = (bytes) => {
  const end = bytes.indexOf(code('>'))
  const digits = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end))
    .toString('latin1')
    .replace(/[^0-9a-fA-F]/g, '')
  return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'))
}

const BASE_85 = 85

/** Five characters stand for four bytes; `z` for four zeros; `~>` ends. */
const ascii85: Decoder = (bytes, limit) => {
  const out = output(limit)
  let group: number[] = []
  for (const byte of bytes) {
    if (byte === code('~')) break
    if (byte === code('z') && group.length === 0) out.write(new Uint8Array(4))
    if (byte < code('!') || byte > code('u')) continue
    group.push(byte - code('!'))
    if (group.length < 5) continue
    out.write(fourBytes(group))
    group = []
  }
  const kept = group.length - 1
  if (kept > 0) out.write(fourBytes([...group, ...Array.from({ length: 4 - kept }, () => BASE_85 - 1)]).subarray(0, kept))
  return out.done()
}

function fourBytes(group: readonly number[]): Uint8Array {
  const value = group.reduce((sum, digit) => sum * BASE_85 + digit, 0)
  return Uint8Array.from([value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value])
}

/** A length below 128 copies that many bytes and one; above, repeats the next byte; 128 ends. */
const runLength: Decoder = (bytes, limit) => {
  const out = output(limit)
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 128
    if (length === 128) break
    out.write(length < 128 ? bytes.subarray(at + 1, at + 2 + length) : new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0))
    at += length < 128 ? length + 2 : 2
  }
  return out.done()
}

const CLEAR = 256
const END = 257
const MAX_CODES = 4096

/** Codes of 9 to 12 bits, each the words of an earlier code and one byte more; widths change one code early, as PDF writers do. */
const lzw: Decoder = (bytes, limit) => {
  const out = output(limit)
  let words = firstWords()
  let width = 9
  let previous: Uint8Array | undefined
  for (let bit = 0; bit + width <= bytes.length * 8;) {
    const found = bitsAt(bytes, bit, width)
    bit += width
    if (found === END) break
    if (found === CLEAR) {
      words = firstWords()
      width = 9
      previous = undefined
      continue
    }
    const word = words[found] ?? (previous && joined(previous, previous[0] ?? 0))
    if (!word) throw unreadable('LZW stream')
    if (previous && words.length < MAX_CODES) words.push(joined(previous, word[0] ?? 0))
    if (words.length + 1 >= 2 ** width && width < 12) width += 1
    out.write(word)
    previous = word
  }
  return out.done()
}

const firstWords = (): Uint8Array[] => Array.from({ length: END + 1 }, (_, byte) => Uint8Array.of(byte))

function joined(word: Uint8Array, byte: number): Uint8Array {
  const longer = new Uint8Array(word.length + 1)
  longer.set(word)
  longer[word.length] = byte
  return longer
}

function bitsAt(bytes: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3
  const window = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  return (window >> (24 - width - (bit & 7))) & ((1 << width) - 1)
}

export const DECODERS: ReadonlyMap<string, Decoder> = new Map([
  ['ASCIIHexDecode', asciiHex],
  ['AHx', asciiHex],
  ['ASCII85Decode', ascii85],
  ['A85', ascii85],
  ['RunLengthDecode', runLength],
  ['RL', runLength],
  ['LZWDecode', lzw],
  ['LZW', lzw],
])
