/**
 * Databases for tests: one server for the run (the embedded one without fsync, or `ENCOURS_TEST_DATABASE_URL`), one migrated template,
 * and a copy of it for whoever asks, in some tens of milliseconds.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type ConnectionSettings, type Database, openDatabase } from '../db.ts'
import { migrate } from './migrate.ts'

export type TestDatabase = { readonly database: Database; readonly connection: ConnectionSettings; drop(): Promise<void> }
export type TestServer = { createDatabase(): Promise<TestDatabase>; close(): Promise<void> }

/** What a vitest worker needs to reach the server that the global setup started. */
export type TestServerAddress = { readonly connection: ConnectionSettings; readonly template: string }

const NO_DURABILITY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

export async function openTestServer(): Promise<TestServer & { readonly address: TestServerAddress }> {
  const url = process.env['ENCOURS_TEST_DATABASE_URL']
  const dataDir = mkdtempSync(join(tmpdir(), 'encours-test-'))
  const running = url === undefined ? await startEmbedded(dataDir) : undefined
  const connection: ConnectionSettings = running ? running.connection : { connectionString: url ?? '' }
  const template = `encours_template_${randomBytes(4).toString('hex')}`
  await onServer(connection, `create database ${template}`)
  const prepared = openDatabase(inDatabase(connection, template), () => undefined)
  await migrate(prepared.ownerPool)
  await prepared.close()
  const address = { connection, template }
  return {
    address,
    createDatabase: () => createTestDatabase(address),
    close: async () => {
      await onServer(connection, `drop database if exists ${template} with (force)`)
      await running?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export async function createTestDatabase(address: TestServerAddress): Promise<TestDatabase> {
  const name = `encours_test_${randomBytes(6).toString('hex')}`
  await copyTemplate(address, name)
  const connection = inDatabase(address.connection, name)
  const database = openDatabase(connection, () => undefined)
  return {
    database,
    connection,
    drop: async () => {
      await database.close()
      await onServer(address.connection, `drop database if exists ${name} with (force)`)
    },
  }
}

const OBJECT_IN_USE = '55006'
const COPY_ATTEMPTS = 50

/** A session that has just left the template may still be closing on the server: a copy is then refused for some milliseconds. */
async function copyTemplate(address: TestServerAddress, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await onServer(address.connection, `create database ${name} template ${address.template}`)
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && error.code === OBJECT_IN_USE
      if (!busy || attempt === COPY_ATTEMPTS) throw error
      await new Promise((resolve) => {
        setTimeout(resolve, 20)
      })
    }
  }
}

async function startEmbedded(dataDir: string) {
  const { startDatabase } = await import('./launcher.ts')
  return startDatabase({ dataDir, log: () => undefined, settings: NO_DURABILITY })
}

function inDatabase(connection: ConnectionSettings, database: string): ConnectionSettings {
  if (!('connectionString' in connection)) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.toString() }
}

async function onServer(connection: ConnectionSettings, statement: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
