/** When the next reminder leaves and why; and, when that is not today, what stands in its way. The same facts as the decision, told ahead. */
import { type Day, laterOf } from '#core/day'
import type { Cents } from '#core/money'
import { type CustomerFacts, firstHold, type Hold, nextContactFrom, type OpenInstalment, ripeOn, type Rule } from './decide.ts'
import { contactDayFrom, type Moment } from './hours.ts'

export type Why =
  /** `dueOn` of the instalment that asks for it. */
  | { readonly code: 'late'; readonly dueOn: Day; readonly delayDays: number }
  | { readonly code: 'reminded'; readonly remindedOn: Day }
  | { readonly code: 'nothing_open' }

export type Block =
  | { readonly code: 'not_ripe'; readonly until: Day }
  | { readonly code: 'too_soon'; readonly lastContactOn: Day }
  | { readonly code: 'money_unallocated'; readonly unallocatedCents: Cents }
  | { readonly code: Exclude<Hold, 'too_soon' | 'money_unallocated'> }

export type NextReminder = { readonly on: Day | null; readonly why: Why; readonly blockedBy?: Block }

type Facts = {
  readonly rule: Rule
  readonly customer: CustomerFacts
  readonly moment: Moment
  /** Of the invoice asked about, or all of the customer's. */
  readonly instalments: readonly OpenInstalment[]
}

export function nextReminder({ customer, instalments, moment, rule }: Facts): NextReminder {
  const waiting = instalments.filter(({ remindedOn }) => remindedOn === null).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const [first] = waiting
  if (!first) return withoutReminder(instalments)
  const why: Why = { code: 'late', dueOn: first.dueOn, delayDays: rule.delayDays }
  const ripe = ripeOn(first, rule)
  const hold = firstHold({ rule, customer, moment })
  if (hold === 'rule_off') return { on: null, why, blockedBy: { code: hold } }
  if (hold === 'money_unallocated') return { on: null, why, blockedBy: { code: hold, unallocatedCents: customer.unallocatedCents } }
  const on = contactDayFrom(laterOf(ripe, nextContactFrom(customer)), moment)
  if (ripe > moment.today) return { on, why, blockedBy: { code: 'not_ripe', until: ripe } }
  if (hold === undefined) return { on, why }
  return { on, why, blockedBy: hold === 'too_soon' ? { code: hold, lastContactOn: customer.lastContactOn ?? on } : { code: hold } }
}

/** Every instalment has had its reminder, or nothing is open. */
function withoutReminder(instalments: readonly OpenInstalment[]): NextReminder {
  const days = instalments.map(({ remindedOn }) => remindedOn).filter((day) => day !== null)
  const [first, ...others] = days
  if (first === undefined) return { on: null, why: { code: 'nothing_open' } }
  return { on: null, why: { code: 'reminded', remindedOn: others.reduce(laterOf, first) } }
}
