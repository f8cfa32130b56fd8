/** What a customer is asked to pay on a document, and until when: from its instalments and what has been put against them. */
import { type Day, daysBetween } from '#core/day'
import { type Cents, sum, toCents } from '#core/money'

export type Part = { readonly dueOn: Day; readonly amountCents: Cents; readonly openCents: Cents }

export type Settlement = { readonly by: 'payment' | 'credit_note'; readonly on: Day; readonly amountCents: Cents }

export type Standing = {
  readonly state: 'due' | 'late' | 'paid' | 'credited'
  /** What is asked now: everything due up to today, or else the next instalment. Zero when nothing is left. */
  readonly askCents: Cents
  /** The oldest day of what is asked. */
  readonly dueOn: Day | undefined
  readonly daysLate: number
  /** Left on the whole document, later instalments too. */
  readonly remainingCents: Cents
}

export function standingOf(parts: readonly Part[], settlements: readonly Settlement[], today: Day): Standing {
  const open = parts.filter(({ openCents }) => openCents > 0n).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const [first] = open
  if (!first) {
    const paid = settlements.some(({ by }) => by === 'payment')
    const credited = settlements.some(({ by }) => by === 'credit_note')
    return {
      state: credited && !paid ? 'credited' : 'paid',
      askCents: toCents(0),
      dueOn: undefined,
      daysLate: 0,
      remainingCents: toCents(0),
    }
  }
  const until = first.dueOn > today ? first.dueOn : today
  const asked = open.filter(({ dueOn }) => dueOn <= until)
  return {
    state: first.dueOn < today ? 'late' : 'due',
    askCents: sum(asked.map(({ openCents }) => openCents)),
    dueOn: first.dueOn,
    daysLate: Math.max(0, daysBetween(first.dueOn, today)),
    remainingCents: sum(open.map(({ openCents }) => openCents)),
  }
}
