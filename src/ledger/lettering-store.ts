import { sql } from 'kysely'
import type { Id } from '#core/ids'
import type { Day } from '#core/day'
import type { Tenant, WriteContext } from '#platform/context'
import { ACCOUNTS } from './rules/accounts.ts'
import { letteringCode } from './rules/lettering.ts'

/**
 * Letterings of a customer are made and ended one after the other: two payments at once that close a group together would each see the
 * other's part still open.
 */
export async function lockLettering(context: WriteContext, customerId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lettering of ${customerId}`}, 0))`.execute(context.db)
}

/** Where a group begins: at the two items of an allocation, or at those of a payment. */
export type GroupSeed = { readonly allocationId: Id } | { readonly paymentId: Id }

/**
 * Follows invoices, credit notes and payments from one to the other by the allocations in force, as far as all is closed; when nothing open is
 * met, their lines of account 411 bear the customer's next code. Does nothing for lines that are lettered already, or whose entries are not all
 * posted yet.
 */
export async function letterGroup(context: WriteContext, customerId: Id, seed: GroupSeed): Promise<void> {
  const { companyId } = context
  const company = sql`${companyId}::uuid`
  const first =
    'paymentId' in seed
      ? sql`select id from receivable_items where company_id = ${company} and payment_id = ${seed.paymentId}`
      : sql`select unnest(array[debit_item_id, credit_item_id]) from allocations where company_id = ${company} and id = ${seed.allocationId}`
  const inForce = sql`undoes_id is null and not exists (select from allocations undoing where undoing.undoes_id = allocation.id)`
  // Each step by its keys, row after row (`offset 0`) or as an array: joined, the planner may read whole tables for a group of two.
  await sql`
    with recursive linked (id) as (
      ${first}
      union
      select near.id
      from linked
      cross join lateral (
        select id, invoice_id, payment_id from receivable_items where id = linked.id and open_cents = 0 offset 0
      ) item
      cross join lateral (
        select credit_item_id as id from allocations allocation
        where allocation.company_id = ${company} and debit_item_id = item.id and ${inForce}
        union all
        select debit_item_id from allocations allocation
        where allocation.company_id = ${company} and credit_item_id = item.id and ${inForce}
        union all
        select sibling.id from receivable_items sibling where sibling.company_id = ${company} and sibling.invoice_id = item.invoice_id
        union all
        select sibling.id from receivable_items sibling where sibling.company_id = ${company} and sibling.payment_id = item.payment_id
        offset 0
      ) near
    ), closed as materialized (
      select array_agg(distinct invoice_id) as invoices, array_agg(distinct payment_id) as payments
      from receivable_items where id = any (array(select id from linked)) having bool_and(open_cents = 0)
    ), lines as materialized (
      select line.entry_id, line.position, line.debit_cents - line.credit_cents as cents
      from ledger_lines line
      where line.account = ${ACCOUNTS.customers} and line.entry_id = any (array(
        select id from ledger_entries where company_id = ${company} and invoice_id = any ((select invoices from closed)::uuid[])
        union all
        select id from ledger_entries where company_id = ${company} and payment_id = any ((select payments from closed)::uuid[])
      ))
    ), lettering as (
      insert into letterings (id, company_id, customer_id, number, lettered_on, lettered_at)
      select ${context.newId()}::uuid, ${company}, ${customerId}::uuid,
        (select coalesce(max(number), 0) + 1 from letterings where company_id = ${company} and customer_id = ${customerId}),
        ${context.today}::date, ${context.now}::timestamptz
      from lines having sum(cents) = 0 and not exists (
        select from lettered_lines lettered where lettered.entry_id = any (array(select entry_id from lines))
          and not exists (select from unletterings ended where ended.lettering_id = lettered.lettering_id)
      )
      returning id
    )
    insert into lettered_lines (lettering_id, company_id, entry_id, position)
    select lettering.id, ${company}, lines.entry_id, lines.position from lettering, lines`.execute(context.db)
}

/** What the two items of an allocation were lettered with holds no more. */
export async function endLettering(context: WriteContext, allocationId: Id): Promise<void> {
  const company = sql`${context.companyId}::uuid`
  await sql`
    with items as materialized (
      select array_agg(invoice_id) as invoices, array_agg(payment_id) as payments
      from receivable_items where id = any (array(
        select unnest(array[debit_item_id, credit_item_id]) from allocations where company_id = ${company} and id = ${allocationId}
      ))
    )
    insert into unletterings (lettering_id, company_id, unlettered_at)
    select distinct lettered.lettering_id, ${company}, ${context.now}::timestamptz
    from lettered_lines lettered
    where lettered.entry_id = any (array(
        select id from ledger_entries where company_id = ${company} and invoice_id = any ((select invoices from items)::uuid[])
        union all
        select id from ledger_entries where company_id = ${company} and payment_id = any ((select payments from items)::uuid[])
      ))
      and not exists (select from unletterings ended where ended.lettering_id = lettered.lettering_id)`.execute(context.db)
}

export type LetteredLine = { readonly entryId: Id; readonly position: number; readonly number: number; readonly letteredOn: Day }

/** The lines of some entries that are lettered now. */
export async function letteredLines(tenant: Tenant, entryIds: readonly Id[]): Promise<LetteredLine[]> {
  return tenant.db
    .selectFrom('lettered_lines as line')
    .innerJoin('letterings', 'letterings.id', 'line.lettering_id')
    .leftJoin('unletterings as ended', 'ended.lettering_id', 'line.lettering_id')
    .select(['line.entry_id as entryId', 'line.position', 'letterings.number', 'letterings.lettered_on as letteredOn'])
    .where('line.company_id', '=', tenant.companyId)
    .where('line.entry_id', 'in', entryIds)
    .where('ended.lettering_id', 'is', null)
    .execute()
}

/** By invoice, credit note or payment, the code that it bears now. */
export async function letteringCodes(
  tenant: Tenant,
  pieces: { invoiceIds: readonly Id[]; paymentIds: readonly Id[] },
): Promise<Map<Id, string>> {
  const { rows } = await sql<{ id: Id; number: number }>`
    with entries as (
      select entry.id, entry.invoice_id as piece from unnest(${[...pieces.invoiceIds]}::uuid[]) as wanted (id)
      join ledger_entries entry on entry.company_id = ${tenant.companyId} and entry.invoice_id = wanted.id
      union all
      select entry.id, entry.payment_id from unnest(${[...pieces.paymentIds]}::uuid[]) as wanted (id)
      join ledger_entries entry on entry.company_id = ${tenant.companyId} and entry.payment_id = wanted.id
    )
    select entries.piece as id, lettering.number
    from entries
    join lettered_lines lettered on lettered.entry_id = entries.id
    join letterings lettering on lettering.id = lettered.lettering_id
    where not exists (select from unletterings ended where ended.lettering_id = lettering.id)`.execute(tenant.db)
  return new Map(rows.map(({ id, number }) => [id, letteringCode(number)]))
}
