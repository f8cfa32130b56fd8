/**
 * Exact figures of an invoice: whole numbers of 10^-18. A figure that is not a number is `undefined`, and every sum that contains it too: the
 * rules on the form of figures name it, the rules on sums stay silent, and there is always a verdict.
 */
import { divideRounded } from '#core/money'

export const PLACES = 18
export const ONE = 10n ** 18n
export const CENT = 10n ** 16n
/** As XML Schema writes a decimal, of a size no invoice needs more than. */
const DECIMAL = /^\s*[+-]?(?:\d{1,30}(?:\.\d{0,18}0*)?|\.\d{1,18}0*)\s*$/
const POWERS = Array.from({ length: PLACES + 1 }, (_, power) => 10n ** BigInt(power))

export type Figure = bigint

/** A dozen rules ask for the same few figures: the last ones are remembered. */
const remembered = new Map<string, Figure | undefined>()
const MAX_REMEMBERED = 4_096

export const isFigure = (text: string): boolean => DECIMAL.test(text)

/** The figure of a text: `undefined` when there is none, or when it is no number. */
export function figure(text: string | undefined): Figure | undefined {
  if (text === undefined) return undefined
  const known = remembered.get(text)
  if (known !== undefined) return known
  if (!isFigure(text)) return undefined
  const found = parse(text.trim())
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(text, found)
  return found
}

function parse(text: string): Figure {
  const isNegative = text.startsWith('-')
  const digits = isNegative || text.startsWith('+') ? text.slice(1) : text
  const point = digits.indexOf('.')
  if (point < 0) return signed(BigInt(digits) * ONE, isNegative)
  const decimals = digits.slice(point + 1, point + 1 + PLACES)
  return signed(BigInt(digits.slice(0, point) + decimals) * (POWERS[PLACES - decimals.length] ?? 1n), isNegative)
}

const signed = (value: Figure, isNegative: boolean): Figure => (isNegative ? -value : value)

/** Absent counts as nothing, nonsense stays unknown. */
export const figureOrZero = (text: string | undefined): Figure | undefined => (text === undefined ? 0n : figure(text))

export function sumOf(texts: Iterable<string | undefined>): Figure | undefined {
  let total = 0n
  for (const text of texts) {
    const value = figureOrZero(text)
    if (value === undefined) return undefined
    total += value
  }
  return total
}

/** `a + b - c`, unknown as soon as one of them is: `combine([a, b], [c])`. */
export function combine(added: readonly (Figure | undefined)[], taken: readonly (Figure | undefined)[] = []): Figure | undefined {
  let total = 0n
  for (const value of added) {
    if (value === undefined) return undefined
    total += value
  }
  for (const value of taken) {
    if (value === undefined) return undefined
    total -= value
  }
  return total
}

/** Half up, towards the greater, as the official rules round. */
function roundTo(value: Figure, step: bigint): Figure {
  const doubled = value * 2n + step
  const rest = doubled % (step * 2n)
  return (doubled - (rest < 0n ? rest + step * 2n : rest)) / 2n
}

export const roundToCent = (value: Figure): Figure => roundTo(value, CENT)
export const roundToUnit = (value: Figure): Figure => roundTo(value, ONE)

export const magnitude = (value: Figure): Figure => (value < 0n ? -value : value)

/** A percentage of an amount, to the cent. */
export function percentage(amount: Figure, rate: Figure): Figure {
  return divideRounded(amount * rate, 100n * ONE * CENT) * CENT
}

/** Quantity × price per base quantity, not yet rounded to the cent. */
export function priced(quantity: Figure, price: Figure, base: Figure): Figure | undefined {
  return base <= 0n ? undefined : divideRounded(quantity * price, base)
}

/**
 * A zero with a minus sign, which the engine of the published CII rules does not take for zero. It is none of ours: a zero needs no sign, and
 * the French layer refuses one on a rate.
 */
export const isSignedZero = (text: string | undefined): boolean => text !== undefined && /^\s*-[0.]+\s*$/.test(text)

export const isNegative = (text: string | undefined): boolean => (figure(text) ?? 0n) < 0n

/** Facts for a sentence when two figures differ; `false` when they agree or one of them cannot be read. */
export function disagree(
  found: Figure | undefined,
  expected: Figure | undefined,
): false | { readonly found: bigint; readonly expected: bigint } {
  return found === undefined || expected === undefined || found === expected ? false : { found, expected }
}

/** Within less than one unit of the currency: what the official rules on computed VAT pass, since prices with VAT cannot do better. */
export function near(found: Figure, expected: Figure): boolean {
  return magnitude(found - expected) < ONE
}
