import type { Day } from '#core/day'
import type { Cents } from '#core/money'
import { readSignedAmount } from '../csv/cells.ts'
import { frenchDay, isKnownDay } from '../days.ts'

const DATE = /^(\d{4})-?(\d{2})-?(\d{2})(?:T?(\d{2}):?(\d{2}))?/
const UTC = /\[[+-]?0(?:\.0+)?(?::\w*)?\]/

/** `20261120120000.000[-5:EST]`. A time in UTC is put on its French day; with another zone or without any, it is the bank's own day, as written. */
export function readDay(text: string | undefined): Day | undefined {
  const match = DATE.exec(text ?? '')
  if (!match) return undefined
  const [, year, month, dayOfMonth, hours, minutes] = match
  const day = `${year}-${month}-${dayOfMonth}`
  if (!isKnownDay(day)) return undefined
  return hours === undefined || !UTC.test(text ?? '') ? day : frenchDay(day, `${day}T${hours}:${minutes}:00Z`)
}

/** A signed amount: the last comma or point parts the cents, whatever the country of the bank. */
export function readAmount(text: string | undefined): { readonly cents: Cents; readonly exact: boolean } | null {
  if (text === undefined) return null
  return readSignedAmount(text, text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.')
}
