import { join, resolve } from 'node:path'
import { DATABASE_USER } from './cluster.ts'
import { postmasterFile, readLockFile } from './lock-file.ts'
import { answersFor } from './sessions.ts'
import type { RunningDatabase } from './start.ts'

/** For a second command beside the running product: the way to its database, or undefined when none runs on this folder. */
export async function findRunningDatabase(dataDir: string): Promise<RunningDatabase['connection'] | undefined> {
  const clusterDir = join(resolve(dataDir), 'cluster')
  const lock = await readLockFile(postmasterFile(clusterDir))
  if (lock === undefined || !(await answersFor(clusterDir, { host: lock.socketDir, port: lock.port }))) return undefined
  return { host: lock.socketDir, port: lock.port, user: DATABASE_USER, database: 'encours' }
}
