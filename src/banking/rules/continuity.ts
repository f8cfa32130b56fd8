/** Whether the statements of an account follow each other: the opening balance of one is the closing balance of the one before. */
import { type Day, earlierOf } from '#core/day'
import { type Cents, toCents } from '#core/money'

export type KnownStatement = {
  readonly from: Day | null
  readonly to: Day | null
  readonly openingCents: Cents | null
  readonly closingCents: Cents | null
  /** Whether opening + lines = closing; null when the file does not say enough to tell. */
  readonly proven: boolean | null
}

/** Something is missing between two days: this much money, in or out, is on no statement. */
export type Gap = { readonly after: Day; readonly before: Day; readonly missingCents: Cents }

export type Continuity = {
  readonly firstDay: Day | null
  /** Never after today: of tomorrow a statement knows nothing, whatever its dates. */
  readonly lastDay: Day | null
  /** The balance at the end of the last statement that says one, and its day. */
  readonly balanceCents: Cents | null
  readonly balanceOn: Day | null
  /** The end of the last statement whose lines lead from its opening balance to its closing one. */
  readonly provenUntil: Day | null
  readonly gaps: readonly Gap[]
}

type Dated = KnownStatement & { readonly from: Day; readonly to: Day }

export function continuityOf(statements: readonly KnownStatement[], today: Day): Continuity {
  const inOrder = statements.flatMap((statement) => untilToday(statement, today)).toSorted(byPeriod)
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
  const byEnd = inOrder.toSorted((a, b) => compare(a.to, b.to))
  const balance = byEnd.findLast(({ closingCents }) => closingCents !== null)
  return {
    firstDay: inOrder[0]?.from ?? null,
    lastDay: last?.to ?? null,
    balanceCents: balance?.closingCents ?? null,
    balanceOn: balance?.to ?? null,
    provenUntil: byEnd.findLast(({ proven }) => proven === true)?.to ?? null,
    gaps,
  }
}

function untilToday(statement: KnownStatement, today: Day): Dated[] {
  const { from, to } = statement
  return from === null || to === null || from > today ? [] : [{ ...statement, from, to: earlierOf(to, today) }]
}

const byPeriod = (a: Dated, b: Dated): number => compare(a.from, b.from) || compare(a.to, b.to)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
