/** Multiplies a company's life by SQL: each copy has its own customers, the numbers of all copies follow each other without gap. */
import { sql, type Transaction } from 'kysely'
import { type Id, uuidv7 } from '#core/ids'
import type { Database, DB } from '#platform/db'

type Upkeep = Transaction<DB>
export type Multiplication = { readonly from: string; readonly slug: string; readonly name: string; readonly invoices: number }

/** Their triggers guard what people do; copies of guarded rows need no guard, and a hundred thousand calls less. */
const GUARDED = ['invoices', 'invoice_lines', 'allocations', 'payments', 'ledger_entries', 'ledger_lines', 'lettered_lines'] as const

export async function multiplyCompany(database: Database, wish: Multiplication): Promise<Id> {
  return database.owner.transaction().execute(async (db) => {
    const source = await db.selectFrom('companies').select('id').where('slug', '=', wish.from).executeTakeFirstOrThrow()
    const { rows } = await sql<{
      count: bigint
    }>`select count(*) from invoices where company_id = ${source.id} and status = 'issued' and kind = 'invoice'`.execute(db)
    const copies = Math.ceil(wish.invoices / Number(rows[0]?.count ?? 1n))
    const companyId = uuidv7(new Date())
    await copyCompany(db, source.id, companyId, wish)
    for (const table of GUARDED) await sql`alter table ${sql.table(table)} disable trigger user`.execute(db)
    await numberCopies(db, source.id, copies)
    await copySales(db, source.id, companyId, copies)
    await copyMoney(db, source.id, companyId, copies)
    await copyBooks(db, source.id, companyId, copies)
    for (const table of GUARDED) await sql`alter table ${sql.table(table)} enable trigger user`.execute(db)
    return companyId
  })
}

/** The id of the copy of a row: always the same, so that references find it without a table of them. */
const copyOf = (column: string) => sql.raw(`md5(${column}::text || ':' || copy)::uuid`)
const eachCopy = (copies: number) => sql`generate_series(1, ${copies}) copy`

async function copyCompany(db: Upkeep, sourceId: Id, companyId: Id, { name, slug }: Multiplication): Promise<void> {
  await sql`insert into companies select (json_populate_record(c, json_build_object('id', ${companyId}::text, 'slug', ${slug}::text, 'name', ${name}::text))).*
    from companies c where id = ${sourceId}`.execute(db)
  await sql`insert into members (company_id, person_id, role, created_at)
    select ${companyId}, person_id, role, created_at from members where company_id = ${sourceId}`.execute(db)
}

/** Every document of every copy gets its place in the series of all: by day, then as in the source. */
async function numberCopies(db: Upkeep, sourceId: Id, copies: number): Promise<void> {
  await sql`create temporary table numbered on commit drop as
    select i.id, copy, i.kind, i.number_year as year,
      row_number() over (partition by i.kind, i.number_year order by i.issued_on, i.number_sequence, copy) as sequence,
      regexp_replace(i.number, '[0-9]+$', '') as prefix
    from invoices i, ${eachCopy(copies)} where i.company_id = ${sourceId} and i.status = 'issued'`.execute(db)
  await sql`create index on numbered (id, copy)`.execute(db)
  await sql`analyze numbered`.execute(db)
}

const NUMBER = sql.raw(`prefix || lpad(sequence::text, greatest(5, length(sequence::text)), '0')`)

async function copySales(db: Upkeep, sourceId: Id, companyId: Id, copies: number): Promise<void> {
  await sql`insert into customers (id, company_id, code, kind, name, siren, siret, vat_number, address_line1, address_line2, postcode, city, country,
      delivery_address, e_address, e_address_scheme, language, payment_terms, buyer_reference, notes, created_at)
    select ${copyOf('id')}, ${companyId}, code || '-' || copy, kind, name || ' ' || copy, siren, siret, vat_number, address_line1, address_line2, postcode, city,
      country, delivery_address, e_address, e_address_scheme, language, payment_terms, buyer_reference, notes, created_at
    from customers, ${eachCopy(copies)} where company_id = ${sourceId}`.execute(db)
  await sql`insert into customer_contacts (id, company_id, customer_id, name, email, phone, roles, position)
    select ${copyOf('id')}, ${companyId}, ${copyOf('customer_id')}, name, email, phone, roles, position
    from customer_contacts, ${eachCopy(copies)} where company_id = ${sourceId}`.execute(db)
  await sql`insert into customer_counters (company_id, last_code) values (${companyId}, ${copies * 1000})`.execute(db)
  await sql`insert into invoices (id, company_id, kind, status, customer_id, customer_name, options, credited_invoice_id, currency, net_cents, vat_cents, total_cents,
      version, created_at, updated_at, number, number_year, number_sequence, issued_on, issued_at, due_on, document)
    select ${copyOf('i.id')}, ${companyId}, i.kind, i.status, ${copyOf('i.customer_id')}, i.customer_name || ' ' || copy, i.options, ${copyOf('i.credited_invoice_id')},
      i.currency, i.net_cents, i.vat_cents, i.total_cents, i.version, i.created_at, i.updated_at, ${NUMBER}, year, sequence, i.issued_on, i.issued_at, i.due_on,
      jsonb_set(case when i.document -> 'payment' -> 'remittance' is null then i.document else jsonb_set(i.document, '{payment,remittance}', to_jsonb(${NUMBER})) end,
        '{number}', to_jsonb(${NUMBER}))
    from invoices i join numbered n on n.id = i.id where i.company_id = ${sourceId}
    order by n.sequence`.execute(db)
  await sql`insert into invoice_lines (id, company_id, invoice_id, position, name, description, nature, quantity_e4, unit, unit_price_e6, discount_bp, vat_code, net_cents,
      credited_line_id)
    select ${copyOf('l.id')}, ${companyId}, ${copyOf('l.invoice_id')}, l.position, l.name, l.description, l.nature, l.quantity_e4, l.unit, l.unit_price_e6, l.discount_bp,
      l.vat_code, l.net_cents, ${copyOf('l.credited_line_id')}
    from invoice_lines l join invoices i on i.id = l.invoice_id and i.status = 'issued', ${eachCopy(copies)} where l.company_id = ${sourceId}`.execute(
    db,
  )
  await sql`insert into number_counters (company_id, kind, year, last_sequence, last_issued_on)
    select ${companyId}, i.kind, i.number_year, max(n.sequence), max(i.issued_on) from invoices i join numbered n on n.id = i.id group by i.kind, i.number_year`.execute(
    db,
  )
  await sql`insert into number_series select ${companyId}, kind, pattern, first_sequence, used_at from number_series where company_id = ${sourceId}`.execute(
    db,
  )
}

async function copyMoney(db: Upkeep, sourceId: Id, companyId: Id, copies: number): Promise<void> {
  await sql`insert into payments (id, company_id, customer_id, paid_on, amount_cents, method, reference, created_at)
    select ${copyOf('id')}, ${companyId}, ${copyOf('customer_id')}, paid_on, amount_cents, method, reference, created_at
    from payments, ${eachCopy(copies)} where company_id = ${sourceId} order by paid_on`.execute(db)
  await sql`insert into receivable_items (id, company_id, customer_id, kind, invoice_id, payment_id, position, reference, amount_cents, open_cents, dated_on, due_on, settled_on)
    select ${copyOf('item.id')}, ${companyId}, ${copyOf('item.customer_id')}, item.kind, ${copyOf('item.invoice_id')}, ${copyOf('item.payment_id')}, item.position,
      coalesce((select ${NUMBER} from numbered n where n.id = item.invoice_id and n.copy = c.copy), item.reference),
      item.amount_cents, item.open_cents, item.dated_on, item.due_on, item.settled_on
    from receivable_items item, generate_series(1, ${copies}) c(copy) where item.company_id = ${sourceId} order by item.dated_on`.execute(
    db,
  )
  await sql`insert into allocations (id, company_id, debit_item_id, credit_item_id, amount_cents, allocated_on, origin, evidence, undoes_id, created_at)
    select ${copyOf('id')}, ${companyId}, ${copyOf('debit_item_id')}, ${copyOf('credit_item_id')}, amount_cents, allocated_on, origin, evidence, ${copyOf('undoes_id')}, created_at
    from allocations, ${eachCopy(copies)} where company_id = ${sourceId} order by allocated_on`.execute(db)
}

async function copyBooks(db: Upkeep, sourceId: Id, companyId: Id, copies: number): Promise<void> {
  await sql`insert into ledger_entries (id, company_id, journal, year, number, entry_on, piece_reference, piece_on, label, customer_id, invoice_id, payment_id,
      allocation_id, posted_at)
    select ${copyOf('id')}, ${companyId}, journal, year, row_number() over (partition by year order by entry_on, number, copy), entry_on, piece_reference, piece_on, label,
      ${copyOf('customer_id')}, ${copyOf('invoice_id')}, ${copyOf('payment_id')}, ${copyOf('allocation_id')}, posted_at
    from ledger_entries, ${eachCopy(copies)} where company_id = ${sourceId}`.execute(db)
  await sql`insert into ledger_lines (company_id, entry_id, position, account, auxiliary, customer_id, debit_cents, credit_cents)
    select ${companyId}, ${copyOf('entry_id')}, position, account, auxiliary || '-' || copy, ${copyOf('customer_id')}, debit_cents, credit_cents
    from ledger_lines, ${eachCopy(copies)} where company_id = ${sourceId}`.execute(db)
  await sql`insert into letterings (id, company_id, customer_id, number, lettered_on, lettered_at)
    select ${copyOf('id')}, ${companyId}, ${copyOf('customer_id')}, number, lettered_on, lettered_at
    from letterings, ${eachCopy(copies)} where company_id = ${sourceId}`.execute(db)
  await sql`insert into lettered_lines (lettering_id, company_id, entry_id, position)
    select ${copyOf('lettering_id')}, ${companyId}, ${copyOf('entry_id')}, position
    from lettered_lines, ${eachCopy(copies)} where company_id = ${sourceId}`.execute(db)
  await sql`insert into unletterings (lettering_id, company_id, unlettered_at)
    select ${copyOf('lettering_id')}, ${companyId}, unlettered_at
    from unletterings, ${eachCopy(copies)} where company_id = ${sourceId}`.execute(db)
  await sql`insert into ledger_counters select ${companyId}, year, max(number) from ledger_entries where company_id = ${companyId} group by year`.execute(
    db,
  )
}
