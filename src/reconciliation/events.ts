import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import type { PaymentMethod } from '#payments'
import { eventKind } from '#platform/events'
import type { Evidence } from './rules/index.ts'

type LineTold = { readonly lineId: Id; readonly amountCents: Cents }

/** A bank line was put on a customer. `about`: customerId, paymentId. */
export const lineMatched = eventKind<
  LineTold & { readonly origin: 'automatic' | 'manual'; readonly recorded: boolean; readonly evidence: readonly Evidence[] }
>('line.matched')
/** …and taken back: it never counted. `about`: customerId, paymentId. */
export const lineUnmatched = eventKind<LineTold>('line.unmatched')

export type CollectionFacts = {
  readonly on: Day
  /** Of the payment, and what a provider kept of it. */
  readonly amountCents: Cents
  readonly feeCents: Cents
  readonly method: PaymentMethod
  readonly reference: string
  readonly customerCode: string
  readonly customerName: string
}

/** A payment typed before has reached the account. `about`: customerId, paymentId. */
export const paymentCollected = eventKind<CollectionFacts>('payment.collected')
/** …and is parted from it again. */
export const paymentUncollected = eventKind<CollectionFacts>('payment.uncollected')
/** A line was put off until a day, or brought back before it. */
export const lineHeld = eventKind<LineTold & { readonly until: Day }>('line.held')
export const lineReleased = eventKind<LineTold>('line.released')

/** A person applied certain matches together, and took them back. */
export const certainApplied = eventKind<{ readonly applicationId: Id; readonly count: number }>('certain.applied')
export const certainUndone = eventKind<{ readonly applicationId: Id; readonly count: number }>('certain.undone')

export type QuestionAsked = LineTold & {
  readonly questionId: Id
  readonly question: string
  /** Empty: of whoever may match. */
  readonly askedOf: string
}
export const questionAsked = eventKind<QuestionAsked>('question.asked')
export const questionAnswered = eventKind<LineTold & { readonly questionId: Id }>('question.answered')
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
