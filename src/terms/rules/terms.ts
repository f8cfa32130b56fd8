/** Payment terms: plain data, and the days and amounts that follow from them. */
import { type Cents, splitCents, sum } from '#core/money'
import { type Day, addDays, addMonths, dayOfMonth, daysInMonth, endOfMonth, makeDay, monthOf, startOfMonth, yearOf } from '#core/day'
import type { BasisPoints } from '#core/quantity'
import { Refusal } from '#core/refusal'

export type Term = {
  readonly base: 'issue' | 'delivery'
  readonly days: number
  /**
   * « 45 jours fin de mois » has two readings: `before` goes to the end of the month, then adds the days (the usual one);
   * `after` adds the days, then goes to the end of the month reached.
   */
  readonly endOfMonth: 'none' | 'before' | 'after'
  /** « le 10 »: the next such day, or the last of a shorter month. */
  readonly dayOfMonth?: number
}

/** One part of the price and when it is due. */
export type InstalmentTerm =
  | { readonly part: 'percent'; readonly basisPoints: BasisPoints; readonly term: Term }
  | { readonly part: 'rest'; readonly term: Term }

/** Exactly one part is the rest: the parts always make the whole. */
export type PaymentTerms = readonly InstalmentTerm[]

export type Instalment = { readonly dueOn: Day; readonly amountCents: Cents }

/** No contract of ours needs more, and a screen shows them all. */
export const MOST_INSTALMENTS = 36
export const MOST_DAYS = 365

/** Refuses by name terms that say nothing definite. */
export function checkTerms(terms: PaymentTerms): void {
  if (terms.length > MOST_INSTALMENTS) throw new Refusal('terms_too_many_instalments', { facts: { most: MOST_INSTALMENTS } })
  if (terms.filter((instalment) => instalment.part === 'rest').length !== 1) throw new Refusal('terms_need_one_rest')
  if (restBasisPoints(terms) <= 0) throw new Refusal('terms_leave_no_rest')
  for (const [index, { part, term, ...share }] of terms.entries()) {
    const field = `terms.${index}`
    if (part === 'percent' && !('basisPoints' in share && Number.isInteger(share.basisPoints) && share.basisPoints > 0)) {
      throw new Refusal('terms_percent_not_positive', { field })
    }
    if (!Number.isInteger(term.days) || term.days < 0 || term.days > MOST_DAYS) {
      throw new Refusal('terms_days_out_of_range', { field, facts: { most: MOST_DAYS } })
    }
    const day = term.dayOfMonth ?? 1
    if (!Number.isInteger(day) || day < 1 || day > 31) throw new Refusal('terms_day_of_month_out_of_range', { field })
  }
}

/** What the percentages leave to the rest. */
export function restBasisPoints(terms: PaymentTerms): number {
  return terms.reduce((left, instalment) => left - (instalment.part === 'percent' ? instalment.basisPoints : 0), 10_000)
}

/** The due day of one term. A term counted from a delivery not yet dated counts from the issue. */
export function dueOnOf(term: Term, issuedOn: Day, deliveredOn: Day = issuedOn): Day {
  const start = term.base === 'delivery' ? deliveredOn : issuedOn
  const counted = addDays(term.endOfMonth === 'before' ? endOfMonth(start) : start, term.days)
  const reached = term.endOfMonth === 'after' ? endOfMonth(counted) : counted
  return term.dayOfMonth === undefined ? reached : nextDayOfMonth(reached, term.dayOfMonth)
}

function nextDayOfMonth(from: Day, wanted: number): Day {
  const inMonthOf = (day: Day): Day => makeDay(yearOf(day), monthOf(day), Math.min(wanted, daysInMonth(yearOf(day), monthOf(day))))
  return dayOfMonth(from) <= dayOfMonth(inMonthOf(from)) ? inMonthOf(from) : inMonthOf(addMonths(startOfMonth(from), 1))
}

/**
 * What is due and when, by ascending day: parts of the same day are one instalment, empty parts fall away, and the amounts add up to `total`
 * to the cent, a credit's negative total included. Never empty: a document of nothing is due in full on its last day.
 */
export function instalments(total: Cents, issuedOn: Day, deliveredOn: Day | undefined, terms: PaymentTerms): readonly Instalment[] {
  checkTerms(terms)
  const rest = restBasisPoints(terms)
  const amounts = splitCents(
    total,
    terms.map((instalment) => BigInt(instalment.part === 'rest' ? rest : instalment.basisPoints)),
  )
  const parts = terms
    .map(({ term }, index) => ({ dueOn: dueOnOf(term, issuedOn, deliveredOn), amountCents: amounts[index] ?? total }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const byDay = [...Map.groupBy(parts, (part) => part.dueOn)].map(([dueOn, sameDay]) => ({
    dueOn,
    amountCents: sum(sameDay.map((part) => part.amountCents)),
  }))
  const owed = byDay.filter((part) => part.amountCents !== 0n)
  return owed.length === 0 ? byDay.slice(-1) : owed
}
