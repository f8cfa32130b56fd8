/**
 * How the numbers of a series look: `F{YYYY}-{00000}` gives F2026-00042. Which number comes next is the store's affair, under a row lock;
 * here is only its writing. Letters, digits and `+-_/`, no space (BR-FR-01/02); 20 characters because the public portal takes no more.
 */
import { Refusal } from '#core/refusal'

export const LONGEST_NUMBER = 20

export type SeriesFormat = {
  /** Text, one counter `{000}` as wide as its zeros, and perhaps the year as `{YYYY}` or `{YY}`. */
  readonly pattern: string
  /** `yearly` starts again at 1 each year: only with the year in the pattern. */
  readonly restart: 'never' | 'yearly'
}

export const DEFAULT_SERIES = {
  invoice: { pattern: 'F{YYYY}-{00000}', restart: 'yearly' },
  creditNote: { pattern: 'A{YYYY}-{00000}', restart: 'yearly' },
} as const satisfies Record<string, SeriesFormat>

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year'; readonly digits: 2 | 4 }
  | { readonly kind: 'counter'; readonly digits: number }

const PART = /\{(YYYY|YY|0+)\}|[A-Za-z0-9+\-_/]+/y

/** Refuses by name a format that could not number for ever without a doubt. */
export function checkSeriesFormat({ pattern, restart }: SeriesFormat): void {
  const parts = parsePattern(pattern)
  const counters = parts.filter((part) => part.kind === 'counter').length
  const years = parts.filter((part) => part.kind === 'year').length
  if (counters === 0) throw new Refusal('number_without_counter', { field: 'pattern' })
  if (counters > 1 || years > 1) throw new Refusal('number_part_twice', { field: 'pattern' })
  if (restart === 'yearly' && years === 0) throw new Refusal('number_restart_without_year', { field: 'pattern' })
  const length = lengthOf(parts)
  if (length > LONGEST_NUMBER) throw new Refusal('number_too_long', { field: 'pattern', facts: { length, longest: LONGEST_NUMBER } })
}

/** The number as printed. A counter that outgrows its zeros widens; beyond 20 characters it is refused. */
export function renderNumber(pattern: string, { year, sequence }: { readonly year: number; readonly sequence: number }): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not a place in a series: ${sequence}`)
  // BR-FR-03: any other year is fatal, and two digits could not tell the centuries apart.
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw new RangeError(`not a year of this series: ${year}`)
  const number = parsePattern(pattern)
    .map((part) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'year') return String(year).slice(-part.digits)
      return String(sequence).padStart(part.digits, '0')
    })
    .join('')
  if (number.length > LONGEST_NUMBER) throw new Refusal('number_too_long', { facts: { length: number.length, longest: LONGEST_NUMBER } })
  return number
}

/** The first numbers of a series, to show what a format gives before it becomes final. */
export function previewNumbers(format: SeriesFormat, year: number, count = 3): readonly string[] {
  checkSeriesFormat(format)
  return Array.from({ length: count }, (_, index) => renderNumber(format.pattern, { year, sequence: index + 1 }))
}

/** Whether two series could one day print the same number, capitals aside. On the side of caution: a rare case counts as possible. */
export function seriesCollide(a: string, b: string): boolean {
  const one = parsePattern(a)
  const other = parsePattern(b)
  for (let length = 1; length <= LONGEST_NUMBER; length++) {
    const places = placesOf(one, length)
    const otherPlaces = placesOf(other, length)
    if (places && otherPlaces && places.every((place, index) => overlap(place, otherPlaces[index] ?? ''))) return true
  }
  return false
}

function parsePattern(pattern: string): readonly Part[] {
  const parts: Part[] = []
  const reader = new RegExp(PART)
  while (reader.lastIndex < pattern.length) {
    const from = reader.lastIndex
    const match = reader.exec(pattern)
    if (match === null)
      throw new Refusal('number_bad_character', { field: 'pattern', facts: { at: from + 1, character: pattern.charAt(from) } })
    parts.push(partOf(match[0], match[1]))
  }
  return parts
}

function partOf(text: string, braced: string | undefined): Part {
  if (braced === undefined) return { kind: 'text', text }
  if (braced === 'YYYY') return { kind: 'year', digits: 4 }
  return braced === 'YY' ? { kind: 'year', digits: 2 } : { kind: 'counter', digits: braced.length }
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((length, part) => length + (part.kind === 'text' ? part.text.length : part.digits), 0)
}

/** The characters possible at each place of a number of that length; nothing when the series prints none so long. */
function placesOf(parts: readonly Part[], length: number): readonly string[] | undefined {
  const widening = length - lengthOf(parts)
  if (widening < 0) return undefined
  return parts.flatMap((part) => {
    if (part.kind === 'text') return Array.from(part.text.toUpperCase())
    if (part.kind === 'year') return part.digits === 4 ? ['2', '0', DIGITS, DIGITS] : [DIGITS, DIGITS]
    // A counter that widened does not begin with zero.
    return Array.from({ length: part.digits + widening }, (_, index) => (index === 0 && widening > 0 ? DIGITS.slice(1) : DIGITS))
  })
}

const DIGITS = '0123456789'

function overlap(characters: string, others: string): boolean {
  return Array.from(characters).some((character) => others.includes(character))
}
