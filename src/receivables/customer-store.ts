/** The SQL behind a customer's card. */
import { sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { ReadContext } from '#platform/context'

export type CustomerStanding = { readonly open_invoices: number; readonly oldest_late_on: Day | null }

export async function customerStanding(context: ReadContext, customerId: Id): Promise<CustomerStanding> {
  const { rows } = await sql<CustomerStanding>`
    select count(distinct invoice_id) filter (where kind = 'instalment')::int as open_invoices,
      min(due_on) filter (where open_cents > 0 and due_on < ${context.today}) as oldest_late_on
    from receivable_items where company_id = ${context.companyId} and customer_id = ${customerId} and settled_on is null`.execute(
    context.db,
  )
  return rows[0] ?? { open_invoices: 0, oldest_late_on: null }
}

/**
 * Σ paid × (paid on − due on) / Σ paid over the money that came since a day, to the tenth of a day. Allocations taken back carry a minus
 * sign and cancel what they undo.
 */
export async function averageDelay(context: ReadContext, customerId: Id, since: Day): Promise<number | null> {
  const { rows } = await sql<{ delay: number | null }>`
    select round(sum(allocation.amount_cents * (payment.dated_on - instalment.due_on)) / nullif(sum(allocation.amount_cents), 0), 1)::float8 as delay
    from receivable_items payment
    join allocations allocation on allocation.company_id = payment.company_id and allocation.credit_item_id = payment.id
    join receivable_items instalment on instalment.id = allocation.debit_item_id and instalment.kind = 'instalment'
    where payment.company_id = ${context.companyId} and payment.customer_id = ${customerId} and payment.kind = 'payment'
      and payment.dated_on >= ${since}`.execute(context.db)
  return rows[0]?.delay ?? null
}

/** The newest payment that still counts. */
export async function lastPayment(context: ReadContext, customerId: Id) {
  return context.db
    .selectFrom('payments')
    .leftJoin('payment_reversals', 'payment_reversals.payment_id', 'payments.id')
    .select(['payments.id', 'payments.paid_on', 'payments.amount_cents'])
    .where('payments.company_id', '=', context.companyId)
    .where('payments.customer_id', '=', customerId)
    .where('payment_reversals.payment_id', 'is', null)
    .orderBy('payments.paid_on', 'desc')
    .orderBy('payments.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
