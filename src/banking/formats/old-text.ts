import { decode, shownEncoding } from './decode.ts'

/** DOS, as banks' host programs still write it: the upper half, from byte 0x80. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0'

/**
 * The text of a format older than encodings: UTF-8 or UTF-16 where it proves, else CP850 or windows-1252, whichever its accents fit.
 * Control characters are blanks, which keeps the places of fixed columns; line ends stay.
 */
export function decodeOldText(file: Uint8Array): string {
  const isWide = /^utf-(?:16|32)/.test(shownEncoding(file) ?? '')
  const bytes = isWide ? file : withoutControls(file)
  const { encoding, text } = decode(bytes)
  if (encoding !== 'windows-1252' || !looksLikeCp850(bytes)) return text
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return raw.replace(/[\u0080-\u00FF]/g, (character) => CP850[character.charCodeAt(0) - 0x80] ?? character)
}

/** Accented letters stand from 0x80 to 0xA5 in CP850 and from 0xC0 on in windows-1252, where the first range is quotes and signs. */
function looksLikeCp850(bytes: Uint8Array): boolean {
  let dos = 0
  let windows = 0
  for (const byte of bytes) {
    if (byte >= 0x80 && byte <= 0xa5) dos++
    else if (byte >= 0xc0) windows++
  }
  return dos > windows
}

const BLANK = 0x20
const LINE_ENDS = new Set([0x0a, 0x0d])

function withoutControls(file: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(file)
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? BLANK
    if (byte < BLANK && !LINE_ENDS.has(byte)) bytes[at] = BLANK
  }
  return bytes
}
