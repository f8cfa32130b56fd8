/**
 * Whether a customer is reminded now, and of what. It looks at the state, never at « exactly n days ago »: a day on which nothing ran is
 * caught up at the next run, and what has had its reminder has had it.
 */
import { addDays, type Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, sum } from '#core/money'
import { type Closed, closedAt, type Moment } from './hours.ts'

/** Set by the company. */
export type Rule = { readonly enabled: boolean; readonly delayDays: number }

/** An instalment on which something is open. */
export type OpenInstalment = {
  readonly itemId: Id
  readonly invoiceId: Id
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly openCents: Cents
  /** The day this step's reminder went out, if it did. */
  readonly remindedOn: Day | null
}

export type CustomerFacts = {
  readonly instalments: readonly OpenInstalment[]
  /** Money and credit notes of the customer that lie against nothing yet. */
  readonly unallocatedCents: Cents
  /** The last reminder of any kind. */
  readonly lastContactOn: Day | null
}

/** Two contacts with a customer are at least this far apart, whatever falls due between them. */
export const MINIMUM_GAP_DAYS = 5

/** What holds a reminder that is otherwise ripe. A new reason (bank data too old, dispute, promise) is one more line here. */
export type Hold = 'rule_off' | 'money_unallocated' | 'too_soon' | Closed

type Situation = { readonly rule: Rule; readonly customer: CustomerFacts; readonly moment: Moment }

const HOLDS: readonly ((situation: Situation) => Hold | undefined)[] = [
  ({ rule }) => (rule.enabled ? undefined : 'rule_off'),
  ({ customer, moment }) => (moneyCovers(customer, moment.today) ? 'money_unallocated' : undefined),
  ({ customer, moment }) => (nextContactFrom(customer) > moment.today ? 'too_soon' : undefined),
  ({ moment }) => closedAt(moment),
]

export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'held'; readonly by: Hold }
  | { readonly kind: 'remind'; readonly listed: readonly OpenInstalment[]; readonly ripe: ReadonlySet<Id>; readonly totalCents: Cents }

/** `listed` is everything late, so that the customer sees the whole; `ripe` is what has its reminder by this message. */
export function decide(situation: Situation): Decision {
  const { customer, moment, rule } = situation
  const ripe = customer.instalments.filter((instalment) => isRipe(instalment, rule, moment.today))
  if (ripe.length === 0) return { kind: 'nothing' }
  const by = firstHold(situation)
  if (by !== undefined) return { kind: 'held', by }
  const listed = lateOf(customer, moment.today)
  return { kind: 'remind', listed, ripe: new Set(ripe.map(({ itemId }) => itemId)), totalCents: totalOf(listed) }
}

export function firstHold(situation: Situation): Hold | undefined {
  for (const hold of HOLDS) {
    const by = hold(situation)
    if (by !== undefined) return by
  }
  return undefined
}

/** The day an instalment's reminder falls ripe. */
export const ripeOn = (instalment: Pick<OpenInstalment, 'dueOn'>, rule: Pick<Rule, 'delayDays'>): Day =>
  addDays(instalment.dueOn, rule.delayDays)

const isRipe = (instalment: OpenInstalment, rule: Rule, today: Day): boolean =>
  instalment.remindedOn === null && ripeOn(instalment, rule) <= today

export function lateOf(customer: CustomerFacts, today: Day): OpenInstalment[] {
  return customer.instalments.filter(({ dueOn }) => dueOn < today)
}

export const totalOf = (instalments: readonly OpenInstalment[]): Cents => sum(instalments.map(({ openCents }) => openCents))

/** The customer has sent at least what is late: it is for us to put that money in its place, not for them to hear of it. */
export function moneyCovers(customer: CustomerFacts, today: Day): boolean {
  const lateCents = totalOf(lateOf(customer, today))
  return lateCents > 0n && customer.unallocatedCents >= lateCents
}

const LONG_AGO = '1900-01-01' as Day

/** The first day on which the gap to the last contact is kept. */
export function nextContactFrom({ lastContactOn }: Pick<CustomerFacts, 'lastContactOn'>): Day {
  return lastContactOn === null ? LONG_AGO : addDays(lastContactOn, MINIMUM_GAP_DAYS)
}
