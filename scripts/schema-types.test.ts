import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { createTestDatabase } from '#platform/db/test-database'
import { schemaTypes, TARGET } from './schema-types.ts'

test('schema.generated.ts is what the migrations make; else: npm run db:types', async () => {
  const copy = await createTestDatabase(inject('databaseServer'))
  try {
    expect(readFileSync(TARGET, 'utf8')).toBe(await schemaTypes(copy.database))
  } finally {
    await copy.drop()
  }
})
