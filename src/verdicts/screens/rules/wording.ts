/** What was found in a file, as a person reads it. Nonsense is shown as it stands: that is what the reader came to see. */
import { isDay } from '#core/day'
import { formatDay, formatDecimal, formatMoney, formatRate, type Locale } from '#core/text'

export type Found = string | undefined

const DECIMAL = /^-?\d+(\.\d+)?$/

const isDecimal = (text: string): boolean => DECIMAL.test(text)

/** `"10.500"` → `"10.5"`. */
const shortened = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

export const dayShown = (found: Found, locale: Locale): string =>
  found !== undefined && isDay(found) ? formatDay(found, locale) : (found ?? '')

export const amountShown = (found: Found, locale: Locale, currency = 'EUR'): string =>
  found !== undefined && isDecimal(found) ? formatMoney(shortened(found), locale, currency) : (found ?? '')

export const decimalShown = (found: Found, locale: Locale): string =>
  found !== undefined && isDecimal(found) ? formatDecimal(shortened(found), locale) : (found ?? '')

export const rateShown = (found: Found, locale: Locale): string =>
  found !== undefined && isDecimal(found) ? formatRate(shortened(found), locale) : (found ?? '')

/** Parts that are there, on one line or several. */
export const joined = (parts: readonly Found[], between: string): string =>
  parts.filter((part) => part !== undefined && part.trim() !== '').join(between)
