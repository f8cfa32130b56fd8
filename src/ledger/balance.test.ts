import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { uuidv7 } from '#core/ids'
import type { Db } from '#platform/db'
import { aCustomer, anIssuedInvoice } from '../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../app/test-api.ts'

let api: TestApi
let invoiceId: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  invoiceId = (await anIssuedInvoice(api, await aCustomer(api))).id
})
afterAll(() => api.close())

/** The entry of the invoice once more, under the next number, with what is added to its credit. */
const again = (db: Db, cents: number) =>
  sql`
    with entry as (
      insert into ledger_entries (id, company_id, journal, year, number, entry_on, piece_reference, piece_on, label, customer_id, posted_at)
      select ${uuidv7(api.clock.now())}::uuid, company_id, journal, year, number + 1, entry_on, piece_reference, piece_on, label, customer_id, posted_at
      from ledger_entries where invoice_id = ${invoiceId}
      returning id, company_id
    )
    insert into ledger_lines (company_id, entry_id, position, account, debit_cents, credit_cents)
    select entry.company_id, entry.id, line.position, line.account, line.debit_cents,
      case when line.credit_cents > 0 then line.credit_cents + ${cents} else 0 end
    from entry, ledger_lines line where line.entry_id = (select id from ledger_entries where invoice_id = ${invoiceId})
  `.execute(db)

const undone = new Error('undone')
const tried = (cents: number) =>
  api.database.owner.transaction().execute(async (db) => {
    await again(db, cents)
    throw undone
  })

test('the database takes an entry that balances, and refuses one that does not', async () => {
  await expect(tried(0)).rejects.toBe(undone)
  await expect(tried(1)).rejects.toThrow(/^ledger entry .+ does not balance$/)
})
