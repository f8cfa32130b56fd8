import type { OperationsOf } from '#platform/api'
import { idOfCursor } from '#platform/cursor'
import type { catalogContract } from './contract.ts'
import { presentItem } from './present.ts'
import { listItems } from './store.ts'

/** One page of items by name. The cursor is the id of the last. */
export const list: OperationsOf<typeof catalogContract>['list'] = async (context, { cursor, limit, search, view }) => {
  const after = idOfCursor(cursor)
  const found = await listItems(context, { archived: view === 'archived', search, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  return { rows: shown.map(presentItem), nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null }
}
