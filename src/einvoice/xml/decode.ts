/** The text of an XML file: its encoding is told by a byte order mark, by the shape of its first bytes, or by its declaration. */
import { Unreadable } from '../unreadable.ts'

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/
const DECLARATION_BYTES = 256

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

function markOf([a, b, c, d]: Uint8Array): Encoding | 'utf-32' | undefined {
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'utf-32'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // No mark: `<` beside a zero byte.
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  return undefined
}

/** Encodings that read ASCII as ASCII, under the names browsers know (ISO-8859-1 is read as windows-1252, its superset in practice). */
function decoderOf(label: string): TextDecoder {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    if (!decoder.encoding.startsWith('utf-16')) return decoder
  } catch {
    // An unknown label: told below.
  }
  throw new Unreadable('xml_encoding_unknown', { encoding: label })
}

/** Throws `Unreadable` when the encoding is unknown, or the bytes are not of it. */
export function decodeXml(bytes: Uint8Array): string {
  const marked = markOf(bytes)
  if (marked === 'utf-32') throw new Unreadable('xml_encoding_unknown', { encoding: 'UTF-32' })
  const head = marked === undefined ? Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1') : ''
  const encoding = marked ?? DECLARED.exec(head)?.[1] ?? 'utf-8'
  const decoder = marked === undefined ? decoderOf(encoding) : new TextDecoder(marked, { fatal: true })
  try {
    return decoder.decode(bytes)
  } catch {
    throw new Unreadable('xml_encoding_broken', { encoding: encoding.toUpperCase() })
  }
}
