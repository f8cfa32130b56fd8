import { readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running server writes about itself in `postmaster.pid`, one fact a line. */
export type LockFile = { pid: number; folder: string; startedAt: string; port: number; socketDir: string; status: string }

/**
 * Who has the process number written in a lock file. A number alone proves nothing: after a crash or a reboot it may be a zombie, or
 * belong to any other program, and PostgreSQL then refuses to start. `unknown`: this system cannot tell, PostgreSQL judges alone.
 */
export type Holder = 'gone' | 'zombie' | 'ours' | 'foreign' | 'unknown'

export const postmasterFile = (clusterDir: string) => join(clusterDir, 'postmaster.pid')

export async function readLockFile(path: string): Promise<LockFile | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : parseLockFile(text)
}

/** `undefined` while the file is still being written. */
export function parseLockFile(text: string): LockFile | undefined {
  const [pid = '', folder = '', startedAt = '', port = '', socketDir = '', , , status = ''] = text.split('\n').map((line) => line.trim())
  if (!/^-?\d+$/.test(pid)) return undefined
  return { pid: Math.abs(Number(pid)), folder, startedAt, port: Number(port), socketDir, status }
}

export async function holderOf(pid: number, clusterDir: string): Promise<Holder> {
  if (!isAlive(pid)) return 'gone'
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (line === undefined) return isAlive(pid) ? 'unknown' : 'gone'
  // The program's name stands in parentheses and may hold any character: the state is the word after the last one.
  const program = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'))
  const state = line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3)
  if (state === 'Z' || state === 'X') return 'zombie'
  if (program !== 'postgres' && program !== 'postmaster') return 'foreign'
  // A server works inside its data folder: compare the folders themselves, their names may differ by a mount or a link.
  const [itsFolder, folder] = await Promise.all([`/proc/${pid}/cwd`, clusterDir].map((path) => stat(path).catch(() => undefined)))
  if (itsFolder === undefined || folder === undefined) return isAlive(pid) ? 'unknown' : 'gone'
  return itsFolder.dev === folder.dev && itsFolder.ino === folder.ino ? 'ours' : 'foreign'
}

/**
 * Removes a lock file whose process is a zombie (it runs nothing and holds no file any more) or another program. Should children of the
 * dead server still be finishing, PostgreSQL's second interlock, on shared memory, still refuses the start.
 */
export async function removeDeadLock(path: string, clusterDir: string, log: (message: string) => void): Promise<Holder | undefined> {
  const lock = await readLockFile(path)
  if (lock === undefined) return undefined
  const holder = await holderOf(lock.pid, clusterDir)
  if (holder !== 'zombie' && holder !== 'foreign') return holder
  const now = await readLockFile(path)
  if (now?.pid !== lock.pid || now.startedAt !== lock.startedAt) return holder
  log(`removing ${path}: its server is dead, process ${lock.pid} is ${holder === 'zombie' ? 'what is left of it' : 'another program'}`)
  await unlink(path).catch(() => undefined)
  return holder
}

/** A process we may not signal is alive all the same. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
