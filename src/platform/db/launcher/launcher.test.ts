import type { ChildProcess } from 'node:child_process'
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'

import { accountFor } from './account.ts'
import type { RunningDatabase, StartDatabaseOptions } from './start.ts'
import {
  childrenOf,
  copyOf,
  killAndWait,
  makeTestFolder,
  removeTestFolder,
  runForeignProgram,
  serverPid,
  startForTest,
  startInOwnProcess,
  type ProcessFact,
} from './test-folders.ts'

const isRoot = process.getuid?.() === 0
const hasProc = existsSync('/proc/self/stat')
const systemBin = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin'].find((bin) => existsSync(bin))

let base: string
/** Most stories begin with the folder the one before left behind: stopped, or crashed. */
let dataFolder: string
let copies = 0
/** Made outside `base`. */
const folders: string[] = []
const running = new Set<RunningDatabase>()

async function start(dataDir: string, options?: Partial<StartDatabaseOptions>): Promise<RunningDatabase> {
  const database = await startForTest(dataDir, options)
  running.add(database)
  return database
}

const newFolder = () => join(base, `data-${(copies += 1)}`)
const copiedFolder = () => copyOf(dataFolder, newFolder())
const clusterOf = (dataDir: string) => join(dataDir, 'cluster')

async function ask(database: RunningDatabase, sql: string): Promise<unknown> {
  const client = new Client(database.connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql)
    return rows.at(-1)?.answer
  } finally {
    await client.end()
  }
}

async function withOtherEncours(dataDir: string): Promise<ChildProcess> {
  const other = await startInOwnProcess(dataDir)
  onTestFinished(() => {
    other.kill('SIGKILL')
  })
  return other
}

async function foreignProgram(dataDir: string, script: string): Promise<ChildProcess> {
  const program = await runForeignProgram(dataDir, script)
  onTestFinished(() => {
    program.kill('SIGKILL')
  })
  return program
}

/** The lock file that a dead server left, its process number now being `pid`. */
async function leaveLockOf(dataDir: string, pid: number): Promise<void> {
  const lock = [pid, clusterOf(dataDir), 1_700_000_000, 5432, join(dataDir, 'run'), '', '', 'ready', ''].join('\n')
  const account = await accountFor(clusterOf(dataDir))
  await mkdir(join(dataDir, 'run'), { recursive: true, mode: 0o700 })
  for (const path of [join(clusterOf(dataDir), 'postmaster.pid'), join(dataDir, 'run', '.s.PGSQL.5432.lock')]) {
    await writeFile(path, lock, { mode: 0o600 })
    if (account !== undefined) await chown(path, account.uid, account.gid)
  }
}

beforeAll(async () => {
  base = await makeTestFolder()
  dataFolder = join(base, 'data')
  // A true first start, on a machine whose language is not installed.
  vi.stubEnv('LANG', 'fr_FR.UTF-8')
  vi.stubEnv('LC_ALL', 'xx_XX.UTF-8')
  vi.stubEnv('TZ', 'Pacific/Auckland')
  vi.stubEnv('PGSSLMODE', 'require')
  const first = await startForTest(dataFolder)
  await first.stop()
  vi.unstubAllEnvs()
})

afterEach(async () => {
  await Promise.all([...running].map((database) => database.stop()))
  running.clear()
})

afterAll(() => Promise.all([base, ...folders].map(removeTestFolder)))

test('a first start under a language that is not installed makes the same database as anywhere, with French capitals and checked pages', async () => {
  const database = await start(dataFolder)
  expect(database).toMatchObject({ adopted: false, connection: { user: 'encours', database: 'encours' } })
  expect(database.version).toMatch(/^\d+\.\d+$/)
  expect(await ask(database, `select upper('é') as answer`)).toBe('É')
  expect(await ask(database, `select 'École' ilike 'éCOLE' as answer`)).toBe(true)
  expect(await ask(database, `select current_setting('TimeZone') as answer`)).toBe('UTC')
  expect(await ask(database, `select current_setting('server_encoding') as answer`)).toBe('UTF8')
  expect(await ask(database, `select current_setting('data_checksums') as answer`)).toBe('on')
})

test('only a private socket leads in, and what makes data durable is on unless a test says otherwise', async () => {
  const database = await start(dataFolder, { settings: {} })
  expect(await ask(database, `select current_setting('listen_addresses') as answer`)).toBe('')
  expect((await stat(database.connection.host)).mode & 0o777).toBe(0o700)
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    expect(await ask(database, `select current_setting('${name}') as answer`)).toBe('on')
  }
})

test('stopping twice is stopping once, and the data is there at the next start', async () => {
  const first = await start(dataFolder)
  await ask(first, 'create table kept_by_stop as select 42 as answer')
  await Promise.all([first.stop(), first.stop()])
  expect(existsSync(join(clusterOf(dataFolder), 'postmaster.pid'))).toBe(false)
  expect(await ask(await start(dataFolder), 'select answer from kept_by_stop')).toBe(42)
})

test('a start during the shutdown of the one before waits for it', async () => {
  const first = await start(dataFolder)
  const [second] = await Promise.all([pause(5).then(() => start(dataFolder)), first.stop()])
  expect(second.adopted).toBe(false)
  expect(await ask(second, 'select 1 as answer')).toBe(1)
})

test('Encours killed with -9 leaves its server running, and the next start adopts it and can stop it', async () => {
  const other = await withOtherEncours(dataFolder)
  const pid = await serverPid(dataFolder)
  await killAndWait(other)

  const adopted = await start(dataFolder)
  expect(adopted.adopted).toBe(true)
  expect(await serverPid(dataFolder)).toBe(pid)
  expect(await ask(adopted, `select 1 as answer`)).toBe(1)
  await adopted.stop()
  expect(existsSync(join(clusterOf(dataFolder), 'postmaster.pid'))).toBe(false)
})

test('Ctrl-C in the terminal reaches Encours and not its server, which must be stopped last', async () => {
  const other = await withOtherEncours(dataFolder)
  const ended = once(other, 'exit')
  process.kill(-(other.pid ?? 0), 'SIGINT')
  await ended
  expect((await start(dataFolder)).adopted).toBe(true)
})

test.skipIf(!hasProc)('everything killed with -9 at once starts again immediately, with every commit (needs /proc)', async () => {
  const other = await withOtherEncours(dataFolder)
  const pid = await serverPid(dataFolder)
  const client = new Client({ host: join(dataFolder, 'run'), user: 'encours', database: 'encours' })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table kept as select 42 as answer')
  const tree = [pid, ...(await childrenOf(pid)).map((child) => child.pid), other.pid ?? 0]
  for (const each of tree) process.kill(each, 'SIGKILL')

  const database = await start(dataFolder)
  expect(database.adopted).toBe(false)
  expect(await ask(database, 'select answer from kept')).toBe(42)
})

test.skipIf(!hasProc)(
  'a lock file whose process number now belongs to another program does not block the start (needs /proc)',
  async () => {
    const stranger = await foreignProgram(dataFolder, 'exec sleep 600')
    await leaveLockOf(dataFolder, stranger.pid ?? 0)

    expect((await start(dataFolder)).adopted).toBe(false)
    expect(stranger.exitCode ?? stranger.signalCode).toBe(null)
  },
)

test.skipIf(!hasProc)('a lock file whose server is dead but not yet buried does not block the start (needs /proc)', async () => {
  const parent = await foreignProgram(dataFolder, 'sleep 0 & exec sleep 600')
  const zombie = await vi.waitFor(async () => {
    const found = (await childrenOf(parent.pid ?? 0)).find((child: ProcessFact) => child.state === 'Z')
    if (found === undefined) throw new Error('not dead yet')
    return found
  })
  await leaveLockOf(dataFolder, zombie.pid)

  expect((await start(dataFolder)).adopted).toBe(false)
})

test('a copy of a running data folder never adopts the server of the original', async () => {
  await start(dataFolder)
  const copy = await copyOf(dataFolder, newFolder())
  const second = await start(copy).catch((error: unknown) => error)
  expect(second).toMatchObject({ adopted: false, connection: { host: join(copy, 'run') } })
})

test('a second live Encours is refused by name and leaves the first in peace', async () => {
  const other = await withOtherEncours(dataFolder)
  const refused = await start(dataFolder).catch((error: unknown) => error)
  expect(refused).toMatchObject({ name: 'DatabaseStartError', code: 'already-running' })
  expect(refused).toHaveProperty('sentences.fr', expect.stringContaining(`processus ${other.pid}`))
  expect(refused).toHaveProperty('sentences.en', expect.stringContaining('stop it first'))

  await killAndWait(other)
  expect((await start(dataFolder)).adopted).toBe(true)
})

test('two first starts at once make one database: one starts, the other is refused', async () => {
  const dataDir = newFolder()
  const outcomes = await Promise.allSettled([start(dataDir), start(dataDir)])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'already-running' } })
  const [winner] = [...running]
  expect(winner && (await ask(winner, 'select 1 as answer'))).toBe(1)
})

test('an owner whose session is cut takes the data folder again', async () => {
  const database = await start(dataFolder)
  const owners = `pg_stat_activity where application_name like 'encours owner%'`
  await ask(database, `select pg_terminate_backend(pid) as answer from ${owners}`)
  await vi.waitFor(async () => {
    const locks = `pg_locks join ${owners.replace(' where', ' using (pid) where')}`
    expect(await ask(database, `select count(*)::int as answer from ${locks} and locktype = 'advisory'`)).toBe(1)
  })
  await expect(start(dataFolder)).rejects.toMatchObject({ code: 'already-running' })
})

test('data made by another major version is refused with what to do', async () => {
  const dataDir = await copiedFolder()
  await writeFile(join(clusterOf(dataDir), 'PG_VERSION'), '14\n')
  const refused = await start(dataDir).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'wrong-version' })
  expect(refused).toHaveProperty('sentences.fr', expect.stringContaining('PostgreSQL 14'))
})

test('a folder without a database where one should be is refused, never initialised over', async () => {
  const dataDir = newFolder()
  await mkdir(clusterOf(dataDir), { recursive: true })
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'not-a-cluster' })
})

test('a data folder that cannot be made is refused by name', async () => {
  await writeFile(join(base, 'a-file'), '')
  await expect(start(join(base, 'a-file', 'data'))).rejects.toMatchObject({ code: 'not-writable' })
})

test.skipIf(isRoot)('a data folder without the right to write is refused by name (root may write everywhere)', async () => {
  const dataDir = newFolder()
  await mkdir(dataDir, { mode: 0o500 })
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'not-writable' })
})

test('a PG_BIN that holds no PostgreSQL is refused by name', async () => {
  await expect(start(newFolder(), { env: { PG_BIN: base } })).rejects.toMatchObject({ code: 'no-binaries' })
})

test('a setting the server does not accept is reported with its own words and the log file', async () => {
  const refused = await start(dataFolder, { settings: { shared_buffers: 'plenty' } }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'start-failed' })
  expect(refused).toHaveProperty('sentences.en', expect.stringMatching(/shared_buffers.*plenty.*postgresql\.log/))
})

test('a data folder with a very long name still gets a socket, private and short, that an adoption finds again', async () => {
  const dataDir = await copyOf(dataFolder, join(newFolder(), 'été'.repeat(40)))
  const other = await withOtherEncours(dataDir)
  await killAndWait(other)
  const adopted = await start(dataDir)
  expect(adopted.adopted).toBe(true)
  expect(adopted.connection.host.length).toBeLessThan(80)
  expect((await stat(adopted.connection.host)).mode & 0o777).toBe(0o700)
  folders.push(adopted.connection.host)
})

test.skipIf(!isRoot)('root hands the server to another account, and gives it what root copied (needs root)', async () => {
  const dataDir = await copiedFolder()
  for (const path of ['PG_VERSION', 'base/1/PG_VERSION']) await chown(join(clusterOf(dataDir), path), 0, 0)
  const database = await start(dataDir)
  const { uid } = await stat(`/proc/${await serverPid(dataDir)}`)
  expect(uid).not.toBe(0)
  expect((await stat(join(clusterOf(dataDir), 'base/1/PG_VERSION'))).uid).toBe(uid)
  expect(await ask(database, 'select 1 as answer')).toBe(1)
})

test.skipIf(!isRoot)('root leaves the data to the account that already owns it (needs root)', async () => {
  const dataDir = await copiedFolder()
  const nobody = 65_534
  await chown(join(clusterOf(dataDir), 'PG_VERSION'), nobody, nobody)
  await start(dataDir)
  expect((await stat(`/proc/${await serverPid(dataDir)}`)).uid).toBe(nobody)
})

test.skipIf(!isRoot)(
  'below a folder closed to everybody but root, the database starts, is killed and starts again (needs root)',
  async () => {
    const home = newFolder()
    await mkdir(home, { mode: 0o700 })
    const dataDir = join(home, 'data')
    const first = await start(dataDir)
    await ask(first, 'create table kept as select 42 as answer')
    await first.stop()
    await killAndWait(await withOtherEncours(dataDir))
    const adopted = await start(dataDir)
    expect(adopted.adopted).toBe(true)
    expect(await ask(adopted, 'select answer from kept')).toBe(42)
    expect((await stat(home)).mode & 0o777).toBe(0o700)
    folders.push(adopted.connection.host)
  },
)

test.skipIf(systemBin === undefined)(
  'PG_BIN runs an older PostgreSQL of the system with the same habits (needs one installed)',
  async () => {
    const database = await start(newFolder(), { env: { PG_BIN: systemBin } })
    expect(database.version).toMatch(/^1[567]\./)
    expect(await ask(database, `select upper('é') as answer`)).toBe('É')
  },
)

test('what the server says is kept in its log file, also after Encours died', async () => {
  await killAndWait(await withOtherEncours(dataFolder))
  const adopted = await start(dataFolder)
  await ask(adopted, 'select 1/0').catch(() => undefined)
  expect(await readFile(join(dataFolder, 'postgresql.log'), 'utf8')).toContain('division by zero')
})
