/** Whether the statements of an account follow each other: the opening balance of one is the closing balance of the one before. */
import type { Day } from '#core/day'
import { type Cents, toCents } from '#core/money'

export type KnownStatement = {
  readonly from: Day | null
  readonly to: Day | null
  readonly openingCents: Cents | null
  readonly closingCents: Cents | null
}

/** Something is missing between two days: this much money, in or out, is on no statement. */
export type Gap = { readonly after: Day; readonly before: Day; readonly missingCents: Cents }

export type Continuity = {
  readonly firstDay: Day | null
  readonly lastDay: Day | null
  /** The balance at the end of the last statement that says one. */
  readonly balanceCents: Cents | null
  readonly gaps: readonly Gap[]
}

type Dated = KnownStatement & { readonly from: Day; readonly to: Day }

export function continuityOf(statements: readonly KnownStatement[]): Continuity {
  const dated = statements.filter((statement): statement is Dated => statement.from !== null && statement.to !== null)
  const inOrder = dated.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to))
  const gaps: Gap[] = []
  let last: Dated | undefined
  for (const statement of inOrder) {
    if (last && statement.to <= last.to) continue
    // Files that overlap prove nothing about each other by their balances: the lines they share do.
    const follows = last && statement.from > last.to
    if (follows && last?.closingCents != null && statement.openingCents !== null && last.closingCents !== statement.openingCents) {
      gaps.push({ after: last.to, before: statement.from, missingCents: toCents(statement.openingCents - last.closingCents) })
    }
    last = statement
  }
  const balance = inOrder.filter(({ closingCents }) => closingCents !== null).toSorted((a, b) => compare(a.to, b.to))
  return { firstDay: inOrder[0]?.from ?? null, lastDay: last?.to ?? null, balanceCents: balance.at(-1)?.closingCents ?? null, gaps }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
