/**
 * PDF/A forbids characters without a glyph, private ones, and controls: one emoji in a customer's name would stop its invoice. Texts are
 * brought to what the font can draw; the electronic invoice keeps the exact name.
 */

/** True for the code points every given font can draw. */
export type Coverage = (codePoint: number) => boolean

const MISSING = '\u25A1'

/** Most texts: nothing to mend. Letters of Western Europe, typographic quotes, dashes, dots, the euro, the minus, no-break spaces. */
const PLAIN = /^[\n\x20-\x7E\u00A0-\u00AC\u00AE-\u0148\u014A-\u017F\u2013\u2014\u2018-\u201E\u2022\u2026\u202F\u20AC\u2212]*$/u

/** Invisible and dangerous: controls, joiners, and the marks that turn the reading order (a name could print an amount backwards). */
const DROPPED = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu

/** Longer than any word a line can hold at our sizes: such a run may be broken anywhere. */
const UNBROKEN_RUN = /[^\s\u200B-]{30,}/gu
const RUN_PIECE = /.{6}/gu
const BREAK_ALLOWED = '\u200B'

/** The text as the fonts can draw it: composed, without controls; `□` stands for what has no glyph. */
export function printable(text: string, covered: Coverage): string {
  return allowBreaks(PLAIN.test(text) ? text : mend(text, covered))
}

/** What of a text only `□` can stand for, each once, as a person would name it: a letter with its accents, a whole emoji. */
export function unprintable(text: string, covered: Coverage): string[] {
  if (PLAIN.test(text)) return []
  const read = Array.from(new Intl.Segmenter('fr').segment(text.toWellFormed()), ({ segment }) => segment)
  return [...new Set(read.filter((segment) => !segment.includes(MISSING) && mend(segment, covered).includes(MISSING)))]
}

function mend(text: string, covered: Coverage): string {
  const lines = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
  return lines
    .map((line) => Array.from(line.replaceAll('\t', ' ').replace(DROPPED, ''), (char) => glyphsFor(char, covered)).join(''))
    .join('\n')
}

function glyphsFor(char: string, covered: Coverage): string {
  if (isDrawable(char, covered)) return char
  const simpler = char.normalize('NFKC')
  return simpler !== char && Array.from(simpler).every((part) => isDrawable(part, covered)) ? simpler : MISSING
}

function isDrawable(char: string, covered: Coverage): boolean {
  return covered(char.codePointAt(0) ?? 0) && !/\p{Co}/u.test(char)
}

function allowBreaks(text: string): string {
  return text.length < 30 ? text : text.replace(UNBROKEN_RUN, (run) => run.replace(RUN_PIECE, `$&${BREAK_ALLOWED}`))
}

/** What all the given TrueType fonts can draw, read from their `cmap` tables. */
export function fontCoverage(fonts: readonly Buffer[]): Coverage {
  const ranges = fonts.map(coveredRanges)
  return (codePoint) => ranges.every((list) => list.some(([first, last]) => first <= codePoint && codePoint <= last))
}

const SEGMENTED_COVERAGE = 12

/** The ranges of the full-Unicode subtable (format 12: OpenType, `cmap`). */
function coveredRanges(font: Buffer): [first: number, last: number][] {
  const table = tableOffset(font, 'cmap')
  for (let index = 0; index < font.readUInt16BE(table + 2); index++) {
    const subtable = table + font.readUInt32BE(table + 4 + index * 8 + 4)
    if (font.readUInt16BE(subtable) !== SEGMENTED_COVERAGE) continue
    const groups = Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, group) => subtable + 16 + group * 12)
    return groups.map((group) => [font.readUInt32BE(group), font.readUInt32BE(group + 4)])
  }
  throw new Error('the font has no full-Unicode character map')
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}
