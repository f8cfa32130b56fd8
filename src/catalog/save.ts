import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { catalogContract } from './contract.ts'
import { itemChanged } from './events.ts'
import { presentItemOf } from './get.ts'
import { itemColumns } from './present.ts'
import { isCodeTaken, type ItemColumns, type ItemRow, lockItem, updateItem } from './store.ts'

/** The whole item as it now stands. An emptied code keeps the one it had. */
export const saveItem: OperationsOf<typeof catalogContract>['save'] = async (context, { id, version, ...input }) => {
  const before = await lockItem(context, id)
  if (!before) throw new Refusal('not_found', { status: 404 })
  if (before.version !== version) throw new Refusal('item_changed_elsewhere', { status: 409 })
  const after = itemColumns({ ...input, code: input.code === '' ? before.code : input.code })
  if (await isCodeTaken(context, after.code, id))
    throw new Refusal('item_code_taken', { status: 409, field: 'code', facts: { code: after.code } })
  const fields = changedFields(before, after)
  if (fields.length > 0) {
    await updateItem(context, id, after)
    context.record(itemChanged({}, { itemId: id, code: after.code, name: after.name, fields }))
  }
  return presentItemOf(context, id)
}

function changedFields(before: ItemRow, after: ItemColumns): string[] {
  return (Object.keys(after) as (keyof ItemColumns & keyof ItemRow)[]).filter((column) => before[column] !== after[column])
}
