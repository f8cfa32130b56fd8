import type { Decoded } from '../decode.ts'
import { decode } from '../decode.ts'
import { headOf } from '../recognise.ts'

const DECLARED_IN_XML = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']{1,40})["']/i
const UTF8 = /^(?:utf-?8|unicode)$/i
const WINDOWS = /^(?:windows-|cp)?(125[0-8])$/i

/**
 * What the header says is a hint: files that say USASCII and 1252 hold UTF-8, and the other way round. Bytes that are UTF-8 are UTF-8, for no
 * other text with accents looks like it; of the rest the code page of the header is believed, and windows-1252 taken where it names none.
 */
export function decodeOfx(bytes: Uint8Array): Decoded & { readonly declared: string } {
  const head = headOf(bytes)
  const declared =
    DECLARED_IN_XML.exec(head)?.[1] ??
    headerField(head, 'CHARSET', /^(?:NONE)?$/i) ??
    headerField(head, 'ENCODING', /^USASCII$/i) ??
    'utf-8'
  const page = WINDOWS.exec(declared)?.[1]
  const found = decode(bytes)
  const read = found.encoding === 'windows-1252' && page !== undefined ? decode(bytes, `windows-${page}`) : found
  // Without an accent every one of these encodings gives the same text.
  const plain = bytes.every((byte) => byte < 0x80)
  return { ...read, declared, asDeclared: plain || (read.encoding === 'utf-8') === UTF8.test(declared) }
}

function headerField(head: string, name: string, empty: RegExp): string | undefined {
  const value = new RegExp(`\\b${name}:[ \\t]*([\\w-]{0,40})`, 'i').exec(head)?.[1] ?? ''
  return empty.test(value) ? undefined : value
}
