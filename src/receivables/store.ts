import { sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, toCents } from '#core/money'
import type { Tenant, WriteContext } from '#platform/context'
import type { AllocationFacts, Evidence } from './events.ts'
import type { Move } from './rules/room.ts'

export type ItemKind = 'instalment' | 'credit_note' | 'payment' | 'payment_reversal' | 'refund' | 'refund_reversal'

export type Item = {
  readonly id: Id
  readonly kind: ItemKind
  readonly customerId: Id
  readonly invoiceId: Id | null
  readonly paymentId: Id | null
  readonly reference: string
  /** Positive: owed by the customer. Negative: money or credit of theirs. */
  readonly amountCents: Cents
  readonly openCents: Cents
  readonly datedOn: Day
  readonly dueOn: Day
}

const itemColumns = [
  'id',
  'kind',
  'customer_id',
  'invoice_id',
  'payment_id',
  'reference',
  'amount_cents',
  'open_cents',
  'dated_on',
  'due_on',
] as const

type ItemRow = {
  id: Id
  kind: string
  customer_id: Id
  invoice_id: Id | null
  payment_id: Id | null
  reference: string
  amount_cents: bigint
  open_cents: bigint
  dated_on: Day
  due_on: Day
}

const asItem = (row: ItemRow): Item => ({
  id: row.id,
  kind: row.kind as ItemKind,
  customerId: row.customer_id,
  invoiceId: row.invoice_id,
  paymentId: row.payment_id,
  reference: row.reference,
  amountCents: toCents(row.amount_cents),
  openCents: toCents(row.open_cents),
  datedOn: row.dated_on,
  dueOn: row.due_on,
})

export async function insertItems(
  context: WriteContext,
  items: readonly (Omit<Item, 'openCents'> & { position: number })[],
): Promise<void> {
  await context.db
    .insertInto('receivable_items')
    .values(
      items.map((item) => ({
        id: item.id,
        company_id: context.companyId,
        customer_id: item.customerId,
        kind: item.kind,
        invoice_id: item.invoiceId,
        payment_id: item.paymentId,
        position: item.position,
        reference: item.reference,
        amount_cents: item.amountCents,
        open_cents: item.amountCents,
        dated_on: item.datedOn,
        due_on: item.dueOn,
      })),
    )
    .execute()
}

/** Holds items until the transaction ends, always in the order of their ids, so that two allocations never wait for each other in a ring. */
export async function lockItems(context: WriteContext, itemIds: readonly Id[]): Promise<Item[]> {
  const rows = await context.db
    .selectFrom('receivable_items')
    .select(itemColumns)
    .where('company_id', '=', context.companyId)
    .where('id', 'in', itemIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(asItem)
}

/** The items of an invoice or a payment, in the order they fall due. */
export async function itemsAbout(tenant: Tenant, about: { invoiceId: Id } | { paymentId: Id }): Promise<Item[]> {
  const rows = await tenant.db
    .selectFrom('receivable_items')
    .select(itemColumns)
    .where('company_id', '=', tenant.companyId)
    .where((eb) => ('invoiceId' in about ? eb('invoice_id', '=', about.invoiceId) : eb('payment_id', '=', about.paymentId)))
    .orderBy('due_on')
    .orderBy('position')
    .execute()
  return rows.map(asItem)
}

/** What is open with one customer, or with all: instalments, and money not yet put against any. */
export async function openItems(tenant: Tenant, customerId?: Id): Promise<Item[]> {
  let rows = tenant.db
    .selectFrom('receivable_items')
    .select(itemColumns)
    .where('company_id', '=', tenant.companyId)
    .where('settled_on', 'is', null)
  if (customerId !== undefined) rows = rows.where('customer_id', '=', customerId)
  return (await rows.orderBy('due_on').orderBy('id').execute()).map(asItem)
}

export type NewAllocation = {
  readonly id: Id
  readonly debitItemId: Id
  readonly creditItemId: Id
  readonly amountCents: Cents
  readonly allocatedOn: Day
  readonly origin: AllocationFacts['origin']
  readonly evidence: readonly Evidence[]
  readonly undoesId: Id | null
}

export async function insertAllocation(context: WriteContext, allocation: NewAllocation): Promise<void> {
  await context.db
    .insertInto('allocations')
    .values({
      id: allocation.id,
      company_id: context.companyId,
      debit_item_id: allocation.debitItemId,
      credit_item_id: allocation.creditItemId,
      amount_cents: allocation.amountCents,
      allocated_on: allocation.allocatedOn,
      origin: allocation.origin,
      evidence: JSON.stringify(allocation.evidence),
      undoes_id: allocation.undoesId,
      created_at: context.now,
    })
    .execute()
}

/** What was put on each item and taken back, and on which days. */
export async function movesOf(context: WriteContext, itemIds: readonly Id[]): Promise<(Move & { readonly itemId: Id })[]> {
  const { rows } = await sql<{ item_id: Id; allocated_on: Day; amount_cents: bigint }>`
    select debit_item_id as item_id, allocated_on, amount_cents from allocations
    where company_id = ${context.companyId} and debit_item_id = any(${[...itemIds]}::uuid[])
    union all
    select credit_item_id, allocated_on, amount_cents from allocations
    where company_id = ${context.companyId} and credit_item_id = any(${[...itemIds]}::uuid[])`.execute(context.db)
  return rows.map((row) => ({ itemId: row.item_id, on: row.allocated_on, amountCents: toCents(row.amount_cents) }))
}

/**
 * Brings what is open on two items, and since when nothing is, back in line with their allocations: the day from which the running open
 * amount is zero and stays so. Counted from all of their allocations, so that allocations made for earlier days fall in their place.
 */
export async function refreshItems(context: WriteContext, itemIds: readonly Id[]): Promise<void> {
  const ids = sql`any(${[...itemIds]}::uuid[])`
  await sql`
    with moves as (
      select item.id, item.amount_cents, side.allocated_on, sum(side.moved) as moved
      from receivable_items item
      join (
        select debit_item_id as item_id, allocated_on, -amount_cents as moved from allocations
        where company_id = ${context.companyId} and debit_item_id = ${ids}
        union all
        select credit_item_id, allocated_on, amount_cents from allocations
        where company_id = ${context.companyId} and credit_item_id = ${ids}
      ) side on side.item_id = item.id
      where item.company_id = ${context.companyId} and item.id = ${ids}
      group by item.id, item.amount_cents, side.allocated_on
    ), running as (
      select id, allocated_on, amount_cents + sum(moved) over (partition by id order by allocated_on) as open_after from moves
    ), standing as (
      select id, (array_agg(open_after order by allocated_on desc))[1]::bigint as open_cents,
        max(allocated_on) filter (where open_after <> 0) as last_open_on, min(allocated_on) as first_on,
        array_agg(allocated_on order by allocated_on) as days
      from running group by id
    )
    update receivable_items item set
      open_cents = standing.open_cents,
      settled_on = case when standing.open_cents = 0
        then (select min(d) from unnest(standing.days) d where standing.last_open_on is null or d > standing.last_open_on) end
    from standing where item.id = standing.id`.execute(context.db)
}

/** An allocation as it was made, with its two items, unless it has been undone. */
export async function findAllocation(context: WriteContext, allocationId: Id) {
  return context.db
    .selectFrom('allocations')
    .leftJoin('allocations as undoing', 'undoing.undoes_id', 'allocations.id')
    .select([
      'allocations.id',
      'allocations.debit_item_id',
      'allocations.credit_item_id',
      'allocations.amount_cents',
      'allocations.allocated_on',
      'allocations.origin',
      'undoing.id as undone_by',
    ])
    .where('allocations.company_id', '=', context.companyId)
    .where('allocations.id', '=', allocationId)
    .where('allocations.undoes_id', 'is', null)
    .executeTakeFirst()
}

/** Allocations in force on one side of an item: neither undone nor undoing. */
export async function allocationsInForce(tenant: Tenant, itemIds: readonly Id[]) {
  return tenant.db
    .selectFrom('allocations')
    .leftJoin('allocations as undoing', 'undoing.undoes_id', 'allocations.id')
    .innerJoin('receivable_items as debit', 'debit.id', 'allocations.debit_item_id')
    .innerJoin('receivable_items as credit', 'credit.id', 'allocations.credit_item_id')
    .select([
      'allocations.id',
      'allocations.amount_cents',
      'allocations.allocated_on',
      'allocations.origin',
      'allocations.evidence',
      'allocations.created_at',
      'debit.id as debit_item_id',
      'debit.kind as debit_kind',
      'debit.reference as debit_reference',
      'debit.invoice_id as debit_invoice_id',
      'credit.id as credit_item_id',
      'credit.kind as credit_kind',
      'credit.reference as credit_reference',
      'credit.payment_id as credit_payment_id',
      'credit.invoice_id as credit_invoice_id',
    ])
    .where('allocations.company_id', '=', tenant.companyId)
    .where((eb) => eb.or([eb('allocations.debit_item_id', 'in', itemIds), eb('allocations.credit_item_id', 'in', itemIds)]))
    .where('allocations.undoes_id', 'is', null)
    .where('undoing.id', 'is', null)
    .orderBy('allocations.created_at')
    .orderBy('allocations.id')
    .execute()
}

/** What is still open on a whole invoice, all instalments together. */
export async function openOnInvoice(tenant: Tenant, invoiceId: Id): Promise<Cents> {
  const row = await tenant.db
    .selectFrom('receivable_items')
    .select(sql<bigint>`coalesce(sum(open_cents), 0)::bigint`.as('open'))
    .where('company_id', '=', tenant.companyId)
    .where('invoice_id', '=', invoiceId)
    .where('kind', '=', 'instalment')
    .executeTakeFirstOrThrow()
  return toCents(row.open)
}
