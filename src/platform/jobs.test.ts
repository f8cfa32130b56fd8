import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from './db/test-database.ts'
import { startJobs } from './jobs.ts'
import { silentLog } from './log.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase(inject('databaseServer'))
})
afterAll(() => test.drop())

it('a job that fails is kept with its reason, to be tried again later, and stops nobody', async () => {
  const { database } = test
  await database.ownerPool.query(`select enqueue_job('breaks', '{}'), enqueue_job('works', '{}')`)
  let worked = 0
  const jobs = {
    breaks: () => Promise.reject(new Error('the mail server is away')),
    works: () => Promise.resolve(void (worked += 1)),
  }
  const runner = await startJobs({ database, jobs, schedules: [], log: silentLog })
  await vi.waitFor(async () => expect((await failed()).rows).toHaveLength(1), { timeout: 20_000, interval: 50 })
  await runner.stop()
  expect(worked).toBe(1)
  const { rows } = await failed()
  expect(rows).toEqual([
    {
      task_identifier: 'breaks',
      attempts: 1,
      last_error: expect.stringContaining('the mail server is away'),
      later: true,
      locked_at: null,
    },
  ])
})

const failed = () =>
  test.database.ownerPool.query(
    'select task_identifier, attempts, last_error, run_at > now() as later, locked_at from graphile_worker.jobs where last_error is not null',
  )
