/** Lines put off and questions asked on them. */
import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Tenant, WriteContext } from '#platform/context'

export async function insertHold(
  context: WriteContext,
  hold: { readonly lineId: Id; readonly until: Day; readonly note: string },
): Promise<void> {
  await context.db
    .insertInto('line_holds')
    .values({
      id: context.newId(),
      company_id: context.companyId,
      line_id: hold.lineId,
      until: hold.until,
      note: hold.note,
      held_by_name: context.actor.name,
      held_at: context.now,
    })
    .execute()
}

/** The last time each of these lines was put off. */
export async function lastHolds(tenant: Tenant, lineIds: readonly Id[]) {
  if (lineIds.length === 0) return []
  return tenant.db
    .selectFrom('line_holds')
    .distinctOn('line_id')
    .select(['line_id', 'until', 'note', 'held_by_name', 'held_at'])
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`line_id = any(${[...lineIds]}::uuid[])`)
    .orderBy('line_id')
    .orderBy('held_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export type NewQuestion = {
  readonly lineId: Id
  readonly question: string
  readonly askedOf: { readonly id: Id; readonly name: string } | undefined
}

export async function insertQuestion(context: WriteContext, { askedOf, lineId, question }: NewQuestion): Promise<Id> {
  const id = context.newId()
  const { actor } = context
  await context.db
    .insertInto('line_questions')
    .values({
      id,
      company_id: context.companyId,
      line_id: lineId,
      question,
      asked_by: actor.kind === 'person' ? actor.id : null,
      asked_by_name: actor.name,
      asked_of: askedOf?.id ?? null,
      asked_of_name: askedOf?.name ?? null,
      asked_at: context.now,
    })
    .execute()
  return id
}

export async function findQuestion(tenant: Tenant, questionId: Id) {
  return tenant.db
    .selectFrom('line_questions')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where('id', '=', questionId)
    .executeTakeFirst()
}

export type QuestionRow = NonNullable<Awaited<ReturnType<typeof findQuestion>>>

/** What was asked on some lines, in the order it was asked. */
export async function questionsOn(tenant: Tenant, lineIds: readonly Id[]): Promise<QuestionRow[]> {
  if (lineIds.length === 0) return []
  return tenant.db
    .selectFrom('line_questions')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`line_id = any(${[...lineIds]}::uuid[])`)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
}

/** Questions without an answer, on lines that still are to do. */
export async function openQuestions(tenant: Tenant) {
  return tenant.db
    .selectFrom('bank_lines')
    .innerJoin('line_questions as question', 'question.id', 'bank_lines.open_question_id')
    .select(['question.line_id', 'question.asked_by', 'question.asked_of', 'bank_lines.amount_cents'])
    .where('bank_lines.company_id', '=', tenant.companyId)
    .where('bank_lines.state', '=', 'to_do')
    .execute()
}

export async function insertAnswer(context: WriteContext, questionId: Id, answer: string): Promise<void> {
  await context.db
    .updateTable('line_questions')
    .set({ answer, answered_by_name: context.actor.name, answered_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', questionId)
    .execute()
}
