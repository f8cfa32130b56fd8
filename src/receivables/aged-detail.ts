import { findCustomer } from '#customers'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import { placeOfCursor } from '#platform/cursor'
import { itemsStanding } from './aged-store.ts'
import type { receivablesContract } from './contract.ts'
import { pastDay, presentStanding } from './present.ts'

type Operations = OperationsOf<typeof receivablesContract>

export const agedDetail: Operations['agedDetail'] = async (context, { cursor, customerId, limit, ...asked }) => {
  const asOf = pastDay(context, asked.asOf)
  if (!(await findCustomer(context, customerId))) throw new Refusal('not_found', { status: 404 })
  const rows = await itemsStanding(context, { customerId, asOf, after: placeOfCursor(cursor), limit: limit + 1 })
  const last = rows.at(limit - 1)
  return {
    asOf,
    rows: rows.slice(0, limit).map((row) => presentStanding(row, asOf)),
    nextCursor: rows.length > limit && last ? `${last.due_on}_${last.id}` : null,
  }
}
