/** The values a PDF file is made of (ISO 32000-1 §7.3), and how to ask for them without trusting the file. */
type PdfRef = { readonly kind: 'ref'; readonly id: number; readonly generation: number }
type PdfName = { readonly kind: 'name'; readonly name: string }
type PdfText = { readonly kind: 'text'; readonly bytes: Uint8Array }
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }
export type PdfStream = { readonly kind: 'stream'; readonly dict: PdfDict; readonly raw: Uint8Array }
type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] }
export type PdfValue = null | boolean | number | PdfRef | PdfName | PdfText | PdfDict | PdfStream | PdfArray

type Kind = PdfRef | PdfName | PdfText | PdfDict | PdfStream | PdfArray

/** `as(value, 'dict')` is the value when it is a dictionary, else nothing. */
export function as<K extends Kind['kind']>(value: PdfValue | undefined, kind: K): Extract<Kind, { kind: K }> | undefined {
  return typeof value === 'object' && value !== null && value.kind === kind ? (value as Extract<Kind, { kind: K }>) : undefined
}

export function asNumber(value: PdfValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** A text string: UTF-16 or UTF-8 when it starts with their mark, else one byte a character (ISO 32000-2 §7.9.2). */
export function textOf(value: PdfValue | undefined): string | undefined {
  const text = as(value, 'text')
  if (!text) return undefined
  const [first, second, third] = text.bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(text.bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(text.bytes)
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(text.bytes)
  return Buffer.from(text.bytes).toString('latin1')
}
