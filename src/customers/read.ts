/** What customers owe, read in the receivables' own tables for lists and figures; writes go through `#receivables`. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { ReadContext, Tenant } from '#platform/context'

export type CustomerView = 'active' | 'late' | 'archived'

export type ListQuery = {
  readonly view: CustomerView
  readonly search: string | undefined
  /** The last customer of the page before. */
  readonly after: Id | undefined
  readonly limit: number
}

export type ListedCustomer = {
  readonly id: Id
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly siren: string | null
  readonly city: string
  readonly country: string
  readonly language: string
  readonly archived_at: Date | null
  readonly balance_cents: bigint
  readonly late_cents: bigint
  readonly late_since: Day | null
}

/** One page by name; what each owes is added up for the rows of the page only. */
export async function listCustomers(context: ReadContext, query: ListQuery): Promise<readonly ListedCustomer[]> {
  const { rows } = await sql<ListedCustomer>`
    with page as (
      select id, code, kind, name, siren, city, country, language, archived_at
      from customers
      where company_id = ${context.companyId} and ${inView(context, query.view)} and ${matches(query.search)} and ${isAfter(context, query.after)}
      order by name, id
      limit ${query.limit}
    )
    select page.*, coalesce(owed.balance, 0)::bigint as balance_cents, coalesce(owed.late, 0)::bigint as late_cents, owed.late_since
    from page
    left join lateral (${owedBy(context, sql`page.id`)}) owed on true
    order by page.name, page.id`.execute(context.db)
  return rows
}

const owedBy = ({ companyId, today }: ReadContext, customerId: RawBuilder<unknown>) => sql`
  select sum(open_cents) as balance,
    sum(open_cents) filter (where open_cents > 0 and due_on < ${today}) as late,
    min(due_on) filter (where open_cents > 0 and due_on < ${today}) as late_since
  from receivable_items
  where company_id = ${companyId} and customer_id = ${customerId} and settled_on is null`

function inView({ companyId, today }: ReadContext, view: CustomerView): RawBuilder<SqlBool> {
  if (view === 'archived') return sql<SqlBool>`archived_at is not null`
  if (view === 'active') return sql<SqlBool>`archived_at is null`
  return sql<SqlBool>`id in (
    select customer_id from receivable_items
    where company_id = ${companyId} and settled_on is null and open_cents > 0 and due_on < ${today})`
}

/** Each word must stand somewhere: name, code, SIREN or town, whatever the accents. */
function matches(search = ''): RawBuilder<SqlBool> {
  const words = search.split(/\s+/).filter((word) => word !== '')
  const conditions = words.map((word) => sql`search like '%' || search_text(${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}) || '%'`)
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

const isAfter = ({ companyId }: ReadContext, customerId: Id | undefined): RawBuilder<SqlBool> =>
  customerId === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(name, id) > (select name, id from customers where company_id = ${companyId} and id = ${customerId})`

export type ViewCounts = {
  readonly active: bigint
  readonly archived: bigint
  readonly late: bigint
  readonly balance_cents: bigint
  readonly late_cents: bigint
}

export async function countViews({ companyId, db, today }: ReadContext): Promise<ViewCounts> {
  const { rows } = await sql<ViewCounts>`
    select * from (
      select count(*) filter (where archived_at is null) as active, count(*) filter (where archived_at is not null) as archived
      from customers where company_id = ${companyId}
    ) counted, (
      select count(distinct customer_id) filter (where open_cents > 0 and due_on < ${today}) as late,
        coalesce(sum(open_cents), 0)::bigint as balance_cents,
        coalesce(sum(open_cents) filter (where open_cents > 0 and due_on < ${today}), 0)::bigint as late_cents
      from receivable_items where company_id = ${companyId} and settled_on is null
    ) owed`.execute(db)
  return rows[0] ?? { active: 0n, archived: 0n, late: 0n, balance_cents: 0n, late_cents: 0n }
}

export type Standing = { readonly balance: bigint; readonly late: bigint; readonly lateSince: Day | null }

export async function standingOf(context: ReadContext, customerId: Id): Promise<Standing> {
  const { rows } = await sql<{ balance: bigint; late: bigint; late_since: Day | null }>`
    select coalesce(balance, 0)::bigint as balance, coalesce(late, 0)::bigint as late, late_since
    from (${owedBy(context, sql`${customerId}::uuid`)}) owed`.execute(context.db)
  const [row] = rows
  return { balance: row?.balance ?? 0n, late: row?.late ?? 0n, lateSince: row?.late_since ?? null }
}

/** Days from due day to payment, weighted by amount, over the payments made from `since` on; negative means in advance. Nothing paid: null. */
export async function averageDelayDays(tenant: Tenant, customerId: Id, since: Day): Promise<number | null> {
  const { rows } = await sql<{ days: string | null }>`
    select round(sum((credit.dated_on - debit.due_on) * allocation.amount_cents) / nullif(sum(allocation.amount_cents), 0))::text as days
    from receivable_items credit
    join allocations allocation on allocation.company_id = credit.company_id and allocation.credit_item_id = credit.id
    join receivable_items debit on debit.id = allocation.debit_item_id and debit.kind = 'instalment'
    where credit.company_id = ${tenant.companyId} and credit.customer_id = ${customerId}
      and credit.kind = 'payment' and credit.dated_on >= ${since}`.execute(tenant.db)
  const days = rows[0]?.days ?? null
  return days === null ? null : Number(days)
}
