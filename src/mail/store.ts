import { type SqlBool, sql } from 'kysely'
import type { Id } from '#core/ids'
import type { ReadContext, Tenant, WriteContext } from '#platform/context'

export type MailState = 'waiting' | 'sent' | 'kept' | 'failed'

/** Archived documents, by hash. */
export type MailAttachment = { readonly fileName: string; readonly sha256: string }

export type MailQuery = {
  readonly state: MailState | undefined
  readonly invoiceId: Id | undefined
  readonly after: Id | undefined
  readonly limit: number
}

/** Ids are ordered by time: the id of the last row is the place to go on from. */
export async function listMessages(context: ReadContext, query: MailQuery) {
  let rows = context.db
    .selectFrom('mail_messages')
    .select(['id', 'kind', 'state', 'to_addresses', 'subject', 'attempts', 'last_error', 'created_at', 'sent_at'])
    .select(sql<number>`jsonb_array_length(attachments)`.as('attachment_count'))
    .where('company_id', '=', context.companyId)
  if (query.state !== undefined) rows = rows.where('state', '=', query.state)
  if (query.invoiceId !== undefined) rows = rows.where('invoice_id', '=', query.invoiceId)
  if (query.after !== undefined) {
    rows = rows.where(
      sql<SqlBool>`(created_at, id) < ((select created_at from mail_messages where id = ${query.after}), ${query.after}::uuid)`,
    )
  }
  return rows.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(query.limit).execute()
}

export async function findMessage(tenant: Tenant, mailId: Id) {
  return tenant.db
    .selectFrom('mail_messages')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where('id', '=', mailId)
    .executeTakeFirst()
}

export type MessageRow = NonNullable<Awaited<ReturnType<typeof findMessage>>>

/** What came of one attempt. */
export async function noteAttempt(
  context: WriteContext,
  mailId: Id,
  outcome: { state: MailState; last_error: string | null },
): Promise<void> {
  await context.db
    .updateTable('mail_messages')
    .set((eb) => ({
      ...outcome,
      attempts: eb('attempts', '+', 1),
      sent_at: outcome.state === 'sent' || outcome.state === 'kept' ? context.now : null,
    }))
    .where('company_id', '=', context.companyId)
    .where('id', '=', mailId)
    .where('state', '=', 'waiting')
    .execute()
}

/** A failed message waits again; true when it was one. */
export async function waitAgain(context: WriteContext, mailId: Id): Promise<boolean> {
  const changed = await context.db
    .updateTable('mail_messages')
    .set({ state: 'waiting', attempts: 0, last_error: null })
    .where('company_id', '=', context.companyId)
    .where('id', '=', mailId)
    .where('state', '=', 'failed')
    .returning('id')
    .execute()
  return changed.length === 1
}
