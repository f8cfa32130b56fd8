/** Reads numbers as people type them in France and elsewhere, into the plain decimal text of the wire. */
import type { Locale } from '#core/text'

/**
 * `"1 234,5"`, `"1.234,50"`, `"1,234.50"`, `"1234.5 €"` → `"1234.5"`. Undefined when it is not a number of at most `places` decimals.
 * When comma and dot both stand, the last one is the decimal sign. A lone one is decimal, except the English comma between thousands:
 * `"1,234"` is 1234 for an English reader and 1.234 for a French one, as each of them is shown it.
 */
export function readTypedNumber(typed: string, places: number, locale: Locale): string | undefined {
  const bare = typed.replaceAll(/[\s'’€%]/g, '').replace(/^[\u2212\u2013]/, '-')
  const englishGroups = locale === 'en' && /^-?\d{1,3}(,\d{3})+$/.test(bare)
  const decimalSign = !englishGroups && bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.'
  const groupSign = decimalSign === ',' ? '.' : ','
  const [whole = '', decimals = '', ...rest] = bare.replaceAll(groupSign, '').split(decimalSign)
  if (rest.length > 0 || !/^-?\d*$/.test(whole) || !/^\d*$/.test(decimals) || !/\d/.test(whole + decimals)) return undefined
  if (decimals.replace(/0+$/, '').length > places) return undefined
  const sign = whole.startsWith('-') ? '-' : ''
  const integer = whole.replace('-', '').replace(/^0+(?=\d)/, '') || '0'
  const kept = decimals.slice(0, places)
  return sign + integer + (kept === '' ? '' : `.${kept}`)
}

/** `"1234.5"` → `"1234.50"`: money always carries its two decimals. */
export function withTwoDecimals(text: string): string {
  const [whole = '0', decimals = ''] = text.split('.')
  return `${whole}.${decimals.padEnd(2, '0')}`
}

/** True for the wire text of a number, which a field may show with its groups; anything else is left as it was typed. */
export const isPlainDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
