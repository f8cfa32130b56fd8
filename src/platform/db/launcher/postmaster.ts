import type { ChildProcess } from 'node:child_process'
import { open, readFile, realpath, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { failureFromOutput, startError } from './errors.ts'
import { holderOf, isAlive, postmasterFile, readLockFile, removeDeadLock, type LockFile } from './lock-file.ts'
import { runOnFolder } from './run-as.ts'
import { answersFor } from './sessions.ts'
import { serverArguments } from './settings.ts'
import { SOCKET_LOCK, SOCKET_PORT } from './socket-folder.ts'

export type Postmaster = { pid: number; socketDir: string; port: number; adopted: boolean }

export type PostmasterOptions = {
  dataDir: string
  clusterDir: string
  socketDir: string
  binaries: Binaries
  account: Account | undefined
  settings: Record<string, string>
  log: (message: string) => void
}

/** How long a server that is dying, or its last children, may keep the lock before we give up (measured: up to 2 s after kill -9). */
const LOCK_PATIENCE_MS = 60_000
/** Replaying the journal after a crash is bounded by max_wal_size (1 GB): a slow disk takes minutes. */
const READY_PATIENCE_MS = 600_000
/** A fast shutdown only writes what is in memory. */
const STOP_PATIENCE_MS = 60_000
const RETRY_MS = 100
const POLL_MS = 10
const LOG_FILE_BYTES_MAX = 10_000_000

/** Another server still holds the folder, or seems to: this passes by itself. */
const LOCKED = /lock file ".*" already exists|pre-existing shared memory block|is another postmaster/

/** The server of this cluster: the one that a killed Encours left behind when it still answers, else a new one. */
export async function runPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { clusterDir, socketDir, dataDir, log } = options
  const logFile = join(dataDir, 'postgresql.log')
  const since = Date.now()
  for (;;) {
    const lock = await readLockFile(postmasterFile(clusterDir))
    const found = lock === undefined ? undefined : await adopt(lock, clusterDir)
    if (found !== undefined) return found
    const holder = await removeDeadLock(postmasterFile(clusterDir), clusterDir, log)
    if (holder === 'ours') {
      // Left behind while it started, or still stopping: both end by themselves.
      const patienceMs = lock?.status === 'starting' ? READY_PATIENCE_MS : LOCK_PATIENCE_MS
      if (Date.now() - since > patienceMs) throw startError('start-failed', { said: `process ${lock?.pid} does not answer`, logFile })
    } else {
      await removeDeadLock(join(socketDir, SOCKET_LOCK), clusterDir, log)
      const started = await launch(options, logFile)
      if ('pid' in started) return started
      const mayPass = LOCKED.test(started.output) && Date.now() - since < LOCK_PATIENCE_MS
      if (!mayPass) throw await failureFromOutput(started.output, dataDir, logFile)
    }
    await pause(RETRY_MS)
  }
}

/**
 * The lock file says where its server listens; its process must work in this very folder (the file may be part of a copy of a running
 * folder), and the server must answer.
 */
async function adopt(lock: LockFile, clusterDir: string): Promise<Postmaster | undefined> {
  if (lock.status !== 'ready') return undefined
  const holder = await holderOf(lock.pid, clusterDir)
  const servesFolder = holder === 'ours' || (holder === 'unknown' && lock.folder === (await realpath(clusterDir)))
  if (!servesFolder || !(await answersFor(clusterDir, { host: lock.socketDir, port: lock.port }))) return undefined
  return { pid: lock.pid, socketDir: lock.socketDir, port: lock.port, adopted: true }
}

async function launch(options: PostmasterOptions, logFile: string): Promise<Postmaster | { output: string }> {
  const { clusterDir, socketDir, binaries, account, settings, log: tell } = options
  await turnLogFile(logFile)
  // The server writes to a file, not to a pipe of ours: it must still have somewhere to write when we are dead and it is adopted.
  const log = await open(logFile, 'a', 0o600)
  try {
    const written = (await log.stat()).size
    const args = (folder: string) => serverArguments({ folder, socketDir, port: SOCKET_PORT }, settings)
    const child = await runOnFolder(binaries.postgres, args, { account, folder: clusterDir, output: log.fd })
    if (!(await isReady(child, clusterDir))) return { output: (await readFile(logFile)).subarray(written).toString() }
    child.once('exit', () => tell(`PostgreSQL has stopped (process ${child.pid})`))
    child.unref()
    return { pid: child.pid ?? 0, socketDir, port: SOCKET_PORT, adopted: false }
  } finally {
    await log.close()
  }
}

async function isReady(child: ChildProcess, clusterDir: string): Promise<boolean> {
  const until = Date.now() + READY_PATIENCE_MS
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const lock = await readLockFile(postmasterFile(clusterDir))
    if (lock?.pid === child.pid && lock?.status === 'ready') return true
    await pause(POLL_MS)
  }
  return false
}

/** Fast shutdown: sessions end, everything is written, and the next start has nothing to replay. */
export async function stopPostmaster(pid: number, clusterDir: string): Promise<void> {
  const runs = async () => isAlive(pid) && ['ours', 'unknown'].includes(await holderOf(pid, clusterDir))
  if (!(await runs())) return
  process.kill(pid, 'SIGINT')
  const until = Date.now() + STOP_PATIENCE_MS
  while (await runs()) {
    if (Date.now() > until) throw new Error(`PostgreSQL (process ${pid}) did not stop within ${STOP_PATIENCE_MS / 1000} s`)
    await pause(POLL_MS)
  }
}

async function turnLogFile(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_FILE_BYTES_MAX) await rename(logFile, `${logFile}.1`)
}
