/**
 * Work after the commit, by graphile-worker in the same database: a job exists exactly when the business that asked for it was committed.
 * A job may run twice, so each is idempotent. Each runs as a write of its company, through the door.
 */
import { Logger, parseCronItems, run, runOnce, type Runner, type TaskList } from 'graphile-worker'
import type { Id } from '#core/ids'
import type { Database } from './db.ts'
import type { Log } from './log.ts'
import { watchWorkers } from './workers-alive.ts'

/** Jobs asked for by an operation carry their company; scheduled ones carry none and visit every company. */
export type JobPayload = { readonly companyId: Id } & Readonly<Record<string, unknown>>
export type Job = (payload: JobPayload) => Promise<void>
export type Jobs = Readonly<Record<string, Job>>

/** What happens by itself: `cron` in graphile-worker's words (server time zone UTC), missed runs caught up within `catchUp`. */
export type Schedule = { readonly job: string; readonly cron: string }

const CONCURRENCY = 3
const CATCH_UP_MS = 86_400_000

export async function startJobs(parts: { database: Database; jobs: Jobs; schedules: readonly Schedule[]; log: Log }): Promise<Runner> {
  const watch = await watchWorkers(parts.database.queuePool, parts.log)
  const runner = await run({
    events: watch.events,
    pgPool: parts.database.queuePool,
    taskList: taskList(parts.jobs),
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      parts.schedules.map(({ cron, job }) => ({ task: job, match: cron, identifier: job, options: { backfillPeriod: CATCH_UP_MS } })),
    ),
    logger: graphileLogger(parts.log),
  })
  void runner.promise.finally(() => watch.stop())
  return runner
}

/** Runs what is due and returns: for tests and worlds. */
export async function runDueJobs(parts: { database: Database; jobs: Jobs; log: Log }): Promise<void> {
  await runOnce({
    pgPool: parts.database.queuePool,
    taskList: taskList(parts.jobs),
    noHandleSignals: true,
    logger: graphileLogger(parts.log),
  })
}

function taskList(jobs: Jobs): TaskList {
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, (payload: unknown) => job(payload as JobPayload)]))
}

function graphileLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    // The worker tells of every job at info: that is our debug.
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
