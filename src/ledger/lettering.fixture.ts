/** For tests: what is linked, closed and lettered with a customer, found another way than the product finds it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '#platform/db'

type Lettering = { readonly number: number; readonly ended: boolean; readonly pieces: string; readonly cents: bigint }

/** In the order of their codes; `pieces` are the invoices and payments of the lines, sorted and joined. */
export async function letteringsOf(db: Db, customerId: string): Promise<Lettering[]> {
  const { rows } = await sql<Lettering>`
    select lettering.number, bool_or(ended.lettering_id is not null) as ended, sum(line.debit_cents - line.credit_cents)::bigint as cents,
      string_agg(distinct coalesce(entry.payment_id, entry.invoice_id)::text, ' ' order by coalesce(entry.payment_id, entry.invoice_id)::text) as pieces
    from letterings lettering
    join lettered_lines lettered on lettered.lettering_id = lettering.id
    join ledger_lines line on line.entry_id = lettered.entry_id and line.position = lettered.position
    join ledger_entries entry on entry.id = line.entry_id
    left join unletterings ended on ended.lettering_id = lettering.id
    where lettering.customer_id = ${customerId} group by lettering.id order by lettering.number`.execute(db)
  return rows
}

type Group = { readonly pieces: string; readonly closed: boolean }

/** Pieces put together by the sums of the allocations between them, in memory. */
export async function groupsOf(db: Db, customerId: string): Promise<Group[]> {
  const { rows: items } = await sql<{ id: string; piece: string; open: boolean }>`
    select id, coalesce(invoice_id, payment_id) as piece, open_cents <> 0 as open from receivable_items where customer_id = ${customerId}`.execute(
    db,
  )
  const { rows: links } = await sql<{ debit: string; credit: string }>`
    select debit_item_id as debit, credit_item_id as credit from allocations
    where debit_item_id in (select id from receivable_items where customer_id = ${customerId})
    group by 1, 2 having sum(amount_cents) <> 0`.execute(db)
  const pieceOf = new Map(items.map(({ id, piece }) => [id, piece]))
  const groups = new Map(items.map(({ piece }) => [piece, new Set([piece])]))
  for (const { credit, debit } of links) {
    const [one, other] = [pieceOf.get(debit), pieceOf.get(credit)].map((piece) => groups.get(piece ?? ''))
    if (!one || !other || one === other) continue
    for (const piece of other) {
      one.add(piece)
      groups.set(piece, one)
    }
  }
  const open = new Set(items.filter((item) => item.open).map(({ piece }) => piece))
  return [...new Set(groups.values())]
    .map((group) => ({ pieces: [...group].toSorted().join(' '), closed: [...group].every((piece) => !open.has(piece)) }))
    .toSorted((a, b) => (a.pieces < b.pieces ? -1 : 1))
}

/** Forgets every lettering and makes them again as migration 0091 did of what lay there. */
export async function backfill(db: Db): Promise<void> {
  const migration = readFileSync(join(import.meta.dirname, 'migrations/0091-lettering.sql'), 'utf8')
  const [, work] = /^(do \$\$\n[\s\S]+)$/m.exec(migration) ?? []
  if (work === undefined) throw new Error('the migration letters what was closed')
  await sql`truncate letterings, lettered_lines, unletterings`.execute(db)
  await sql.raw(work).execute(db)
}
