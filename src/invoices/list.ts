import { moneyText, toCents } from '#core/money'
import type { OperationsOf } from '#platform/api'
import { isInstant, placeOfCursor } from '#platform/cursor'
import type { invoicesContract } from './contract.ts'
import type { DocumentKind } from './events.ts'
import { daysLate, stateOf } from './state.ts'
import { countViews, listRows } from './store.ts'

type Operations = OperationsOf<typeof invoicesContract>

/** One page of documents. The cursor is the place of the last row: its day (or instant, for drafts) and id. */
export const listInvoices: Operations['list'] = async (context, { cursor, customerId, limit, search, view }) => {
  const rows = await listRows(context, { view, customerId, search, after: readCursor(cursor, view), limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => {
      const kind = row.kind as DocumentKind
      const lateSince = kind === 'invoice' ? row.late_since : null
      return {
        id: row.id,
        kind,
        state: stateOf(
          { kind, status: row.status, openCents: row.open_cents, lateSince, fullyCredited: row.fully_credited },
          context.today,
        ),
        number: row.number,
        customerId: row.customer_id,
        customerName: row.customer_name,
        issuedOn: row.issued_on,
        dueOn: row.due_on,
        daysLate: daysLate(lateSince, context.today),
        total: moneyText(toCents(row.total_cents)),
        open: moneyText(toCents(row.open_cents)),
      }
    }),
    nextCursor: rows.length > limit && last ? `${view === 'drafts' ? last.updated_at.toISOString() : last.issued_on}_${last.id}` : null,
  }
}

function readCursor(cursor: string | undefined, view: string): { issuedOn: string; id: string } | undefined {
  const after = view === 'drafts' ? placeOfCursor(cursor, isInstant) : placeOfCursor(cursor)
  return after && { issuedOn: after.place, id: after.id }
}

/** What the tabs of the list show. Counts of settled and all documents would read every row: they are not given. */
export const invoiceViews: Operations['views'] = async (context) => {
  const counts = await countViews(context)
  return {
    views: [
      { view: 'to_collect' as const, count: Number(counts.toCollect), open: moneyText(toCents(counts.toCollectCents)) },
      { view: 'late' as const, count: Number(counts.late), open: moneyText(toCents(counts.lateCents)) },
      { view: 'drafts' as const, count: Number(counts.drafts), open: moneyText(toCents(counts.draftCents)) },
    ],
  }
}
