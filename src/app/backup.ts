/**
 * The whole installation as one file that any PostgreSQL can take back (`restore.ts`): every row as one line of JSON, tables in the order of
 * their references, read in one snapshot while people work. Also the way from the embedded database to a server and back.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { FORMAT, type Header, type Mark, migrationsOf, type Table, tablesInOrder } from './backup-file.ts'

/** Rows are some kilobytes; a bank statement in the archive may be some tens of megabytes: this many at once stay in memory. */
const ROWS_AT_ONCE = 500
const DOCUMENTS_AT_ONCE = 10

/** Writes the backup and returns how many rows it holds. The file is readable by its owner alone: it holds the installation's secret. */
export async function writeBackup(pool: pg.Pool, path: string, facts: { secret: Buffer; at: Date }): Promise<number> {
  const output = createWriteStream(path, { mode: 0o600 })
  await once(output, 'open')
  const client = await pool.connect()
  const lines = new PassThrough()
  const file = pipeline(lines, createGzip({ level: 6 }), output)
  const hash = createHash('sha256')
  let rows = 0
  const put = async (line: string): Promise<void> => {
    hash.update(line).update('\n')
    if (!lines.write(`${line}\n`)) await once(lines, 'drain')
  }
  // Heard below; until then it is nobody's surprise.
  file.catch(() => undefined)
  try {
    await client.query('begin isolation level repeatable read read only')
    const header: Header = {
      format: FORMAT,
      createdAt: facts.at.toISOString(),
      migrations: await migrationsOf(client),
      secret: facts.secret.toString('hex'),
    }
    await put(JSON.stringify(header))
    for (const table of await tablesInOrder(client)) {
      await put(JSON.stringify({ table: table.name } satisfies Mark))
      for await (const row of rowsOf(client, table)) {
        await put(row)
        rows += 1
      }
    }
    await client.query('commit')
    lines.end(`${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') } satisfies Mark)}\n`)
    await file
    return rows
  } catch (error) {
    lines.destroy(error instanceof Error ? error : new Error(String(error)))
    await client.query('rollback').catch(() => undefined)
    // A full disk is told by the file, which then would not take our lines.
    await file
    throw error
  } finally {
    client.release()
  }
}

async function* rowsOf(client: pg.PoolClient, table: Table): AsyncGenerator<string> {
  await client.query(
    `declare rows no scroll cursor for select row_to_json(t)::text as line from (select ${table.columns.join(', ')} from ${table.name}) t`,
  )
  for (;;) {
    const batch = await client.query<{ line: string }>(`fetch ${table.hasBytes ? DOCUMENTS_AT_ONCE : ROWS_AT_ONCE} from rows`)
    for (const { line } of batch.rows) yield line
    if (batch.rows.length === 0) break
  }
  await client.query('close rows')
}
