/** How many days of sales the customers owe. Sales are what was invoiced less what was credited, VAT included, as what is owed is. */
import { type Day, dayOfMonth, daysInMonth, monthOf, yearOf } from '#core/day'
import { type Cents, divideRounded } from '#core/money'

/** DSO = outstanding / sales of the period × days of the period. Nothing when nothing was sold. Rounded to the day, half up. */
export function simpleDso(outstandingCents: Cents, salesCents: Cents, periodDays: number): number | undefined {
  if (salesCents <= 0n) return undefined
  return Number(divideRounded(outstandingCents * BigInt(periodDays), salesCents))
}

/** `month` is its first day. */
export type MonthlySales = { readonly month: Day; readonly salesCents: Cents }

/**
 * Count-back DSO (exhaustion): the sales of each month, newest first, are taken off what is owed until nothing is left; full months count
 * whole, the last in proportion. `exhausted` is false when the months given do not suffice: the answer is then "more than". Months are
 * newest first, the first being that of `asOf`, of which only the days gone by count.
 */
export function countBackDso(
  outstandingCents: Cents,
  months: readonly MonthlySales[],
  asOf: Day,
): { readonly days: number; readonly exhausted: boolean } {
  let left: bigint = outstandingCents
  let days = 0
  for (const [index, { month, salesCents }] of months.entries()) {
    if (left <= 0n) break
    const length = index === 0 ? dayOfMonth(asOf) : daysInMonth(yearOf(month), monthOf(month))
    if (salesCents > 0n && salesCents >= left)
      return { days: days + Number(divideRounded(left * BigInt(length), salesCents)), exhausted: true }
    if (salesCents > 0n) left -= salesCents
    days += length
  }
  return { days, exhausted: left <= 0n }
}
