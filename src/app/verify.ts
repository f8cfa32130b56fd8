/** Everything that must agree, company by company: what `encours verify` and a restored backup are judged by. */
import { sql } from 'kysely'
import { verifyArchive } from '#archive'
import { verifyChain } from '#audit'
import type { Id } from '#core/ids'
import { archiveJobKey } from '#invoices'
import { ledgerFaults, receivableDifferences } from '#ledger'
import type { Database, Db } from '#platform/db'
import { verifyReceivables } from '#receivables'

export type Verdict = {
  readonly company: string
  readonly auditEntries: bigint
  readonly documents: bigint
  readonly invoices: bigint
  readonly faults: readonly string[]
}

export async function verifyAll(database: Database): Promise<Verdict[]> {
  // One snapshot for all the checks: what is written meanwhile is judged next time.
  return database.owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      // Row-level security is forced: the owner, unless it is a superuser, sees a company only from within.
      const companies = await sql<{ id: Id; name: string }>`select id, name from companies order by created_at`.execute(db)
      const verdicts: Verdict[] = []
      for (const company of companies.rows) verdicts.push(await verifyCompany(db, company))
      return verdicts
    })
}

async function verifyCompany(db: Db, { id, name }: { id: Id; name: string }): Promise<Verdict> {
  await sql`select set_config('encours.company', ${id}, true)`.execute(db)
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
      ...differences.map((row) => `ledger: customer ${row.customer_id} owes ${row.open} in open items and ${row.ledger} on account 411`),
      ...(await ledgerFaults(db, id)).map((fault) => `ledger: ${fault}`),
      ...(await verifyReceivables(db, id)).map((fault) => `receivables: ${fault}`),
    ],
  }
}

/** Holes and repetitions in a series, issued documents without archive, counters that say something else than the documents. */
async function numberFaults(db: Db, companyId: Id): Promise<{ issued: bigint; faults: string[] }> {
  const series = await sql<{ kind: string; year: number; first: bigint; last: bigint; count: bigint; counter: bigint | null }>`
    select i.kind, i.number_year as year, min(i.number_sequence)::bigint as first, max(i.number_sequence)::bigint as last, count(*)::bigint as count,
      max(c.last_sequence)::bigint as counter
    from invoices i left join number_counters c on c.company_id = i.company_id and c.kind = i.kind and c.year = i.number_year
    where i.company_id = ${companyId} and i.status = 'issued' group by i.kind, i.number_year`.execute(db)
  // Documents issued many at once wait for the job that draws them: as long as it is in the queue, nothing is missing.
  const unarchived = await sql<{ number: string }>`
    select number from invoices i where company_id = ${companyId} and status = 'issued'
      and not exists (select from graphile_worker.jobs where key = ${archiveJobKey(companyId)})
      and not exists (select from archived_documents d where d.company_id = i.company_id and d.invoice_id = i.id and d.kind = i.kind)
    order by number limit 20`.execute(db)
  const totals = await sql<{ number: string }>`
    select number from invoices where company_id = ${companyId} and status = 'issued'
      and (document -> 'totals' ->> 'gross')::numeric * 100 <> total_cents order by number limit 20`.execute(db)
  const faults = [
    ...series.rows
      .filter((row) => row.last - row.first + 1n !== row.count)
      .map((row) => `${row.kind} ${row.year}: ${row.count} documents between ${row.first} and ${row.last}`),
    ...series.rows.filter((row) => row.counter !== row.last).map((row) => `${row.kind} ${row.year}: the counter says ${row.counter ?? 'nothing'}, the last document ${row.last}`),
    ...unarchived.rows.map((row) => `${row.number} is not in the archive`),
    ...totals.rows.map((row) => `${row.number}: the total stored is not that of the document`),
  ]
  return { issued: series.rows.reduce((sum, row) => sum + row.count, 0n), faults }
}
