import type { OperationsOf } from '#platform/api'
import { isCount, placeOfCursor } from '#platform/cursor'
import { AGED_SUMS, type AgedQuery, type AgedRow, type AgedSums, agedBalance as readAgedBalance } from './aged-store.ts'
import type { receivablesContract } from './contract.ts'
import { pastDay, presentAged } from './present.ts'

type Operations = OperationsOf<typeof receivablesContract>

/** One page of customers, and always the totals of all: what is not on the page comes summed. */
export const agedBalance: Operations['agedBalance'] = async (context, { cursor, limit, sort, ...asked }) => {
  const asOf = pastDay(context, asked.asOf)
  const rows = await readAgedBalance(context, { asOf, sort, limit, after: readCursor(cursor) })
  const page = rows.filter((row) => row.part === 'page')
  const rest = rows.find((row) => row.part === 'after')
  const last = page.at(-1)
  return {
    asOf,
    totals: presentAged(totalsOf(rows)),
    customers: rows.reduce((count, row) => count + row.customers, 0),
    rows: page.map(presentLine),
    rest: rest ? { ...presentAged(rest), customers: rest.customers } : null,
    nextCursor: rest && last ? `${last.late}_${last.customer_id}` : null,
  }
}

function presentLine(row: AgedRow) {
  return { customerId: row.customer_id ?? '', customerCode: row.code ?? '', customerName: row.name ?? '', ...presentAged(row) }
}

function readCursor(cursor: string | undefined): AgedQuery['after'] {
  const after = placeOfCursor(cursor, isCount)
  return after && { lateCents: BigInt(after.place), customerId: after.id }
}

function totalsOf(rows: readonly AgedRow[]): AgedSums {
  const sums: Record<keyof AgedSums, bigint> = {
    notDue: 0n,
    to30: 0n,
    to60: 0n,
    to90: 0n,
    to120: 0n,
    over120: 0n,
    late: 0n,
    unallocated: 0n,
    total: 0n,
  }
  for (const row of rows) for (const name of AGED_SUMS) sums[name] += row[name]
  return sums
}
