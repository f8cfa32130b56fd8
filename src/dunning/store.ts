import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, toCents } from '#core/money'
import type { Locale } from '#core/text'
import type { Tenant, WriteContext } from '#platform/context'
import type { CustomerFacts, OpenInstalment, Rule } from './rules/decide.ts'

/** Off, seven days after the due day: what a company has before it chooses. */
const UNSET: Rule = { enabled: false, delayDays: 7 }

/** The one step of the rule for now. */
export const FIRST_STEP = 1

export async function loadRule(tenant: Tenant): Promise<Rule> {
  const row = await tenant.db.selectFrom('dunning_settings').selectAll().where('company_id', '=', tenant.companyId).executeTakeFirst()
  return row ? { enabled: row.enabled, delayDays: row.delay_days } : UNSET
}

export async function saveRule(context: WriteContext, { delayDays, enabled }: Rule): Promise<void> {
  const values = { enabled, delay_days: delayDays, updated_at: context.now }
  await context.db
    .insertInto('dunning_settings')
    .values({ company_id: context.companyId, ...values })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(values))
    .execute()
}

export type ChasedCustomer = CustomerFacts & {
  readonly id: Id
  readonly name: string
  readonly locale: Locale
  /** Of the contact in charge of paying, else of the first who has one. */
  readonly email: string | null
}

/** What deciding needs, for all the customers asked about at once. Customers with nothing open are given too, without instalments. */
export async function chasedCustomers(tenant: Tenant, customerIds: readonly Id[]): Promise<ChasedCustomer[]> {
  if (customerIds.length === 0) return []
  const [customers, instalments, credits] = [
    await customerRows(tenant, customerIds),
    await openInstalments(tenant, customerIds),
    await creditRows(tenant, customerIds),
  ]
  const instalmentsOf = Map.groupBy(instalments, (row) => row.customer_id)
  const creditOf = new Map(credits.map((row) => [row.customer_id, toCents(row.unallocated)]))
  return customers.map((row) => ({
    id: row.id,
    name: row.name,
    locale: row.language as Locale,
    email: row.email,
    lastContactOn: row.last_contact_on,
    unallocatedCents: creditOf.get(row.id) ?? toCents(0),
    instalments: (instalmentsOf.get(row.id) ?? []).map(asInstalment),
  }))
}

async function customerRows(tenant: Tenant, customerIds: readonly Id[]) {
  return tenant.db
    .selectFrom('customers')
    .select(['customers.id', 'customers.name', 'customers.language'])
    .select((eb) => [
      eb
        .selectFrom('customer_contacts as contact')
        .select('contact.email')
        .whereRef('contact.company_id', '=', 'customers.company_id')
        .whereRef('contact.customer_id', '=', 'customers.id')
        .where('contact.email', '<>', '')
        .orderBy(sql`'accounts_payable' = any(contact.roles)`, 'desc')
        .orderBy('contact.position')
        .limit(1)
        .as('email'),
      eb
        .selectFrom('reminders')
        .select(sql<Day | null>`max(reminded_on)`.as('on'))
        .whereRef('reminders.company_id', '=', 'customers.company_id')
        .whereRef('reminders.customer_id', '=', 'customers.id')
        .as('last_contact_on'),
    ])
    .where('customers.company_id', '=', tenant.companyId)
    .where('customers.id', 'in', customerIds)
    .execute()
}

type InstalmentRow = Awaited<ReturnType<typeof openInstalments>>[number]

async function openInstalments(tenant: Tenant, customerIds: readonly Id[]) {
  return tenant.db
    .selectFrom('receivable_items as item')
    .innerJoin('invoices', 'invoices.id', 'item.invoice_id')
    .leftJoin('reminder_items as listed', (join) =>
      join.onRef('listed.company_id', '=', 'item.company_id').onRef('listed.item_id', '=', 'item.id').on('listed.step', '=', FIRST_STEP),
    )
    .leftJoin('reminders', 'reminders.id', 'listed.reminder_id')
    .select(['item.id', 'item.customer_id', 'item.reference', 'item.due_on', 'item.open_cents', 'reminders.reminded_on'])
    .select([sql<Id>`invoices.id`.as('invoice_id'), sql<Day>`invoices.issued_on`.as('issued_on')])
    .where('item.company_id', '=', tenant.companyId)
    .where('item.customer_id', 'in', customerIds)
    .where('item.kind', '=', 'instalment')
    .where('item.settled_on', 'is', null)
    .orderBy('item.due_on')
    .orderBy('item.id')
    .execute()
}

function asInstalment(row: InstalmentRow): OpenInstalment {
  return {
    itemId: row.id,
    invoiceId: row.invoice_id,
    number: row.reference,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    openCents: toCents(row.open_cents),
    remindedOn: row.reminded_on,
  }
}

async function creditRows(tenant: Tenant, customerIds: readonly Id[]) {
  return tenant.db
    .selectFrom('receivable_items')
    .select(['customer_id', sql<bigint>`(-sum(open_cents))::bigint`.as('unallocated')])
    .where('company_id', '=', tenant.companyId)
    .where('customer_id', 'in', customerIds)
    .where('kind', 'in', ['payment', 'credit_note'])
    .where('settled_on', 'is', null)
    .groupBy('customer_id')
    .execute()
}

/** Customers with an instalment due by that day that has not had its reminder; by id, a batch at a time. */
export async function ripeCustomerIds(tenant: Tenant, dueBy: Day, after: Id | undefined, limit: number): Promise<Id[]> {
  let rows = tenant.db
    .selectFrom('receivable_items as item')
    .select('item.customer_id')
    .distinct()
    .where('item.company_id', '=', tenant.companyId)
    .where('item.kind', '=', 'instalment')
    .where('item.settled_on', 'is', null)
    .where('item.due_on', '<=', dueBy)
    .where(
      sql<SqlBool>`not exists (select from reminder_items listed where listed.company_id = item.company_id
        and listed.item_id = item.id and listed.step = ${FIRST_STEP})`,
    )
  if (after !== undefined) rows = rows.where('item.customer_id', '>', after)
  return (await rows.orderBy('item.customer_id').limit(limit).execute()).map((row) => row.customer_id)
}

export type NewReminder = {
  readonly id: Id
  readonly customerId: Id
  readonly origin: 'rule' | 'hand'
  readonly to: readonly string[]
  /** Absent: a letter, to be posted by a person. */
  readonly mailId: Id | null
  readonly totalCents: Cents
  readonly listed: readonly OpenInstalment[]
  readonly ripe: ReadonlySet<Id>
}

export async function insertReminder(context: WriteContext, reminder: NewReminder): Promise<void> {
  await context.db
    .insertInto('reminders')
    .values({
      id: reminder.id,
      company_id: context.companyId,
      customer_id: reminder.customerId,
      origin: reminder.origin,
      channel: reminder.mailId === null ? 'letter' : 'email',
      to_addresses: [...reminder.to],
      mail_id: reminder.mailId,
      total_cents: reminder.totalCents,
      reminded_on: context.today,
      created_at: context.now,
    })
    .execute()
  await context.db
    .insertInto('reminder_items')
    .values(
      reminder.listed.map((instalment) => ({
        reminder_id: reminder.id,
        company_id: context.companyId,
        item_id: instalment.itemId,
        invoice_id: instalment.invoiceId,
        step: reminder.ripe.has(instalment.itemId) ? FIRST_STEP : null,
        open_cents: instalment.openCents,
      })),
    )
    .execute()
}
