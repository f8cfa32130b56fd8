import { type Insertable, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Id } from '#core/ids'
import type { Tenant, WriteContext } from '#platform/context'
import type { DB } from '#platform/db'

const columns = ['id', 'code', 'name', 'description', 'nature', 'unit', 'unit_price_e6', 'vat_code', 'archived_at', 'version'] as const

export async function findItem(tenant: Tenant, itemId: Id) {
  return tenant.db
    .selectFrom('items')
    .select(columns)
    .where('company_id', '=', tenant.companyId)
    .where('id', '=', itemId)
    .executeTakeFirst()
}

/** Those of the ids that are items of this company, put away or not. */
export async function knownItems(tenant: Tenant, itemIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await tenant.db
    .selectFrom('items')
    .select('id')
    .where('company_id', '=', tenant.companyId)
    .where('id', 'in', [...new Set(itemIds)])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export type ItemRow = NonNullable<Awaited<ReturnType<typeof findItem>>>

/** As `findItem`, holding the row until the transaction ends. */
export async function lockItem(context: WriteContext, itemId: Id): Promise<ItemRow | undefined> {
  return context.db
    .selectFrom('items')
    .select(columns)
    .where('company_id', '=', context.companyId)
    .where('id', '=', itemId)
    .forUpdate()
    .executeTakeFirst()
}

export type ItemQuery = {
  readonly archived: boolean
  readonly search: string | undefined
  /** The last item of the page before. */
  readonly after: Id | undefined
  readonly limit: number
}

/** One page by name. */
export async function listItems(tenant: Tenant, { after, archived, limit, search }: ItemQuery): Promise<ItemRow[]> {
  return tenant.db
    .selectFrom('items')
    .select(columns)
    .where('company_id', '=', tenant.companyId)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .where(matches(search))
    .where(isAfter(tenant, after))
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Each word must stand in the name or the code, whatever the accents. */
function matches(search = ''): RawBuilder<SqlBool> {
  const words = search.split(/\s+/).filter((word) => word !== '')
  const conditions = words.map((word) => sql`search like '%' || search_text(${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}) || '%'`)
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

const isAfter = ({ companyId }: Tenant, itemId: Id | undefined): RawBuilder<SqlBool> =>
  itemId === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(name, id) > (select name, id from items where company_id = ${companyId} and id = ${itemId})`

/** The next code of ours, after the highest in use. Whoever asks at the same time waits for this transaction. */
export async function nextCode(context: WriteContext): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('item codes ' || ${context.companyId}, 0))`.execute(context.db)
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(code from '^A([0-9]{1,8})$')::integer) as last from items where company_id = ${context.companyId}`.execute(
    context.db,
  )
  return `A${String((rows[0]?.last ?? 0) + 1).padStart(5, '0')}`
}

export async function isCodeTaken(tenant: Tenant, code: string, otherThan: Id): Promise<boolean> {
  const row = await tenant.db
    .selectFrom('items')
    .select('id')
    .where('company_id', '=', tenant.companyId)
    .where('code', '=', code)
    .where('id', '<>', otherThan)
    .executeTakeFirst()
  return row !== undefined
}

export type ItemColumns = Omit<Insertable<DB['items']>, 'id' | 'company_id' | 'version' | 'created_at' | 'archived_at'>

/** False when the code is already that of another item. */
export async function insertItem(context: WriteContext, item: ItemColumns & { id: Id }): Promise<boolean> {
  const result = await context.db
    .insertInto('items')
    .values({ ...item, company_id: context.companyId, created_at: context.now })
    .onConflict((conflict) => conflict.columns(['company_id', 'code']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function updateItem(context: WriteContext, itemId: Id, item: ItemColumns | { archived_at: Date | null }): Promise<void> {
  await context.db
    .updateTable('items')
    .set((eb) => ({ ...item, version: eb('version', '+', 1) }))
    .where('company_id', '=', context.companyId)
    .where('id', '=', itemId)
    .execute()
}
