import { isDay } from '#core/day'
import { type Codec, text } from '../binding/rows.ts'

const STAMP = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

export const isLocalTime = (value: string): boolean => isDay(LOCAL_TIME.exec(value)?.[1] ?? '')

/** Format 204 is `YYYYMMDDHHMMSS`. Anything else, and times that no calendar holds, stay as they stand. */
export const time: Codec = {
  attribute: { name: 'format', of: () => '204' },
  read: (element) => {
    const found = element.text.trim()
    const [, year, month, day, hour, minute, second] = STAMP.exec(found) ?? []
    if (element.attributes['format'] !== '204' || !isDay(`${year}-${month}-${day}`)) return found
    return `${year}-${month}-${day}T${hour}:${minute}:${second}`
  },
  write: (value, currencies) => {
    const written = text.write(value, currencies)
    return written !== undefined && isLocalTime(written) ? written.replace(/[-:T]/g, '') : written
  },
}
