import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Tenant, WriteContext } from '#platform/context'

export type HistoryQuery = {
  readonly customerId: Id | undefined
  readonly invoiceId: Id | undefined
  readonly after: Id | undefined
  readonly limit: number
}

/** Reminders, newest first; the id of the last one is the place to go on from. */
export async function listReminders(tenant: Tenant, query: HistoryQuery) {
  let rows = tenant.db
    .selectFrom('reminders')
    .innerJoin('customers', 'customers.id', 'reminders.customer_id')
    .leftJoin('mail_messages', 'mail_messages.id', 'reminders.mail_id')
    .select([
      'reminders.id',
      'reminders.customer_id',
      'customers.name as customer_name',
      'reminders.origin',
      'reminders.channel',
      'reminders.to_addresses',
      'reminders.total_cents',
      'reminders.reminded_on',
      'reminders.created_at',
      'reminders.posted_at',
      'reminders.mail_id',
      'mail_messages.state as mail_state',
    ])
    .where('reminders.company_id', '=', tenant.companyId)
  if (query.customerId !== undefined) rows = rows.where('reminders.customer_id', '=', query.customerId)
  if (query.invoiceId !== undefined) {
    rows = rows.where(
      sql<SqlBool>`exists (select from reminder_items listed where listed.reminder_id = reminders.id and listed.company_id = reminders.company_id
        and listed.invoice_id = ${query.invoiceId})`,
    )
  }
  if (query.after !== undefined) {
    rows = rows.where(
      sql<SqlBool>`(reminders.created_at, reminders.id) < ((select created_at from reminders where id = ${query.after}), ${query.after}::uuid)`,
    )
  }
  return rows.orderBy('reminders.created_at', 'desc').orderBy('reminders.id', 'desc').limit(query.limit).execute()
}

/** The invoices each reminder listed, with what was open on them that day. */
export async function invoicesListed(tenant: Tenant, reminderIds: readonly Id[]) {
  if (reminderIds.length === 0) return []
  return tenant.db
    .selectFrom('reminder_items as listed')
    .innerJoin('invoices', 'invoices.id', 'listed.invoice_id')
    .select([
      'listed.reminder_id',
      'invoices.id',
      sql<string>`invoices.number`.as('number'),
      sql<bigint>`sum(listed.open_cents)::bigint`.as('open_cents'),
    ])
    .where('listed.company_id', '=', tenant.companyId)
    .where('listed.reminder_id', 'in', reminderIds)
    .groupBy(['listed.reminder_id', 'invoices.id', 'invoices.number'])
    .orderBy('invoices.number')
    .execute()
}

/** Letters that wait to be posted, by customer. */
export async function lettersWaiting(tenant: Tenant, customerIds: readonly Id[]) {
  if (customerIds.length === 0) return []
  return tenant.db
    .selectFrom('reminders')
    .select(['id', 'customer_id', 'reminded_on'])
    .where('company_id', '=', tenant.companyId)
    .where('customer_id', 'in', customerIds)
    .where('channel', '=', 'letter')
    .where('posted_at', 'is', null)
    .orderBy('created_at')
    .execute()
}

/** The letter with the invoices it listed; nothing when it is none, or posted already. */
export async function markPosted(context: WriteContext, reminderId: Id) {
  return context.db
    .updateTable('reminders')
    .set({ posted_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', reminderId)
    .where('channel', '=', 'letter')
    .where('posted_at', 'is', null)
    .returning(['id', 'customer_id'])
    .executeTakeFirst()
}

export type LateQuery = {
  readonly today: Day
  readonly after: { readonly lateCents: bigint; readonly id: Id } | undefined
  readonly limit: number
}

/** Customers who are late, the largest amount first. */
export async function lateCustomers(tenant: Tenant, { after, limit, today }: LateQuery) {
  const late = tenant.db
    .selectFrom('receivable_items')
    .select(['customer_id', sql<bigint>`sum(open_cents)::bigint`.as('late_cents'), sql<Day>`min(due_on)`.as('late_since')])
    .where('company_id', '=', tenant.companyId)
    .where('kind', '=', 'instalment')
    .where('settled_on', 'is', null)
    .where('due_on', '<', today)
    .groupBy('customer_id')
  let rows = tenant.db.selectFrom(late.as('late')).selectAll()
  if (after !== undefined) rows = rows.where(sql<SqlBool>`(late_cents, customer_id) < (${after.lateCents}, ${after.id}::uuid)`)
  return rows.orderBy('late_cents', 'desc').orderBy('customer_id', 'desc').limit(limit).execute()
}
