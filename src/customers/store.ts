import type { Id } from '#core/ids'
import type { Tenant } from '#platform/context'

export async function findCustomer(tenant: Tenant, customerId: Id) {
  return tenant.db
    .selectFrom('customers')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where('id', '=', customerId)
    .executeTakeFirst()
}

export type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>

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
