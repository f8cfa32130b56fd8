import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { startDatabase, type RunningDatabase, type StartDatabaseOptions } from './start.ts'

/** For the tests of the launcher: data folders copied from one template, and processes one may kill. */

/** Never for real data: the tests kill processes, they do not cut the power. */
export const TEST_SETTINGS = { fsync: 'off' }

export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'encours-launcher-'))
  await chmod(folder, 0o755)
  return folder
}

/** `cp` itself: over a thousand small files, ten times as fast as Node's. */
export async function copyOf(template: string, dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  await promisify(execFile)('cp', ['-Rp', join(template, 'cluster'), dataDir])
  return dataDir
}

export async function startForTest(dataDir: string, options: Partial<StartDatabaseOptions> = {}): Promise<RunningDatabase> {
  return startDatabase({ dataDir, log: () => undefined, settings: TEST_SETTINGS, ...options })
}

/** An Encours in a process and a group of its own, as a terminal starts it, which only holds the database. */
export async function startInOwnProcess(dataDir: string): Promise<ChildProcess> {
  const launcher = new URL('../launcher.ts', import.meta.url).href
  const options = JSON.stringify({ dataDir, settings: TEST_SETTINGS })
  const script = `import { startDatabase } from '${launcher}'
    await startDatabase({ ...${options}, log: () => {} })
    process.stdout.write('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const outcome = await Promise.race([once(child.stdout, 'data').then(String), once(child, 'exit').then(() => 'exit')])
  if (outcome !== 'ready') throw new Error('the other process did not start the database')
  return child
}

export async function killAndWait(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

export async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

export type ProcessFact = { pid: number; parent: number; state: string }

export async function childrenOf(parent: number): Promise<ProcessFact[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const facts = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const [state = '', parentPid = ''] = line.slice(line.lastIndexOf(')') + 2).split(' ')
      return { pid: Number(pid), parent: Number(parentPid), state }
    }),
  )
  return facts.filter((fact) => fact.parent === parent)
}

/** A program that is not PostgreSQL, running under the account that owns the cluster (PostgreSQL ignores lock files of other accounts). */
export async function runForeignProgram(dataDir: string, script: string): Promise<ChildProcess> {
  const { uid, gid } = await stat(join(dataDir, 'cluster', 'PG_VERSION'))
  const child = spawn('/bin/sh', ['-c', script], { uid, gid, cwd: '/', stdio: 'ignore' })
  await once(child, 'spawn')
  return child
}

export async function removeTestFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
