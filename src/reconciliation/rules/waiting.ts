/** A line that is to do may wait: until a day somebody chose, or for the answer to a question. Nothing ends the first but the calendar. */
import { addDays, type Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Evidence } from './model.ts'

export type Wait = { readonly heldUntil: Day | null; readonly openQuestionId: Id | null }

/** On the day itself the line is back. */
export function isOnHold({ heldUntil, openQuestionId }: Wait, today: Day): boolean {
  return openQuestionId !== null || (heldUntil !== null && heldUntil > today)
}

/** What a match says of a line that was put off when it was matched by itself. */
export function waitedFor(wait: Wait, today: Day): Evidence[] {
  if (!isOnHold(wait, today)) return []
  if (wait.openQuestionId !== null) return [{ code: 'was_asked', facts: {} }]
  return [{ code: 'was_on_hold', facts: { until: wait.heldUntil ?? today } }]
}

/** Longer is forgotten, not put off. */
const MOST_DAYS = 366

export function holdProblem(until: Day, today: Day): 'hold_day_past' | 'hold_day_far' | undefined {
  if (until <= today) return 'hold_day_past'
  return until > addDays(today, MOST_DAYS) ? 'hold_day_far' : undefined
}

export type Reader = { readonly personId: Id; readonly mayMatch: boolean }
type Asked = { readonly askedBy: Id | null; readonly askedOf: Id | null }

/** Who is expected to answer: the colleague asked; of a question to anybody, whoever may match, but for who asked. */
export function isExpectedOf(reader: Reader, { askedBy, askedOf }: Asked): boolean {
  return askedOf === null ? reader.mayMatch && askedBy !== reader.personId : askedOf === reader.personId
}

/** A colleague who may match may know it too, though another was asked; who only reads answers what they were asked. */
export function mayAnswer(reader: Reader, { askedBy, askedOf }: Asked): boolean {
  return askedOf === reader.personId || (reader.mayMatch && askedBy !== reader.personId)
}
