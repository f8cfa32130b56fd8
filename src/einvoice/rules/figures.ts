/**
 * Exact figures of an invoice: whole millionths. A figure that is not a number, or holds more than six decimals, is `undefined`, and every
 * sum that contains it too: the rules on the form of figures name it, the rules on sums stay silent, and there is always a verdict.
 */
import { divideRounded, parseDecimal } from '#core/money'
import type { Decimal } from '../model.ts'

const PLACES = 6
const ONE = 1_000_000n
const CENT = 10_000n
const PLAIN = /^-?\d{1,19}(\.\d{1,6})?$/

export type Figure = bigint

/** An absent figure counts as nothing. */
export function figure(text: Decimal | undefined): Figure | undefined {
  if (text === undefined) return 0n
  return PLAIN.test(text) ? parseDecimal(text, PLACES) : undefined
}

export function sumOf(texts: Iterable<Decimal | undefined>): Figure | undefined {
  let total = 0n
  for (const text of texts) {
    const value = figure(text)
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

/** Half away from zero, to the cent (BR-CO-17). */
export const roundToCent = (value: Figure): Figure => divideRounded(value, CENT) * CENT

/** A percentage of an amount, to the cent. */
export function percentage(amount: Figure, rate: Figure): Figure {
  return divideRounded(amount * rate, 100n * ONE * CENT) * CENT
}

/** Quantity × price per base quantity, not yet rounded to the cent: millionths. */
export function priced(quantity: Figure, price: Figure, base: Figure): Figure | undefined {
  return base <= 0n ? undefined : divideRounded(quantity * price, base)
}

export const sameFigure = (a: Decimal | undefined, b: Decimal | undefined): boolean => figure(a) === figure(b)

/** Facts for a sentence when two figures differ; `false` when they agree or one of them cannot be read. */
export function disagree(
  found: Figure | undefined,
  expected: Figure | undefined,
): false | { readonly found: bigint; readonly expected: bigint } {
  return found === undefined || expected === undefined || found === expected ? false : { found, expected }
}

/**
 * As `disagree`, for differences of one euro or more: the official rules on computed VAT pass smaller ones, because invoices with prices that
 * include VAT, and last credit notes that give back what is left, cannot do otherwise.
 */
export function farApart(found: Figure | undefined, expected: Figure | undefined): ReturnType<typeof disagree> {
  if (found === undefined || expected === undefined) return false
  const difference = found > expected ? found - expected : expected - found
  return difference < ONE ? false : disagree(found, expected)
}
