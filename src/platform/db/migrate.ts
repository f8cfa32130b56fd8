/** Plain SQL migrations, found in every capability, applied once each in the order of their numbers, one transaction each. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

/** Any fixed number: the advisory lock that lets one process migrate at a time. */
const MIGRATION_LOCK = 716_202_611

export type MigrationFile = { readonly name: string; readonly sql: string; readonly sha256: string }

/** Every `src/<capability>/migrations/NNNN-name.sql`, by number. Two files with the same number are a mistake and refused. */
export function migrationFiles(root: string = join(import.meta.dirname, '../..')): MigrationFile[] {
  const paths = globSync('*/{migrations,db/migrations}/*.sql', { cwd: root })
  const files = paths.map((path) => {
    const sql = readFileSync(join(root, path), 'utf8')
    return { name: basename(path, '.sql'), sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
  files.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const [index, file] of files.entries()) {
    if (files[index + 1]?.name.slice(0, 4) === file.name.slice(0, 4))
      throw new Error(`two migrations are numbered ${file.name.slice(0, 4)}`)
  }
  return files
}

/**
 * Brings the database up to date and returns the names of what it applied. Throws when a migration already applied has since been
 * edited: an applied migration is history, a change is a new file.
 */
export async function migrate(pool: pg.Pool, files: readonly MigrationFile[] = migrationFiles()): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query('set client_min_messages = warning')
    await client.query(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const applied = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations')
    const hashes = new Map(applied.rows.map((row) => [row.name, row.sha256]))
    const added: string[] = []
    for (const file of files) {
      const hash = hashes.get(file.name)
      if (hash !== undefined && hash !== file.sha256) throw new Error(`migration ${file.name} was changed after it was applied`)
      if (hash !== undefined) continue
      await applyOne(client, file)
      added.push(file.name)
    }
    await runMigrations({ pgPool: pool })
    return added
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    client.release()
  }
}

async function applyOne(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin')
    await client.query(file.sql)
    await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [file.name, file.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${file.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
