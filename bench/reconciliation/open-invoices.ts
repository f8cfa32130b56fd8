/** A company that owes nobody and to whom much is owed: one invoice sold through the product, copied by SQL as often as wanted. */
import { join } from 'node:path'
import pg from 'pg'
import { findRunningDatabase } from '#platform/db/launcher'
import type { Client } from '../client.ts'
import { CUSTOMERS } from './many-lines.ts'

export async function askDatabase<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const connection = await findRunningDatabase(join(dataDir, 'postgresql'))
  if (connection === undefined) throw new Error('the database does not answer')
  const client = new pg.Client({ ...connection, ssl: false })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Invoices 2 to `count` + 1, each of its own amount; nobody reads them, so they are not drawn: `encours verify` names them as missing in the archive. */
export async function openInvoices(client: Client, dataDir: string, count: number, today: string): Promise<{ first: number }> {
  const address = { line1: '4 quai de la Loire', postcode: '44000', city: 'Nantes', country: 'FR' }
  const customer = await client<{ id: string }>('POST', '/customers', { name: 'MODELE SARL', siren: '552100554', address })
  const line = { name: 'Pose', nature: 'goods', quantity: '1', unitPrice: '100', vatCode: 'EXEMPT_261D_2' }
  const draft = await client<{ id: string }>('POST', '/invoices', { customerId: customer.id, deliveredOn: today, lines: [line] })
  await client('POST', `/invoices/${draft.id}/issue`, {})
  await askDatabase(dataDir, (database) => copy(database, { customerId: customer.id, invoiceId: draft.id, count }))
  return { first: 2 }
}

type Copying = { readonly customerId: string; readonly invoiceId: string; readonly count: number }

/** As `invoiceCents` in many-lines.ts. */
const CENTS = '(12000 + (n::bigint * 7919) % 400000)'
const ID = `md5(name || n)::uuid`

async function copy(client: pg.Client, { count, customerId, invoiceId }: Copying): Promise<void> {
  const each = `generate_series(2, ${count + 1}) n`
  const idOf = (what: string) => ID.replace('name', `'${what} '`)
  const customerOf = `md5('customer ' || n % ${CUSTOMERS})::uuid`
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(
    `insert into customers (id, company_id, code, kind, name, address_line1, postcode, city, country, e_address, e_address_scheme, language, created_at)
     select md5('customer ' || c)::uuid, company_id, 'K' || c, kind, 'MENUISERIE ' || c || ' SARL', address_line1, postcode, city, country, e_address,
       e_address_scheme, language, created_at
     from customers, generate_series(0, ${CUSTOMERS - 1}) c where id = $1`,
    [customerId],
  )
  await client.query(
    `insert into invoices (id, company_id, kind, status, customer_id, customer_name, options, currency, net_cents, vat_cents, total_cents, version, created_at,
       updated_at, number, number_year, number_sequence, issued_on, issued_at, due_on, document)
     select ${idOf('invoice')}, company_id, kind, status, ${customerOf}, 'MENUISERIE ' || n % ${CUSTOMERS} || ' SARL', options, currency, ${CENTS}, 0, ${CENTS},
       version, created_at, updated_at, regexp_replace(number, '[0-9]+$', lpad(n::text, 5, '0')), number_year, n, issued_on, issued_at, due_on,
       jsonb_set(document, '{totals,gross}', to_jsonb(to_char(${CENTS} / 100.0, 'FM9999990.00')))
     from invoices, ${each} where id = $1`,
    [invoiceId],
  )
  await client.query(`update number_counters set last_sequence = ${count + 1}`)
  await client.query(
    `insert into receivable_items (id, company_id, customer_id, kind, invoice_id, position, reference, amount_cents, open_cents, dated_on, due_on)
     select ${idOf('item')}, item.company_id, ${customerOf}, item.kind, ${idOf('invoice')}, 1, regexp_replace(reference, '[0-9]+$', lpad(n::text, 5, '0')), ${CENTS},
       ${CENTS}, dated_on, due_on
     from receivable_items item, ${each} where invoice_id = $1`,
    [invoiceId],
  )
  await client.query(
    `insert into ledger_entries (id, company_id, journal, year, number, entry_on, piece_reference, piece_on, label, customer_id, invoice_id, posted_at)
     select ${idOf('entry')}, company_id, journal, year, n, entry_on, regexp_replace(piece_reference, '[0-9]+$', lpad(n::text, 5, '0')), piece_on, label,
       ${customerOf}, ${idOf('invoice')}, posted_at
     from ledger_entries, ${each} where invoice_id = $1`,
    [invoiceId],
  )
  await client.query(
    `insert into ledger_lines (company_id, entry_id, position, account, auxiliary, customer_id, debit_cents, credit_cents)
     select line.company_id, ${idOf('entry')}, position, account, case when line.customer_id is not null then 'K' || n % ${CUSTOMERS} end,
       case when line.customer_id is not null then ${customerOf} end, case when debit_cents > 0 then ${CENTS} else 0 end,
       case when credit_cents > 0 then ${CENTS} else 0 end
     from ledger_lines line join ledger_entries entry on entry.id = line.entry_id, ${each} where entry.invoice_id = $1`,
    [invoiceId],
  )
  await client.query(`update ledger_counters set last_number = ${count + 1}`)
  await client.query('commit')
  await client.query('analyze customers, invoices, receivable_items, ledger_entries, ledger_lines')
}
