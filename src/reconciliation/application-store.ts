/** Certain matches applied together, line by line. */
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#core/ids'
import { type Cents, toCents } from '#core/money'
import type { Tenant, WriteContext } from '#platform/context'
import type { Share } from './rules/index.ts'

export type Wish = { readonly lineId: Id; readonly proposalId: string }

export async function insertApplication(context: WriteContext, wishes: readonly Wish[]): Promise<Id> {
  const id = context.newId()
  await context.db
    .insertInto('certain_applications')
    .values({ id, company_id: context.companyId, started_by_name: context.actor.name, started_at: context.now })
    .execute()
  const [lineIds, proposalIds] = [wishes.map(({ lineId }) => lineId), wishes.map(({ proposalId }) => proposalId)]
  // A line of another company is nobody's: it is left out here, and told as unknown by who asked.
  await sql`insert into certain_application_lines (application_id, line_id, company_id, position, proposal_id)
    select ${id}::uuid, wish.line_id, ${context.companyId}::uuid, wish.position, wish.proposal_id
    from unnest(${lineIds}::uuid[], ${proposalIds}::text[]) with ordinality as wish (line_id, proposal_id, position)
    on conflict do nothing`.execute(context.db)
  return id
}

/** How many of these lines are the company's. */
export async function countKnownLines(tenant: Tenant, lineIds: readonly Id[]): Promise<number> {
  const row = await tenant.db
    .selectFrom('bank_lines')
    .select(sql<bigint>`count(*)::bigint`.as('count'))
    .where('company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`id = any(${[...lineIds]}::uuid[])`)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

const applicationColumns = ['id', 'started_by_name', 'started_at', 'undo_started_at'] as const

/** The newest, or the one asked for. */
export async function latestApplication(tenant: Tenant, applicationId?: Id) {
  let rows = tenant.db.selectFrom('certain_applications').select(applicationColumns).where('company_id', '=', tenant.companyId)
  if (applicationId !== undefined) rows = rows.where('id', '=', applicationId)
  return rows.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export type ApplicationRow = NonNullable<Awaited<ReturnType<typeof latestApplication>>>

/** Held until the transaction ends: its lines are worked on by one at a time. */
export async function lockApplication(context: WriteContext, applicationId: Id): Promise<ApplicationRow | undefined> {
  return context.db
    .selectFrom('certain_applications')
    .select(applicationColumns)
    .where('company_id', '=', context.companyId)
    .where('id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst()
}

export async function beginUndoing(context: WriteContext, applicationId: Id): Promise<void> {
  await context.db
    .updateTable('certain_applications')
    .set({ undo_started_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', applicationId)
    .execute()
}

export type Outcome = 'waiting' | 'applied' | 'left' | 'undone' | 'kept'

export type ApplicationLine = Wish & { readonly reconciliationId: Id | null; readonly shares: readonly Share[] }
type KeptShare = { readonly invoiceId: Id; readonly amountCents: string }

/** Lines of an application with this outcome, in their order, a bounded number. */
export async function linesWithOutcome(
  tenant: Tenant,
  applicationId: Id,
  { limit, outcome }: { outcome: Outcome; limit: number },
): Promise<ApplicationLine[]> {
  const rows = await tenant.db
    .selectFrom('certain_application_lines')
    .select(['line_id', 'proposal_id', 'reconciliation_id', 'shares'])
    .where('company_id', '=', tenant.companyId)
    .where('application_id', '=', applicationId)
    .where('outcome', '=', outcome)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    lineId: row.line_id,
    proposalId: row.proposal_id,
    reconciliationId: row.reconciliation_id,
    shares: ((row.shares ?? []) as KeptShare[]).map((share) => ({
      invoiceId: share.invoiceId,
      amountCents: toCents(BigInt(share.amountCents)),
    })),
  }))
}

export async function noteOutcome(
  context: WriteContext,
  applicationId: Id,
  lineId: Id,
  { outcome, reason = null, shares }: { outcome: Outcome; reason?: string | null; shares?: readonly Share[] },
): Promise<void> {
  const kept = shares?.map((share): KeptShare => ({ invoiceId: share.invoiceId, amountCents: share.amountCents.toString() }))
  await context.db
    .updateTable('certain_application_lines')
    .set({ outcome, reason, ...(kept && { shares: JSON.stringify(kept) }) })
    .where('company_id', '=', context.companyId)
    .where('application_id', '=', applicationId)
    .where('line_id', '=', lineId)
    .execute()
}

/** The matches that were just made for these lines: certain, and of this application. */
export async function noteMatches(context: WriteContext, applicationId: Id, lineIds: readonly Id[]): Promise<void> {
  await markCertain(context, lineIds)
  await sql`update certain_application_lines as line set reconciliation_id = made.id
    from reconciliations as made
    where line.company_id = ${context.companyId} and line.application_id = ${applicationId} and line.line_id = any(${[...lineIds]}::uuid[])
      and made.company_id = line.company_id and made.line_id = line.line_id and made.undone_at is null`.execute(context.db)
}

/** A person accepted what nothing else could be. */
export async function markCertain(context: WriteContext, lineIds: readonly Id[]): Promise<void> {
  await context.db
    .updateTable('reconciliations')
    .set({ was_certain: true })
    .where('company_id', '=', context.companyId)
    .where(sql<SqlBool>`line_id = any(${[...lineIds]}::uuid[])`)
    .where('undone_at', 'is', null)
    .execute()
}

/** How many lines of an application came to what, and how much money. */
export async function outcomesOf(
  tenant: Tenant,
  applicationId: Id,
): Promise<{ readonly outcome: Outcome; readonly count: number; readonly cents: Cents }[]> {
  const rows = await tenant.db
    .selectFrom('certain_application_lines as part')
    .innerJoin('bank_lines', 'bank_lines.id', 'part.line_id')
    .select(['part.outcome', sql<bigint>`count(*)::bigint`.as('count'), sql<bigint>`sum(bank_lines.amount_cents)::bigint`.as('cents')])
    .where('part.company_id', '=', tenant.companyId)
    .where('part.application_id', '=', applicationId)
    .groupBy('part.outcome')
    .execute()
  return rows.map((row) => ({ outcome: row.outcome as Outcome, count: Number(row.count), cents: toCents(row.cents) }))
}

/** Lines that were not applied, or not undone, with why. */
export async function exceptionsOf(tenant: Tenant, applicationId: Id, limit: number) {
  return tenant.db
    .selectFrom('certain_application_lines as part')
    .innerJoin('bank_lines as line', 'line.id', 'part.line_id')
    .select(['part.line_id', 'part.outcome', 'part.reason', 'line.booked_on', 'line.amount_cents', 'line.text', 'line.counterparty'])
    .where('part.company_id', '=', tenant.companyId)
    .where('part.application_id', '=', applicationId)
    .where('part.outcome', 'in', ['left', 'kept'])
    .orderBy('part.position')
    .limit(limit)
    .execute()
}

/** Certain matches that a person accepted or applied: how many count, how many were taken back. */
export async function certainSoFar(tenant: Tenant): Promise<{ right: number; undone: number }> {
  const row = await tenant.db
    .selectFrom('reconciliations')
    .select([
      sql<bigint>`count(*) filter (where undone_at is null)::bigint`.as('right'),
      sql<bigint>`count(*) filter (where undone_at is not null)::bigint`.as('undone'),
    ])
    .where('company_id', '=', tenant.companyId)
    .where('was_certain', '=', true)
    .executeTakeFirstOrThrow()
  return { right: Number(row.right), undone: Number(row.undone) }
}
