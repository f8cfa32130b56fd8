/** Everything that must agree, company by company: what `encours verify` and a restored backup are judged by. */
import { sql } from 'kysely'
import { verifyArchive } from '#archive'
import { verifyChain } from '#audit'
import type { Id } from '#core/ids'
import { archiveJobKey } from '#invoices'
import { ledgerFaults, letteringFaults, receivableDifferences } from '#ledger'
import type { Database, Db } from '#platform/db'
import { verifyReceivables } from '#receivables'
import { verifyBookings } from '#reconciliation'

export type Verdict = {
  readonly company: string
  readonly auditEntries: bigint
  readonly documents: bigint
  readonly invoices: bigint
  readonly faults: readonly string[]
}

export async function verifyAll(database: Database): Promise<Verdict[]> {
  // One snapshot for all the checks: what is written meanwhile is judged next time.
  return database.owner.transaction().setIsolationLevel('repeatable read').execute(verifyCompanies)
}

export async function verifyCompanies(db: Db): Promise<Verdict[]> {
  const companies = await sql<{ id: Id; name: string }>`select id, name from companies order by created_at`.execute(db)
  const verdicts: Verdict[] = []
  for (const company of companies.rows) verdicts.push(await verifyCompany(db, company))
  return verdicts
}

async function verifyCompany(db: Db, { id, name }: { id: Id; name: string }): Promise<Verdict> {
  const audit = await verifyChain(db, id)
  const archive = await verifyArchive(db, id)
  const numbers = await numberFaults(db, id)
  const differences = await receivableDifferences(db, id)
  return {
    company: name,
    auditEntries: audit.entries,
    documents: archive.documents,
    invoices: numbers.issued,
    faults: [
      ...audit.faults.map((fault) => `audit: ${fault}`),
      ...archive.faults.map((fault) => `archive: ${fault}`),
      ...numbers.faults.map((fault) => `numbers: ${fault}`),
      ...(await documentFaults(db, id)).map((fault) => `documents: ${fault}`),
      ...differences.map((row) => `ledger: customer ${row.customer_id} owes ${row.open} in open items and ${row.ledger} on account 411`),
      ...(await ledgerFaults(db, id)).map((fault) => `ledger: ${fault}`),
      ...(await letteringFaults(db, id)).map((fault) => `lettering: ${fault}`),
      ...(await verifyReceivables(db, id)).map((fault) => `receivables: ${fault}`),
      ...(await verifyBookings(db, id)).map((fault) => `bank: ${fault}`),
    ],
  }
}

/** Enough to know what is wrong. */
const DOCUMENTS_NAMED = 20

type Series = { kind: string; year: number; start: bigint; given: bigint | null; first: bigint | null; last: bigint | null; count: bigint }

/** Numbers given that no document bears, or the other way round; issued documents without archive. */
async function numberFaults(db: Db, companyId: Id): Promise<{ issued: bigint; faults: string[] }> {
  // The number chosen for the first document of a series serves once; every later year starts at 1.
  const { rows: series } = await sql<Series>`
    with borne as (
      select kind, number_year as year, min(number_sequence)::bigint as first, max(number_sequence)::bigint as last, count(*)::bigint as count
      from invoices where company_id = ${companyId} and status = 'issued' group by kind, number_year
    ), counters as (select kind, year, last_sequence from number_counters where company_id = ${companyId})
    select kind, year, borne.first, borne.last, coalesce(borne.count, 0) as count, counters.last_sequence as given,
      case when year = min(year) over (partition by kind) then coalesce(chosen.first_sequence, 1) else 1 end as start
    from borne full join counters using (kind, year)
    left join (select kind, first_sequence from number_series where company_id = ${companyId}) chosen using (kind)
    order by kind, year`.execute(db)
  // Documents issued many at once wait for the job that draws them: as long as it is in the queue, nothing is missing.
  const unarchived = await sql<{ number: string }>`
    select number from invoices i where company_id = ${companyId} and status = 'issued'
      and not exists (select from graphile_worker.jobs where key = ${archiveJobKey(companyId)})
      and not exists (select from archived_documents d where d.company_id = i.company_id and d.invoice_id = i.id and d.kind = i.kind)
    order by number limit ${DOCUMENTS_NAMED}`.execute(db)
  return {
    issued: series.reduce((sum, row) => sum + row.count, 0n),
    faults: [
      ...series.filter((row) => !isContinuous(row)).map(seriesFault),
      ...unarchived.rows.map((row) => `${row.number} is not in the archive`),
    ],
  }
}

const isContinuous = ({ count, first, given, last, start }: Series): boolean =>
  first === start && last === given && first !== null && last !== null && last - first + 1n === count

const seriesFault = ({ count, first, given, kind, last, start, year }: Series): string =>
  `${kind} ${year}: numbers ${start} to ${given ?? 'nothing'} were given, ${count} documents bear ${first ?? 'nothing'} to ${last ?? 'nothing'}`

/** Issued documents whose total is not what they say, what is owed for them, or what was booked. */
async function documentFaults(db: Db, companyId: Id): Promise<string[]> {
  const { rows } = await sql<{ number: string; total: bigint; written: bigint; owed: bigint; booked: bigint }>`
    with issued as (
      select id, number, case kind when 'invoice' then total_cents else -total_cents end as total,
        case kind when 'invoice' then 1 else -1 end * ((document -> 'totals' ->> 'gross')::numeric * 100)::bigint as written
      from invoices where company_id = ${companyId} and status = 'issued'
    ), owed as (
      select invoice_id, sum(amount_cents)::bigint as cents from receivable_items where company_id = ${companyId} group by invoice_id
    ), booked as (
      select entry.invoice_id, sum(line.debit_cents - line.credit_cents)::bigint as cents
      from ledger_entries entry join ledger_lines line on line.entry_id = entry.id and line.customer_id is not null
      where entry.company_id = ${companyId} and entry.payment_id is null and entry.allocation_id is null group by entry.invoice_id
    )
    select number, total, written, coalesce(owed.cents, 0) as owed, coalesce(booked.cents, 0) as booked
    from issued left join owed on owed.invoice_id = issued.id left join booked on booked.invoice_id = issued.id
    where (written, coalesce(owed.cents, 0), coalesce(booked.cents, 0)) is distinct from (total, total, total)
    order by number limit ${DOCUMENTS_NAMED}`.execute(db)
  return rows.map(
    ({ booked, number, owed, total, written }) =>
      `${number}: total ${total} cents, ${written} on the document, ${owed} to be paid, ${booked} on account 411`,
  )
}
