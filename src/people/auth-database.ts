/**
 * Lets better-auth write in the transaction of the operation that calls it: what it writes commits or rolls back with the rest, in a dry run
 * too. Its tables are closed to the application's role; the transaction works as their owner for the length of the call.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import type { DB, Db } from '#platform/db'

const current = new AsyncLocalStorage<Db>()

/** The database to give to better-auth: the transaction around the call when there is one, else the owner's pool. */
export function databaseOfTheCall(owner: Kysely<DB>): Kysely<DB> {
  return new Proxy(owner, {
    get: (_target, key) => {
      const db = current.getStore() ?? owner
      const value: unknown = Reflect.get(db, key, db)
      return typeof value === 'function' ? (value.bind(db) as unknown) : value
    },
  })
}

/** When `run` throws, its transaction must be left to roll back: the role is given back by success or by the end of the transaction. */
export async function asOwner<T>(db: Db, run: () => Promise<T>): Promise<T> {
  await sql`set local role none`.execute(db)
  const answer = await current.run(db, run)
  await sql`set local role encours_app`.execute(db)
  return answer
}
