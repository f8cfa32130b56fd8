import type { OperationsOf } from '#platform/api'
import { placeOfCursor } from '#platform/cursor'
import type { bankingContract } from './contract.ts'
import { presentLine, presentStatement } from './present.ts'
import { listLines, listStatements } from './store.ts'

type Operations = OperationsOf<typeof bankingContract>

export const statements: Operations['statements'] = async (context, { accountId, cursor, limit }) => {
  const rows = await listStatements(context, { accountId, after: placeOfCursor(cursor), limit: limit + 1 })
  const last = rows.at(limit - 1)
  const nextCursor = rows.length > limit && last ? `${last.to_on ?? '1900-01-01'}_${last.id}` : null
  return { rows: rows.slice(0, limit).map((row) => presentStatement(row, context.locale)), nextCursor }
}

export const lines: Operations['lines'] = async (context, { cursor, limit, ...filters }) => {
  const rows = await listLines(context, { ...filters, after: placeOfCursor(cursor), limit: limit + 1 })
  const last = rows.at(limit - 1)
  return { rows: rows.slice(0, limit).map(presentLine), nextCursor: rows.length > limit && last ? `${last.booked_on}_${last.id}` : null }
}
