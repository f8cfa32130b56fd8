/** Reads numbers as people type them in France and elsewhere, into the plain decimal text of the wire. */

/**
 * `"1 234,5"`, `"1.234,50"`, `"1,234.50"`, `"1234.5 €"` → `"1234.5"`. Undefined when it is not a number of at most `places` decimals.
 * A lone comma is a decimal comma; a lone dot is a decimal point; when both stand, the last one is the decimal sign.
 */
export function readTypedNumber(typed: string, places: number): string | undefined {
  const bare = typed.replaceAll(/[\s'’€%\u00a0\u202f]/g, '').replace(/^[\u2212\u2013]/, '-')
  const decimalSign = bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.'
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

/** Wire text as it is put back into a field: `"1234.5"` → `"1 234,5"` in French. Anything else is left as typed. */
export const isPlainDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
