import { moneyText, toCents } from '#core/money'
import type { OperationsOf } from '#platform/api'
import { idOfCursor } from '#platform/cursor'
import type { Locale } from '#core/text'
import type { customersContract } from './contract.ts'
import { daysLate } from './present.ts'
import { countViews, listCustomers } from './read.ts'
import type { CustomerKind } from './rules/kind.ts'

type Operations = OperationsOf<typeof customersContract>

/** One page of customers by name. The cursor is the id of the last. */
export const list: Operations['list'] = async (context, { cursor, limit, search, view }) => {
  const after = idOfCursor(cursor)
  const found = await listCustomers(context, { view, search, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      code: row.code,
      kind: row.kind as CustomerKind,
      name: row.name,
      siren: row.siren,
      city: row.city,
      country: row.country,
      language: row.language as Locale,
      balance: moneyText(toCents(row.balance_cents)),
      late: moneyText(toCents(row.late_cents)),
      daysLate: daysLate(row.late_since, context.today),
      archived: row.archived_at !== null,
    })),
    nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

export const customerViews: Operations['views'] = async (context) => {
  const counts = await countViews(context)
  return {
    views: [
      { view: 'active' as const, count: Number(counts.active), sum: moneyText(toCents(counts.balance_cents)) },
      { view: 'late' as const, count: Number(counts.late), sum: moneyText(toCents(counts.late_cents)) },
      { view: 'archived' as const, count: Number(counts.archived), sum: null },
    ],
  }
}
