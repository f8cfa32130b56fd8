import { setLineWait } from '#banking'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { colleaguesIn } from '#people'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { questionAsked } from './events.ts'
import { lineNow, waitingLine } from './waiting-line.ts'
import { insertQuestion } from './waiting-store.ts'

/** The line waits for what a colleague knows of it; one question at a time, so that it is plain what it waits for. */
export const ask: OperationsOf<typeof reconciliationContract>['ask'] = async (context, { askedOf, lineId, question }) => {
  const row = await waitingLine(context, lineId)
  if (row.open_question_id !== null) throw new Refusal('question_open', { status: 409 })
  const colleague = askedOf === undefined ? undefined : (await colleaguesIn(context)).find(({ id }) => id === askedOf)
  if (askedOf !== undefined && !colleague) throw new Refusal('colleague_unknown', { field: 'askedOf' })
  if (colleague && context.actor.kind === 'person' && colleague.id === context.actor.id)
    throw new Refusal('question_to_oneself', { field: 'askedOf' })
  const questionId = await insertQuestion(context, { lineId, question, askedOf: colleague })
  await setLineWait(context, lineId, { open_question_id: questionId })
  context.record(
    questionAsked({}, { lineId, questionId, question, askedOf: colleague?.name ?? '', amountCents: toCents(row.amount_cents) }),
  )
  return lineNow(context, lineId)
}
