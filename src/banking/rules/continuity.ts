/** Whether the statements of an account follow each other: the opening balance of one is the closing balance of the one before. */
import { addDays, type Day, earlierOf } from '#core/day'
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

/** Days that statements tell of, that money is missing on, or that no statement tells of. */
export type Span = { readonly from: Day; readonly to: Day; readonly state: 'known' | 'missing' | 'untold' }

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

/** What is known of each day, from the first statement to the last. A quiet time between two statements whose balances agree is known. */
export function knownDays(statements: readonly KnownStatement[], today: Day): Span[] {
  const inOrder = statements.flatMap((statement) => untilToday(statement, today)).toSorted(byPeriod)
  const spans: Span[] = []
  let last: Dated | undefined
  for (const statement of inOrder) {
    if (last && statement.to <= last.to) continue
    if (last && statement.from > addDays(last.to, 1))
      spans.push({ from: addDays(last.to, 1), to: addDays(statement.from, -1), state: stateBetween(last, statement) })
    spans.push({ from: last && statement.from <= last.to ? addDays(last.to, 1) : statement.from, to: statement.to, state: 'known' })
    last = statement
  }
  return joined(spans)
}

function stateBetween({ closingCents }: Dated, { openingCents }: Dated): Span['state'] {
  if (closingCents === null || openingCents === null) return 'untold'
  return closingCents === openingCents ? 'known' : 'missing'
}

/** Neighbours of one state are one span. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const before = found.at(-1)
    if (before?.state === span.state) found[found.length - 1] = { ...before, to: span.to }
    else found.push(span)
  }
  return found
}

function untilToday(statement: KnownStatement, today: Day): Dated[] {
  const { from, to } = statement
  return from === null || to === null || from > today ? [] : [{ ...statement, from, to: earlierOf(to, today) }]
}

const byPeriod = (a: Dated, b: Dated): number => compare(a.from, b.from) || compare(a.to, b.to)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
