import { sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, toCents } from '#core/money'
import type { ReadContext } from '#platform/context'
import type { ItemKind } from '#receivables'

/** What the customer owed at the end of the day before. */
export async function openingBalance(context: ReadContext, customerId: Id, from: Day): Promise<Cents> {
  const { balance } = await context.db
    .selectFrom('receivable_items')
    .select(sql<bigint>`coalesce(sum(amount_cents), 0)::bigint`.as('balance'))
    .where('company_id', '=', context.companyId)
    .where('customer_id', '=', customerId)
    .where('dated_on', '<', from)
    .executeTakeFirstOrThrow()
  return toCents(balance)
}

export type MovementRow = {
  readonly dated_on: Day
  readonly kind: ItemKind
  readonly invoice_id: Id | null
  readonly payment_id: Id | null
  readonly reference: string
  readonly amount_cents: bigint
  readonly due_on: Day
}

export type MovementsQuery = { readonly customerId: Id; readonly from: Day; readonly to: Day; readonly limit: number }

/** What moved the balance, in the order of the days; an invoice is one movement, whatever its instalments. */
export async function movements(context: ReadContext, { customerId, from, limit, to }: MovementsQuery): Promise<MovementRow[]> {
  const { rows } = await sql<MovementRow>`
    select dated_on, kind, invoice_id, payment_id, reference, sum(amount_cents)::bigint as amount_cents, max(due_on) as due_on
    from receivable_items
    where company_id = ${context.companyId} and customer_id = ${customerId} and dated_on between ${from} and ${to}
    group by dated_on, kind, invoice_id, payment_id, reference
    order by dated_on, min(id::text) limit ${limit}`.execute(context.db)
  return rows
}
