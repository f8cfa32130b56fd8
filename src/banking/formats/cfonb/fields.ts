import type { Day } from '#core/day'
import { type Cents, divideRounded, negate, toCents } from '#core/money'
import { dayOfShortYear } from '../days.ts'
import { plainText } from '../words.ts'
import { FILLER } from './records.ts'

/** Positions as the CFONB prints them: from 1, both ends included. */
export const at = (record: string, first: number, last: number): string => record.slice(first - 1, last)

/** The words at a place, undefined when it is blank. `FILLER` is no part of them. */
export const wordsAt = (record: string, first: number, last: number): string | undefined =>
  plainText(at(record, first, last).replaceAll(FILLER, '')) || undefined

/** A day as JJMMAA. */
export const dayAt = (record: string, first: number): Day | undefined =>
  dayOfShortYear(at(record, first + 4, first + 5), at(record, first + 2, first + 3), at(record, first, first + 1))

export type FixedAmount = { readonly cents: Cents; readonly exact: boolean }

const MOST_DECIMALS = 9

/** An unsigned amount of digits with `decimals` of them; null when it is none. Blanks stand for zeros on the left. */
export function digitsAmount(text: string, decimals: string): FixedAmount | null {
  const digits = text.trimStart()
  if (!/^\d{1,18}$/.test(digits) || !/^[\d ]$/.test(decimals)) return null
  const places = decimals === ' ' ? 2 : Math.min(Number(decimals), MOST_DECIMALS)
  const value = BigInt(digits)
  if (places <= 2) return { cents: toCents(value * 10n ** BigInt(2 - places)), exact: true }
  const cents = divideRounded(value, 10n ** BigInt(places - 2)) // half away from zero, like every division of the house
  return { cents: toCents(cents), exact: cents * 10n ** BigInt(places - 2) === value }
}

/** The last digit holds the sign: `{` and `}` are noughts, and become é and è where EBCDIC was read with the French code page. */
const CREDIT_DIGITS = '{ABCDEFGHI'
const DEBIT_DIGITS = '}JKLMNOPQR'

/** A signed amount of fourteen characters; a last digit without a sign is a credit. Null when it is no amount. */
export function signedAmount(text: string, decimals: string): FixedAmount | null {
  const last = text.slice(-1).replace('é', '{').replace('è', '}')
  const credit = CREDIT_DIGITS.indexOf(last)
  const debit = DEBIT_DIGITS.indexOf(last)
  const digit = credit >= 0 ? String(credit) : debit >= 0 ? String(debit) : last
  const amount = digitsAmount(text.slice(0, -1) + digit, decimals)
  return amount && debit >= 0 ? { ...amount, cents: negate(amount.cents) } : amount
}
