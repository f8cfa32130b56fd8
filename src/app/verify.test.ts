import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Db } from '#platform/db'
import { aBusyMonth } from './samples.fixture.ts'
import { openTestApi, type TestApi } from './test-api.ts'
import { verifyAll, verifyCompanies } from './verify.ts'

type Month = Awaited<ReturnType<typeof aBusyMonth>>
let api: TestApi
let month: Month
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  month = await aBusyMonth(api)
})
afterAll(() => api.close())

class Undone extends Error {}

/** What is found after a change that someone with every right on the server could make, past triggers and references. Then it is undone. */
async function faultsAfter(change: (db: Db, month: Month) => Promise<unknown>): Promise<string[]> {
  let found: string[] = []
  const tampering = api.database.owner.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    await change(db, month)
    found = (await verifyCompanies(db)).flatMap((verdict) => verdict.faults)
    throw new Undone()
  })
  await expect(tampering).rejects.toThrow(Undone)
  return found
}

describe('the verification', () => {
  it('finds nothing in an honest company, and says how much it looked at', async () => {
    expect(await verifyAll(api.database)).toMatchObject([{ company: 'Atelier Brocéliande', invoices: 4n, faults: [] }])
  })

  it.each<[string, (db: Db, month: Month) => Promise<unknown>, string[]]>([
    [
      'an audit entry changed',
      (db) => sql`update audit_entries set payload = replace(payload, 'Porte en chêne', 'Porte en sapin') where seq = 1`.execute(db),
      ['audit: entry 1 was changed'],
    ],
    [
      'an audit entry removed',
      (db) => sql`delete from audit_entries where seq = 3`.execute(db),
      ['audit: entry 3 is missing', 'audit: entry 4 does not follow the one before'],
    ],
    [
      'the last audit entry removed',
      (db) => sql`delete from audit_entries where seq = (select max(seq) from audit_entries)`.execute(db),
      ['audit: the head is not the last entry'],
    ],
    [
      'a byte of a PDF changed',
      (db, { open }) =>
        sql`update archived_documents set bytes = set_byte(bytes, 1000, get_byte(bytes, 1000) # 1) where invoice_id = ${open.id}`.execute(
          db,
        ),
      ['archive: F2026-00003.pdf is not what was archived'],
    ],
    [
      'a PDF replaced with its hash',
      (db, { open }) =>
        sql`update archived_documents set bytes = 'x', sha256 = encode(sha256('x'), 'hex') where invoice_id = ${open.id}`.execute(db),
      ['archive: F2026-00003.pdf does not follow the one before'],
    ],
    [
      'an issued invoice out of the archive',
      (db, { settled }) => sql`update archived_documents set invoice_id = null where invoice_id = ${settled.id}`.execute(db),
      ['numbers: F2026-00001 is not in the archive'],
    ],
    [
      'a hole in the numbers',
      (db, { credited }) => sql`delete from invoices where id = ${credited.id}`.execute(db),
      ['numbers: invoice 2026: numbers 1 to 3 were given, 2 documents bear 1 to 3'],
    ],
    [
      'the first invoice removed',
      (db, { settled }) => sql`delete from invoices where id = ${settled.id}`.execute(db),
      ['numbers: invoice 2026: numbers 1 to 3 were given, 2 documents bear 2 to 3'],
    ],
    [
      'the last invoice removed',
      (db, { open }) => sql`delete from invoices where id = ${open.id}`.execute(db),
      ['numbers: invoice 2026: numbers 1 to 3 were given, 2 documents bear 1 to 2'],
    ],
    [
      'every credit note removed',
      (db) => sql`delete from invoices where kind = 'credit_note'`.execute(db),
      ['numbers: credit_note 2026: numbers 1 to 1 were given, 0 documents bear nothing to nothing'],
    ],
    [
      'a counter put back',
      (db) => sql`update number_counters set last_sequence = 2 where kind = 'invoice'`.execute(db),
      ['numbers: invoice 2026: numbers 1 to 2 were given, 3 documents bear 1 to 3'],
    ],
    [
      'a total changed',
      (db, { open }) => sql`update invoices set total_cents = total_cents - 100 where id = ${open.id}`.execute(db),
      ['documents: F2026-00003: total 133552 cents, 133652 on the document, 133652 to be paid, 133652 on account 411'],
    ],
    [
      'an open item lowered',
      (db, { open }) => sql`update receivable_items set open_cents = open_cents - 100 where invoice_id = ${open.id}`.execute(db),
      [
        expect.stringMatching(/^ledger: customer .+ owes 133552 in open items and 133652 on account 411$/),
        'receivables: F2026-00003: open 133552 cents, 133652 by its allocations',
      ],
    ],
    [
      'an allocation removed',
      (db) => sql`delete from allocations where origin = 'payment' or origin = 'manual'`.execute(db),
      [expect.stringMatching(/^receivables: F2026-00001: open 0 cents, 133652 by its allocations$/)],
    ],
    [
      'an entry that does not balance',
      (db, { open }) =>
        sql`update ledger_lines set credit_cents = credit_cents + 1 where credit_cents > 0 and account like '44571%'
          and entry_id = (select id from ledger_entries where invoice_id = ${open.id})`.execute(db),
      [expect.stringMatching(/^ledger: entry .+ does not balance$/)],
    ],
    [
      'an entry removed',
      (db, { open }) =>
        sql`with gone as (delete from ledger_entries where invoice_id = ${open.id} returning id)
        delete from ledger_lines where entry_id in (select id from gone)`.execute(db),
      [
        expect.stringMatching(/^ledger: customer .+ owes 133652 in open items and 0 on account 411$/),
        expect.stringMatching(/^ledger: entries of 2026: [0-9]+ for a last number of [0-9]+$/),
      ],
    ],
    [
      'a code taken away',
      (db) => sql`delete from lettered_lines`.execute(db),
      ['lettering: F2026-00001: closed with all it is linked to, and not lettered'],
    ],
    [
      'a code on what is open',
      (db, { open }) =>
        sql`insert into lettered_lines (lettering_id, company_id, entry_id, position)
          select (select id from letterings limit 1), entry.company_id, entry.id, position
          from ledger_entries entry join ledger_lines line on line.entry_id = entry.id and line.customer_id is not null
          where entry.invoice_id = ${open.id}`.execute(db),
      [
        'lettering: F2026-00003: lettered while something it is linked to is open',
        expect.stringMatching(/^lettering: .+: lettering [0-9]+ adds up to 133652 cents$/),
      ],
    ],
    [
      'another code on one side',
      (db, { settled }) =>
        sql`with other as (
            insert into letterings select gen_random_uuid(), company_id, customer_id, 99, lettered_on, lettered_at from letterings limit 1 returning id
          )
          update lettered_lines set lettering_id = other.id from other
          where entry_id = (select id from ledger_entries where invoice_id = ${settled.id} and allocation_id is null)`.execute(db),
      ['lettering: F2026-00001: bears another code than what it is linked to'],
    ],
    [
      'a line of account 411 that is no item',
      (db, { open }) => sql`delete from receivable_items where invoice_id = ${open.id}`.execute(db),
      ['lettering: F2026-00003: 133652 cents on account 411, 0 in items'],
    ],
    [
      'an invoice forgotten by the books and by what is owed alike',
      async (db, { open }) => {
        await sql`with gone as (delete from ledger_entries where invoice_id = ${open.id} returning id)
          delete from ledger_lines where entry_id in (select id from gone)`.execute(db)
        await sql`delete from receivable_items where invoice_id = ${open.id}`.execute(db)
      },
      ['documents: F2026-00003: total 133652 cents, 133652 on the document, 0 to be paid, 0 on account 411'],
    ],
  ])('says that it found %s', async (_, change, found) => {
    expect(await faultsAfter(change)).toEqual(expect.arrayContaining(found))
  })
})
