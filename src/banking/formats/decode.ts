import { Refusal } from '#core/refusal'

export type Decoded = { readonly text: string; readonly encoding: string; readonly asDeclared: boolean }

/** No bank writes UTF-32, whose mark starts like that of UTF-16: nothing decodes it, so that it is refused by name. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** What the first bytes tell: a mark, or the zeros that UTF-16 has between plain letters. Undefined when they tell nothing. */
export function shownEncoding(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find((mark) => startsWith(bytes, mark.bytes))?.encoding
  if (marked !== undefined) return marked
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('')
  return zeros === 'x0x0' ? 'utf-16le' : zeros === '0x0x' ? 'utf-16be' : undefined
}

/**
 * Bytes to text. A mark at the start wins over what was declared; bytes that are not UTF-8 are read as windows-1252, the other encoding
 * French banks use (a superset of ISO-8859-1 where it matters). Nothing is dropped: `asDeclared` is false when the file said otherwise.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const encoding = shownEncoding(bytes) ?? canonical(declared)
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, asDeclared: true }
  } catch {
    if (encoding !== 'utf-8') throw new Refusal('statement_wrong_encoding', { facts: { encoding } })
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', asDeclared: declared === undefined }
  }
}

function canonical(declared: string | undefined): string {
  if (declared === undefined) return 'utf-8'
  try {
    const known = new TextDecoder(declared).encoding
    // UTF-16 always has its mark or its zeros at the start: a file that only says so is in fact UTF-8.
    return known.startsWith('utf-16') ? 'utf-8' : known
  } catch {
    throw new Refusal('statement_wrong_encoding', { facts: { encoding: declared.slice(0, 40) } })
  }
}
