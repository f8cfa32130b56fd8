import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'

/**
 * Keeps what a customer owes as it stands until the transaction ends. False when someone is paying, crediting or holding part of it at this
 * very moment: waiting for them here, in another order than theirs, could make each wait for the other for ever.
 */
export async function holdOpenItems(context: WriteContext, customerId: Id): Promise<boolean> {
  const open = () =>
    context.db
      .selectFrom('receivable_items')
      .select('id')
      .where('company_id', '=', context.companyId)
      .where('customer_id', '=', customerId)
      .where('settled_on', 'is', null)
  const held = await open().forUpdate().skipLocked().execute()
  return held.length === (await open().execute()).length
}
