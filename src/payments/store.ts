import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, sum, toCents } from '#core/money'
import type { Tenant, WriteContext } from '#platform/context'
import type { Place } from '#platform/cursor'
import type { PaymentMethod } from './events.ts'
import type { Difference, DifferenceKind } from './rules/differences.ts'

export type NewPayment = {
  readonly id: Id
  readonly customerId: Id
  readonly paidOn: Day
  readonly amountCents: Cents
  readonly method: PaymentMethod
  readonly reference: string
  readonly bankLineId: Id | null
  readonly differences: readonly Difference[]
}

export async function insertPayment(context: WriteContext, payment: NewPayment): Promise<void> {
  await context.db
    .insertInto('payments')
    .values({
      id: payment.id,
      company_id: context.companyId,
      customer_id: payment.customerId,
      paid_on: payment.paidOn,
      amount_cents: payment.amountCents,
      method: payment.method,
      reference: payment.reference,
      bank_line_id: payment.bankLineId,
      differences_cents: sum(payment.differences.map(({ amountCents }) => amountCents)),
      created_at: context.now,
    })
    .execute()
  if (payment.differences.length === 0) return
  await context.db
    .insertInto('payment_differences')
    .values(
      payment.differences.map(({ amountCents, kind, vatCents }) => ({
        payment_id: payment.id,
        company_id: context.companyId,
        kind,
        amount_cents: amountCents,
        vat_cents: vatCents,
      })),
    )
    .execute()
}

/** What of some payments did not come in. */
export async function differencesOf(tenant: Tenant, paymentIds: readonly Id[]): Promise<Map<Id, Difference[]>> {
  const rows = await tenant.db
    .selectFrom('payment_differences')
    .select(['payment_id', 'kind', 'amount_cents', 'vat_cents'])
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`payment_id = any(${[...paymentIds]}::uuid[])`)
    .orderBy('kind')
    .execute()
  const found = new Map<Id, Difference[]>()
  for (const { amount_cents, kind, payment_id, vat_cents } of rows) {
    const difference = { kind: kind as DifferenceKind, amountCents: toCents(amount_cents), vatCents: toCents(vat_cents) }
    found.set(payment_id, [...(found.get(payment_id) ?? []), difference])
  }
  return found
}

function payments(tenant: Tenant) {
  return tenant.db
    .selectFrom('payments')
    .innerJoin('customers', 'customers.id', 'payments.customer_id')
    .leftJoin('payment_reversals', 'payment_reversals.payment_id', 'payments.id')
    .leftJoin('receivable_items as item', (join) =>
      join
        .onRef('item.company_id', '=', 'payments.company_id')
        .onRef('item.payment_id', '=', 'payments.id')
        .on('item.kind', 'in', ['payment', 'refund']),
    )
    .select([
      'payments.id',
      'payments.customer_id',
      'customers.name as customer_name',
      'customers.code as customer_code',
      'payments.paid_on',
      'payments.amount_cents',
      'payments.differences_cents',
      'payments.method',
      'payments.reference',
      'payments.bank_line_id',
      'payment_reversals.reversed_on',
      'payment_reversals.reason as reversal_reason',
      sql<Id>`item.id`.as('item_id'),
      sql<bigint>`coalesce(-item.open_cents, 0)`.as('open_cents'),
    ])
    .where('payments.company_id', '=', tenant.companyId)
}

export type PaymentRow = Awaited<ReturnType<typeof listPayments>>[number]

export async function findPayment(tenant: Tenant, paymentId: Id): Promise<PaymentRow | undefined> {
  return payments(tenant).where('payments.id', '=', paymentId).executeTakeFirst()
}

export type PaymentsQuery = {
  readonly customerId: Id | undefined
  readonly unallocated: boolean
  readonly search: string | undefined
  readonly after: Place | undefined
  readonly limit: number
}

export async function listPayments(tenant: Tenant, query: PaymentsQuery) {
  let rows = payments(tenant)
  if (query.customerId !== undefined) rows = rows.where('payments.customer_id', '=', query.customerId)
  if (query.unallocated) rows = rows.where('item.settled_on', 'is', null).where('item.id', 'is not', null)
  if (query.search !== undefined && query.search !== '') rows = rows.where(matches(query.search))
  if (query.after) rows = rows.where(sql<SqlBool>`(payments.paid_on, payments.id) < (${query.after.place}::date, ${query.after.id}::uuid)`)
  return rows.orderBy('payments.paid_on', 'desc').orderBy('payments.id', 'desc').limit(query.limit).execute()
}

/** A part of the customer's name or of the reference. */
function matches(search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return sql<SqlBool>`(search_text(customers.name) like search_text(${pattern}) or payments.reference ilike ${pattern})`
}

/** Payments with money left on them, from the open items alone. */
export async function countUnallocated(tenant: Tenant): Promise<{ count: bigint; openCents: bigint }> {
  return tenant.db
    .selectFrom('receivable_items')
    .select([sql<bigint>`count(*)::bigint`.as('count'), sql<bigint>`coalesce(-sum(open_cents), 0)::bigint`.as('openCents')])
    .where('company_id', '=', tenant.companyId)
    .where('kind', '=', 'payment')
    .where('settled_on', 'is', null)
    .executeTakeFirstOrThrow()
}

export async function insertReversal(context: WriteContext, reversal: { paymentId: Id; reversedOn: Day; reason: string }): Promise<void> {
  await context.db
    .insertInto('payment_reversals')
    .values({
      payment_id: reversal.paymentId,
      company_id: context.companyId,
      reversed_on: reversal.reversedOn,
      reason: reversal.reason,
      created_at: context.now,
    })
    .execute()
}

/** Holds the payment until the transaction ends: it is reversed at most once. */
export async function lockPayment(context: WriteContext, paymentId: Id): Promise<void> {
  // Payments are never updated, so `for update` needs no right the role lacks: an advisory lock by id does it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${paymentId}, 0))`.execute(context.db)
}
