import { Refusal } from '#core/refusal'

/** The most a statement may weigh: ten times the largest real one seen (100,000 lines). */
export const MAX_BYTES = 50 * 1024 * 1024

/** The most lines, and statements, a file may hold: twice what 50 MB of the wordiest format hold. */
export const MOST_LINES = 250_000

const SIGNATURES: readonly { readonly looksLike: string; readonly start: readonly number[] }[] = [
  { looksLike: 'gzip', start: [0x1f, 0x8b] },
  { looksLike: 'image', start: [0x89, 0x50, 0x4e, 0x47] },
  { looksLike: 'image', start: [0xff, 0xd8, 0xff] },
  { looksLike: 'image', start: [0x47, 0x49, 0x46, 0x38] },
  { looksLike: 'office', start: [0xd0, 0xcf, 0x11, 0xe0] },
]

/** The start of the file as one character a byte, blanks and marks skipped: enough to tell what it is without decoding it all. */
export function headOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return head.replaceAll('\0', '').replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF|\s)+/, '')
}

export const tooLarge = (bytes: number): Refusal =>
  new Refusal('statement_too_large', { status: 413, facts: { megabytes: Math.ceil(bytes / 1024 / 1024), most: 50 } })

/** Refuses what can be no statement at all, before anything is decoded. */
export function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length > MAX_BYTES) throw tooLarge(bytes.length)
  if (bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)) {
    throw new Refusal('statement_empty')
  }
  const head = headOf(bytes)
  if (head.slice(0, 1024).includes('%PDF-')) throw new Refusal('statement_is_pdf')
  const known = SIGNATURES.find((signature) => signature.start.every((byte, index) => bytes[index] === byte))
  if (known) throw notRecognised(known.looksLike)
  if (/^<!doctype\s+html|^<html/i.test(head)) throw notRecognised('html')
}

/** Refuses a file that goes on for longer than any bank's: small records make millions of lines out of 50 MB. */
export function refuseBeyond(lines: number): void {
  if (lines > MOST_LINES) throw new Refusal('statement_too_many_lines', { status: 413, facts: { most: MOST_LINES } })
}

export function notRecognised(looksLike?: string): Refusal {
  return new Refusal('statement_not_recognised', looksLike === undefined ? {} : { facts: { looksLike } })
}
