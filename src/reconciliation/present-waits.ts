/** What lines wait for, and what was asked and answered on them. */
import type { z } from 'zod'
import type { LineRow } from '#banking'
import type { ReadContext } from '#platform/context'
import type { workLine } from './contract.ts'
import { readerOf } from './reader.ts'
import { isOnHold, mayAnswer } from './rules/index.ts'
import { lastHolds, questionsOn } from './waiting-store.ts'

type Waits = Pick<z.input<typeof workLine>, 'onHold' | 'hold' | 'questions'>

export async function waitsOf(context: ReadContext, rows: readonly LineRow[]): Promise<(row: LineRow) => Waits> {
  const putOff = rows.filter((row) => row.held_until !== null).map(({ id }) => id)
  const holds = new Map((await lastHolds(context, putOff)).map((row) => [row.line_id, row]))
  const asked = await questionsOn(
    context,
    rows.map(({ id }) => id),
  )
  const questions = Map.groupBy(asked, (row) => row.line_id)
  const reader = asked.length === 0 ? undefined : await readerOf(context)
  return (line) => {
    const hold = holds.get(line.id)
    return {
      onHold: line.state === 'to_do' && isOnHold({ heldUntil: line.held_until, openQuestionId: line.open_question_id }, context.today),
      hold: hold ? { until: hold.until, note: hold.note, by: hold.held_by_name, at: hold.held_at.toISOString() } : null,
      questions: (questions.get(line.id) ?? []).map((row) => {
        const open = line.state === 'to_do' && line.open_question_id === row.id
        return {
          id: row.id,
          question: row.question,
          askedBy: row.asked_by_name,
          askedOf: row.asked_of_name,
          askedAt: row.asked_at.toISOString(),
          answer: row.answer,
          answeredBy: row.answered_by_name,
          answeredAt: row.answered_at?.toISOString() ?? null,
          open,
          mayAnswer: open && reader !== undefined && mayAnswer(reader, { askedBy: row.asked_by, askedOf: row.asked_of }),
        }
      }),
    }
  }
}
