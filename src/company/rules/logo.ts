/** What a logo file is, judged by its bytes and not by its name, and whether an SVG is only a drawing. */

/** Far more than a logo needs; every document carries it. */
export const LOGO_LIMIT_BYTES = 1024 * 1024

export type LogoMediaType = 'image/png' | 'image/jpeg' | 'image/svg+xml'
export type LogoVerdict = { readonly mediaType: LogoMediaType } | { readonly fault: 'logo_unreadable' | 'logo_unsafe' }

export function judgeLogo(bytes: Uint8Array): LogoVerdict {
  if (startsWith(bytes, PNG)) return { mediaType: 'image/png' }
  if (startsWith(bytes, JPEG)) return { mediaType: 'image/jpeg' }
  const text = textOf(bytes)
  if (text === undefined || !SVG.test(text)) return { fault: 'logo_unreadable' }
  return isOnlyDrawing(text) ? { mediaType: 'image/svg+xml' } : { fault: 'logo_unsafe' }
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** After a prolog and comments, the root is `svg`; a document type is let through here to be refused as unsafe. */
const SVG = /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*(\[[\s\S]*?\])?[^>]*>\s*)*<svg[\s>]/i

/** What runs, calls out, or hides one of these: none belongs in a logo. */
const NOT_DRAWING = [
  /<!DOCTYPE|<!ENTITY|<\?xml-stylesheet/i,
  /<([\w-]+:)?(script|foreignObject|iframe|embed|object|audio|video|animate\w*|set|handler|listener)[\s/>]/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /@import|expression\s*\(|javascript:/i,
  /\burl\(\s*["']?\s*(?!#)[^"'\s]/i,
  /[\s"'/]src\s*=/i,
  /\\/,
]

function isOnlyDrawing(text: string): boolean {
  return !NOT_DRAWING.some((pattern) => pattern.test(text)) && references(text).every(isWithin)
}

const references = (text: string): string[] =>
  [...text.matchAll(/[\s"'/](?:[\w-]+:)?href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) => (match[1] ?? match[2] ?? '').trim())

/** A part of the same file, or a picture within it. */
const isWithin = (reference: string): boolean => reference.startsWith('#') || /^data:image\/(png|jpeg);base64,/.test(reference)
