import { eventKind } from '#platform/events'

/** `about` is the customer in all of these. */
export const customerCreated = eventKind<{ readonly code: string; readonly name: string }>('customer.created')
/** `fields` are columns of the customer; `contacts` when the people changed. */
export const customerChanged = eventKind<{ readonly fields: readonly string[] }>('customer.changed')
export const customerArchived = eventKind<{ readonly name: string }>('customer.archived')
export const customerRestored = eventKind<{ readonly name: string }>('customer.restored')
