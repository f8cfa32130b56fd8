/**
 * The database as the application sees it: Kysely over `pg`, connected as the role `encours_app`, which owns nothing and so obeys
 * row-level security. Days come back as `"YYYY-MM-DD"`, bigints as bigint, never as a float or a local midnight.
 */
import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import pg from 'pg'
import type { Id } from '#core/ids'
import { rememberStatements } from './db/remembered.ts'
import type { DB } from './db/schema.generated.ts'

export type { DB } from './db/schema.generated.ts'
export type Db = Transaction<DB>

export type ConnectionSettings = { host: string; port: number; user: string; database: string } | { connectionString: string }

const OID = { int8: 20, date: 1082, numeric: 1700 }
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === OID.int8) return (text: string) => BigInt(text)
    if (oid === OID.date) return (text: string) => text
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Connections per process: 20 web requests, 3 jobs at once and what listens for them leave room below the server's 40. */
const APP_CONNECTIONS = 20
const OWNER_CONNECTIONS = 8
const QUEUE_CONNECTIONS = 6

export type Database = {
  /** For reads: obeys row-level security, plans each statement for its values. */
  readonly app: Kysely<DB>
  /** For changes, on the same connections: statements that come back are planned once (decision 9). */
  readonly writes: Kysely<DB>
  /** For migrations, sign-in tables and `verify`: sees every company. */
  readonly owner: Kysely<DB>
  readonly ownerPool: pg.Pool
  /** For the queue's own work: it writes its rows as JSON, which knows no bigint. */
  readonly queuePool: pg.Pool
  close(): Promise<void>
}

export function openDatabase(settings: ConnectionSettings, onError: (error: Error) => void): Database {
  // A PGSSLMODE meant for another server would refuse our own socket.
  const way = 'connectionString' in settings ? settings : { ...settings, ssl: false }
  // A server of one's own may compile queries before running them: that takes seconds where ours run in milliseconds.
  const appPool = new pg.Pool({ ...way, max: APP_CONNECTIONS, types, options: '-c role=encours_app -c jit=off' })
  const ownerPool = new pg.Pool({ ...way, max: OWNER_CONNECTIONS, types })
  const queuePool = new pg.Pool({ ...way, max: QUEUE_CONNECTIONS })
  let closing = false
  const lost = (error: Error) => {
    // A pool that has ended may still be saying goodbye when the server stops.
    if (!closing) onError(error)
  }
  // Without a listener an administrator's shutdown of the server would crash Node.
  for (const pool of [appPool, ownerPool, queuePool]) {
    pool.on('error', lost)
    pool.on('connect', (client) => client.on('error', lost))
  }
  const app = new Kysely<DB>({ dialect: new PostgresDialect({ pool: appPool }) })
  const writes = new Kysely<DB>({ dialect: new PostgresDialect({ pool: rememberStatements(appPool) }) })
  // Every request asks it who is there.
  const owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: rememberStatements(ownerPool) }) })
  return {
    app,
    writes,
    owner,
    ownerPool,
    queuePool,
    close: async () => {
      closing = true
      await Promise.all([app.destroy(), writes.destroy(), owner.destroy()])
      await ownerPool.end()
      await queuePool.end()
    },
  }
}

export type TenantScope = { companyId: Id; personId: Id | undefined }

/** Tells row-level security whose rows this transaction may see. Lasts until the transaction ends. */
export async function enterScope(db: Db, scope: TenantScope): Promise<void> {
  await sql`select set_config('encours.company', ${scope.companyId}, true), set_config('encours.person', ${scope.personId ?? ''}, true)`.execute(
    db,
  )
}

/** Runs a read in one snapshot that cannot write. */
export async function readIn<T>(database: Database, scope: TenantScope, read: (db: Db) => Promise<T>): Promise<T> {
  return database.app
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      await enterScope(db, scope)
      return read(db)
    })
}
