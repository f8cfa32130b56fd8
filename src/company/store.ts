import type { Tenant } from '#platform/context'

/** The company this request works in, as its row stands. */
export async function loadCompany(tenant: Tenant) {
  return tenant.db.selectFrom('companies').selectAll().where('id', '=', tenant.companyId).executeTakeFirstOrThrow()
}

export type CompanyRow = Awaited<ReturnType<typeof loadCompany>>
