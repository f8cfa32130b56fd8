import { join, resolve } from 'node:path'

import { accountFor } from './account.ts'
import { findBinaries } from './binaries.ts'
import { DATABASE_USER, ensureCluster } from './cluster.ts'
import { DatabaseStartError, startError } from './errors.ts'
import { takeOwnership } from './ownership.ts'
import { runPostmaster, stopPostmaster } from './postmaster.ts'
import { ensureDatabase } from './sessions.ts'
import { prepareSocketFolder } from './socket-folder.ts'

const DATABASE_NAME = 'encours'

export type StartDatabaseOptions = {
  /** The folder of the database alone; made when missing. Holds `cluster`, `run` and `postgresql.log`. */
  dataDir: string
  log: (message: string) => void
  /** `PG_BIN` is read from it: the bin folder of a PostgreSQL installed on the machine, to be used instead of ours. */
  env?: NodeJS.ProcessEnv
  /** PostgreSQL settings over ours, for example `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>
}

export type RunningDatabase = {
  connection: { host: string; port: number; user: string; database: string }
  /** True when the server had been left running by an Encours that was killed. */
  adopted: boolean
  /** Of the server, for example `18.4`. */
  version: string
  /** Fast shutdown, adopted or not; a second call waits for the first. The caller calls it: no signal is watched here. */
  stop: () => Promise<void>
}

/** Starts the embedded PostgreSQL, or adopts it when it still runs. Throws `DatabaseStartError`. */
export async function startDatabase(options: StartDatabaseOptions): Promise<RunningDatabase> {
  // Node cannot open the Unix sockets of Windows.
  if (process.platform === 'win32') throw startError('unsupported-platform', { platform: 'Windows' })
  const { log, settings = {}, env = process.env } = options
  const dataDir = resolve(options.dataDir)
  const clusterDir = join(dataDir, 'cluster')

  const account = await accountFor(clusterDir)
  const binaries = await findBinaries({ env, account, dataDir })
  await ensureCluster({ dataDir, clusterDir, binaries, account, durable: settings['fsync'] !== 'off' })
  const socketDir = await prepareSocketFolder(dataDir, account)
  const postmaster = await runPostmaster({ dataDir, clusterDir, socketDir, binaries, account, settings, log })
  const socket = { host: postmaster.socketDir, port: postmaster.port }

  try {
    const ownership = await takeOwnership(socket, dataDir, log)
    const version = await ensureDatabase(socket, DATABASE_NAME)
    log(`PostgreSQL ${version} ${postmaster.adopted ? 'was still running and is adopted' : 'is started'} (process ${postmaster.pid})`)
    const stop = async () => {
      await ownership.release()
      await stopPostmaster(postmaster.pid, clusterDir)
    }
    let stopping: Promise<void> | undefined
    return {
      connection: { ...socket, user: DATABASE_USER, database: DATABASE_NAME },
      adopted: postmaster.adopted,
      version,
      stop: () => (stopping ??= stop()),
    }
  } catch (error) {
    // The server may already serve another Encours that was quicker to own it: then it is theirs.
    const theirs = error instanceof DatabaseStartError && error.code === 'already-running'
    if (!theirs) await stopPostmaster(postmaster.pid, clusterDir)
    throw error
  }
}
