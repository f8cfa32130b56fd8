import { sql } from 'kysely'
import { type Day, yearOf } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, toCents } from '#core/money'
import type { Tenant, WriteContext } from '#platform/context'
import type { Place } from '#platform/cursor'
import type { Db } from '#platform/db'
import { letteredLines } from './lettering-store.ts'
import { ACCOUNTS } from './rules/accounts.ts'
import type { Entry } from './rules/entries.ts'

export type EntrySource = {
  /** Of every entry but those of money that is no customer's. */
  readonly customerId?: Id
  readonly invoiceId?: Id
  readonly paymentId?: Id
  readonly allocationId?: Id
  readonly bankLineId?: Id
}

/** Takes the year's next number under its lock and writes the entry with its lines. The database refuses one that does not balance. */
export async function insertEntry(context: WriteContext, entry: Entry, source: EntrySource): Promise<void> {
  if (entry.lines.length === 0) return
  const year = yearOf(entry.entryOn)
  const entryId = context.newId()
  const lines = JSON.stringify(
    entry.lines.map((line, index) => ({
      position: index + 1,
      account: line.account,
      auxiliary: line.auxiliary ?? null,
      debit_cents: String(line.debitCents),
      credit_cents: String(line.creditCents),
    })),
  )
  await sql`
    with counter as (
      insert into ledger_counters (company_id, year, last_number) values (${context.companyId}, ${year}, 1)
      on conflict (company_id, year) do update set last_number = ledger_counters.last_number + 1
      returning last_number
    ), entry as (
      insert into ledger_entries (id, company_id, journal, year, number, entry_on, piece_reference, piece_on, label, customer_id, invoice_id, payment_id, allocation_id, bank_line_id, posted_at)
      select ${entryId}::uuid, ${context.companyId}::uuid, ${entry.journal}, ${year}::int, last_number, ${entry.entryOn}::date, ${entry.pieceReference},
        ${entry.entryOn}::date, ${entry.label}, ${source.customerId ?? null}::uuid, ${source.invoiceId ?? null}::uuid, ${source.paymentId ?? null}::uuid,
        ${source.allocationId ?? null}::uuid, ${source.bankLineId ?? null}::uuid, ${context.now}::timestamptz
      from counter
      returning id
    )
    insert into ledger_lines (company_id, entry_id, position, account, auxiliary, customer_id, debit_cents, credit_cents)
    select ${context.companyId}::uuid, entry.id, line.position, line.account, line.auxiliary,
      case when line.account = ${ACCOUNTS.customers} then ${source.customerId ?? null}::uuid end, line.debit_cents, line.credit_cents
    from entry, json_to_recordset(${lines}::json) as line(position int, account text, auxiliary text, debit_cents bigint, credit_cents bigint)
  `.execute(context.db)
}

/** VAT of an invoice (and of its credit notes) that waits for a receipt: what was booked to 44574 and has not fallen due. */
export async function vatWaiting(tenant: Tenant, invoiceId: Id): Promise<Cents> {
  // By the entries of these documents, each step as an array: joined, the planner may read every line of the account instead.
  const { rows } = await sql<{ waiting: bigint }>`
    select coalesce(sum(credit_cents - debit_cents), 0)::bigint as waiting
    from ledger_lines
    where account = ${ACCOUNTS.vatAwaitingReceipt} and entry_id = any (array(
      select id from ledger_entries
      where company_id = ${tenant.companyId} and invoice_id = any (array(
        select ${invoiceId}::uuid
        union all
        select id from invoices where company_id = ${tenant.companyId} and credited_invoice_id = ${invoiceId}
      ))
    ))
  `.execute(tenant.db)
  const [row] = rows
  if (!row) throw new Error('a sum is one row')
  return toCents(row.waiting)
}

/** VAT that fell due with an allocation. */
export async function vatOfAllocation(tenant: Tenant, allocationId: Id): Promise<Cents> {
  const row = await tenant.db
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_lines as line', 'line.entry_id', 'entry.id')
    .select(sql<bigint>`coalesce(sum(line.debit_cents - line.credit_cents), 0)::bigint`.as('due'))
    .where('entry.company_id', '=', tenant.companyId)
    .where('entry.allocation_id', '=', allocationId)
    .where('line.account', '=', ACCOUNTS.vatAwaitingReceipt)
    .executeTakeFirstOrThrow()
  return toCents(row.due)
}

const ACCOUNTS_REMEMBERED = 50

/** Accounts that lines of the bank were booked to, the most frequent first; the bank itself and VAT left out. */
export async function accountsOfBankOperations(tenant: Tenant): Promise<string[]> {
  const rows = await tenant.db
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_lines as line', 'line.entry_id', 'entry.id')
    .select('line.account')
    .where('entry.company_id', '=', tenant.companyId)
    .where('entry.bank_line_id', 'is not', null)
    .where('line.account', 'not in', [ACCOUNTS.bank, ACCOUNTS.vatCollected, ACCOUNTS.vatDeductible])
    .groupBy('line.account')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('line.account')
    .limit(ACCOUNTS_REMEMBERED)
    .execute()
  return rows.map(({ account }) => account)
}

export type EntriesQuery = {
  readonly journal: string | undefined
  readonly before: Place | undefined
  readonly limit: number
}

export async function listEntries(tenant: Tenant, query: EntriesQuery) {
  let entries = tenant.db.selectFrom('ledger_entries').selectAll().where('company_id', '=', tenant.companyId)
  if (query.journal !== undefined) entries = entries.where('journal', '=', query.journal)
  if (query.before) entries = entries.where(sql<boolean>`(entry_on, id) < (${query.before.place}::date, ${query.before.id}::uuid)`)
  const rows = await entries.orderBy('entry_on', 'desc').orderBy('id', 'desc').limit(query.limit).execute()
  if (rows.length === 0) return []
  const lines = await tenant.db
    .selectFrom('ledger_lines')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where(
      'entry_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute()
  const lettered = await letteredLines(
    tenant,
    rows.map((row) => row.id),
  )
  const linesOf = Map.groupBy(lines, (line) => line.entry_id)
  const letteringOf = new Map(lettered.map((each) => [`${each.entryId} ${each.position}`, each]))
  return rows.map((row) =>
    Object.assign(row, {
      lines: (linesOf.get(row.id) ?? []).map((line) => Object.assign(line, { lettering: letteringOf.get(`${row.id} ${line.position}`) })),
    }),
  )
}

/** Balance of each account, as of a day. */
export async function balances(tenant: Tenant, on: Day) {
  return tenant.db
    .selectFrom('ledger_lines as line')
    .innerJoin('ledger_entries as entry', 'entry.id', 'line.entry_id')
    .select([
      'line.account',
      sql<bigint>`sum(line.debit_cents)::bigint`.as('debit'),
      sql<bigint>`sum(line.credit_cents)::bigint`.as('credit'),
    ])
    .where('line.company_id', '=', tenant.companyId)
    .where('entry.entry_on', '<=', on)
    .groupBy('line.account')
    .orderBy('line.account')
    .execute()
}

/** Per customer, the balance of 411 and the sum of what is open, where they differ: empty when the books are right. */
export async function receivableDifferences(db: Db, companyId: Id) {
  const result = await sql<{ customer_id: Id; ledger: bigint; open: bigint }>`
    select coalesce(ledger.customer_id, items.customer_id) as customer_id, coalesce(ledger.balance, 0)::bigint as ledger, coalesce(items.open, 0)::bigint as open
    from (select customer_id, sum(debit_cents - credit_cents) as balance from ledger_lines
          where company_id = ${companyId} and account = ${ACCOUNTS.customers} group by customer_id) ledger
    full join (select customer_id, sum(open_cents) as open from receivable_items where company_id = ${companyId} group by customer_id) items
      on items.customer_id = ledger.customer_id
    where coalesce(ledger.balance, 0) <> coalesce(items.open, 0)`.execute(db)
  return result.rows
}

/** Years whose entry numbers have a hole or do not end where their counter says, and entries that do not balance. */
export async function ledgerFaults(db: Db, companyId: Id): Promise<string[]> {
  const holes = await sql<{ year: number; last: bigint; count: bigint }>`
    select year, greatest(coalesce(max(entry.number), 0), counter.last_number)::bigint as last, count(entry.number)::bigint as count
    from ledger_counters counter left join ledger_entries entry using (company_id, year) where company_id = ${companyId}
    group by year, counter.last_number having counter.last_number <> count(entry.number) or max(entry.number) <> count(entry.number)`.execute(
    db,
  )
  const unbalanced = await sql<{ entry_id: Id }>`
    select entry_id from ledger_lines where company_id = ${companyId} group by entry_id having sum(debit_cents) <> sum(credit_cents)`.execute(
    db,
  )
  return [
    ...holes.rows.map((row) => `entries of ${row.year}: ${row.count} for a last number of ${row.last}`),
    ...unbalanced.rows.map((row) => `entry ${row.entry_id} does not balance`),
  ]
}
