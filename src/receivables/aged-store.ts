/** The SQL of the aged balance: one pass over the items that stood that day, summed by customer and bucket. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { ReadContext } from '#platform/context'
import type { Place } from '#platform/cursor'
import { BUCKET_STARTS, BUCKETS } from './rules/ageing.ts'
import { standingItems, type StandingRow } from './standing.ts'

export const AGED_SUMS = [...BUCKETS, 'late', 'unallocated', 'total'] as const
export type AgedSums = Readonly<Record<(typeof AGED_SUMS)[number], bigint>>
export type AgedOrder = 'late' | 'name'

export type AgedQuery = {
  readonly asOf: Day
  readonly sort: AgedOrder
  /** The last customer of the page before, and what it had late. */
  readonly after: { readonly lateCents: bigint; readonly customerId: Id } | undefined
  readonly limit: number
}

/** `page` is a customer; `before` and `after` are all the others, summed. */
export type AgedRow = AgedSums & {
  readonly part: 'before' | 'page' | 'after'
  readonly customer_id: Id | null
  readonly code: string | null
  readonly name: string | null
  readonly customers: number
}

/** Columns that sum open items of any set of rows with `open_cents` and `bucket`. */
export const summedByBucket: RawBuilder<AgedSums> = sql.join([
  ...BUCKETS.map((bucket, index) => summed(sql`open_cents > 0 and bucket = ${sql.lit(index)}`, bucket)),
  summed(sql`open_cents > 0 and bucket > 0`, 'late'),
  summed(sql`open_cents < 0`, 'unallocated'),
  sql`coalesce(sum(open_cents), 0)::bigint as total`,
])

function summed(condition: RawBuilder<unknown>, name: string) {
  return sql`coalesce(sum(open_cents) filter (where ${condition}), 0)::bigint as ${sql.ref(name)}`
}

export const bucketColumn = (asOf: Day) =>
  sql`width_bucket(${asOf}::date - due_on, ${sql.lit(`{${BUCKET_STARTS.join(',')}}`)}::int[]) as bucket`

export async function agedBalance(context: ReadContext, { after, asOf, limit, sort }: AgedQuery): Promise<AgedRow[]> {
  const { rows } = await sql<AgedRow>`
    with standing as materialized (${standingItems(context, asOf)}),
    by_customer as (
      select customer_id, ${summedByBucket}
      from (select customer_id, open_cents, ${bucketColumn(asOf)} from standing where open_cents <> 0) standing group by customer_id
    ),
    placed as (
      select by_customer.*, customers.code, customers.name, ${isAhead(sort, after)} as ahead,
        row_number() over (partition by ${isAhead(sort, after)} order by ${orderOf(sort)}) as place
      from by_customer join customers on customers.id = by_customer.customer_id
    )
    select case when not ahead then 'before' when place <= ${limit} then 'page' else 'after' end as part,
      case when ahead and place <= ${limit} then customer_id end as customer_id, min(code) as code, min(name) as name, count(*)::int as customers,
      ${sql.join(AGED_SUMS.map((name) => sql`sum(${sql.ref(name)})::bigint as ${sql.ref(name)}`))}
    from placed group by 1, 2 order by min(place)`.execute(context.db)
  return rows
}

const orderOf = (sort: AgedOrder) => (sort === 'late' ? sql`late desc, customer_id desc` : sql`search_text(customers.name), customer_id`)

function isAhead(sort: AgedOrder, after: AgedQuery['after']) {
  if (after === undefined) return sql`true`
  const { customerId, lateCents } = after
  if (sort === 'late') return sql`((late, customer_id) < (${lateCents}::bigint, ${customerId}::uuid))`
  return sql`((search_text(customers.name), customer_id) > ((select search_text(name) from customers where id = ${customerId}), ${customerId}::uuid))`
}

export type DetailQuery = {
  readonly customerId: Id
  readonly asOf: Day
  readonly after?: Place | undefined
  readonly limit: number
}

/** The open items of one customer on a day, oldest due first. */
export async function itemsStanding(context: ReadContext, { after, asOf, customerId, limit }: DetailQuery): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select * from (${standingItems(context, asOf, customerId)}) standing
    where open_cents <> 0 ${after ? sql`and (due_on, id) > (${after.place}::date, ${after.id}::uuid)` : sql``}
    order by due_on, id limit ${limit}`.execute(context.db)
  return rows
}

/** One customer's line of the aged balance. */
export async function agedOfCustomer(context: ReadContext, customerId: Id, asOf: Day): Promise<AgedSums> {
  const { rows } = await sql<AgedSums>`
    select ${summedByBucket}
    from (select open_cents, ${bucketColumn(asOf)} from (${standingItems(context, asOf, customerId)}) item) standing`.execute(context.db)
  const [sums] = rows
  if (!sums) throw new Error('a sum always answers')
  return sums
}
