import { type Day, daysBetween, yearOf } from '#core/day'
import { type Cents, negate } from '#core/money'
import { isKnownDay } from '../days.ts'
import type { WarningList } from '../warnings.ts'
import { wordsOf } from '../words.ts'
import { isCredit, swiftAmount, swiftDay } from './amounts.ts'
import type { Field } from './messages.ts'

/** `:61:`, one line of the statement. */
export type Entry = {
  readonly bookedOn: Day | undefined
  readonly valueOn: Day | undefined
  readonly amountCents: Cents
  readonly reversal: boolean
  /** `EC` and `ED` of MT942: only expected. */
  readonly expected: boolean
  /** `NTRF`, `FMSC`, `N051`… */
  readonly type: string | undefined
  readonly customerReference: string | undefined
  readonly bankReference: string | undefined
  readonly supplement: string | undefined
}

/** Value day, day of entry, mark, third letter of the currency, amount, type, the rest. */
const ENTRY = /^\s*(\d{6})(\d{4})?\s?(R?[CD]|E[CD])([A-Z])?\s?(\d+(?:[.,]\d*)?)\s?([A-Z][A-Z\d ]{3})?(.*)$/

/** Null, with its warning, when it cannot be read. */
export function readEntry({ line, lines }: Field, warnings: WarningList): Entry | null {
  const text = lines[0] ?? ''
  const [, value = '', entered, mark = '', , digits = '', type, rest = ''] = ENTRY.exec(text) ?? []
  const amount = swiftAmount(digits)
  if (!amount) {
    const field = /^\s*\d{6}/.test(text) ? (/^\s*\d{6,10}\s?[RE]?[CD]/.test(text) ? 'amount' : 'sign') : 'date'
    warnings.add('line_unreadable', { line, field, text: (wordsOf(text) ?? '').slice(0, 40) })
    return null
  }
  if (!amount.exact) warnings.add('amount_rounded', { line, text: digits })
  const valueOn = swiftDay(value)
  if (valueOn === undefined) warnings.add('day_unreadable', { line, text: value })
  const credit = isCredit(mark.replace('E', ''))
  return {
    bookedOn: entered === undefined ? valueOn : enteredOn(entered, valueOn, value.slice(0, 2)),
    valueOn,
    amountCents: credit ? amount.cents : negate(amount.cents),
    reversal: mark.startsWith('R') || type?.slice(1) === 'RTI',
    expected: mark.startsWith('E'),
    type: wordsOf(type),
    ...referencesOf(rest, lines.slice(1)),
  }
}

/** MMDD, in the year that brings it nearest to the value day: an entry of 2 January may have its value on 31 December. */
function enteredOn(entered: string, valueOn: Day | undefined, shortYear: string): Day | undefined {
  if (valueOn === undefined) return swiftDay(shortYear + entered)
  const days = [-1, 0, 1]
    .map((years) => `${yearOf(valueOn) + years}-${entered.slice(0, 2)}-${entered.slice(2)}`)
    .filter((text) => isKnownDay(text))
  const distance = (day: Day): number => Math.abs(daysBetween(day, valueOn))
  const [first] = days
  return first && days.reduce((nearest, day) => (distance(day) < distance(nearest) ? day : nearest), first)
}

const MOST_REFERENCE = 16

/**
 * The customer's reference, the bank's after `//`, and further details: on the next line, or by Dutch banks in columns after the sixteenth
 * character. A reference may be longer than allowed (an IBAN).
 */
function referencesOf(rest: string, more: readonly string[]) {
  const [customer = '', ...others] = rest.split('//')
  const inColumns = customer.length > MOST_REFERENCE && customer[MOST_REFERENCE - 1] === ' '
  const supplement = [inColumns ? customer.slice(MOST_REFERENCE) : '', ...more].join(' ')
  return {
    customerReference: wordsOf(inColumns ? customer.slice(0, MOST_REFERENCE) : customer),
    bankReference: wordsOf(others.join('//')),
    supplement: wordsOf(supplement),
  }
}
