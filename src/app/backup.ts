/**
 * The whole installation as one file that any PostgreSQL can take back: every row as one line of JSON, tables in the order of their references,
 * read in one snapshot while people work. Also the way from the embedded database to a server and back.
 *
 * The file is gzip; its lines are a header, then for each table its name and its rows, then the count and the SHA-256 of all lines before.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { PassThrough } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'

const FORMAT = 1
/** Rows are some kilobytes, documents some tens: this many at once stay in memory. */
const ROWS_AT_ONCE = 500
const DOCUMENTS_AT_ONCE = 50

type Header = { readonly format: number; readonly createdAt: string; readonly migrations: readonly { name: string; sha256: string }[]; readonly secret: string }
type Table = { readonly name: string; readonly columns: readonly string[]; readonly identity: boolean; readonly hasBytes: boolean }

export class RestoreRefused extends Error {
  readonly code: 'not-a-backup' | 'other-version' | 'not-empty' | 'damaged'
  constructor(code: RestoreRefused['code']) {
    super(`restore refused: ${code}`)
    this.code = code
  }
}

/** Writes the backup and returns how many rows it holds. The file is readable by its owner alone: it holds the installation's secret. */
export async function writeBackup(pool: pg.Pool, path: string, facts: { secret: Buffer; at: Date }): Promise<number> {
  const client = await pool.connect()
  const lines = new PassThrough()
  const file = pipeline(lines, createGzip({ level: 6 }), createWriteStream(path, { mode: 0o600 }))
  const hash = createHash('sha256')
  let rows = 0
  const put = async (line: string): Promise<void> => {
    hash.update(line).update('\n')
    if (!lines.write(`${line}\n`)) await once(lines, 'drain')
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: migrations } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations order by name')
    const header: Header = { format: FORMAT, createdAt: facts.at.toISOString(), migrations, secret: facts.secret.toString('hex') }
    await put(JSON.stringify(header))
    for (const table of await tablesInOrder(client)) {
      await put(JSON.stringify({ table: table.name }))
      await client.query(`declare rows no scroll cursor for select row_to_json(t)::text as line from (select ${table.columns.join(', ')} from ${table.name}) t`)
      for (;;) {
        const batch = await client.query<{ line: string }>(`fetch ${table.hasBytes ? DOCUMENTS_AT_ONCE : ROWS_AT_ONCE} from rows`)
        for (const { line } of batch.rows) await put(line)
        rows += batch.rows.length
        if (batch.rows.length === 0) break
      }
      await client.query('close rows')
    }
    await client.query('commit')
    lines.end(`${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') })}\n`)
    await file
    return rows
  } catch (error) {
    lines.destroy(error instanceof Error ? error : new Error(String(error)))
    await file.catch(() => undefined)
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Fills an empty, migrated database from a backup, all or nothing. Returns the number of rows and the secret of the saved installation. */
export async function readBackup(pool: pg.Pool, path: string): Promise<{ rows: number; secret: Buffer }> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const outcome = await restoreLines(client, path)
    await client.query('commit')
    return outcome
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function restoreLines(client: pg.PoolClient, path: string): Promise<{ rows: number; secret: Buffer }> {
  const { rows: existing } = await client.query<{ filled: boolean }>('select exists (select from companies) as filled')
  if (existing[0]?.filled === true) throw new RestoreRefused('not-empty')
  const tables = await tablesInOrder(client)
  await setTriggers(client, tables, 'disable')
  const hash = createHash('sha256')
  let header: Header | undefined
  let table: Table | undefined
  let waiting: string[] = []
  let rows = 0
  let complete = false
  const flush = async (): Promise<void> => {
    if (table && waiting.length > 0) await insertRows(client, table, waiting)
    rows += waiting.length
    waiting = []
  }
  for await (const line of linesOf(path)) {
    if (header === undefined) {
      header = await readHeader(client, line)
      hash.update(line).update('\n')
      continue
    }
    const mark = line.startsWith('{"table":') || line.startsWith('{"end":') ? (JSON.parse(line) as { table?: string; end?: boolean; rows?: number; sha256?: string }) : undefined
    if (mark?.end === true) {
      await flush()
      complete = mark.sha256 === hash.digest('hex') && mark.rows === rows
      break
    }
    hash.update(line).update('\n')
    if (mark?.table !== undefined) {
      await flush()
      table = tables.find((each) => each.name === mark.table)
      if (!table) throw new RestoreRefused('other-version')
      continue
    }
    waiting.push(line)
    if (waiting.length >= (table?.hasBytes === true ? DOCUMENTS_AT_ONCE : ROWS_AT_ONCE)) await flush()
  }
  if (header === undefined || !complete) throw new RestoreRefused(header === undefined ? 'not-a-backup' : 'damaged')
  await resetSequences(client, tables)
  await setTriggers(client, tables, 'enable')
  await client.query(`select enqueue_job('mail.send', json_build_object('companyId', company_id, 'mailId', id)) from mail_messages where state = 'waiting'`)
  return { rows, secret: Buffer.from(header.secret, 'hex') }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path).pipe(createGunzip())
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  } catch {
    throw new RestoreRefused('not-a-backup')
  }
}

async function readHeader(client: pg.PoolClient, line: string): Promise<Header> {
  const header = parseHeader(line)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations order by name')
  if (header.format !== FORMAT || JSON.stringify(header.migrations) !== JSON.stringify(rows)) throw new RestoreRefused('other-version')
  return header
}

function parseHeader(line: string): Header {
  try {
    return JSON.parse(line) as Header
  } catch {
    throw new RestoreRefused('not-a-backup')
  }
}

async function insertRows(client: pg.PoolClient, table: Table, lines: readonly string[]): Promise<void> {
  const columns = table.columns.join(', ')
  const overriding = table.identity ? 'overriding system value' : ''
  await client.query(
    `insert into ${table.name} (${columns}) ${overriding} select ${columns} from json_populate_recordset(null::${table.name}, $1::json)`,
    [`[${lines.join(',')}]`],
  )
}

/** Our tables, those referred to before those that refer; generated columns are left to the database. */
async function tablesInOrder(client: pg.PoolClient): Promise<Table[]> {
  const { rows } = await client.query<{ oid: string; name: string; columns: string[]; identity: boolean; has_bytes: boolean; needs: string[] }>(`
    select c.oid::text as oid, format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as identity,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped) as has_bytes,
      coalesce((select array_agg(distinct k.confrelid::text) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth') and c.relname <> 'schema_migrations'
    order by n.nspname, c.relname`)
  const ordered: typeof rows = []
  let left = rows
  while (left.length > 0) {
    const ready = left.filter((row) => row.needs.every((oid) => ordered.some((done) => done.oid === oid)))
    if (ready.length === 0) throw new Error(`tables refer to each other in a ring: ${left.map((row) => row.name).join(', ')}`)
    ordered.push(...ready)
    left = left.filter((row) => !ready.includes(row))
  }
  return ordered.map((row) => ({ name: row.name, columns: row.columns, identity: row.identity, hasBytes: row.has_bytes }))
}

/** Our own triggers guard against changes by people; a restore brings back what they already guarded. */
async function setTriggers(client: pg.PoolClient, tables: readonly Table[], way: 'disable' | 'enable'): Promise<void> {
  // Checks put off to the commit must be made before a trigger may be switched.
  if (way === 'enable') await client.query('set constraints all immediate')
  for (const table of tables) await client.query(`alter table ${table.name} ${way} trigger user`)
}

async function resetSequences(client: pg.PoolClient, tables: readonly Table[]): Promise<void> {
  for (const table of tables.filter((each) => each.identity)) {
    await client.query(`select setval(pg_get_serial_sequence('${table.name}', 'id'), coalesce((select max(id) from ${table.name}), 0) + 1, false)`)
  }
}
