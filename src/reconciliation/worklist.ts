import { countLines, findLine, type LineState, listLines } from '#banking'
import { moneyText, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import { placeOfCursor } from '#platform/cursor'
import type { reconciliationContract } from './contract.ts'
import { presentLines, presentOne } from './present.ts'
import { customersLike, automaticIn, openInvoicesLike } from './store.ts'

type Operations = OperationsOf<typeof reconciliationContract>

export const worklist: Operations['worklist'] = async (context, { cursor, limit, ...filters }) => {
  const rows = await listLines(context, { ...filters, after: placeOfCursor(cursor), limit: limit + 1 })
  const last = rows.at(limit - 1)
  const nextCursor = rows.length > limit && last ? `${last.booked_on}_${last.id}` : null
  return { rows: await presentLines(context, rows.slice(0, limit)), nextCursor }
}

export const line: Operations['line'] = async (context, { lineId }) => {
  const row = await findLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  return presentOne(context, row)
}

const STATES: readonly LineState[] = ['to_do', 'matched', 'set_aside', 'out']

export const summary: Operations['summary'] = async (context) => {
  const counted = await countLines(context)
  const states = STATES.map((state) => {
    const row = counted.find((each) => each.state === state)
    return { state, count: Number(row?.count ?? 0n), amount: moneyText(toCents(row?.cents ?? 0n)) }
  })
  return { states, automatic: await automaticIn(context) }
}

export const candidates: Operations['candidates'] = async (context, { customerId, search }) => {
  const invoices = await openInvoicesLike(context, { search, customerId })
  const customers = search === '' || customerId !== undefined ? [] : await customersLike(context, search)
  return {
    invoices: invoices.map((row) => ({
      id: row.id,
      number: row.number,
      customerId: row.customer_id,
      customerName: row.customer_name,
      dueOn: row.due_on,
      open: moneyText(toCents(row.open_cents)),
    })),
    customers,
  }
}
