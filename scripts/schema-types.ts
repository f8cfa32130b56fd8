/** The TypeScript of the database, made from a freshly migrated one. */
import { join } from 'node:path'
import { generate, PostgresDialect } from 'kysely-codegen'
import type { Database } from '#platform/db'

export const TARGET = join(import.meta.dirname, '../src/platform/db/schema.generated.ts')

export async function schemaTypes(database: Database): Promise<string> {
  const types = await generate({
    db: database.owner,
    dialect: new PostgresDialect({ dateParser: 'string' }),
    typeMapping: { int8: 'bigint', date: 'Day' },
    excludePattern: 'graphile_worker.*',
    outFile: null,
    print: false,
  })
  return `import type { Day } from '#core/day'\n${types}`
}
