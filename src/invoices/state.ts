/** Where a document stands, from what is still open on it: computed when asked, never stored. */
import type { Day } from '#core/day'
import { daysBetween } from '#core/day'
import type { DocumentKind } from './events.ts'

export type DocumentState = 'draft' | 'open' | 'late' | 'settled' | 'credited'

type Standing = {
  readonly kind: DocumentKind
  readonly status: string
  readonly openCents: bigint
  readonly lateSince: Day | null
  readonly fullyCredited?: boolean
}

export function stateOf({ fullyCredited = false, lateSince, openCents, status }: Standing, today: Day): DocumentState {
  if (status === 'draft') return 'draft'
  if (openCents === 0n) return fullyCredited ? 'credited' : 'settled'
  return lateSince !== null && lateSince < today ? 'late' : 'open'
}

/** Days after the oldest due day still open; 0 when nothing is late. */
export function daysLate(lateSince: Day | null, today: Day): number {
  return lateSince === null || lateSince >= today ? 0 : daysBetween(lateSince, today)
}
