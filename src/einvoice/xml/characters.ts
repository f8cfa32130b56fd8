/** The letters of XML 1.0 and its namespaces: which characters may stand where, and what references stand for. */

const NAME_START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const NAME = `[${NAME_START}][${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*`
const QUALIFIED = new RegExp(`^(?:(${NAME}):)?(${NAME})$`, 'u')

/** Prefix and local name, or nothing when it is no name. */
export function qualifiedName(text: string): readonly [prefix: string, local: string] | undefined {
  const match = QUALIFIED.exec(text)
  return match ? [match[1] ?? '', match[2] ?? ''] : undefined
}

// Control characters and the two non-characters: XML 1.0 forbids them even as references. A decoded text holds no half surrogates.
const FORBIDDEN = /[[\p{Cc}--[\t\n\r\u007f-\u009f]]\ufffe\uffff]/v

/** Position of the first character XML cannot hold, or -1. */
export function forbiddenAt(text: string): number {
  return text.search(FORBIDDEN)
}

const NON_CHARACTERS = [Buffer.from('\ufffe'), Buffer.from('\uffff')]

/**
 * False when the bytes of an encoding that reads ASCII as ASCII surely hold no forbidden character: four bytes are looked at in one step,
 * which takes a tenth of the time of looking through the text.
 */
export function mayHoldForbidden(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes
  // Too few to hold one step of four whatever their place in the buffer.
  if (length < 4) return true
  const head = (4 - (byteOffset % 4)) % 4
  const words = new Int32Array(buffer, byteOffset + head, (length - head) >> 2)
  if (hasControl(bytes, 0, head) || hasControl(bytes, head + words.length * 4, length)) return true
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0
    // Set where a byte is below 0x20.
    if (((word - 0x20202020) & ~word & 0x80808080) === 0) continue
    if (hasControl(bytes, head + index * 4, head + index * 4 + 4)) return true
  }
  const all = Buffer.from(buffer, byteOffset, length)
  return NON_CHARACTERS.some((sequence) => all.includes(sequence))
}

function hasControl(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return true
  }
  return false
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What `&name;` stands for; `undefined` when it is not one of the five names or a character. */
export function referenced(name: string): string | undefined {
  const match = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}))$/.exec(name)
  if (!match) return Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
  const character = String.fromCodePoint(code)
  return FORBIDDEN.test(character) ? undefined : character
}
