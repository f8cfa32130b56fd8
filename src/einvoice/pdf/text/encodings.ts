/** The characters of fonts that name no Unicode map: the two encodings writers use, and the names of glyphs that differ from them. */

/** Names of glyphs an invoice prints, beyond those that are their own letter (Adobe Glyph List). */
const GLYPHS: Readonly<Record<string, string>> = {
  space: ' ', nbspace: ' ', exclam: '!', quotedbl: '"', numbersign: '#', dollar: '$', percent: '%', ampersand: '&', quotesingle: "'",
  parenleft: '(', parenright: ')', asterisk: '*', plus: '+', comma: ',', hyphen: '-', minus: '-', period: '.', slash: '/',
  zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9',
  colon: ':', semicolon: ';', less: '<', equal: '=', greater: '>', question: '?', at: '@', underscore: '_', bar: '|',
  quoteleft: '‘', quoteright: '’', quotedblleft: '“', quotedblright: '”', endash: '–', emdash: '—', bullet: '•', ellipsis: '…',
  Euro: '€', sterling: '£', yen: '¥', cent: '¢', section: '§', degree: '°', ordmasculine: 'º', ordfeminine: 'ª', fi: 'fi', fl: 'fl',
  guillemotleft: '«', guillemotright: '»', germandbls: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', ccedilla: 'ç', Ccedilla: 'Ç',
} // prettier-ignore

const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  dieresis: '\u0308',
  ring: '\u030a',
}

/** `eacute` → é, `uni20AC` → €, `five` → 5; undefined when the name says nothing. */
export function glyphText(name: string): string | undefined {
  const base = name.split('.')[0] ?? ''
  if (base.length === 1) return base
  const known = GLYPHS[base]
  if (known !== undefined) return known
  const hex = /^(?:uni|u)([0-9A-F]{4,6})$/.exec(base)?.[1]
  if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff))
  const accent = ACCENTS[base.slice(1)]
  return accent === undefined ? undefined : `${base[0] ?? ''}${accent}`.normalize('NFC')
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const WINDOWS = new TextDecoder('windows-1252').decode(ALL_BYTES)
const MACINTOSH = new TextDecoder('macintosh').decode(ALL_BYTES)

/** Adobe's own encoding agrees with Windows' on letters and digits, which is what amounts and numbers are made of. */
export function encodedText(byte: number, encoding: string | undefined): string {
  return (encoding === 'MacRomanEncoding' ? MACINTOSH : WINDOWS).charAt(byte)
}
