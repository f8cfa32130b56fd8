import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import type { ReadContext, WriteContext } from '#platform/context'
import type { Invoice } from '#einvoice'
import type { DocumentKind } from './events.ts'
import type { DraftLine, DraftOptions, StoredInvoice } from './draft.ts'
import type { Totals } from './rules/totals.ts'

const columns = [
  'invoices.id',
  'invoices.kind',
  'invoices.status',
  'invoices.customer_id',
  'invoices.customer_name',
  'invoices.options',
  'invoices.credited_invoice_id',
  'invoices.net_cents',
  'invoices.vat_cents',
  'invoices.total_cents',
  'invoices.version',
  'invoices.number',
  'invoices.issued_on',
  'invoices.due_on',
  'invoices.document',
  'invoices.updated_at',
] as const

export async function findInvoice(context: ReadContext, invoiceId: Id): Promise<StoredInvoice | undefined> {
  const row = await context.db
    .selectFrom('invoices')
    .select(columns)
    .where('company_id', '=', context.companyId)
    .where('id', '=', invoiceId)
    .executeTakeFirst()
  return row as StoredInvoice | undefined
}

/** As `findInvoice`, holding the row until the transaction ends: two people cannot issue or save the same draft at once. */
export async function lockInvoice(context: WriteContext, invoiceId: Id): Promise<StoredInvoice | undefined> {
  const row = await context.db
    .selectFrom('invoices')
    .select(columns)
    .where('company_id', '=', context.companyId)
    .where('id', '=', invoiceId)
    .forUpdate()
    .executeTakeFirst()
  return row as StoredInvoice | undefined
}

export async function linesOf(context: ReadContext, invoiceId: Id) {
  return context.db
    .selectFrom('invoice_lines')
    .selectAll()
    .where('company_id', '=', context.companyId)
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute()
}

export type LineRow = Awaited<ReturnType<typeof linesOf>>[number]

export type DraftRow = {
  readonly id: Id
  readonly kind: DocumentKind
  readonly customerId: Id | null
  readonly customerName: string
  readonly options: DraftOptions
  readonly creditedInvoiceId: Id | null
  readonly netCents: Cents
  readonly vatCents: Cents
  readonly totalCents: Cents
}

export async function insertDraft(context: WriteContext, draft: DraftRow): Promise<void> {
  await context.db
    .insertInto('invoices')
    .values({
      id: draft.id,
      company_id: context.companyId,
      kind: draft.kind,
      customer_id: draft.customerId,
      customer_name: draft.customerName,
      options: JSON.stringify(draft.options),
      credited_invoice_id: draft.creditedInvoiceId,
      net_cents: draft.netCents,
      vat_cents: draft.vatCents,
      total_cents: draft.totalCents,
      created_at: context.now,
      updated_at: context.now,
    })
    .execute()
}

export async function updateDraft(context: WriteContext, draft: DraftRow): Promise<void> {
  await context.db
    .updateTable('invoices')
    .set({
      customer_id: draft.customerId,
      customer_name: draft.customerName,
      options: JSON.stringify(draft.options),
      net_cents: draft.netCents,
      vat_cents: draft.vatCents,
      total_cents: draft.totalCents,
      version: sql`version + 1`,
      updated_at: context.now,
    })
    .where('company_id', '=', context.companyId)
    .where('id', '=', draft.id)
    .execute()
}

export async function replaceLines(
  context: WriteContext,
  invoiceId: Id,
  lines: readonly (DraftLine & { netCents: Cents })[],
): Promise<void> {
  await context.db.deleteFrom('invoice_lines').where('company_id', '=', context.companyId).where('invoice_id', '=', invoiceId).execute()
  await insertLines(context, invoiceId, lines)
}

export async function insertLines(
  context: WriteContext,
  invoiceId: Id,
  lines: readonly (DraftLine & { netCents: Cents })[],
): Promise<readonly Id[]> {
  if (lines.length === 0) return []
  const ids = lines.map(() => context.newId())
  await context.db
    .insertInto('invoice_lines')
    .values(
      lines.map((line, index) => ({
        id: ids[index] ?? context.newId(),
        company_id: context.companyId,
        invoice_id: invoiceId,
        position: index + 1,
        item_id: line.itemId,
        name: line.name,
        description: line.description,
        nature: line.nature,
        quantity_e4: line.quantity,
        unit: line.unit,
        unit_price_e6: line.unitPrice,
        discount_bp: line.discount,
        vat_code: line.vatCode,
        net_cents: line.netCents,
        credited_line_id: line.creditedLineId,
      })),
    )
    .execute()
  return ids
}

export async function deleteDraftRow(context: WriteContext, invoiceId: Id): Promise<void> {
  await context.db.deleteFrom('invoices').where('company_id', '=', context.companyId).where('id', '=', invoiceId).execute()
}

export type IssuedRow = {
  readonly id: Id
  readonly number: string
  readonly year: number
  readonly sequence: bigint
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly document: Invoice
  readonly totals: Pick<Totals, 'netCents' | 'vatCents' | 'grossCents'>
}

/** The one moment a draft becomes a document; a trigger refuses any later change of the row. */
export async function markIssued(context: WriteContext, issued: IssuedRow): Promise<void> {
  await context.db
    .updateTable('invoices')
    .set({
      status: 'issued',
      number: issued.number,
      number_year: issued.year,
      number_sequence: issued.sequence,
      issued_on: issued.issuedOn,
      issued_at: context.now,
      due_on: issued.dueOn,
      document: JSON.stringify(issued.document),
      net_cents: issued.totals.netCents,
      vat_cents: issued.totals.vatCents,
      total_cents: issued.totals.grossCents,
      version: sql`version + 1`,
      updated_at: context.now,
    })
    .where('company_id', '=', context.companyId)
    .where('id', '=', issued.id)
    .execute()
}

/** Credit notes against an invoice, issued or not. */
export async function creditNotesOf(context: ReadContext, invoiceId: Id) {
  return context.db
    .selectFrom('invoices')
    .select(['id', 'number', 'status', 'total_cents'])
    .where('company_id', '=', context.companyId)
    .where('credited_invoice_id', '=', invoiceId)
    .orderBy('created_at')
    .execute()
}

/** The issued credit notes of an invoice, as documents and lines: what they gave back. */
export async function issuedCreditsOf(context: ReadContext, invoiceId: Id): Promise<{ document: Invoice; lines: LineRow[] }[]> {
  const notes = await context.db
    .selectFrom('invoices')
    .select(['id', 'document'])
    .where('company_id', '=', context.companyId)
    .where('credited_invoice_id', '=', invoiceId)
    .where('status', '=', 'issued')
    .orderBy('number_sequence')
    .execute()
  if (notes.length === 0) return []
  const lines = await context.db
    .selectFrom('invoice_lines')
    .selectAll()
    .where('company_id', '=', context.companyId)
    .where(
      'invoice_id',
      'in',
      notes.map((note) => note.id),
    )
    .execute()
  return notes.map((note) => ({
    document: note.document as unknown as Invoice,
    lines: lines.filter((line) => line.invoice_id === note.id),
  }))
}

export type ListQuery = {
  readonly view: 'to_collect' | 'late' | 'drafts' | 'settled' | 'credit_notes' | 'all'
  readonly customerId: Id | undefined
  readonly search: string | undefined
  readonly after: { readonly issuedOn: string; readonly id: Id } | undefined
  readonly limit: number
}

/**
 * One page of documents, newest first, by keyset. The page is found first; what is open on its rows is then read for these rows alone.
 */
export async function listRows(context: ReadContext, query: ListQuery) {
  let rows = context.db
    .selectFrom('invoices')
    .select([
      'id',
      'company_id',
      'kind',
      'status',
      'number',
      'customer_id',
      'customer_name',
      'issued_on',
      'due_on',
      'total_cents',
      'updated_at',
    ])
    .where('company_id', '=', context.companyId)
    .where('status', '=', query.view === 'drafts' ? 'draft' : 'issued')
  if (query.view === 'credit_notes') rows = rows.where('kind', '=', 'credit_note')
  if (query.view === 'to_collect' || query.view === 'late' || query.view === 'settled') rows = rows.where('kind', '=', 'invoice')
  if (query.view === 'to_collect') rows = rows.where(hasOpenItem(sql`true`))
  if (query.view === 'late') rows = rows.where(hasOpenItem(sql`item.due_on < ${context.today}`))
  if (query.view === 'settled') rows = rows.where(sql<SqlBool>`not ${hasOpenItem(sql`true`)}`)
  if (query.customerId !== undefined) rows = rows.where('customer_id', '=', query.customerId)
  if (query.search !== undefined && query.search !== '') rows = rows.where(matches(query.search))
  if (query.view === 'drafts') {
    if (query.after) rows = rows.where(sql<SqlBool>`(updated_at, id) < (${query.after.issuedOn}::timestamptz, ${query.after.id}::uuid)`)
    rows = rows.orderBy('updated_at', 'desc')
  } else {
    if (query.after) rows = rows.where(sql<SqlBool>`(issued_on, id) < (${query.after.issuedOn}::date, ${query.after.id}::uuid)`)
    rows = rows.orderBy('issued_on', 'desc')
  }
  return context.db
    .selectFrom(rows.orderBy('id', 'desc').limit(query.limit).as('page'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('receivable_items as item')
          .select([
            sql<bigint>`coalesce(sum(item.open_cents), 0)::bigint`.as('open_cents'),
            sql<Day | null>`min(item.due_on) filter (where item.settled_on is null)`.as('late_since'),
          ])
          .whereRef('item.company_id', '=', 'page.company_id')
          .whereRef('item.invoice_id', '=', 'page.id')
          .as('standing'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('invoices as note')
          .select(sql<bigint>`coalesce(sum(note.total_cents), 0)::bigint`.as('credited_cents'))
          .whereRef('note.company_id', '=', 'page.company_id')
          .whereRef('note.credited_invoice_id', '=', 'page.id')
          .where('note.status', '=', 'issued')
          .as('credits'),
      (join) => join.onTrue(),
    )
    .select([
      'page.id',
      'page.kind',
      'page.status',
      'page.number',
      'page.customer_id',
      'page.customer_name',
      'page.issued_on',
      'page.due_on',
      'page.total_cents',
      'page.updated_at',
      sql<bigint>`coalesce(standing.open_cents, 0)`.as('open_cents'),
      'standing.late_since',
      sql<boolean>`page.kind = 'invoice' and page.total_cents > 0 and coalesce(credits.credited_cents, 0) >= page.total_cents`.as(
        'fully_credited',
      ),
    ])
    .orderBy(query.view === 'drafts' ? 'page.updated_at' : 'page.issued_on', 'desc')
    .orderBy('page.id', 'desc')
    .execute()
}

function hasOpenItem(condition: ReturnType<typeof sql>) {
  return sql<SqlBool>`exists (select from receivable_items item where item.company_id = invoices.company_id
    and item.invoice_id = invoices.id and item.settled_on is null and ${condition})`
}

/** A number or the beginning of one, or a part of the customer's name. */
function matches(search: string) {
  const escaped = search.replace(/[\\%_]/g, (character) => `\\${character}`)
  return sql<SqlBool>`(number ilike ${`${escaped}%`} or search_text(customer_name) like search_text(${`%${escaped}%`}))`
}

/** How many documents each view holds and what is open on them, from the open items and the drafts alone. */
export async function countViews(context: ReadContext) {
  return context.db
    .selectFrom('receivable_items')
    .select([
      sql<bigint>`count(distinct invoice_id)::bigint`.as('toCollect'),
      sql<bigint>`coalesce(sum(open_cents), 0)::bigint`.as('toCollectCents'),
      sql<bigint>`(count(distinct invoice_id) filter (where due_on < ${context.today}))::bigint`.as('late'),
      sql<bigint>`coalesce(sum(open_cents) filter (where due_on < ${context.today}), 0)::bigint`.as('lateCents'),
      sql<bigint>`(select count(*) from invoices where company_id = ${context.companyId} and status = 'draft')::bigint`.as('drafts'),
      sql<bigint>`(select coalesce(sum(total_cents), 0) from invoices where company_id = ${context.companyId} and status = 'draft')::bigint`.as(
        'draftCents',
      ),
    ])
    .where('company_id', '=', context.companyId)
    .where('kind', '=', 'instalment')
    .where('settled_on', 'is', null)
    .executeTakeFirstOrThrow()
}

/** Items of one invoice: its instalments, or what is left of a credit note. */
export async function itemsOf(context: ReadContext, invoiceId: Id) {
  return context.db
    .selectFrom('receivable_items')
    .select(['id', 'due_on', 'amount_cents', 'open_cents'])
    .where('company_id', '=', context.companyId)
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute()
}

/** Issued documents that the archive does not hold yet, oldest first, held so that two jobs never draw the same. */
export async function unarchivedDocuments(context: WriteContext, limit: number) {
  const rows = await context.db
    .selectFrom('invoices')
    .innerJoin('customers', 'customers.id', 'invoices.customer_id')
    .select(['invoices.id', 'invoices.kind', 'invoices.document', 'invoices.issued_at', 'customers.language'])
    .where('invoices.company_id', '=', context.companyId)
    .where('invoices.status', '=', 'issued')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('archived_documents as archived')
            .select('archived.seq')
            .whereRef('archived.company_id', '=', 'invoices.company_id')
            .whereRef('archived.invoice_id', '=', 'invoices.id')
            .where('archived.kind', 'in', ['invoice', 'credit_note']),
        ),
      ),
    )
    .orderBy('invoices.issued_on')
    .orderBy('invoices.number_sequence')
    .limit(limit)
    .forUpdate('invoices')
    .skipLocked()
    .execute()
  return rows.map(({ document, id, issued_at: issuedAt, kind, language }) => ({
    id,
    kind: kind as DocumentKind,
    document: document as unknown as Invoice,
    issued_at: issuedAt ?? context.now,
    language,
  }))
}
