import { sql } from 'kysely'
import type { Id } from '#core/ids'
import type { Db } from '#platform/db'

/** Enough to know what is wrong; a broken database could have millions. */
const FAULTS_SHOWN = 100

/**
 * Counts every item of a company again from its allocations. Each fault is a sentence for whoever runs `encours verify`: what is open
 * differs from the amount less its allocations, the day since when nothing is open is another, an item held more than its amount on some
 * day, or an allocation joins two customers or companies.
 */
export async function verifyReceivables(db: Db, companyId: Id): Promise<string[]> {
  const { rows } = await sql<{ reference: string; fault: string }>`
    with moves as (
      select debit_item_id as item_id, allocated_on, amount_cents from allocations where company_id = ${companyId}
      union all
      select credit_item_id, allocated_on, amount_cents from allocations where company_id = ${companyId}
    ), daily as (
      select item_id, allocated_on, sum(amount_cents) as moved from moves group by item_id, allocated_on
    ), running as (
      select item_id, allocated_on, sum(moved) over (partition by item_id order by allocated_on) as taken from daily
    ), counted as (
      select item.id, coalesce(nullif(item.reference, ''), item.kind || ' of ' || item.dated_on) as reference, item.dated_on, item.open_cents, item.settled_on, abs(item.amount_cents) as size, sign(item.amount_cents) as way,
        coalesce((array_agg(running.taken order by running.allocated_on desc))[1], 0) as taken,
        min(running.taken) as least, max(running.taken) as most, min(running.allocated_on) as first_on,
        max(running.allocated_on) filter (where running.taken <> abs(item.amount_cents)) as last_open_on,
        array_agg(running.allocated_on order by running.allocated_on) as days
      from receivable_items item left join running on running.item_id = item.id
      where item.company_id = ${companyId} group by item.id
    ), judged as (
      select *, case when taken = size then (select min(d) from unnest(days) d where last_open_on is null or d > last_open_on) end as settled from counted
    )
    select reference, 'open ' || open_cents || ' cents, ' || way * (size - taken) || ' by its allocations' as fault from judged where open_cents <> way * (size - taken)
    union all
    select reference, 'settled ' || coalesce(settled_on::text, 'never') || ', ' || coalesce(settled::text, 'never') || ' by its allocations'
    from judged where settled_on is distinct from settled
    union all
    select reference, 'holds between ' || least || ' and ' || most || ' cents of ' || size from judged where least < 0 or most > size
    union all
    select reference, 'allocated on ' || first_on || ', before its own day ' || dated_on from judged where first_on < dated_on
    union all
    select debit.reference, 'allocation ' || allocation.id || ' joins two customers or companies'
    from allocations allocation
    join receivable_items debit on debit.id = allocation.debit_item_id
    join receivable_items credit on credit.id = allocation.credit_item_id
    where allocation.company_id = ${companyId}
      and (debit.customer_id <> credit.customer_id or debit.company_id <> allocation.company_id or credit.company_id <> allocation.company_id)
    limit ${FAULTS_SHOWN}`.execute(db)
  return rows.map(({ fault, reference }) => `${reference}: ${fault}`)
}
