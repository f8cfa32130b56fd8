import { lockLine, setLineWait } from '#banking'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { questionAnswered } from './events.ts'
import { readerOf } from './reader.ts'
import { mayAnswer } from './rules/index.ts'
import { lineNow } from './waiting-line.ts'
import { findQuestion, insertAnswer } from './waiting-store.ts'

/** What a colleague knows of a line, written in it; the line is to do again. Who only reads may say what they were asked. */
export const answer: OperationsOf<typeof reconciliationContract>['answer'] = async (context, { answer: text, questionId }) => {
  const question = await findQuestion(context, questionId)
  if (!question) throw new Refusal('not_found', { status: 404 })
  const reader = await readerOf(context)
  if (!reader) throw new Refusal('person_required', { status: 403 })
  if (!mayAnswer(reader, { askedBy: question.asked_by, askedOf: question.asked_of })) throw new Refusal('forbidden', { status: 403 })
  const row = await lockLine(context, question.line_id)
  if (!row || row.state !== 'to_do' || row.open_question_id !== questionId) throw new Refusal('question_closed', { status: 409 })
  await insertAnswer(context, questionId, text)
  await setLineWait(context, row.id, { held_until: null, open_question_id: null })
  context.record(questionAnswered({}, { lineId: row.id, questionId, amountCents: toCents(row.amount_cents) }))
  return lineNow(context, row.id)
}
