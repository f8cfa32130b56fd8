/** What stood on a day, reproducible for ever: open(asOf) = amount − Σ allocations dated ≤ asOf, over the items dated ≤ asOf. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { ReadContext } from '#platform/context'
import type { ItemKind } from './store.ts'

export type StandingRow = {
  readonly id: Id
  readonly customer_id: Id
  readonly kind: ItemKind
  readonly invoice_id: Id | null
  readonly payment_id: Id | null
  readonly reference: string
  readonly amount_cents: bigint
  readonly open_cents: bigint
  readonly dated_on: Day
  readonly due_on: Day
}

type Scope = Pick<ReadContext, 'companyId' | 'today'>

const COLUMNS = sql.raw(
  'item.id, item.customer_id, item.kind, item.invoice_id, item.payment_id, item.reference, item.amount_cents, item.dated_on, item.due_on',
)

/**
 * The items with what was open on them at the end of the day, as a query to select from. Settled ones may come with nothing open: a cheque
 * that bounced later had paid its invoice. Of today the stored amounts are read, since nothing is dated after today.
 */
export function standingItems({ companyId, today }: Scope, asOf: Day, customerId?: Id): RawBuilder<StandingRow> {
  const ofCustomer = customerId === undefined ? sql`` : sql`and item.customer_id = ${customerId}`
  if (asOf >= today) {
    return sql`select ${COLUMNS}, item.open_cents from receivable_items item
      where item.company_id = ${companyId} and item.settled_on is null ${ofCustomer}`
  }
  return sql`select ${COLUMNS}, item.amount_cents - ${allocatedBy(companyId, asOf)} as open_cents from receivable_items item
    where item.company_id = ${companyId} and item.dated_on <= ${asOf} and (item.settled_on > ${asOf} or item.settled_on is null) ${ofCustomer}`
}

/** What was put on an item by that day, with the item's sign. */
function allocatedBy(companyId: Id, asOf: Day): RawBuilder<bigint> {
  const moved = (side: 'debit_item_id' | 'credit_item_id') =>
    sql`coalesce((select sum(allocation.amount_cents) from allocations allocation where allocation.company_id = ${companyId}
      and allocation.${sql.raw(side)} = item.id and allocation.allocated_on <= ${asOf}), 0)::bigint`
  return sql`case when item.amount_cents > 0 then ${moved('debit_item_id')} else -${moved('credit_item_id')} end`
}
