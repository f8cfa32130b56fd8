/** How late the items of a statement are, what they add up to, and how old the balance is. */
import { type Day, daysBetween } from '#core/day'
import { type Cents, ZERO, toCents } from '#core/money'

export type OpenItem = { readonly dueOn?: Day; readonly remainingCents: Cents }

export type Ages = { readonly [age in AgeName]: Cents }
export type AgeName = 'notDue' | 'to30' | 'to60' | 'to90' | 'over90'

export type Ageing = {
  /** Days past the due day, zero when not late; one per item. */
  readonly daysLate: readonly number[]
  /** What is owed once each item is counted; one per item. */
  readonly balances: readonly Cents[]
  readonly ages: Ages
  readonly totalCents: Cents
  readonly lateCents: Cents
}

/** Credits age too: an unused credit note takes off from the column of its own day. */
export function ageing(items: readonly OpenItem[], asOf: Day): Ageing {
  const ages: Record<AgeName, Cents> = { notDue: ZERO, to30: ZERO, to60: ZERO, to90: ZERO, over90: ZERO }
  const daysLate: number[] = []
  const balances: Cents[] = []
  let total = 0n
  for (const { dueOn, remainingCents } of items) {
    const late = dueOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, asOf))
    const age = ageOf(late)
    ages[age] = toCents(ages[age] + remainingCents)
    total += remainingCents
    daysLate.push(late)
    balances.push(toCents(total))
  }
  return { daysLate, balances, ages, totalCents: toCents(total), lateCents: toCents(total - ages.notDue) }
}

function ageOf(daysLate: number): AgeName {
  if (daysLate === 0) return 'notDue'
  if (daysLate <= 30) return 'to30'
  if (daysLate <= 60) return 'to60'
  return daysLate <= 90 ? 'to90' : 'over90'
}
