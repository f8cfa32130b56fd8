import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { catalogContract } from './contract.ts'
import { itemCreated } from './events.ts'
import { presentItemOf } from './get.ts'
import { itemColumns } from './present.ts'
import { insertItem, nextCode } from './store.ts'

export const createItem: OperationsOf<typeof catalogContract>['create'] = async (context, input) => {
  const itemId = context.newId()
  const code = input.code === '' ? await nextCode(context) : input.code
  const inserted = await insertItem(context, { ...itemColumns({ ...input, code }), id: itemId })
  if (!inserted) throw new Refusal('item_code_taken', { status: 409, field: 'code', facts: { code } })
  context.record(itemCreated({}, { itemId, code, name: input.name }))
  return presentItemOf(context, itemId)
}
