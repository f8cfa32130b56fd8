/** The invoices of the story: who, when, what, under which number. */
import { type Day, addDays, addMonths, earlierOf, startOfMonth, yearOf } from '#core/day'
import { moneyText, splitCents, toCents } from '#core/money'
import { workingDayFrom, workingDayUpTo } from '#core/working-day'
import type { Chance } from './chance.ts'
import { type Player, addressAt } from './customers.ts'
import { type Job, type JobKey, jobs } from './jobs.ts'
import { linesOf } from './lines.ts'
import { numberSeries } from './numbers.ts'
import type { InvoiceIssued, Line } from './plan.ts'
import { type Season, busyDays, seasonOf } from './season.ts'
import { instalmentsOf } from './terms.ts'
import { totalsOf, totalsText } from './totals.ts'
import { REDUCED_RATE_NOTE } from './treatments.ts'

export type Period = { readonly from: Day; readonly until: Day }

type Order = { readonly on: Day; readonly player: Player; readonly job: Job; readonly chance: Chance }

/** `count` invoices over the period, numbered in order of issue. */
export function invoicesOf(players: readonly Player[], period: Period, count: number, pattern: string, chance: Chance): InvoiceIssued[] {
  const rents = players.filter(isTenant).flatMap((player) => rentsOf(player, period, chance))
  const clients = players.filter((player) => !isTenant(player))
  const counts = shareOut(count - rents.length, clients)
  const season = seasonOf(period.from, period.until)
  const orders = clients.flatMap((player, index) => ordersOf(player, counts[index] ?? 0, period, season, chance.fork(player.customer.key)))
  const all = [...rents, ...orders].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const numberOf = numberSeries(pattern)
  return all.map((order, index) => invoiceOf(order, `invoice-${String(index + 1).padStart(4, '0')}`, numberOf(order.on)))
}

const isTenant = ({ role }: Player): boolean => role.vat === 'tenant'

function rentsOf(player: Player, { from, until }: Period, chance: Chance): Order[] {
  const orders: Order[] = []
  for (let month = addMonths(startOfMonth(from), 1); month <= until; month = addMonths(month, 1)) {
    const on = workingDayFrom(month)
    if (on <= until) orders.push({ on, player, job: jobs.rent, chance })
  }
  return orders
}

/** So many invoices for each, by share, one at least: largest remainders, as money is split. */
function shareOut(count: number, players: readonly Player[]): number[] {
  const weights = players.map(({ role }) => BigInt(role.share))
  return splitCents(toCents(count - players.length), weights).map((more) => 1 + Number(more))
}

/** A third of the customers come in later; a customer in difficulty stops ordering before the end. */
function ordersOf(player: Player, count: number, { from, until }: Period, season: Season, chance: Chance): Order[] {
  const { role } = player
  const arrival = chance.happens(0.33) && role.share < 20 ? addDays(from, chance.whole(20, 240)) : from
  const departure = addDays(until, -(role.inDifficulty?.ordersUntilDaysBefore ?? 0))
  const days = busyDays(season, earlierOf(arrival, addDays(departure, -90)), departure, count, chance)
  const chosen = jobsInTurn(role.jobs, count, chance)
  return days.map((on, index) => ({ on, player, job: jobs[chosen[index] ?? 'repair'], chance }))
}

/** All the jobs of a customer in random order, again and again: even a customer of three invoices has had its main jobs. */
function jobsInTurn(keys: readonly JobKey[], count: number, chance: Chance): JobKey[] {
  const turns: JobKey[] = []
  while (turns.length < count) turns.push(...chance.shuffled(keys))
  return turns.slice(0, count)
}

function invoiceOf({ on, player, job, chance }: Order, key: string, number: string): InvoiceIssued {
  const { role, customer } = player
  const lines = linesOf(job, role.vat, chance)
  const totals = totalsOf(lines)
  return {
    kind: 'invoice-issued',
    on,
    key,
    number,
    customer: customer.key,
    subject: job.subject,
    lines,
    terms: role.terms,
    deliveredOn: job.nature === 'rent' ? on : workingDayUpTo(addDays(on, -chance.whole(0, 6))),
    ...deliveryPart(player, job, chance),
    ...purchaseOrderPart(player, on, chance),
    ...(isReduced(lines) ? { note: REDUCED_RATE_NOTE } : {}),
    totals: totalsText(totals),
    instalments: instalmentsOf(role.terms, on, totals.grossCents).map(({ dueOn, amountCents }) => ({
      dueOn,
      amount: moneyText(amountCents),
    })),
  }
}

const isReduced = (lines: readonly Line[]): boolean => lines.some(({ vat }) => vat === 'FR_10' || vat === 'FR_5_5')

/** Goods that leave the mainland need a place of arrival (BR-IC-12); landlords and builders send us to their sites. */
function deliveryPart({ role, customer }: Player, job: Job, chance: Chance): Pick<InvoiceIssued, 'deliveryAddress'> {
  if (role.town === undefined) return { deliveryAddress: customer.address }
  const onSite = job.nature === 'works' || job.nature === 'energy'
  const hasSites = customer.kind === 'company' && (role.vat === 'housing' || role.vat === 'subcontractor')
  return onSite && hasSites ? { deliveryAddress: addressAt(chance.pick(['Rennes', 'Rennes', role.town, 'Betton', 'Bruz']), chance) } : {}
}

/** A public buyer always gives its commitment number, a firm now and then its order number. */
function purchaseOrderPart({ customer }: Player, on: Day, chance: Chance): Pick<InvoiceIssued, 'purchaseOrder'> {
  if (customer.kind === 'public') return { purchaseOrder: `ENG${yearOf(on)}${chance.digits(5)}` }
  return customer.kind !== 'consumer' && chance.happens(0.3) ? { purchaseOrder: `CDE-${chance.digits(6)}` } : {}
}
