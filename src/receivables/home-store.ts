/** The SQL of the home page: each question reads one narrow index. */
import { sql } from 'kysely'
import { addDays, type Day } from '#core/day'
import type { Id } from '#core/ids'
import type { ReadContext } from '#platform/context'
import { type AgedSums, bucketColumn, summedByBucket } from './aged-store.ts'

export type Horizon = { readonly weekEnd: Day; readonly monthEnd: Day }

export type OpenSums = AgedSums &
  Readonly<
    Record<
      | 'late_invoices'
      | 'late_customers'
      | 'payments'
      | 'payment_cents'
      | 'credit_notes'
      | 'credit_cents'
      | 'week_invoices'
      | 'week_cents'
      | 'month_invoices'
      | 'month_cents',
      bigint
    >
  >

/**
 * Everything that is open today, in one pass over `items_open`. Invoices and customers are counted from groups: `count(distinct …)` would
 * sort all of it once for each.
 */
export async function openSums(context: ReadContext, { monthEnd, weekEnd }: Horizon): Promise<OpenSums> {
  const { companyId, today } = context
  const { rows } = await sql<OpenSums>`
    with standing as materialized (
      select customer_id, kind, invoice_id, due_on, open_cents
      from receivable_items where company_id = ${companyId} and settled_on is null
    ),
    by_day as (
      select kind, due_on, open_cents, items, ${bucketColumn(today)}
      from (
        select kind, due_on, sum(open_cents)::bigint as open_cents, count(*) as items from standing group by kind, due_on, open_cents > 0
      ) day
    ),
    by_invoice as (
      select min(due_on) < ${today} as late,
        bool_or(due_on between ${today} and ${weekEnd}) as this_week,
        bool_or(due_on between ${today} and ${monthEnd}) as this_month
      from standing where open_cents > 0 group by invoice_id
    ),
    late_customers as (select customer_id from standing where open_cents > 0 and due_on < ${today} group by customer_id),
    counts as (
      select count(*) filter (where late) as late_invoices, count(*) filter (where this_week) as week_invoices,
        count(*) filter (where this_month) as month_invoices
      from by_invoice
    ),
    sums as (
      select ${summedByBucket},
        coalesce(sum(items) filter (where kind = 'payment'), 0)::bigint as payments,
        coalesce(-sum(open_cents) filter (where kind = 'payment'), 0)::bigint as payment_cents,
        coalesce(sum(items) filter (where kind = 'credit_note'), 0)::bigint as credit_notes,
        coalesce(-sum(open_cents) filter (where kind = 'credit_note'), 0)::bigint as credit_cents,
        coalesce(sum(open_cents) filter (where open_cents > 0 and due_on between ${today} and ${weekEnd}), 0)::bigint as week_cents,
        coalesce(sum(open_cents) filter (where open_cents > 0 and due_on between ${today} and ${monthEnd}), 0)::bigint as month_cents
      from by_day
    )
    select sums.*, counts.*, (select count(*) from late_customers) as late_customers from sums, counts`.execute(context.db)
  const [sums] = rows
  if (!sums) throw new Error('a sum always answers')
  return sums
}

export type LateCustomer = { readonly customer_id: Id; readonly name: string; readonly late: bigint; readonly oldest_on: Day }

/** Who has been late for the longest. */
export async function oldestLate(context: ReadContext, limit: number): Promise<LateCustomer[]> {
  const { rows } = await sql<LateCustomer>`
    select late.*, customers.name from (
      select customer_id, sum(open_cents)::bigint as late, min(due_on) as oldest_on
      from receivable_items where company_id = ${context.companyId} and settled_on is null and open_cents > 0 and due_on < ${context.today}
      group by customer_id order by min(due_on), customer_id limit ${limit}
    ) late join customers on customers.id = late.customer_id order by oldest_on, customer_id`.execute(context.db)
  return rows
}

/** Money that came in during the last `days` days, and during as many before them, and still counts. */
export async function received(context: ReadContext, days: number): Promise<{ lately: bigint; before: bigint }> {
  const since = addDays(context.today, -days)
  return context.db
    .selectFrom('payments')
    .select([
      sql<bigint>`coalesce(sum(amount_cents - differences_cents) filter (where paid_on > ${since}), 0)::bigint`.as('lately'),
      sql<bigint>`coalesce(sum(amount_cents - differences_cents) filter (where paid_on <= ${since}), 0)::bigint`.as('before'),
    ])
    .where('company_id', '=', context.companyId)
    .where('paid_on', '>', addDays(since, -days))
    .where('paid_on', '<=', context.today)
    .where('id', 'not in', (eb) => eb.selectFrom('payment_reversals').select('payment_id').where('company_id', '=', context.companyId))
    .executeTakeFirstOrThrow()
}

/** What was invoiced less what was credited, VAT included, by day since `from`. */
export async function salesByDay(context: ReadContext, from: Day): Promise<{ on: Day; amount: bigint }[]> {
  return context.db
    .selectFrom('receivable_items')
    .select(['dated_on as on', sql<bigint>`sum(amount_cents)::bigint`.as('amount')])
    .where('company_id', '=', context.companyId)
    .where('kind', 'in', ['instalment', 'credit_note'])
    .where('dated_on', '>=', from)
    .where('dated_on', '<=', context.today)
    .groupBy('dated_on')
    .execute()
}

/** True when something was invoiced on that day or before. */
export async function hasSalesBy(context: ReadContext, day: Day): Promise<boolean> {
  const found = await context.db
    .selectFrom('receivable_items')
    .select('dated_on')
    .where('company_id', '=', context.companyId)
    .where('kind', 'in', ['instalment', 'credit_note'])
    .where('dated_on', '<=', day)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Documents not yet issued; a credit note takes off. */
export async function drafts(context: ReadContext): Promise<{ count: bigint; amount: bigint }> {
  return context.db
    .selectFrom('invoices')
    .select([
      sql<bigint>`count(*)`.as('count'),
      sql<bigint>`coalesce(sum(case kind when 'credit_note' then -total_cents else total_cents end), 0)::bigint`.as('amount'),
    ])
    .where('company_id', '=', context.companyId)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
}

export async function hasInvoice(context: ReadContext): Promise<boolean> {
  return (
    (await context.db.selectFrom('invoices').select('id').where('company_id', '=', context.companyId).limit(1).executeTakeFirst()) !==
    undefined
  )
}

/** Names for the people of the feed. */
export async function customerNames(context: ReadContext, customerIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (customerIds.length === 0) return new Map()
  const rows = await context.db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('company_id', '=', context.companyId)
    .where('id', 'in', customerIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
