import { moneyText, toCents } from '#core/money'
import type { OperationsOf } from '#platform/api'
import { placeOfCursor } from '#platform/cursor'
import type { paymentsContract } from './contract.ts'
import { presentPayment, presentRow } from './present.ts'
import { countUnallocated, listPayments } from './store.ts'

type Operations = OperationsOf<typeof paymentsContract>

export const list: Operations['list'] = async (context, { cursor, customerId, limit, search, unallocated }) => {
  const rows = await listPayments(context, {
    customerId,
    unallocated: unallocated ?? false,
    search,
    after: placeOfCursor(cursor),
    limit: limit + 1,
  })
  const last = rows.at(limit - 1)
  return { rows: rows.slice(0, limit).map(presentRow), nextCursor: rows.length > limit && last ? `${last.paid_on}_${last.id}` : null }
}

export const get: Operations['get'] = (context, { id }) => presentPayment(context, id)

export const views: Operations['views'] = async (context) => {
  const { count, openCents } = await countUnallocated(context)
  return { unallocated: { count: Number(count), open: moneyText(toCents(openCents)) } }
}
