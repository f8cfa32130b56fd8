import type { Day } from '#core/day'
import { type Cents, toCents } from '#core/money'

/** Money put on an item (positive) or taken back (negative) on a day. */
export type Move = { readonly on: Day; readonly amountCents: Cents }

/**
 * The first day, not before `from`, since when a part of `wishedCents` was free on an item of `amountCents` (its size, without sign), and has
 * stayed free. A bounced cheque kept the place until it bounced: what pays the invoice instead counts from that day, even when the money
 * came earlier. The caller knows that the part is free now.
 */
export function roomSince(from: Day, wishedCents: Cents, amountCents: Cents, moves: readonly Move[]): Day {
  let free = amountCents
  let full = false
  let since = from
  for (const [on, sameDay] of Map.groupBy(byDay(moves), (move) => move.on)) {
    free = toCents(free - sameDay.reduce((total, move) => total + move.amountCents, 0n))
    if (full && free >= wishedCents && on > since) since = on
    full = free < wishedCents
  }
  return since
}

const byDay = (moves: readonly Move[]): Move[] => moves.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
