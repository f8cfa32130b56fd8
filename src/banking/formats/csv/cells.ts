import type { Day } from '#core/day'
import { type Cents, negate } from '#core/money'
import { readMagnitude } from '../amounts.ts'
import { isKnownDay } from '../days.ts'
import type { DateOrder } from './mapping.ts'

const NUMERIC_DATE = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[ T]\d{1,2}[:h]\d{2}.*)?$/
const CENTURY = 2000

/** The three numbers of a date, in the order written; null when the cell is no date. */
export function dateParts(cell: string): readonly [number, number, number] | null {
  const match = NUMERIC_DATE.exec(cell)
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null
}

/** Four digits at the start are a year, whatever the order of the other dates. */
const FOUR_DIGITS = 1000

/** A day of the given order; a year of two digits is in this century. Null when there is no such day. */
export function readCsvDay(cell: string, order: DateOrder): Day | null {
  const parts = dateParts(cell)
  if (!parts) return null
  const [a, b, c] = parts
  const [year, month, day] = order === 'ymd' || a >= FOUR_DIGITS ? [a, b, c] : order === 'mdy' ? [c, a, b] : [c, b, a]
  const text = `${year < 100 ? year + CENTURY : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isKnownDay(text) ? text : null
}

/** The orders in which every one of these dates is a real day: one is an answer, several a question. */
export function possibleOrders(cells: readonly string[]): DateOrder[] {
  const written = cells.length === 0 || cells.some((cell) => (dateParts(cell)?.[0] ?? 0) < FOUR_DIGITS)
  const orders: readonly DateOrder[] = written ? ['dmy', 'ymd', 'mdy'] : ['ymd']
  return orders.filter((order) => cells.every((cell) => readCsvDay(cell, order) !== null))
}

const SPACES = /[\s\u00A0\u202F\u2009]/g
const MONEY_WORDS = /(?:€|EUR(?:OS?)?|USD|GBP|CHF|\$|£)/gi

/** An amount with its sign: thousands by any blank, apostrophe or the other mark; minus before, after, or as brackets. Null when none. */
export function readSignedAmount(cell: string, decimal: ',' | '.'): { readonly cents: Cents; readonly exact: boolean } | null {
  const text = cell
    .replace(MONEY_WORDS, '')
    .replace(SPACES, '')
    .replace(/[\u2212\u2013]/g, '-')
  const match = /^(\(?)([+-]?)([\d.,'’]+)([+-]?)(\)?)$/.exec(text)
  if (!match || (match[1] === '') !== (match[5] === '') || (match[2] !== '' && match[4] !== '')) return null
  const plain = withoutThousands(match[3] ?? '', decimal)
  const read = plain === null ? null : readMagnitude(plain)
  if (!read) return null
  const negative = match[1] === '(' || match[2] === '-' || match[4] === '-'
  return negative ? { ...read, cents: negate(read.cents) } : read
}

/** An amount under one mark or the other: which one is told by all the amounts together. */
export const isCsvAmount = (cell: string): boolean => readSignedAmount(cell, ',') !== null || readSignedAmount(cell, '.') !== null

function withoutThousands(digits: string, decimal: ',' | '.'): string | null {
  const [whole = '', fraction, more] = digits.split(decimal)
  if (more !== undefined) return null
  const groups = whole.split(/[.,'’]/)
  const grouped = groups.length === 1 || (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group)))
  if (!grouped || (fraction !== undefined && !/^\d*$/.test(fraction))) return null
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`
}

/** Which mark parts the cents, from all the amounts together: null when they do not tell. */
export function decimalMark(cells: readonly string[]): ',' | '.' | null {
  const reads = (cell: string, mark: ',' | '.') => readSignedAmount(cell, mark)?.exact === true
  const amounts = cells.filter((cell) => reads(cell, ',') || reads(cell, '.'))
  const comma = amounts.every((cell) => reads(cell, ','))
  const point = amounts.every((cell) => reads(cell, '.'))
  if (comma === point) return cells.some((cell) => /[.,]/.test(cell)) ? null : ','
  return comma ? ',' : '.'
}
