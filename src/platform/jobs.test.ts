import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from './db/test-database.ts'
import { startJobs } from './jobs.ts'
import { silentLog } from './log.ts'
import { WORKERS } from './workers-alive.ts'

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

it('a job of a worker that was killed is done by the next one at once; that of a worker alive is left to it', async () => {
  const { database } = test
  await database.ownerPool.query(`select enqueue_job('orphan', '{}'), enqueue_job('cared-for', '{}')`)
  await database.ownerPool.query(`
    update graphile_worker._private_jobs job set attempts = 1, locked_at = now() - interval '1 minute',
      locked_by = case task.identifier when 'orphan' then 'worker-killed' else 'worker-alive' end
    from graphile_worker._private_tasks task where task.id = job.task_id and task.identifier in ('orphan', 'cared-for')`)
  const alive = await database.queuePool.connect()
  await alive.query(`select pg_advisory_lock(${WORKERS}, hashtext('worker-alive'))`)
  const done: string[] = []
  const jobs = { orphan: async () => void done.push('orphan'), 'cared-for': async () => void done.push('cared-for') }
  const runner = await startJobs({ database, jobs, schedules: [], log: silentLog })
  await vi.waitFor(() => expect(done).toContain('orphan'), { timeout: 20_000, interval: 50 })
  await runner.stop()
  expect(done).toEqual(['orphan'])
  const { rows } = await database.ownerPool.query(`select locked_by from graphile_worker.jobs where task_identifier = 'cared-for'`)
  expect(rows).toEqual([{ locked_by: 'worker-alive' }])
  alive.release(true)
})

it('a long job stays with the process that does it, whoever else begins meanwhile', async () => {
  const { database } = test
  await database.ownerPool.query(`select enqueue_job('long', '{}')`)
  let begun = 0
  const jobs = {
    long: async () => {
      begun += 1
      await new Promise((resolve) => setTimeout(resolve, 8_000))
    },
  }
  const parts = { database, jobs, schedules: [], log: silentLog }
  const first = await startJobs(parts)
  await vi.waitFor(() => expect(begun).toBe(1), { timeout: 10_000, interval: 50 })
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const second = await startJobs(parts)
  await vi.waitFor(async () => expect((await waiting('long')).rows).toEqual([]), { timeout: 20_000, interval: 100 })
  await Promise.all([first.stop(), second.stop()])
  expect(begun).toBe(1)
})

const waiting = (task: string) => test.database.ownerPool.query('select id from graphile_worker.jobs where task_identifier = $1', [task])
