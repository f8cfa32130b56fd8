import { isDay } from '#core/day'
import { isId } from '#core/ids'
import type { OperationsOf } from '#platform/api'
import type { paymentsContract } from './contract.ts'
import { presentPayment, presentRow } from './present.ts'
import { listPayments } from './store.ts'

type Operations = OperationsOf<typeof paymentsContract>

export const list: Operations['list'] = async (context, { cursor, customerId, limit, unallocated }) => {
  const [paidOn = '', id = ''] = cursor?.split('_') ?? []
  const after = isDay(paidOn) && isId(id) ? { paidOn, id } : undefined
  const rows = await listPayments(context, { customerId, unallocated: unallocated ?? false, after, limit: limit + 1 })
  const last = rows.at(limit - 1)
  return { rows: rows.slice(0, limit).map(presentRow), nextCursor: rows.length > limit && last ? `${last.paid_on}_${last.id}` : null }
}

export const get: Operations['get'] = (context, { id }) => presentPayment(context, id)
