/** Lines that nobody has decided, money in and out: what rules and transfers between own accounts look at. */
import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Tenant, WriteContext } from '#platform/context'
import { lines, type LineRow, type LineState, MOST_WAITING } from './store.ts'

/** What a line is before anybody decides: money in to explain, or money out. */
export const undecidedState = (amountCents: bigint): LineState => (amountCents > 0n ? 'to_do' : 'out')

const isUndecided = sql<SqlBool>`state in ('to_do', 'out')`

export type UndecidedLines = { readonly ids: readonly Id[] } | { readonly filesSha256: readonly string[] } | 'all'

/** Holds lines in and out that nobody has decided, oldest first, leaving those that someone works on at this moment. */
export async function lockUndecidedLines(context: WriteContext, wanted: UndecidedLines): Promise<LineRow[]> {
  let undecided = lines(context).where(isUndecided)
  if (wanted !== 'all' && 'ids' in wanted) undecided = undecided.where(sql<SqlBool>`id = any(${[...wanted.ids]}::uuid[])`)
  if (wanted !== 'all' && 'filesSha256' in wanted)
    undecided = undecided.where('statement_id', 'in', (statement) =>
      statement
        .selectFrom('bank_statements')
        .select('id')
        .where('company_id', '=', context.companyId)
        .where('file_sha256', 'in', wanted.filesSha256),
    )
  return undecided.orderBy('booked_on').orderBy('id').limit(MOST_WAITING).forUpdate().skipLocked().execute()
}

/** Undecided lines between two days whose amounts are the opposite of these. */
export async function oppositeLines(tenant: Tenant, amounts: readonly bigint[], from: Day, to: Day) {
  return tenant.db
    .selectFrom('bank_lines')
    .select(['id as lineId', 'account_id as accountId', 'booked_on as bookedOn', 'amount_cents as amountCents'])
    .where('company_id', '=', tenant.companyId)
    .where(isUndecided)
    .where('booked_on', '>=', from)
    .where('booked_on', '<=', to)
    .where(sql<SqlBool>`amount_cents = any(${amounts.map((amount) => -amount)}::bigint[])`)
    .execute()
}

/** More than a year of a busy company; who has more is told of these, the newest. */
const MOST_LOOKED_THROUGH = 100_000

/** Every line from a day on, newest first, whatever was made of it. */
export async function linesSince(tenant: Tenant, from: Day): Promise<LineRow[]> {
  return lines(tenant)
    .where('booked_on', '>=', from)
    .orderBy('booked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_THROUGH)
    .execute()
}
