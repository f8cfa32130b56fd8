import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { catalogContract } from './contract.ts'
import { itemArchived, itemRestored } from './events.ts'
import { presentItemOf } from './get.ts'
import { lockItem, updateItem } from './store.ts'

/** Puts an item away, or takes it back; what was invoiced with it does not change. */
export const archiveItem: OperationsOf<typeof catalogContract>['archive'] = async (context, { archived, id }) => {
  const item = await lockItem(context, id)
  if (!item) throw new Refusal('not_found', { status: 404 })
  if ((item.archived_at !== null) !== archived) {
    await updateItem(context, id, { archived_at: archived ? context.now : null })
    const facts = { itemId: id, code: item.code, name: item.name }
    context.record(archived ? itemArchived({}, facts) : itemRestored({}, facts))
  }
  return presentItemOf(context, id)
}
