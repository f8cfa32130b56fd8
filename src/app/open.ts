/** Opens the installation: configuration, secret, database (embedded or `DATABASE_URL`), migrations. The server and every command begin here. */
import { join } from 'node:path'
import { type Config, readConfig, readSecret } from '#platform/config'
import { type ConnectionSettings, type Database, openDatabase } from '#platform/db'
import { DatabaseStartError, findRunningDatabase, startDatabase } from '#platform/db/launcher'
import { migrate } from '#platform/db/migrate'
import { createLog, type Log } from '#platform/log'

export type Installation = {
  readonly config: Config
  readonly secret: Buffer
  readonly log: Log
  readonly database: Database
  readonly connection: ConnectionSettings
  /** What was done to the database, for whoever watches the start. */
  readonly story: { readonly embedded: string | undefined; readonly migrations: readonly string[] }
  close(): Promise<void>
}

type Reached = { readonly connection: ConnectionSettings; readonly embedded: string | undefined; stop(): Promise<void> }

/** `alone`: refuse when the product already runs on this data. `beside`: work in its database while it runs, or start the database for the while. */
export async function openInstallation(way: 'alone' | 'beside' = 'beside', config: Config = readConfig()): Promise<Installation> {
  const log = createLog()
  const secret = readSecret(config.dataDir)
  const reached = await reach(config, way, log)
  const database = openDatabase(reached.connection, (error) => log.warn({ err: error }, 'database connection lost'))
  const close = async () => {
    await database.close()
    await reached.stop()
  }
  try {
    const migrations = await migrate(database.ownerPool)
    return { config, secret, log, database, connection: reached.connection, story: { embedded: reached.embedded, migrations }, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function reach({ databaseUrl, dataDir }: Config, way: 'alone' | 'beside', log: Log): Promise<Reached> {
  if (databaseUrl !== undefined) return { connection: { connectionString: databaseUrl }, embedded: undefined, stop: async () => undefined }
  const folder = join(dataDir, 'postgresql')
  try {
    const started = await startDatabase({ dataDir: folder, log: (line) => log.debug(line) })
    return { connection: started.connection, embedded: started.version, stop: started.stop }
  } catch (error) {
    const running = error instanceof DatabaseStartError && error.code === 'already-running' && way === 'beside'
    const connection = running ? await findRunningDatabase(folder) : undefined
    if (connection === undefined) throw error
    return { connection, embedded: undefined, stop: async () => undefined }
  }
}
