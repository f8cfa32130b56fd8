/** Writes `src/platform/db/schema.generated.ts` from a freshly migrated database; `--check` only says whether the file is current. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate, PostgresDialect } from 'kysely-codegen'
import { openTestServer } from '../src/platform/db/test-database.ts'

const TARGET = join(import.meta.dirname, '../src/platform/db/schema.generated.ts')

const server = await openTestServer()
const test = await server.createDatabase()
try {
  const types = await generate({
    db: test.database.owner,
    dialect: new PostgresDialect({ dateParser: 'string' }),
    typeMapping: { int8: 'bigint', date: 'Day' },
    excludePattern: 'graphile_worker.*',
    outFile: null,
    print: false,
  })
  const text = `import type { Day } from '#core/day'\n${types}`
  const current = readFileSync(TARGET, 'utf8')
  if (process.argv.includes('--check')) {
    if (text !== current) throw new Error('schema.generated.ts is not what the migrations make: run npm run db:types')
  } else {
    writeFileSync(TARGET, text)
  }
} finally {
  await test.drop()
  await server.close()
}
