import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import { eventKind } from '#platform/events'
import type { Evidence } from './rules/index.ts'

type LineTold = { readonly lineId: Id; readonly amountCents: Cents }

/** A bank line was put on a customer. `about`: customerId, paymentId. */
export const lineMatched = eventKind<
  LineTold & { readonly origin: 'automatic' | 'manual'; readonly recorded: boolean; readonly evidence: readonly Evidence[] }
>('line.matched')
/** …and taken back: it never counted. `about`: customerId, paymentId. */
export const lineUnmatched = eventKind<LineTold>('line.unmatched')

export type LineBookedFacts = LineTold & {
  readonly bookedOn: Day
  readonly text: string
  readonly reference: string
  readonly parts: readonly { readonly account: string; readonly amountCents: Cents; readonly vatCents: Cents }[]
}

/** A bank line that is no customer's money was booked to accounts. */
export const lineBooked = eventKind<LineBookedFacts & { readonly origin: 'automatic' | 'manual'; readonly evidence: readonly Evidence[] }>(
  'line.booked',
)
/** …and brought back: it never counted. */
export const lineBroughtBack = eventKind<LineBookedFacts>('line.brought_back')

type RuleTold = { readonly ruleId: Id; readonly name: string }

export const ruleMade = eventKind<RuleTold>('rule.made')
export const ruleChanged = eventKind<RuleTold & { readonly change: 'edited' | 'moved' | 'switched_on' | 'switched_off' }>('rule.changed')
export const ruleDeleted = eventKind<RuleTold>('rule.deleted')
/** A rule decided lines. */
export const ruleApplied = eventKind<RuleTold & { readonly applicationId: Id; readonly lines: number }>('rule.applied')
export const ruleApplicationUndone = eventKind<RuleTold & { readonly applicationId: Id; readonly lines: number }>('rule.application_undone')
