/**
 * Finds the numbers of open invoices in what a payer wrote, as whole tokens: 12 is not in "112", and F2026-0412 is not in "20260412".
 * Blanks, dashes and case are forgiven where the number itself has a joint; nothing else is.
 */
import type { Id } from '#core/ids'
import { type Atom, atomsOf, plainText } from './plain-text.ts'

/** A number without its separators, and the places where it may be parted: `F2026-0412` is F20260412, parted after 1 or 5 characters. */
type Numbered = { readonly invoiceId: Id; readonly joints: readonly number[] }

export type NumberIndex = {
  readonly byFigures: ReadonlyMap<string, readonly Numbered[]>
  /** The first words that a number may have: most words of a label are none. */
  readonly starts: ReadonlySet<string>
  /** `F99999999`: how numbers of these series look, to notice one that is not open. */
  readonly shapes: ReadonlyMap<string, readonly number[]>
  readonly firstLetters: ReadonlySet<string>
  /** Into how many words a number may fall. */
  readonly mostWords: number
}

export type NumbersFound = {
  /** In the order they are written, each once. `sure` is false for bare figures that nothing announces as a number. */
  readonly found: readonly { readonly invoiceId: Id; readonly written: string; readonly sure: boolean }[]
  /** A token that could be the number of two open invoices. */
  readonly ambiguous: boolean
  /** Tokens that look like our numbers and are of no open invoice. */
  readonly others: readonly string[]
}

export function numberIndex(invoices: Iterable<{ readonly invoiceId: Id; readonly number: string }>): NumberIndex {
  const byFigures = new Map<string, Numbered[]>()
  const starts = new Set<string>()
  const shapes = new Map<string, readonly number[]>()
  const firstLetters = new Set<string>()
  let mostWords = 1
  for (const { invoiceId, number } of invoices) {
    const pieces = plainText(number).match(/[A-Z]+|\d+/g) ?? []
    const figures = pieces.join('')
    if (figures === '') continue
    const joints = jointsOf(pieces)
    const known = byFigures.get(figures)
    if (known) known.push({ invoiceId, joints })
    else byFigures.set(figures, [{ invoiceId, joints }])
    mostWords = Math.max(mostWords, pieces.length)
    for (const end of [...joints, figures.length]) starts.add(figures.slice(0, end))
    if (!isDistinct(figures) && !(YEAR.test(figures) && LONG_FIGURES.test(figures))) continue
    shapes.set(shapeOf(figures), joints)
    firstLetters.add(/^[A-Z]+/.exec(figures)?.[0] ?? '')
  }
  return { byFigures, starts, shapes, firstLetters, mostWords }
}

function jointsOf(pieces: readonly string[]): number[] {
  let at = 0
  return pieces.slice(0, -1).map((piece) => (at += piece.length))
}

const shapeOf = (figures: string): string => figures.replace(/\d/g, '9')

/** Letters and at least three figures cannot be anything else in a label; `A12` may be a motorway, `20260412` a day. */
const isDistinct = (figures: string): boolean => /[A-Z]/.test(figures) && /\d.*\d.*\d/.test(figures)

/** A series without letters is known by its year. */
const YEAR = /^(?:19|20)\d\d/

/** Figures alone count when this many stand together and they are no day. */
const LONG_FIGURES = /^\d{7,}$/
const LOOKS_LIKE_A_DAY = /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/

const ANNOUNCES = new Set(['FACT', 'FACTURE', 'FACTURES', 'FACTS', 'FAC', 'FA', 'FCT', 'INV', 'INVOICE', 'INVOICES', 'REF'])
const LINKS = new Set(['N', 'NO', 'NR', 'NUM', 'NUMERO', 'NUMEROS', 'ET', 'AND'])

export function findNumbers(index: NumberIndex, texts: readonly string[]): NumbersFound {
  const found = new Map<Id, { invoiceId: Id; written: string; sure: boolean }>()
  const others = new Set<string>()
  let ambiguous = false
  for (const text of texts) {
    for (const token of tokensOf(index, text)) {
      if ('lookalike' in token) {
        others.add(token.lookalike)
        continue
      }
      const [invoiceId, another] = token.invoiceIds
      if (another !== undefined) ambiguous = true
      if (invoiceId !== undefined && !found.get(invoiceId)?.sure)
        found.set(invoiceId, { invoiceId, written: token.written, sure: token.sure })
    }
  }
  return { found: [...found.values()], ambiguous, others: [...others] }
}

type Token = { readonly invoiceIds: readonly Id[]; readonly written: string; readonly sure: boolean } | { readonly lookalike: string }

function tokensOf(index: NumberIndex, text: string): Token[] {
  const plain = plainText(text)
  const atoms = atomsOf(plain)
  const tokens: Token[] = []
  let announced = false
  for (let at = 0; at < atoms.length;) {
    const hit = longestHit(index, atoms, at)
    if (hit) {
      const written = text.normalize('NFC').slice(atoms[at]?.at, atoms[at + hit.atoms - 1]?.end)
      const alone = hit.atoms === 1 && LONG_FIGURES.test(hit.figures) && !LOOKS_LIKE_A_DAY.test(hit.figures)
      const sure = announced || isDistinct(hit.figures) || alone || isDashed(hit, written)
      tokens.push({ invoiceIds: hit.invoiceIds, written, sure })
      at += hit.atoms
      continue
    }
    const other = lookalike(index, atoms, at, announced || plain[atoms[at]?.end ?? -1] === '-')
    if (other !== undefined) tokens.push({ lookalike: other })
    const word = atoms[at]?.text ?? ''
    announced = ANNOUNCES.has(word) || (announced && LINKS.has(word))
    at += 1
  }
  return tokens
}

/** `2026-0412` with its dash is a number, where `2026 0412` may be anything. */
const isDashed = ({ atoms, figures }: Hit, written: string): boolean =>
  atoms > 1 && LONG_FIGURES.test(figures) && /^\d+(?:-\d+)+$/.test(written)

type Hit = { readonly figures: string; readonly invoiceIds: readonly Id[]; readonly atoms: number }

function longestHit({ byFigures, mostWords, starts }: NumberIndex, atoms: readonly Atom[], at: number): Hit | undefined {
  if (!starts.has(atoms[at]?.text ?? '')) return undefined
  let best: Hit | undefined
  for (const { breaks, figures, taken } of windowsAt(atoms, at, mostWords)) {
    const fitting = (byFigures.get(figures) ?? []).filter(({ joints }) => breaks.every((place) => joints.includes(place)))
    if (fitting.length > 0) best = { figures, atoms: taken, invoiceIds: fitting.map(({ invoiceId }) => invoiceId) }
  }
  return best
}

/** What has the shape of our numbers and is none that is open. Bare figures must be announced or dashed, or begin with a year and be no day. */
function lookalike(
  { firstLetters, mostWords, shapes }: NumberIndex,
  atoms: readonly Atom[],
  at: number,
  announced: boolean,
): string | undefined {
  if (!firstLetters.has(/^[A-Z]+/.exec(atoms[at]?.text ?? '')?.[0] ?? '')) return undefined
  const found = windowsAt(atoms, at, mostWords).find(({ breaks, figures, taken }) => {
    const joints = shapes.get(shapeOf(figures))
    if (joints === undefined || breaks.some((place) => !joints.includes(place))) return false
    const isDay = taken === 1 && LOOKS_LIKE_A_DAY.test(figures)
    return announced || /^\D/.test(figures) || (YEAR.test(figures) && !isDay)
  })
  return found?.figures
}

type Window = { readonly figures: string; readonly breaks: readonly number[]; readonly taken: number }

/** The word at a place, that word and the next, and so on, glued; with the places where they were parted. */
function windowsAt(atoms: readonly Atom[], at: number, most: number): Window[] {
  const windows: Window[] = []
  let figures = ''
  const breaks: number[] = []
  for (const { text } of atoms.slice(at, at + most)) {
    if (figures !== '') breaks.push(figures.length)
    figures += text
    windows.push({ figures, breaks: breaks.slice(), taken: windows.length + 1 })
  }
  return windows
}
