import { readFile } from 'node:fs/promises'

import { Client } from 'pg'

import { DATABASE_USER } from './cluster.ts'
import { postmasterFile } from './lock-file.ts'

export type Socket = { host: string; port: number }

const CONNECT_PATIENCE_MS = 5_000

/** A session on the maintenance database: one on `encours` would forbid copying or dropping that one. */
export async function connectForUpkeep(socket: Socket, applicationName: string): Promise<Client> {
  const client = new Client({
    ...socket,
    user: DATABASE_USER,
    database: 'postgres',
    application_name: applicationName,
    // A PGSSLMODE meant for another server would refuse our socket.
    ssl: false,
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
  })
  // The end of the server reaches an idle session as an event; unheard, it would end Encours.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** True when the server behind the socket reads, in its own folder, the same lock file as we do in ours. */
export async function answersFor(clusterDir: string, socket: Socket): Promise<boolean> {
  try {
    const client = await connectForUpkeep(socket, 'encours start')
    try {
      const { rows } = await client.query<{ lock: string }>(`select pg_read_file('postmaster.pid') as lock`)
      const identity = (text: string) => text.split('\n').slice(0, 3).join('\n')
      return identity(rows[0]?.lock ?? '') === identity(await readFile(postmasterFile(clusterDir), 'utf8'))
    } finally {
      await client.end()
    }
  } catch {
    return false
  }
}

/** Makes the database on the first start; answers the server's version, for example `18.4`. */
export async function ensureDatabase(socket: Socket, name: string): Promise<string> {
  const client = await connectForUpkeep(socket, 'encours start')
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version.split(' ')[0] ?? ''
  } finally {
    await client.end()
  }
}
