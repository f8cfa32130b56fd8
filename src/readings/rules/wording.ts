/** What was found in a file, as a person reads it. Nonsense is shown as it stands: that is what the reader came to see. */
import { isDay } from '#core/day'
import { formatDay, formatDecimal, formatMoney, formatRate, type Locale } from '#core/text'

export type Found = string | undefined

/** Bounded, because nobody reads a figure of a thousand digits and grouping one takes long. */
const DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/

export const isDecimal = (found: Found): found is string => found !== undefined && DECIMAL.test(found)

/** `"10.500"` → `"10.5"`. */
export const shortened = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

export const dayShown = (found: Found, locale: Locale): string =>
  found !== undefined && isDay(found) ? formatDay(found, locale) : (found ?? '')

/** Without a currency where the file names none. */
export const amountShown = (found: Found, locale: Locale, currency = ''): string =>
  isDecimal(found) ? formatMoney(shortened(found), locale, currency).trim() : (found ?? '')

export const decimalShown = (found: Found, locale: Locale): string =>
  isDecimal(found) ? formatDecimal(shortened(found), locale) : (found ?? '')

export const rateShown = (found: Found, locale: Locale): string => (isDecimal(found) ? formatRate(shortened(found), locale) : (found ?? ''))

const countryNames: Readonly<Record<Locale, Intl.DisplayNames>> = {
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}

export const countryShown = (found: Found, locale: Locale): Found =>
  found !== undefined && /^[A-Z]{2}$/.test(found) ? countryNames[locale].of(found) : found

/** Parts that are there, on one line or several. */
export const joined = (parts: readonly Found[], between: string): string =>
  parts.filter((part) => part !== undefined && part.trim() !== '').join(between)
