/** When customers pay, as a rule: one more reason for a proposal that keeps to it. */
import { type SqlBool, sql } from 'kysely'
import { type Day, daysBetween } from '#core/day'
import type { Id } from '#core/ids'
import type { Tenant } from '#platform/context'
import type { Evidence } from './rules/index.ts'

/** Fewer payments make no habit. */
const FEWEST = 3
const LAST = 12
/** Nearer than this to the usual day is as usual. */
const WITHIN_DAYS = 4

/** Median of days from the due day to the payment, over the last ones; below zero: before. */
export async function usualDelays(tenant: Tenant, customerIds: readonly Id[]): Promise<Map<Id, number>> {
  if (customerIds.length === 0) return new Map()
  const { rows } = await sql<{ customer_id: Id; days: number; times: number }>`
    select wanted.customer_id, percentile_disc(0.5) within group (order by paid.days)::int as days, count(*)::int as times
    from unnest(${[...new Set(customerIds)]}::uuid[]) wanted(customer_id)
    cross join lateral (
      select credit.dated_on - debit.due_on as days
      from receivable_items credit
      join allocations made on made.company_id = credit.company_id and made.credit_item_id = credit.id and made.undoes_id is null
      join receivable_items debit on debit.id = made.debit_item_id and debit.kind = 'instalment'
      where credit.company_id = ${tenant.companyId} and credit.customer_id = wanted.customer_id and credit.kind = 'payment'
        and ${sql<SqlBool>`not exists (select 1 from allocations undoing where undoing.undoes_id = made.id)`}
      order by credit.dated_on desc, credit.id desc
      limit ${LAST}
    ) paid
    group by wanted.customer_id
  `.execute(tenant.db)
  return new Map(rows.filter(({ times }) => times >= FEWEST).map((row) => [row.customer_id, row.days]))
}

/** Said when the line comes about as long after the due day as this customer's payments do. */
export function asUsual(usual: number | undefined, dueOn: Day, bookedOn: Day): Evidence[] {
  const days = daysBetween(dueOn, bookedOn)
  if (usual === undefined || Math.abs(days - usual) > WITHIN_DAYS) return []
  return [days > 0 ? { code: 'late_as_usual', facts: { days } } : { code: 'on_time_as_usual', facts: {} }]
}
