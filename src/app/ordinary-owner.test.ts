import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import pg from 'pg'
import { createSignInLink } from '#people'
import { migrate } from '#platform/db/migrate'
import type { TestDatabase } from '#platform/db/test-database'
import { type ConnectionSettings, openDatabase } from '#platform/db'
import { writeBackup } from './backup.ts'
import { readBackup } from './restore.ts'
import { aBusyMonth } from './samples.fixture.ts'
import { openTestApi, type TestApi } from './test-api.ts'
import { verifyAll } from './verify.ts'

const server = inject('databaseServer')
const owner = `encours_owner_${randomBytes(4).toString('hex')}`
const folder = mkdtempSync(join(tmpdir(), 'encours-owner-'))
const path = join(folder, 'sauvegarde.encours')

const asOwner = (connection: ConnectionSettings, database: string): ConnectionSettings => {
  if (!('connectionString' in connection)) return { ...connection, user: owner, database }
  const url = new URL(connection.connectionString)
  url.username = owner
  url.pathname = `/${database}`
  return { connectionString: url.toString() }
}

const names = ['a', 'b'].map((letter) => `${owner}_${letter}`)
const asAdministrator = async (statements: readonly string[]): Promise<void> => {
  const client = new pg.Client(server.connection)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** As a hosting company gives a database: its owner may make roles and is no superuser. */
async function openOwned(name: string): Promise<TestDatabase> {
  const connection = asOwner(server.connection, name)
  const database = openDatabase(connection, () => undefined)
  await migrate(database.ownerPool)
  return { database, connection, drop: () => database.close() }
}

let api: TestApi
let other: TestDatabase
beforeAll(async () => {
  await asAdministrator([
    `create role ${owner} login createdb createrole nosuperuser`,
    // Another installation made the role of the application here; where there is none, the migration makes it.
    `grant encours_app to ${owner}`,
    ...names.map((name) => `create database ${name} owner ${owner}`),
  ])
  const [first = '', second = ''] = names
  api = await openTestApi(server, { on: await openOwned(first) })
  other = await openOwned(second)
})
afterAll(async () => {
  await api.close()
  await other.drop()
  await asAdministrator([...names.map((name) => `drop database ${name} with (force)`), `drop role ${owner}`])
  rmSync(folder, { recursive: true })
})

describe('a database whose owner is no superuser', () => {
  it('carries the whole product: sell, get paid, read the bank, send', async () => {
    const { open, settled } = await aBusyMonth(api)
    expect((await api.call('GET', `/invoices/${settled.id}`)).body).toMatchObject({ state: 'settled' })
    await api.runJobs()
    expect((await api.call('GET', `/mail?invoiceId=${open.id}`)).body).toMatchObject({ rows: [{ state: 'kept' }] })
    expect(await verifyAll(api.database)).toMatchObject([{ invoices: 4n, faults: [] }])
  })

  it('keeps companies apart', async () => {
    const neighbour = await api.foundCompany('voisin')
    const call = api.as({ companyId: neighbour.id, personId: neighbour.ownerId, role: 'owner' })
    expect((await call('GET', '/invoices')).body).toMatchObject({ rows: [] })
    const { rows } = await api.database.ownerPool.query('select from invoices')
    expect(rows).toHaveLength(4)
  })

  it('signs people in', async () => {
    const link = await createSignInLink(api.database, 'owner@atelier-broceliande.example', api.clock.now())
    expect(link).toMatch(/^\/connexion\/lien\//)
  })

  it('is backed up, restored into another one, and still agrees', async () => {
    const secret = Buffer.alloc(32, 7)
    const rows = await writeBackup(api.database.ownerPool, path, { secret, at: api.clock.now() })
    expect(await readBackup(other.database.ownerPool, path)).toEqual({ rows, secret })
    expect(await verifyAll(other.database)).toMatchObject([
      { invoices: 4n, faults: [] },
      { invoices: 0n, faults: [] },
    ])
  })
})
