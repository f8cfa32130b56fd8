/** Certain matches that a person applies together: which are, whether they can be undone, and when more may be let alone. */
import { addDays, type Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import type { Share } from './model.ts'

export type Allocated = { readonly invoiceId: Id | null; readonly amountCents: Cents }

/** The money still lies on the invoices where the match put it, to the cent, whatever the number of instalments. */
export function isAsApplied(shares: readonly Share[], allocated: readonly Allocated[]): boolean {
  const [wished, found] = [byInvoice(shares), byInvoice(allocated)]
  return wished.size === found.size && [...wished].every(([invoiceId, cents]) => found.get(invoiceId) === cents)
}

function byInvoice(parts: readonly Allocated[]): Map<Id | null, bigint> {
  const sums = new Map<Id | null, bigint>()
  for (const { amountCents, invoiceId } of parts) sums.set(invoiceId, (sums.get(invoiceId) ?? 0n) + amountCents)
  return sums
}

export type Experience = {
  readonly automatic: 'off' | 'numbered' | 'clear'
  /** Certain matches that a person accepted or applied: those that count, and those taken back. */
  readonly right: number
  readonly undone: number
  readonly invitedAgainOn: Day | null
  readonly declined: boolean
}

/** Asked once it went well, and never where it would be one more thing to push away. */
export function isInvited({ automatic, declined, invitedAgainOn, right, undone }: Experience, today: Day): boolean {
  if (automatic === 'clear' || declined || right === 0 || undone > 0) return false
  return invitedAgainOn === null || invitedAgainOn <= today
}

const LATER_DAYS = 30

export const invitedAgainOn = (today: Day): Day => addDays(today, LATER_DAYS)
