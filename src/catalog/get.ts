import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import type { catalogContract } from './contract.ts'
import { presentItem } from './present.ts'
import { findItem } from './store.ts'

export const getItem: OperationsOf<typeof catalogContract>['get'] = (context, { id }) => presentItemOf(context, id)

export async function presentItemOf(context: ReadContext, itemId: Id) {
  const item = await findItem(context, itemId)
  if (!item) throw new Refusal('not_found', { status: 404 })
  return presentItem(item)
}
