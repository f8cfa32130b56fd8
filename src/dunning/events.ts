import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import { eventKind } from '#platform/events'

type ReminderFacts = {
  readonly reminderId: Id
  readonly number: string
  /** Open on the invoice and late on that day. */
  readonly openCents: Cents
  readonly origin: 'rule' | 'hand'
  readonly channel: 'email' | 'letter'
  readonly to: readonly string[]
  /** False when the message is kept here for want of a mail server, and while a letter waits for its stamp. */
  readonly leaves: boolean
}

/** The customer was reminded of an invoice. `about`: invoiceId, customerId; one event an invoice listed. */
export const reminderSent = eventKind<ReminderFacts>('reminder.sent')
/** The customer has no e-mail address: a letter waits for a person to post it. Same `about`. */
export const reminderToPost = eventKind<ReminderFacts>('reminder.to_post')
