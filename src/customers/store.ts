import { type Insertable, sql } from 'kysely'
import type { Id } from '#core/ids'
import type { Tenant, WriteContext } from '#platform/context'
import type { DB } from '#platform/db'

export async function findCustomer(tenant: Tenant, customerId: Id) {
  return tenant.db
    .selectFrom('customers')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where('id', '=', customerId)
    .executeTakeFirst()
}

export type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>

/** As `findCustomer`, holding the row until the transaction ends. */
export async function lockCustomer(context: WriteContext, customerId: Id): Promise<CustomerRow | undefined> {
  return context.db
    .selectFrom('customers')
    .selectAll()
    .where('company_id', '=', context.companyId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst()
}

export async function contactsOf(tenant: Tenant, customerId: Id) {
  return tenant.db
    .selectFrom('customer_contacts')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where('customer_id', '=', customerId)
    .orderBy('position')
    .execute()
}

export type ContactRow = Awaited<ReturnType<typeof contactsOf>>[number]

/** The next code, under the lock of the counter until the transaction ends: no gap and no duplicate, a rollback gives it back. */
export async function takeCode(context: WriteContext): Promise<string> {
  const { last_code: code } = await context.db
    .insertInto('customer_counters')
    .values({ company_id: context.companyId, last_code: 1 })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet({ last_code: sql`customer_counters.last_code + 1` }))
    .returning('last_code')
    .executeTakeFirstOrThrow()
  return `C${String(code).padStart(5, '0')}`
}

export type CustomerColumns = Omit<Insertable<DB['customers']>, 'id' | 'company_id' | 'code' | 'version' | 'created_at' | 'archived_at'>

export async function insertCustomer(context: WriteContext, customer: CustomerColumns & { id: Id; code: string }): Promise<void> {
  await context.db
    .insertInto('customers')
    .values({ ...customer, company_id: context.companyId, created_at: context.now })
    .execute()
}

export async function updateCustomer(
  context: WriteContext,
  customerId: Id,
  columns: CustomerColumns | { archived_at: Date | null },
): Promise<void> {
  await context.db
    .updateTable('customers')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('company_id', '=', context.companyId)
    .where('id', '=', customerId)
    .execute()
}

export type Contact = {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly roles: readonly string[]
}

/** Those kept keep their id: other rows may one day point at them. */
export async function replaceContacts(context: WriteContext, customerId: Id, contacts: readonly Contact[]): Promise<void> {
  await context.db
    .deleteFrom('customer_contacts')
    .where('company_id', '=', context.companyId)
    .where('customer_id', '=', customerId)
    .execute()
  if (contacts.length === 0) return
  await context.db
    .insertInto('customer_contacts')
    .values(
      contacts.map((contact, index) => ({
        ...contact,
        roles: [...contact.roles],
        company_id: context.companyId,
        customer_id: customerId,
        position: index + 1,
      })),
    )
    .execute()
}

/** Names of other customers in use with this SIREN; a few are enough to warn. */
export async function namesWithSiren(tenant: Tenant, siren: string, otherThan: Id): Promise<string[]> {
  const rows = await tenant.db
    .selectFrom('customers')
    .select('name')
    .where('company_id', '=', tenant.companyId)
    .where('siren', '=', siren)
    .where('id', '<>', otherThan)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .limit(3)
    .execute()
  return rows.map(({ name }) => name)
}
