import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sha256Hex } from '#platform/canonical'
import { createTestDatabase, type TestDatabase } from '#platform/db/test-database'
import { writeBackup } from './backup.ts'
import { fingerprints } from './fingerprints.fixture.ts'
import { readBackup } from './restore.ts'
import { aBusyMonth } from './samples.fixture.ts'
import { openTestApi, type TestApi } from './test-api.ts'
import { verifyAll } from './verify.ts'

const SECRET = Buffer.from('0123456789abcdef0123456789abcdef')
const folder = mkdtempSync(join(tmpdir(), 'encours-backup-'))
const path = join(folder, 'sauvegarde.encours')
const spoilt = join(folder, 'abîmée.encours')

let api: TestApi
let rows: number
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  await aBusyMonth(api)
  rows = await writeBackup(api.database.ownerPool, path, { secret: SECRET, at: api.clock.now() })
})
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true })
})

async function inNewDatabase(use: (fresh: TestDatabase) => Promise<void>): Promise<void> {
  const fresh = await createTestDatabase(inject('databaseServer'))
  try {
    await use(fresh)
  } finally {
    await fresh.drop()
  }
}

describe('a backup restored into a new database', () => {
  it('gives back every row and every byte, and everything agrees', () =>
    inNewDatabase(async ({ database }) => {
      expect(await readBackup(database.ownerPool, path)).toEqual({ rows, secret: SECRET })
      const saved = await fingerprints(api.database.ownerPool)
      expect(await fingerprints(database.ownerPool)).toEqual(saved)
      expect(saved['public.archived_documents']).toMatch(/^[1-9]/)
      const verdicts = await verifyAll(database)
      expect(verdicts).toMatchObject([{ company: 'Atelier Brocéliande', faults: [] }])
    }))

  it('goes on where the other stopped: new events come after the old ones, and triggers guard again', () =>
    inNewDatabase(async ({ database }) => {
      await readBackup(database.ownerPool, path)
      const { rows: last } = await database.ownerPool.query<{ id: bigint }>('select max(id) as id from events')
      const { rows: next } = await database.ownerPool.query<{ id: bigint }>(
        `insert into events (company_id, at, actor, name, facts) select id, now(), '{}', 'test', '{}' from companies returning id`,
      )
      expect(next[0]?.id).toBe((last[0]?.id ?? 0n) + 1n)
      await expect(database.ownerPool.query('update events set name = null')).rejects.toThrow(/never changed/)
      await expect(database.ownerPool.query('delete from archived_documents')).rejects.toThrow(/never changed/)
    }))

  it('asks again for the mails that were waiting', () =>
    inNewDatabase(async ({ database }) => {
      await readBackup(database.ownerPool, path)
      const { rows: waiting } = await database.ownerPool.query<{ id: string }>(`select id from mail_messages where state = 'waiting'`)
      const { rows: jobs } = await database.ownerPool.query<{ key: string }>(
        `select key from graphile_worker.jobs where task_identifier = 'mail.send'`,
      )
      expect(waiting).toHaveLength(1)
      expect(jobs.map(({ key }) => key)).toEqual(waiting.map(({ id }) => `mail.send:${id}`))
    }))

  it('is readable by its owner alone, since it holds the secret', () => {
    expect(statSync(path).mode & 0o077).toBe(0)
  })
})

describe('what is no whole backup, or has no empty place to go, is refused by name and changes nothing', () => {
  let empty: TestDatabase
  beforeAll(async () => {
    empty = await createTestDatabase(inject('databaseServer'))
  })
  afterAll(() => empty.drop())

  const whole = () => readFileSync(path)
  const lines = () => gunzipSync(whole()).toString('utf8').split('\n')
  it.each<[string, () => Uint8Array, string]>([
    ['a text', () => Buffer.from('Ceci n’est pas une sauvegarde.\n'), 'not-a-backup'],
    ['another compressed file', () => gzipSync('{"format":"zip"}\n'), 'not-a-backup'],
    ['an empty file', () => Buffer.of(), 'damaged'],
    ['half of a backup', () => whole().subarray(0, whole().length / 2), 'damaged'],
    ['a backup cut at a line', () => gzipSync(lines().slice(0, -2).join('\n')), 'damaged'],
    ['a backup with a row changed', () => gzipSync(lines().join('\n').replace('Menuiseries Le Bihan', 'Menuiseries Le Bihen')), 'damaged'],
    ['a backup with a row removed', () => gzipSync(lines().toSpliced(-4, 1).join('\n')), 'damaged'],
    ['a byte changed in the middle', () => withOneByteChanged(whole()), 'damaged'],
    ['a backup of another version', () => otherVersion(lines()), 'other-version'],
  ])('%s', async (_, made, code) => {
    writeFileSync(spoilt, made())
    const { ownerPool } = empty.database
    await expect(readBackup(ownerPool, spoilt)).rejects.toMatchObject({ code })
    expect(Object.values(await fingerprints(ownerPool)).every((print) => print === '0 ')).toBe(true)
  })

  it('a database that holds a company', async () => {
    const before = await fingerprints(api.database.ownerPool)
    await expect(readBackup(api.database.ownerPool, path)).rejects.toMatchObject({ code: 'not-empty' })
    expect(await fingerprints(api.database.ownerPool)).toEqual(before)
  })

  it('a database in which somebody has signed up', () =>
    inNewDatabase(async ({ database }) => {
      await database.ownerPool.query(`insert into people (id, name, email) values (gen_random_uuid(), 'Maud', 'maud@example.org')`)
      await expect(readBackup(database.ownerPool, path)).rejects.toMatchObject({ code: 'not-empty' })
    }))
})

function withOneByteChanged(bytes: Uint8Array): Uint8Array {
  const middle = Math.floor(bytes.length / 2)
  return bytes.with(middle, (bytes[middle] ?? 0) ^ 255)
}

/** The same backup, whole, as a release with one migration more would have written it. */
function otherVersion(lines: string[]): Uint8Array {
  const [head = '', ...rest] = lines.slice(0, -2)
  const header = JSON.parse(head) as { migrations: unknown[] }
  return sealed([JSON.stringify({ ...header, migrations: [...header.migrations, { name: '9999-later', sha256: '' }] }), ...rest])
}

function sealed(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `${line}\n`).join('')
  const count = lines.slice(1).filter((line) => !line.startsWith('{"table":')).length
  return gzipSync(`${body}${JSON.stringify({ end: true, rows: count, sha256: sha256Hex(body) })}\n`)
}
