/**
 * Statements that come back are parsed and planned once for each connection, and named from then on: half of the server's work on a write.
 * (A pooler between us and the server must let sessions keep their statements; LISTEN needs that already.)
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** What was asked once may never be asked again: a migration, a report. */
const USES_BEFORE_NAMING = 2
/** Each name costs tens of kilobytes a connection; lists of varying length make endless texts. The product has some 300 statements. */
const NAMES = 600

export function createNames(): (text: string) => string | undefined {
  const uses = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text)
    if (name !== undefined || names.size >= NAMES) return name
    const times = (uses.get(text) ?? 0) + 1
    uses.set(text, times)
    if (uses.size > NAMES * 2) uses.clear()
    if (times <= USES_BEFORE_NAMING) return undefined
    uses.delete(text)
    names.set(text, `encours_${names.size}`)
    return names.get(text)
  }
}

/** The pool as Kysely uses it. */
export function rememberStatements(pool: pg.Pool): PostgresPool {
  const nameOf = createNames()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    // It is shared: whoever opened it ends it.
    end: () => Promise.resolve(),
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client) ?? remembering(client, nameOf)
      clients.set(client, known)
      return known
    },
  }
}

function remembering(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) => {
    // Without parameters (begin, commit) the simple protocol needs no plan.
    const name = values.length === 0 ? undefined : nameOf(text)
    return name === undefined ? client.query(text, [...values]) : client.query({ name, text, values: [...values] })
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => {
      client.release(destroy)
    },
  }
}
