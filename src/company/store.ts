import type { Updateable } from 'kysely'
import type { Tenant, WriteContext } from '#platform/context'
import type { DB } from '#platform/db'

/** The company this request works in, as its row stands. */
export async function loadCompany(tenant: Tenant) {
  return tenant.db.selectFrom('companies').selectAll().where('id', '=', tenant.companyId).executeTakeFirstOrThrow()
}

export type CompanyRow = Awaited<ReturnType<typeof loadCompany>>

/** As `loadCompany`, holding the row until the transaction ends. */
export async function lockCompany(context: WriteContext): Promise<CompanyRow> {
  return context.db.selectFrom('companies').selectAll().where('id', '=', context.companyId).forUpdate().executeTakeFirstOrThrow()
}

export type CompanyColumns = Omit<Updateable<DB['companies']>, 'id' | 'slug' | 'version' | 'created_at'>

export async function updateCompany(context: WriteContext, columns: CompanyColumns): Promise<void> {
  await context.db
    .updateTable('companies')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', context.companyId)
    .execute()
}

/** False when another company has this slug: row-level security hides it, the unique index knows it. */
export async function insertCompany(context: WriteContext, slug: string, columns: CompanyColumns & { name: string }): Promise<boolean> {
  const result = await context.db
    .insertInto('companies')
    .values({ ...columns, id: context.companyId, slug, created_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
