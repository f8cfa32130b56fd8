import { setTimeout as pause } from 'node:timers/promises'

import type { Client } from 'pg'

import { startError } from './errors.ts'
import { connectForUpkeep, type Socket } from './sessions.ts'

export type Ownership = { release: () => Promise<void> }

/** 'encours' in ASCII. */
const OWNER_LOCK = '28550345998561907'
/** An Encours killed a moment ago: the server notices the end of its session in milliseconds. */
const OWNER_PATIENCE_MS = 1_000
const RETRY_MS = 50
const RETAKE_MS = 1_000

/**
 * One live Encours a data folder. The proof is a lock held by a session inside the database itself: the kernel ends the session with the
 * process, however it dies, so it can be neither stale nor forged by a reused process number, and a server left behind can be adopted.
 */
export async function takeOwnership(socket: Socket, dataDir: string, log: (message: string) => void): Promise<Ownership> {
  const release = new AbortController()
  let session: Client

  const keep = (client: Client) => {
    session = client
    client.once('end', () => {
      if (!release.signal.aborted) void retake()
    })
  }
  const retake = async () => {
    log('the session that owns the database ended; taking it again')
    while (!release.signal.aborted) {
      const client = await takeWithin(0, socket, dataDir).catch(() => undefined)
      if (client === undefined) await pause(RETAKE_MS, undefined, { ref: false })
      else return release.signal.aborted ? client.end() : keep(client)
    }
  }

  keep(await takeWithin(OWNER_PATIENCE_MS, socket, dataDir))
  return {
    release: async () => {
      release.abort()
      await session.end()
    },
  }
}

async function takeWithin(patienceMs: number, socket: Socket, dataDir: string): Promise<Client> {
  const client = await connectForUpkeep(socket, `encours owner, process ${process.pid}`)
  const until = Date.now() + patienceMs
  while (!(await tryLock(client))) {
    if (Date.now() >= until) {
      const holder = await holderPid(client)
      await client.end()
      throw startError('already-running', { folder: dataDir, holder })
    }
    await pause(RETRY_MS)
  }
  return client
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK])
  return rows[0]?.taken === true
}

async function holderPid(client: Client): Promise<string> {
  const { rows } = await client.query<{ application_name: string }>(
    `select application_name
       from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and (classid::bigint << 32) | objid::bigint = $1`,
    [OWNER_LOCK],
  )
  return rows[0]?.application_name.split(' ').at(-1) ?? '?'
}
