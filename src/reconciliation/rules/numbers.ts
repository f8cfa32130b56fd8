/**
 * Finds the numbers of open invoices in what a payer wrote, as whole tokens: 12 is not in "112", and F2026-0412 is not in "20260412".
 * Blanks, dashes and case are forgiven where the number itself has a joint; nothing else is.
 */
import type { Id } from '#core/ids'
import { type Atom, atomsOf, plainText } from './plain-text.ts'

export type NumberIndex = {
  readonly invoicesByVariant: ReadonlyMap<string, readonly Id[]>
  /** `F9999 99999`: how numbers of these series look, to notice one that is not open. */
  readonly shapes: ReadonlySet<string>
  readonly firstLetters: ReadonlySet<string>
  readonly longestWindow: number
}

export type NumbersFound = {
  /** In the order they are written, each once. `sure` is false for bare figures that nothing announces as a number. */
  readonly found: readonly { readonly invoiceId: Id; readonly written: string; readonly sure: boolean }[]
  /** A token that could be the number of two open invoices. */
  readonly ambiguous: boolean
  /** Tokens that look like our numbers and are of no open invoice. */
  readonly others: readonly string[]
}

/** More joints than this are written as they stand or all glued. */
const MOST_JOINTS = 4

export function numberIndex(invoices: Iterable<{ readonly invoiceId: Id; readonly number: string }>): NumberIndex {
  const invoicesByVariant = new Map<string, Id[]>()
  const shapes = new Set<string>()
  const firstLetters = new Set<string>()
  let longestWindow = 1
  for (const { invoiceId, number } of invoices) {
    for (const variant of variantsOf(number)) {
      const known = invoicesByVariant.get(variant)
      if (known) known.push(invoiceId)
      else invoicesByVariant.set(variant, [invoiceId])
      longestWindow = Math.max(longestWindow, variant.split(' ').length)
      const letters = /^[A-Z]+/.exec(variant)?.[0]
      if (letters !== undefined && isDistinct(variant)) {
        shapes.add(shapeOf(variant))
        firstLetters.add(letters)
      }
    }
  }
  return { invoicesByVariant, shapes, firstLetters, longestWindow }
}

/** The ways of writing a number, in atoms joined by one blank: `F2026-0412` → `F2026 0412`, `F20260412`, `F 2026 0412`, `F 20260412`. */
export function variantsOf(number: string): string[] {
  const pieces = atomsOf(plainText(number)).flatMap((atom) => atom.text.match(/[A-Z]+|\d+/g) ?? [])
  if (pieces.length === 0) return []
  if (pieces.length - 1 > MOST_JOINTS) return [pieces.join(' '), pieces.join('')]
  return pieces.slice(1).reduce<string[]>((ways, piece) => ways.flatMap((way) => [`${way} ${piece}`, `${way}${piece}`]), [pieces[0] ?? ''])
}

const shapeOf = (variant: string): string => variant.replace(/\d/g, '9')

/** Letters and at least three figures cannot be anything else in a label; `A12` may be a motorway, `20260412` a day. */
const isDistinct = (variant: string): boolean => /[A-Z]/.test(variant) && (variant.match(/\d/g)?.length ?? 0) >= 3

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
  const atoms = atomsOf(plainText(text))
  const tokens: Token[] = []
  let announced = false
  for (let at = 0; at < atoms.length;) {
    const hit = longestHit(index, atoms, at)
    if (hit) {
      const written = text.normalize('NFC').slice(atoms[at]?.at, atoms[at + hit.atoms - 1]?.end)
      const sure = announced || isDistinct(hit.variant) || (LONG_FIGURES.test(hit.variant) && !LOOKS_LIKE_A_DAY.test(hit.variant))
      tokens.push({ invoiceIds: hit.invoiceIds, written, sure })
      at += hit.atoms
      continue
    }
    const other = lookalike(index, atoms, at)
    if (other !== undefined) tokens.push({ lookalike: other })
    const word = atoms[at]?.text ?? ''
    announced = ANNOUNCES.has(word) || (announced && LINKS.has(word))
    at += 1
  }
  return tokens
}

type Hit = { readonly variant: string; readonly invoiceIds: readonly Id[]; readonly atoms: number }

function longestHit(index: NumberIndex, atoms: readonly Atom[], at: number): Hit | undefined {
  let variant = ''
  let best: Hit | undefined
  for (let taken = 1; taken <= index.longestWindow && at + taken <= atoms.length; taken += 1) {
    variant = taken === 1 ? (atoms[at]?.text ?? '') : `${variant} ${atoms[at + taken - 1]?.text ?? ''}`
    const invoiceIds = index.invoicesByVariant.get(variant)
    if (invoiceIds) best = { variant, invoiceIds, atoms: taken }
  }
  return best
}

function lookalike(index: NumberIndex, atoms: readonly Atom[], at: number): string | undefined {
  const letters = /^[A-Z]+/.exec(atoms[at]?.text ?? '')?.[0]
  if (letters === undefined || !index.firstLetters.has(letters)) return undefined
  let window = ''
  for (let taken = 1; taken <= index.longestWindow && at + taken <= atoms.length; taken += 1) {
    window = taken === 1 ? (atoms[at]?.text ?? '') : `${window} ${atoms[at + taken - 1]?.text ?? ''}`
    if (index.shapes.has(shapeOf(window))) return window
  }
  return undefined
}
