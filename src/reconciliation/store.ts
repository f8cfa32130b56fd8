import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, isMoneyText, parseMoney, toCents } from '#core/money'
import type { Tenant, WriteContext } from '#platform/context'
import { unbookedLines } from './booking-store.ts'
import type { Evidence, KnownCustomer, LearntMark, Mark, TypedPayment } from './rules/index.ts'

export async function knownCustomers(tenant: Tenant): Promise<KnownCustomer[]> {
  return tenant.db.selectFrom('customers').select(['id as customerId', 'name']).where('company_id', '=', tenant.companyId).execute()
}

export async function learntMarks(tenant: Tenant): Promise<LearntMark[]> {
  return tenant.db
    .selectFrom('payer_marks')
    .select(['kind', 'mark as text', 'customer_id as customerId', 'times'])
    .where('company_id', '=', tenant.companyId)
    .$narrowType<{ kind: LearntMark['kind'] }>()
    .execute()
}

/** Payments that count, typed by hand between two days, that no bank line has confirmed. */
export async function typedPayments(tenant: Tenant, from: Day, to: Day): Promise<TypedPayment[]> {
  const rows = await tenant.db
    .selectFrom('payments')
    .leftJoin('payment_reversals as reversal', 'reversal.payment_id', 'payments.id')
    .leftJoin('reconciled_payments as link', (join) => join.onRef('link.payment_id', '=', 'payments.id').on('link.in_force', '=', true))
    .select(['payments.id', 'payments.customer_id', 'payments.paid_on', 'payments.amount_cents', 'payments.method'])
    .where('payments.company_id', '=', tenant.companyId)
    .where('payments.bank_line_id', 'is', null)
    .where('payments.paid_on', '>=', from)
    .where('payments.paid_on', '<=', to)
    .where('reversal.payment_id', 'is', null)
    .where('link.payment_id', 'is', null)
    .execute()
  return rows.map((row) => ({
    paymentId: row.id,
    customerId: row.customer_id,
    paidOn: row.paid_on,
    amountCents: toCents(row.amount_cents),
    method: row.method,
  }))
}

/** By line, the ids of the proposals that a person refused. */
export async function refusedProposals(tenant: Tenant, lineIds: readonly Id[]): Promise<Map<Id, Set<string>>> {
  const rows = await tenant.db
    .selectFrom('refused_proposals')
    .select(['line_id', 'proposal_id'])
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`line_id = any(${[...lineIds]}::uuid[])`)
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.line_id)].map(([lineId, own]) => [lineId, new Set(own.map((row) => row.proposal_id))]))
}

export async function insertRefusal(context: WriteContext, lineId: Id, proposalId: string): Promise<void> {
  await context.db
    .insertInto('refused_proposals')
    .values({ line_id: lineId, proposal_id: proposalId, company_id: context.companyId, refused_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Lines that were matched or booked once and taken back: nothing ever happens to them by itself again. */
export async function undoneLines(tenant: Tenant, lineIds: readonly Id[]): Promise<Set<Id>> {
  const rows = await tenant.db
    .selectFrom('reconciliations')
    .select('line_id')
    .distinct()
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`line_id = any(${[...lineIds]}::uuid[])`)
    .where('undone_at', 'is not', null)
    .execute()
  return new Set([...rows.map((row) => row.line_id), ...(await unbookedLines(tenant, lineIds))])
}

/** Whether money came in that nobody has explained yet. */
export async function hasWaitingLines(tenant: Tenant): Promise<boolean> {
  const found = await tenant.db
    .selectFrom('bank_lines')
    .select('id')
    .where('company_id', '=', tenant.companyId)
    .where('state', '=', 'to_do')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export type NewReconciliation = {
  readonly lineId: Id
  readonly origin: 'automatic' | 'manual'
  readonly evidence: readonly Evidence[]
  readonly creditAllocations?: readonly Id[]
  readonly payments: readonly { readonly paymentId: Id; readonly recorded: boolean; readonly returned: boolean; readonly feeCents: Cents }[]
}

export async function insertReconciliation(context: WriteContext, made: NewReconciliation): Promise<void> {
  const id = context.newId()
  await context.db
    .insertInto('reconciliations')
    .values({
      id,
      company_id: context.companyId,
      line_id: made.lineId,
      origin: made.origin,
      evidence: JSON.stringify(made.evidence),
      matched_at: context.now,
      credit_allocations: [...(made.creditAllocations ?? [])],
    })
    .execute()
  await context.db
    .insertInto('reconciled_payments')
    .values(
      made.payments.map(({ feeCents, paymentId, recorded, returned }) => ({
        reconciliation_id: id,
        payment_id: paymentId,
        company_id: context.companyId,
        recorded,
        returned,
        fee_cents: feeCents,
      })),
    )
    .execute()
}

/** The matches in force of some lines, one row a payment. */
export async function matchesOf(tenant: Tenant, lineIds: readonly Id[]) {
  return tenant.db
    .selectFrom('reconciliations')
    .innerJoin('reconciled_payments as link', 'link.reconciliation_id', 'reconciliations.id')
    .innerJoin('payments', 'payments.id', 'link.payment_id')
    .innerJoin('customers', 'customers.id', 'payments.customer_id')
    .leftJoin('payment_reversals as reversal', 'reversal.payment_id', 'payments.id')
    .leftJoin('receivable_items as item', (join) =>
      join
        .onRef('item.company_id', '=', 'payments.company_id')
        .onRef('item.payment_id', '=', 'payments.id')
        .on('item.kind', 'in', ['payment', 'refund']),
    )
    .select([
      'reconciliations.id',
      'reconciliations.line_id',
      'reconciliations.origin',
      'reconciliations.evidence',
      'reconciliations.matched_at',
      'reconciliations.credit_allocations',
      'link.payment_id',
      'link.recorded',
      'link.returned',
      'link.fee_cents',
      'payments.amount_cents',
      'payments.paid_on',
      'payments.customer_id',
      'customers.name as customer_name',
      'reversal.reversed_on',
      sql<Id>`item.id`.as('item_id'),
      sql<bigint>`coalesce(-item.open_cents, 0)`.as('open_cents'),
    ])
    .where('reconciliations.company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`reconciliations.line_id = any(${[...lineIds]}::uuid[])`)
    .where('reconciliations.undone_at', 'is', null)
    .where('link.in_force', '=', true)
    .orderBy('link.payment_id')
    .execute()
}

/** Of some allocations, those that nobody has taken back since. */
export async function allocationsStanding(tenant: Tenant, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return []
  const rows = await tenant.db
    .selectFrom('allocations')
    .leftJoin('allocations as undoing', 'undoing.undoes_id', 'allocations.id')
    .select('allocations.id')
    .where('allocations.company_id', '=', tenant.companyId)
    .where('allocations.id', 'in', ids)
    .where('undoing.id', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

export async function endReconciliation(context: WriteContext, reconciliationId: Id): Promise<void> {
  await context.db
    .updateTable('reconciliations')
    .set({ undone_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', reconciliationId)
    .execute()
  await context.db
    .updateTable('reconciled_payments')
    .set({ in_force: false })
    .where('company_id', '=', context.companyId)
    .where('reconciliation_id', '=', reconciliationId)
    .execute()
}

export async function learnMarks(context: WriteContext, marks: readonly Mark[], learnt: { customerId: Id; seenOn: Day }): Promise<void> {
  if (marks.length === 0) return
  await context.db
    .insertInto('payer_marks')
    .values(
      marks.map(({ kind, text }) => ({
        company_id: context.companyId,
        kind,
        mark: text,
        customer_id: learnt.customerId,
        times: 1,
        last_seen_on: learnt.seenOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'kind', 'mark', 'customer_id']).doUpdateSet({
        times: sql`payer_marks.times + 1`,
        last_seen_on: sql`greatest(payer_marks.last_seen_on, excluded.last_seen_on)`,
      }),
    )
    .execute()
}

/** A match taken back taught nothing. */
export async function unlearnMarks(context: WriteContext, marks: readonly Mark[], customerId: Id): Promise<void> {
  for (const { kind, text } of marks) {
    const ofThis = sql`company_id = ${context.companyId} and kind = ${kind} and mark = ${text} and customer_id = ${customerId}`
    await sql`delete from payer_marks where ${ofThis} and times = 1`.execute(context.db)
    await sql`update payer_marks set times = times - 1 where ${ofThis} and times > 1`.execute(context.db)
  }
}

/** Whose invoices they are; of another company, nobody's. */
export async function customersOfInvoices(tenant: Tenant, invoiceIds: readonly Id[]): Promise<Map<Id, Id>> {
  const rows = await tenant.db
    .selectFrom('receivable_items')
    .select(['invoice_id', 'customer_id'])
    .distinct()
    .where('company_id', '=', tenant.companyId)
    .where('kind', '=', 'instalment')
    .where(sql<SqlBool>`invoice_id = any(${[...invoiceIds]}::uuid[])`)
    .execute()
  return new Map(rows.flatMap((row) => (row.invoice_id === null ? [] : [[row.invoice_id, row.customer_id]])))
}

export async function customersNamed(tenant: Tenant, customerIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await tenant.db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`id = any(${[...customerIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What invoices are made of, for the VAT inside a discount. */
export async function totalsOfInvoices(
  tenant: Tenant,
  invoiceIds: readonly Id[],
): Promise<Map<Id, { vatCents: Cents; totalCents: Cents }>> {
  const rows = await tenant.db
    .selectFrom('invoices')
    .select(['id', 'vat_cents', 'total_cents'])
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`id = any(${[...invoiceIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, { vatCents: toCents(row.vat_cents), totalCents: toCents(row.total_cents) }]))
}

const CANDIDATES = 30

/** Open invoices by the beginning or end of their number, the customer's name, or what is open on them; nearest due day first. */
export async function openInvoicesLike(tenant: Tenant, { customerId, search }: { search: string; customerId: Id | undefined }) {
  const words = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const amount = search.replace(/[\s€]/g, '').replace(',', '.')
  let rows = tenant.db
    .selectFrom('receivable_items as item')
    .innerJoin('customers', 'customers.id', 'item.customer_id')
    .select([
      sql<Id>`item.invoice_id`.as('id'),
      'item.reference as number',
      'item.customer_id',
      'customers.name as customer_name',
      sql<Day>`min(item.due_on)`.as('due_on'),
      sql<bigint>`sum(item.open_cents)::bigint`.as('open_cents'),
    ])
    .where('item.company_id', '=', tenant.companyId)
    .where('item.kind', '=', 'instalment')
    .where('item.settled_on', 'is', null)
    .groupBy(['item.invoice_id', 'item.reference', 'item.customer_id', 'customers.name'])
  if (customerId !== undefined) rows = rows.where('item.customer_id', '=', customerId)
  if (isMoneyText(amount) && amount.includes('.')) rows = rows.having(sql<SqlBool>`sum(item.open_cents) = ${parseMoney(amount)}::bigint`)
  else if (search !== '') rows = rows.where(sql<SqlBool>`(item.reference ilike ${words} or customers.search like search_text(${words}))`)
  return rows.orderBy('due_on').orderBy('item.reference').limit(CANDIDATES).execute()
}

export async function customersLike(tenant: Tenant, search: string) {
  const words = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return tenant.db
    .selectFrom('customers')
    .select(['id', 'name', 'code'])
    .where('company_id', '=', tenant.companyId)
    .where('archived_at', 'is', null)
    .where(sql<SqlBool>`search like search_text(${words})`)
    .orderBy('name')
    .limit(8)
    .execute()
}

/** One walk of a company at a time, until the transaction ends. */
export async function lockMatching(context: WriteContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`matching of ${context.companyId}`}, 0))`.execute(context.db)
}

export type Automatic = 'off' | 'numbered' | 'clear'

/** Unless somebody chose: what the payer named, and that only. */
export async function automaticIn(tenant: Tenant): Promise<Automatic> {
  const row = await tenant.db
    .selectFrom('reconciliation_settings')
    .select('automatic')
    .$narrowType<{ automatic: Automatic }>()
    .where('company_id', '=', tenant.companyId)
    .executeTakeFirst()
  return row?.automatic ?? 'numbered'
}

/** What was answered to the invitation to let certain matches settle alone. */
export async function invitationAnswers(tenant: Tenant): Promise<{ invitedAgainOn: Day | null; declined: boolean }> {
  const row = await tenant.db
    .selectFrom('reconciliation_settings')
    .select(['invited_again_on', 'invitation_declined'])
    .where('company_id', '=', tenant.companyId)
    .executeTakeFirst()
  return { invitedAgainOn: row?.invited_again_on ?? null, declined: row?.invitation_declined ?? false }
}

type InvitationAnswer = { readonly invited_again_on: Day } | { readonly invitation_declined: boolean }

/** `automatic`: how far matching goes alone as it is, for a company that has chosen nothing yet. */
export async function saveInvitationAnswer(context: WriteContext, automatic: Automatic, answer: InvitationAnswer): Promise<void> {
  await context.db
    .insertInto('reconciliation_settings')
    .values({ company_id: context.companyId, automatic, ...answer })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(answer))
    .execute()
}

export async function saveAutomatic(context: WriteContext, automatic: Automatic): Promise<void> {
  await context.db
    .insertInto('reconciliation_settings')
    .values({ company_id: context.companyId, automatic })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet({ automatic }))
    .execute()
}
