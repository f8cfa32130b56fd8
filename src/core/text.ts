/** Words and figures as people read them, in French and English. Texts are plain typed objects: the same in screens, mails and PDF. */
import type { Cents } from '#core/money'
import type { Day } from '#core/day'

export type Locale = 'fr' | 'en'

/** A capability's texts: English must answer every key that French has. */
export type Texts<T> = { readonly fr: T; readonly en: T }

export function textsOf<T>(texts: Texts<T>, locale: Locale): T {
  return texts[locale]
}

/** `plural('fr', 2, 'facture', 'factures')`: French says the singular for 0 and 1, English for 1 alone. */
export function plural(locale: Locale, count: number, one: string, other: string): string {
  return (locale === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1) ? one : other
}

const NARROW_NO_BREAK_SPACE = '\u202f'
const NO_BREAK_SPACE = '\u00a0'
const MINUS = '\u2212'

function groupDigits(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator)
}

/** Exact decimal text as people read it, without passing through a float: `"1234.5"` → `1 234,5` in French, `1,234.5` in English. */
export function formatDecimal(text: string, locale: Locale): string {
  const negative = text.startsWith('-')
  const [whole = '0', decimals] = text.replace('-', '').split('.')
  const grouped = groupDigits(whole, locale === 'fr' ? NARROW_NO_BREAK_SPACE : ',')
  const point = locale === 'fr' ? ',' : '.'
  return (negative ? MINUS : '') + grouped + (decimals === undefined ? '' : point + decimals)
}

/** `1 234,50 €` in French, `€1,234.50` in English. Takes the wire text (`"1234.50"`) or cents. */
export function formatMoney(value: string | Cents, locale: Locale, currency = 'EUR'): string {
  const text = typeof value === 'string' ? value : centsText(value)
  const [whole = '0', decimals = ''] = text.split('.')
  const exact = formatDecimal(`${whole}.${decimals.padEnd(2, '0')}`, locale)
  const symbol = currency === 'EUR' ? '€' : currency
  if (locale === 'fr') return `${exact}${NO_BREAK_SPACE}${symbol}`
  const sign = exact.startsWith(MINUS) ? MINUS : ''
  return `${sign}${symbol}${symbol.length > 1 ? NO_BREAK_SPACE : ''}${exact.replace(MINUS, '')}`
}

function centsText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A rate text as read: `"5.5"` → `5,5 %`. */
export function formatRate(text: string, locale: Locale): string {
  return formatDecimal(text, locale) + (locale === 'fr' ? `${NARROW_NO_BREAK_SPACE}%` : '%')
}

const dayFormats: Record<Locale, Record<'short' | 'long', Intl.DateTimeFormat>> = {
  fr: {
    short: new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
    long: new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
  },
  en: {
    short: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
    long: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
  },
}

/** `21 nov. 2026`, or `21 novembre 2026` when long; the first of a month is `1er` in French. */
export function formatDay(value: Day | string, locale: Locale, length: 'short' | 'long' = 'short'): string {
  const text = dayFormats[locale][length].format(Date.parse(`${value}T00:00:00Z`))
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}

const instantFormats: Record<Locale, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'medium', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', dateStyle: 'medium', timeStyle: 'short' }),
}

/** An instant in French time: `21 nov. 2026, 14:32`. */
export function formatInstant(value: Date | string, locale: Locale): string {
  return instantFormats[locale].format(typeof value === 'string' ? Date.parse(value) : value)
}
