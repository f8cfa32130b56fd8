/** What the database of a running installation holds, asked beside the product: so that it is not judged by its own word. */
import { join } from 'node:path'
import pg from 'pg'
import { findRunningDatabase } from '#platform/db/launcher'

export type Heard = {
  /** Number and hash by invoice, as the product answered them. */
  readonly invoices: ReadonlyMap<string, { readonly number: string; readonly sha256: string }>
  readonly payments: ReadonlySet<string>
}

/** One sentence for each thing that was answered and is not there, each hole in the numbers, each sale made twice. */
export async function faultsOf(dataDir: string, heard: Heard): Promise<string[]> {
  const connection = await findRunningDatabase(join(dataDir, 'postgresql'))
  if (connection === undefined) return ['the database does not answer']
  const client = new pg.Client({ ...connection, ssl: false })
  await client.connect()
  try {
    return [
      ...(await missingInvoices(client, heard)),
      ...(await missingPayments(client, heard)),
      ...(await holes(client)),
      ...(await doubles(client)),
    ]
  } finally {
    await client.end()
  }
}

async function missingInvoices(client: pg.Client, { invoices }: Heard): Promise<string[]> {
  const { rows } = await client.query<{ id: string; number: string; sha256: string | null }>(
    `select i.id, i.number, d.sha256 from invoices i left join archived_documents d on d.company_id = i.company_id and d.invoice_id = i.id and d.kind = i.kind
     where i.status = 'issued'`,
  )
  const kept = new Map(rows.map((row) => [row.id, row]))
  return [...invoices].flatMap(([id, { number, sha256 }]) => {
    const row = kept.get(id)
    if (!row) return [`invoice ${number} was answered and is lost`]
    if (row.number !== number) return [`invoice ${number} now bears ${row.number}`]
    return row.sha256 === sha256 ? [] : [`the document of ${number} is not the one answered`]
  })
}

async function missingPayments(client: pg.Client, { payments }: Heard): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from payments')
  const kept = new Set(rows.map((row) => row.id))
  return [...payments].filter((id) => !kept.has(id)).map((id) => `payment ${id} was answered and is lost`)
}

async function holes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ kind: string; year: number; missing: number }>(
    `select kind, number_year as year, (max(number_sequence) - count(distinct number_sequence))::int as missing
     from invoices where status = 'issued' group by company_id, kind, number_year having max(number_sequence) <> count(*)`,
  )
  return rows.map((row) => `${row.kind} ${row.year}: ${row.missing} numbers missing`)
}

/** Each sale has a customer of its own: a second invoice or payment of theirs is the same request done twice. */
async function doubles(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.name from customers c where (select count(*) from invoices i where i.customer_id = c.id) > 1
       or (select count(*) from payments p where p.customer_id = c.id) > 1
     union all select name from customers group by name having count(*) > 1`,
  )
  return rows.map((row) => `${row.name} was sold to twice`)
}
