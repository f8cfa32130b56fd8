/** What was invoiced, in the order of its numbers. */
import { addDays, type Day, daysBetween, yearOf } from '#core/day'
import { type Cents, toCents } from '#core/money'
import type { Chance } from '../chance.ts'
import type { TruthInvoice } from './model.ts'
import type { Payer } from './payers.ts'

const DAYS_OF_A_MONTH = 30.4
/** Some companies number by year, some go on for ever, some have letters, some none: each world has one way. */
const SERIES: readonly ((year: number, rank: number) => string)[] = [
  (year, rank) => `F${year}-${String(rank).padStart(5, '0')}`,
  (year, rank) => `FA${year}${String(rank).padStart(4, '0')}`,
  (year, rank) => `${year}-${String(rank).padStart(4, '0')}`,
  (year, rank) => `FAC-${String(year % 100)}-${String(rank).padStart(4, '0')}`,
]

export function invoicesOf(payers: readonly Payer[], from: Day, until: Day, chance: Chance): TruthInvoice[] {
  const series = chance.pick(SERIES)
  const terms = chance.fork('terms')
  const termOf = new Map(payers.map(({ id }) => [id, terms.pick([0, 30, 30, 30, 45, 60])]))
  const drawn = payers.flatMap((payer) => daysOf(payer, from, until, chance.fork(`days ${payer.id}`)).map((on) => ({ payer, on })))
  const ranks = new Map<number, number>()
  const amounts = chance.fork('amounts')
  return drawn
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, payer }, index): TruthInvoice => {
      const rank = (ranks.get(yearOf(on)) ?? 0) + 1
      ranks.set(yearOf(on), rank)
      return {
        id: `invoice-${index + 1}`,
        number: series(yearOf(on), rank),
        customerId: payer.id,
        issuedOn: on,
        dueOn: addDays(on, termOf.get(payer.id) ?? 30),
        amountCents: amountOf(payer, amounts),
      }
    })
}

function daysOf(payer: Payer, from: Day, until: Day, chance: Chance): Day[] {
  const span = daysBetween(from, until)
  const count = Math.max(1, Math.round((span / DAYS_OF_A_MONTH) * payer.invoicesAMonth))
  if (payer.isSubscription)
    return Array.from({ length: count }, (_, month) => addDays(from, Math.min(span, Math.round(month * DAYS_OF_A_MONTH))))
  return Array.from({ length: count }, () => addDays(from, chance.whole(0, span)))
}

/** With VAT, cents and all; one in six is a round price, which others may have too. */
function amountOf(payer: Payer, chance: Chance): Cents {
  if (payer.isSubscription) return toCents(payer.usualAmount * 100)
  const euros = payer.usualAmount * (0.3 + 1.8 * chance.next())
  if (chance.happens(1 / 6)) return toCents(Math.max(10, Math.round(euros / 10) * 10) * 100)
  return toCents(Math.max(500, Math.round(euros * 100)))
}
