/**
 * Something that happened to the business: a row with its author and instant, never a flag. What follows from it stands in one list,
 * `app/reactions.ts`.
 */
import type { Id } from '#core/ids'
import type { WriteContext } from './context.ts'

/** What an event is about: timelines of a customer, an invoice or a payment are found by these. */
export type EventSubject = { readonly customerId?: Id; readonly invoiceId?: Id; readonly paymentId?: Id }

export type DomainEvent<Facts = unknown> = { readonly name: string; readonly about: EventSubject; readonly facts: Facts }

/** A kind of event: call it to make one, hand it to `when` to react to it. */
export type EventKind<Facts> = {
  readonly eventName: string
  (about: EventSubject, facts: Facts): DomainEvent<Facts>
}

export function eventKind<Facts>(eventName: string): EventKind<Facts> {
  return Object.assign((about: EventSubject, facts: Facts) => ({ name: eventName, about, facts }), { eventName })
}

export type Reaction = { readonly eventName: string; readonly run: (context: WriteContext, event: DomainEvent) => Promise<void> }

/** One line of the list: when this happens, do that, inside the same transaction. */
export function when<Facts>(kind: EventKind<Facts>, run: (context: WriteContext, event: DomainEvent<Facts>) => Promise<void>): Reaction {
  return { eventName: kind.eventName, run: (context, event) => run(context, event as DomainEvent<Facts>) }
}
