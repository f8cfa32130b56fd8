import { sql } from 'kysely'
import type { Id } from '#core/ids'
import { canonicalJson } from '#platform/canonical'
import type { ReadContext, WriteContext } from '#platform/context'
import type { Db } from '#platform/db'
import type { DomainEvent } from '#platform/events'

export async function insertEvents(context: WriteContext, events: readonly DomainEvent[]): Promise<void> {
  const actor = JSON.stringify(context.actor)
  await context.db
    .insertInto('events')
    .values(
      events.map((event) => ({
        company_id: context.companyId,
        at: context.now,
        actor,
        name: event.name,
        customer_id: event.about.customerId ?? null,
        invoice_id: event.about.invoiceId ?? null,
        payment_id: event.about.paymentId ?? null,
        facts: canonicalJson(event.facts),
      })),
    )
    .execute()
}

export async function appendEntry(context: WriteContext, payload: string): Promise<void> {
  await sql`select append_audit(${context.companyId}, ${context.now}, ${payload})`.execute(context.db)
}

export type TimelineQuery = { customerId?: Id; invoiceId?: Id; before?: bigint; limit: number }

export async function eventsOf(context: ReadContext, query: TimelineQuery) {
  let rows = context.db.selectFrom('events').selectAll().where('company_id', '=', context.companyId)
  if (query.customerId !== undefined) rows = rows.where('customer_id', '=', query.customerId)
  if (query.invoiceId !== undefined) rows = rows.where('invoice_id', '=', query.invoiceId)
  if (query.before !== undefined) rows = rows.where('id', '<', query.before)
  return rows.orderBy('id', 'desc').limit(query.limit).execute()
}

/** Entries in order, a batch at a time, for the verification of the chain. */
export async function auditEntriesAfter(db: Db, companyId: Id, seq: bigint, limit: number) {
  return db
    .selectFrom('audit_entries')
    .select(['seq', 'payload', 'prev_hash', 'hash'])
    .where('company_id', '=', companyId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

export async function auditHead(db: Db, companyId: Id) {
  return db.selectFrom('audit_heads').select(['seq', 'hash']).where('company_id', '=', companyId).executeTakeFirst()
}
