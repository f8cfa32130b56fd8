/** Quantities (1e-4), unit prices (1e-6 euro) and percentages (1e-2 %), all whole numbers; text on the wire is a plain decimal. */
import { type Cents, divideRounded, parseDecimal, shortDecimalText, toCents } from '#core/money'

declare const quantity: unique symbol
declare const price: unique symbol
declare const rate: unique symbol

/** Ten-thousandths of a unit: 1.5 hours is 15000. BR-FR-DEC-02 allows four decimals. */
export type Quantity = bigint & { readonly [quantity]: true }
/** Millionths of a euro: 12.34 EUR is 12340000. BR-FR-DEC-03 allows six decimals. */
export type UnitPrice = bigint & { readonly [price]: true }
/** Hundredths of a percent: 5.5 % is 550. BR-FR-DEC-04 allows two decimals. */
export type BasisPoints = number & { readonly [rate]: true }

const QUANTITY_TEXT = /^-?\d{1,11}(\.\d{1,4})?$/
const PRICE_TEXT = /^\d{1,11}(\.\d{1,6})?$/
const RATE_TEXT = /^\d{1,3}(\.\d{1,2})?$/

/** Ten billion units, ten billion euros each: what a line makes of them is bounded by its amount. */
export const MOST_QUANTITY = 100_000_000_000_000n as Quantity
export const MOST_UNIT_PRICE = 10_000_000_000_000_000n as UnitPrice
export const WHOLE = 10_000 as BasisPoints

export const isQuantityText = (text: string): boolean => QUANTITY_TEXT.test(text)
export const isUnitPriceText = (text: string): boolean => PRICE_TEXT.test(text)
export const isRateText = (text: string): boolean => RATE_TEXT.test(text)

export const parseQuantity = (text: string): Quantity => parseDecimal(text, 4) as Quantity
export const parseUnitPrice = (text: string): UnitPrice => parseDecimal(text, 6) as UnitPrice
export const parseRate = (text: string): BasisPoints => Number(parseDecimal(text, 2)) as BasisPoints
export const quantityText = (value: Quantity): string => shortDecimalText(value, 4)
export const unitPriceText = (value: UnitPrice): string => shortDecimalText(value, 6)
export const rateText = (value: BasisPoints): string => shortDecimalText(BigInt(value), 2)

/** Quantity × unit price, rounded to the cent, half away from zero. 1e-4 × 1e-6 EUR = 1e-10 EUR, a cent is 1e8 of them. */
export function priceOf(quantityE4: Quantity, unitPriceE6: UnitPrice): Cents {
  return toCents(divideRounded(quantityE4 * unitPriceE6, 100_000_000n))
}

/** A percentage of an amount, rounded to the cent, half away from zero (BR-CO-17 for VAT). */
export function percentOf(amount: Cents, basisPoints: BasisPoints): Cents {
  return toCents(divideRounded(amount * BigInt(basisPoints), 10_000n))
}
