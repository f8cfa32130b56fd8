/** EBCDIC, code page 297 (French): what a bank's host sends when nobody has converted it. Only the characters that statements use. */
const RUNS: readonly (readonly [from: number, characters: string])[] = [
  [0x40, ' '],
  [0x4b, '.<(+!&'],
  [0x5b, '$*);^-/'],
  [0x6a, 'ù,%_>?'],
  [0x7a, ':£à\'="'],
  [0x81, 'abcdefghi'],
  [0x91, 'jklmnopqr'],
  [0xa2, 'stuvwxyz'],
  [0xc0, 'éABCDEFGHI'],
  [0xd0, 'èJKLMNOPQR'],
  [0xe0, 'ç'],
  [0xe2, 'STUVWXYZ'],
  [0xf0, '0123456789'],
]
const LINE_ENDS = new Set([0x0d, 0x15, 0x25])

const CHARACTERS: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (LINE_ENDS.has(byte)) return '\n'
  const run = RUNS.find(([from, characters]) => byte >= from && byte < from + characters.length)
  return run?.[1][byte - run[0]] ?? ' '
})

/** A record of 120 (01, 04, 05, 07) or 240 characters (31, 34, 39) in EBCDIC starts with its code and digits, which are nothing in ASCII. */
export const isEbcdic = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xf0 || bytes[0] === 0xf3) && bytes.length > 7 && bytes.subarray(0, 7).every((byte) => byte >= 0xf0 && byte <= 0xf9)

/** One character a byte, so that records keep their width. */
export function decodeEbcdic(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(Array.from(bytes.subarray(at, at + 8192), (byte) => CHARACTERS[byte]).join(''))
  }
  return parts.join('')
}
