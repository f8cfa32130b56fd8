/** Rules of a person, and each go they had over lines. */
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#core/ids'
import { type Cents, moneyText, parseMoney, toCents } from '#core/money'
import type { BasisPoints } from '#core/quantity'
import type { Tenant, WriteContext } from '#platform/context'
import type { LineRule, RuleAction } from '../rules/index.ts'

export type RuleRow = LineRule & { readonly active: boolean; readonly version: number }
export type RuleContent = Omit<LineRule, 'ruleId'>

/** The action as it is kept: plain JSON, amounts as text. */
type KeptAction =
  | Exclude<RuleAction, { kind: 'accounts' }>
  | {
      readonly kind: 'accounts'
      readonly parts: readonly { account: string; vatRate: number | null; share: number | null; amount: string | null }[]
    }

function keptAction(action: RuleAction): KeptAction {
  if (action.kind !== 'accounts') return action
  const parts = action.parts.map(({ account, amountCents, share, vatRate }) => {
    return { account, vatRate, share, amount: amountCents === null ? null : moneyText(amountCents) }
  })
  return { kind: 'accounts', parts }
}

function actionOf(kept: KeptAction): RuleAction {
  if (kept.kind !== 'accounts') return kept
  const parts = kept.parts.map(({ account, amount, share, vatRate }) => ({
    account,
    vatRate: vatRate as BasisPoints | null,
    share: share as BasisPoints | null,
    amountCents: amount === null ? null : parseMoney(amount),
  }))
  return { kind: 'accounts', parts }
}

const cents = (value: bigint | null): Cents | null => (value === null ? null : toCents(value))

/** Switched on or off, in the order they are tried. */
export async function rulesInOrder(tenant: Tenant): Promise<RuleRow[]> {
  const rows = await tenant.db
    .selectFrom('line_rules')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ruleId: row.id,
    name: row.name,
    words: row.words,
    counterparty: row.counterparty,
    direction: row.direction as LineRule['direction'],
    leastCents: cents(row.least_cents),
    mostCents: cents(row.most_cents),
    accountId: row.account_id,
    action: actionOf(row.action as KeptAction),
    active: row.active,
    version: row.version,
  }))
}

/** Rules of a company change one after the other. */
export async function lockRules(context: WriteContext): Promise<RuleRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rules of ${context.companyId}`}, 0))`.execute(context.db)
  return rulesInOrder(context)
}

const columnsOf = (rule: RuleContent) => ({
  name: rule.name,
  words: [...rule.words],
  counterparty: rule.counterparty,
  direction: rule.direction,
  least_cents: rule.leastCents,
  most_cents: rule.mostCents,
  account_id: rule.accountId,
  action: JSON.stringify(keptAction(rule.action)),
})

export async function insertRule(context: WriteContext, ruleId: Id, rule: RuleContent): Promise<void> {
  const last = await context.db
    .selectFrom('line_rules')
    .select(sql<number>`coalesce(max(place), 0)`.as('place'))
    .where('company_id', '=', context.companyId)
    .executeTakeFirstOrThrow()
  await context.db
    .insertInto('line_rules')
    .values({ id: ruleId, company_id: context.companyId, ...columnsOf(rule), place: last.place + 1, created_at: context.now })
    .execute()
}

type RuleChanges = Partial<ReturnType<typeof columnsOf>> & {
  readonly active?: boolean
  readonly place?: number
  readonly deleted_at?: Date
}

async function update(context: WriteContext, ruleId: Id, changes: RuleChanges): Promise<void> {
  await context.db
    .updateTable('line_rules')
    .set({ ...changes, version: sql`version + 1` })
    .where('company_id', '=', context.companyId)
    .where('id', '=', ruleId)
    .execute()
}

export const updateRule = (context: WriteContext, ruleId: Id, rule: RuleContent) => update(context, ruleId, columnsOf(rule))
export const updateActive = (context: WriteContext, ruleId: Id, active: boolean) => update(context, ruleId, { active })
export const markDeleted = (context: WriteContext, ruleId: Id) => update(context, ruleId, { deleted_at: context.now })

/** The places of all of them, first to last. Only the place changes: nobody's edit is in the way of it. */
export async function placeRules(context: WriteContext, ruleIds: readonly Id[]): Promise<void> {
  await sql`update line_rules set place = ordered.place
    from unnest(${[...ruleIds]}::uuid[]) with ordinality as ordered (id, place)
    where line_rules.id = ordered.id and line_rules.company_id = ${context.companyId}`.execute(context.db)
}

export async function insertApplication(context: WriteContext, ruleId: Id, occasion: 'import' | 'waiting'): Promise<Id> {
  const id = context.newId()
  await context.db
    .insertInto('rule_applications')
    .values({ id, company_id: context.companyId, rule_id: ruleId, occasion, made_at: context.now })
    .execute()
  return id
}

export async function lockApplication(context: WriteContext, applicationId: Id) {
  return context.db
    .selectFrom('rule_applications')
    .innerJoin('line_rules', 'line_rules.id', 'rule_applications.rule_id')
    .select(['rule_applications.id', 'rule_applications.rule_id', 'rule_applications.undone_at', 'line_rules.name'])
    .where('rule_applications.company_id', '=', context.companyId)
    .where('rule_applications.id', '=', applicationId)
    .forUpdate('rule_applications')
    .executeTakeFirst()
}

export async function endApplication(context: WriteContext, applicationId: Id): Promise<void> {
  await context.db
    .updateTable('rule_applications')
    .set({ undone_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', applicationId)
    .execute()
}

/** The match just made on this line is of this application. */
export async function tagMatch(context: WriteContext, lineId: Id, applicationId: Id): Promise<void> {
  await context.db
    .updateTable('reconciliations')
    .set({ application_id: applicationId })
    .where('company_id', '=', context.companyId)
    .where('line_id', '=', lineId)
    .where('undone_at', 'is', null)
    .execute()
}

const decidedBy = (tenant: Tenant) => sql`
  select application_id, line_id, undone_at from line_bookings where company_id = ${tenant.companyId} and application_id is not null
  union all
  select application_id, line_id, undone_at from reconciliations where company_id = ${tenant.companyId} and application_id is not null`

/** Lines that an application decided, oldest first; in force, or changed by somebody since. */
export async function linesOfApplication(tenant: Tenant, applicationId: Id, standing: 'in_force' | 'changed'): Promise<Id[]> {
  const isStanding = standing === 'in_force' ? sql<SqlBool>`undone_at is null` : sql<SqlBool>`undone_at is not null`
  const { rows } = await sql<{ line_id: Id }>`
    select line_id from (${decidedBy(tenant)}) decided where application_id = ${applicationId} and ${isStanding} order by line_id`.execute(
    tenant.db,
  )
  return rows.map((row) => row.line_id)
}

export type ApplicationRow = {
  readonly id: Id
  readonly rule_id: Id
  readonly occasion: 'import' | 'waiting'
  readonly made_at: Date
  readonly undone_at: Date | null
  readonly lines: bigint
  readonly cents: bigint
  /** Lines that still stand as the rule decided them. */
  readonly in_force: bigint
}

const APPLICATIONS_SHOWN = 5

/** The newest applications of each rule. */
export async function newestApplications(tenant: Tenant): Promise<ApplicationRow[]> {
  const { rows } = await sql<ApplicationRow>`
    with newest as (
      select id, rule_id, occasion, made_at, undone_at from (
        select *, row_number() over (partition by rule_id order by made_at desc, id desc) as rank
        from rule_applications where company_id = ${tenant.companyId}
      ) ranked where rank <= ${APPLICATIONS_SHOWN}
    )
    select newest.*, count(decided.line_id)::bigint as lines, coalesce(sum(line.amount_cents), 0)::bigint as cents,
      count(decided.line_id) filter (where decided.undone_at is null)::bigint as in_force
    from newest
    left join (${decidedBy(tenant)}) decided on decided.application_id = newest.id
    left join bank_lines line on line.id = decided.line_id
    group by newest.id, newest.rule_id, newest.occasion, newest.made_at, newest.undone_at
    order by newest.made_at desc, newest.id desc`.execute(tenant.db)
  return rows
}

/** For each line that is matched, whose customers it was put on. */
export async function customersOfMatches(tenant: Tenant, lineIds: readonly Id[]): Promise<Map<Id, Set<Id>>> {
  const rows = await tenant.db
    .selectFrom('reconciliations')
    .innerJoin('reconciled_payments as link', 'link.reconciliation_id', 'reconciliations.id')
    .innerJoin('payments', 'payments.id', 'link.payment_id')
    .select(['reconciliations.line_id', 'payments.customer_id'])
    .where('reconciliations.company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`reconciliations.line_id = any(${[...lineIds]}::uuid[])`)
    .where('reconciliations.undone_at', 'is', null)
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.line_id)].map(([lineId, own]) => [lineId, new Set(own.map((row) => row.customer_id))]))
}
