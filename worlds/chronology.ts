/** The order in which events must be played: by day, and on one day what others need comes first. */
import type { WorldEvent } from './plan.ts'

const RANKS: Readonly<Record<WorldEvent['kind'], number>> = {
  'item-created': 0,
  'customer-created': 1,
  'invoice-issued': 2,
  'credit-note': 3,
  'payment-typed': 4,
  'bank-statement': 5,
  'dispute-noted': 6,
}

/** Events of one kind and one day keep the order they were given in. */
export function inChronologicalOrder<T extends Pick<WorldEvent, 'kind' | 'on'>>(events: readonly T[]): T[] {
  return events.toSorted((a, b) => (a.on === b.on ? RANKS[a.kind] - RANKS[b.kind] : a.on < b.on ? -1 : 1))
}
