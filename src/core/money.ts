/**
 * Money is a whole number of cents (`Cents`). Text on the wire and in documents is `"1234.50"`: dot, two decimals, optional minus.
 * Floats never appear: every division passes through `divideRounded`.
 */
declare const cents: unique symbol
export type Cents = bigint & { readonly [cents]: true }

export const ZERO = 0n as Cents

/** Ten billion euros: beyond any invoice, payment or bank line; nine million of them still add up within the 64 bits of a column. */
export const MOST_CENTS = 1_000_000_000_000n as Cents

/** True up to ten billion euros, owed or due. */
export const isWithinReach = (value: bigint): boolean => -MOST_CENTS <= value && value <= MOST_CENTS

/** Marks a whole number of cents as money. */
export function toCents(value: bigint | number): Cents {
  return BigInt(value) as Cents
}

const MONEY_TEXT = /^-?\d{1,15}(\.\d{1,2})?$/

/** True when `text` is money as it travels on the wire: `"12"`, `"12.5"`, `"-12.50"`. */
export function isMoneyText(text: string): boolean {
  return MONEY_TEXT.test(text)
}

/** Reads `"1234.5"` as 123450 cents. Throws a `RangeError` on any other text: check user input with `isMoneyText` first. */
export function parseMoney(text: string): Cents {
  if (!isMoneyText(text)) throw new RangeError(`not an amount of money: ${text}`)
  return parseDecimal(text, 2) as Cents
}

/** Writes cents as `"1234.50"`. */
export function moneyText(value: Cents): string {
  return decimalText(value, 2)
}

/** Reads a decimal text as a whole number of 10^-places. Throws a `RangeError` when it holds more decimals than `places`. */
export function parseDecimal(text: string, places: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  const decimals = match?.[3] ?? ''
  if (!match || decimals.length > places) throw new RangeError(`not a decimal of at most ${places} places: ${text}`)
  const magnitude = BigInt(match[2] + decimals.padEnd(places, '0'))
  return match[1] ? -magnitude : magnitude
}

/** Writes a whole number of 10^-places with all its decimals: `decimalText(5n, 2)` is `"0.05"`. */
export function decimalText(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const sign = value < 0n ? '-' : ''
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Writes a whole number of 10^-places without useless zeros: `shortDecimalText(1_500_000n, 6)` is `"1.5"`. */
export function shortDecimalText(value: bigint, places: number): string {
  const text = decimalText(value, places)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** The only division of the house: half away from zero, as EN 16931 and French bookkeeping round (12.5 → 13, -12.5 → -13). */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive')
  const magnitude = ((numerator < 0n ? -numerator : numerator) * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -magnitude : magnitude
}

export function sum(values: Iterable<Cents>): Cents {
  let total = 0n
  for (const value of values) total += value
  return total as Cents
}

export function negate(value: Cents): Cents {
  return -value as Cents
}

export function minCents(a: Cents, b: Cents): Cents {
  return a < b ? a : b
}

/**
 * Splits `total` in proportion to `weights`, to the cent, by largest remainder: the parts always add up to `total`.
 * All weights zero (or none) puts everything on the first part. Weights must not be negative.
 */
export function splitCents(total: Cents, weights: readonly bigint[]): Cents[] {
  if (weights.length === 0) return []
  const sumOfWeights = weights.reduce((a, b) => a + b, 0n)
  if (sumOfWeights === 0n) return weights.map((_, index) => (index === 0 ? total : ZERO))
  const sign = total < 0n ? -1n : 1n
  const magnitude = total * sign
  const parts = weights.map((weight) => (magnitude * weight) / sumOfWeights)
  const remainders = weights.map((weight, index) => ({ index, remainder: (magnitude * weight) % sumOfWeights }))
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  let left = magnitude - parts.reduce((a, b) => a + b, 0n)
  for (const { index } of remainders) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map((part) => (part * sign) as Cents)
}
