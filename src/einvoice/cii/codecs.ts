import { isDay } from '#core/day'
import { decimal } from '../binding/codecs.ts'
import { type Codec, type Condition, text } from '../binding/rows.ts'

/** Format 102 is `YYYYMMDD`, the only one EN 16931 allows. Anything else, and days that no calendar holds, stay as they stand. */
export const day: Codec = {
  attribute: { name: 'format', of: () => '102' },
  read: (element) => {
    const found = element.text.trim()
    if (element.attributes['format'] !== '102' || !/^\d{8}$/.test(found)) return found
    const iso = `${found.slice(0, 4)}-${found.slice(4, 6)}-${found.slice(6)}`
    return isDay(iso) ? iso : found
  },
  write: (value, currencies) => {
    const written = text.write(value, currencies)
    return written !== undefined && isDay(written) ? written.replaceAll('-', '') : written
  },
}

/** CII names the currency on total VAT only. */
export const vatTotal: Codec = { ...decimal, attribute: { name: 'currencyID', of: ({ currency }) => currency } }
export const vatTotalInVatCurrency: Codec = { ...decimal, attribute: { name: 'currencyID', of: ({ vatCurrency }) => vatCurrency } }

export const CONDITIONS: Readonly<Record<string, Condition>> = {
  inCurrency: ({ attributes }, { currency }) =>
    attributes['currencyID'] === undefined || attributes['currencyID'].trim() === currency?.trim(),
  inVatCurrency: ({ attributes }, { vatCurrency }) => vatCurrency !== undefined && attributes['currencyID']?.trim() === vatCurrency.trim(),
}
