/** `npm run db:types`: writes `src/platform/db/schema.generated.ts` from a freshly migrated database. A test says whether it is current. */
import { writeFileSync } from 'node:fs'
import { openTestServer } from '../src/platform/db/test-database.ts'
import { schemaTypes, TARGET } from './schema-types.ts'

const server = await openTestServer()
const copy = await server.createDatabase()
try {
  writeFileSync(TARGET, await schemaTypes(copy.database))
} finally {
  await copy.drop()
  await server.close()
}
