/**
 * A job whose worker was killed stays locked in the queue, by its own rules for four hours. Here every process that works holds a lock in the database
 * under its name, which goes with its process whatever ends it: a job locked by a name that nobody holds is given back to the queue at once.
 */
import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from './log.ts'

/** A process that has just begun takes its first job and its lock at the same moment. */
const NEWBORN_S = 1
/** How long the jobs of another process that was killed wait for one that lives on. */
const LOOK_EVERY_MS = 5_000

/** Names as keys of advisory locks; the first number parts them from other locks. */
const KEY = 'pg_catalog.hashtext($1)'
export const WORKERS = 716_202_612

export async function watchWorkers(pool: pg.Pool, log: Log): Promise<{ events: WorkerEvents; stop(): void }> {
  const events = new EventEmitter() as WorkerEvents
  const own = new Set<string>()
  const holder = await pool.connect()
  let look: Promise<unknown> = Promise.resolve()
  const lost = (err: unknown) => log.warn({ err }, 'who works on jobs cannot be told')
  // One question at a time on this connection.
  const next = (ask: () => Promise<unknown>) => {
    look = look.then(ask).catch(lost)
  }
  // The queue locks a job under the name of the pool, whichever of its workers has it.
  events.on('pool:create', ({ workerPool: { id } }) => {
    own.add(id)
    next(() => holder.query(`select pg_advisory_lock(${WORKERS}, ${KEY})`, [id]))
  })
  const giveBack = async () => {
    const { rows } = await holder.query<{ worker: string }>(
      `select distinct locked_by as worker from graphile_worker.jobs where locked_at < now() - make_interval(secs => ${NEWBORN_S})`,
    )
    const dead: string[] = []
    for (const { worker } of rows) if (!own.has(worker) && (await isFree(holder, worker))) dead.push(worker)
    if (dead.length === 0) return
    log.warn({ workers: dead.length }, 'jobs of workers that ended are given back to the queue')
    await holder.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  }
  next(giveBack)
  const timer = setInterval(() => next(giveBack), LOOK_EVERY_MS).unref()
  return {
    events,
    stop: () => {
      clearInterval(timer)
      // The locks go with the connection.
      void look.finally(() => holder.release(true))
    },
  }
}

async function isFree(holder: pg.PoolClient, worker: string): Promise<boolean> {
  const { rows } = await holder.query<{ free: boolean }>(`select pg_try_advisory_lock(${WORKERS}, ${KEY}) as free`, [worker])
  if (rows[0]?.free !== true) return false
  await holder.query(`select pg_advisory_unlock(${WORKERS}, ${KEY})`, [worker])
  return true
}
