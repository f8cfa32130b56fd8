import { decimalShown, type Found, isDecimal, joined, shortened } from './wording.ts'
import type { Words } from './words.ts'

/** More decimals than anybody counts in: such a quantity is shown as it stands. */
const COUNTED = /^[^.]*(\.\d{1,12})?$/

export function quantityShown(
  quantity: Found,
  unit: Found,
  { locale, quantityWithUnit }: Pick<Words, 'locale' | 'quantityWithUnit'>,
): string {
  const counted = isDecimal(quantity) ? shortened(quantity) : undefined
  if (counted === undefined || unit === undefined || !COUNTED.test(counted)) return joined([decimalShown(quantity, locale), unit], '\u00A0')
  return quantityWithUnit(counted, unit, locale)
}
