import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createNames } from './remembered.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let copy: TestDatabase
beforeAll(async () => {
  copy = await createTestDatabase(inject('databaseServer'))
})
afterAll(() => copy.drop())

test('a statement is named when it comes back, and always by the same name', () => {
  const nameOf = createNames()
  const names = [1, 2, 3, 4].map(() => nameOf('select $1'))
  expect(names).toEqual([undefined, undefined, names[2], names[2]])
  expect(names[2]).toBeDefined()
  expect([1, 2, 3].map(() => nameOf('select $2')).at(-1)).not.toBe(names[2])
})

test('texts without end do not fill the server: only so many get a name', () => {
  const nameOf = createNames()
  const named = new Set<string>()
  for (let text = 0; text < 5_000; text += 1) {
    for (let use = 0; use < 4; use += 1) named.add(nameOf(`select ${text} + $1`) ?? '')
  }
  expect(named.size).toBeLessThan(700)
})

test('the server keeps the plan of what the application asks often', async () => {
  await copy.database.writes.connection().execute(async (db) => {
    for (let time = 1; time <= 5; time += 1) {
      const { rows } = await sql<{ twice: number }>`select ${time}::int * 2 as twice`.execute(db)
      expect(rows).toEqual([{ twice: time * 2 }])
    }
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
    expect(rows.map((row) => row.statement)).toContain('select $1::int * 2 as twice')
  })
})
