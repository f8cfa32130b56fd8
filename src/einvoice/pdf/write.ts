/** PDF values as bytes (ISO 32000-1 §7.3): texts in hexadecimal, so that nothing needs care. */
import type { PdfDict, PdfValue } from './values.ts'

const REGULAR_NAME = /^[A-Za-z0-9_.+-]$/

function nameText(name: string): string {
  const written = Array.from(Buffer.from(name, 'latin1'), (byte) => {
    const character = String.fromCharCode(byte)
    return REGULAR_NAME.test(character) ? character : `#${byte.toString(16).padStart(2, '0')}`
  })
  return `/${written.join('')}`
}

/** A stream stands by its reference only: it has no value text. */
export function valueText(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  switch (value.kind) {
    case 'ref':
      return `${value.id} ${value.generation} R`
    case 'name':
      return nameText(value.name)
    case 'text':
      return `<${Buffer.from(value.bytes).toString('hex')}>`
    case 'array':
      return `[${value.items.map(valueText).join(' ')}]`
    case 'dict':
      return dictText(value)
    case 'stream':
      return 'null'
    default:
      throw new Error('a PDF value of no kind')
  }
}

export function dictText({ entries }: PdfDict): string {
  return `<<${[...entries].map(([key, value]) => `${nameText(key)} ${valueText(value)}`).join('')}>>`
}

/** PDF knows no exponent: what is too small to be said without one is nothing, what is too large is an integer. */
function numberText(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < 1e-6) return '0'
  return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString()
}

/** A text as PDF writes it outside of ASCII: UTF-16 with its mark. */
export function textValue(text: string): PdfValue {
  const isAscii = /^[\x20-\x7e]*$/.test(text)
  const bytes = isAscii ? Buffer.from(text, 'latin1') : Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
  return { kind: 'text', bytes: new Uint8Array(bytes) }
}

export const nameValue = (name: string): PdfValue => ({ kind: 'name', name })

export const dictOf = (entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
})
