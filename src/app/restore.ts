/** Takes a backup back into an empty, migrated database, all or nothing; what waited to be done when it was made is done then. */
import type pg from 'pg'
import { archiveJobKey } from '#invoices'
import type { Id } from '#core/ids'
import { checkWhole, FORMAT, type Header, linesOf, markOf, migrationsOf, RestoreRefused, type Table, tablesInOrder } from './backup-file.ts'

/** Rows of some kilobytes; of documents, as many as stay in memory. */
const ROWS_AT_ONCE = 500
const CHARACTERS_AT_ONCE = 16_000_000

/** Returns the number of rows and the secret of the saved installation. Throws `RestoreRefused`, and has then changed nothing. */
export async function readBackup(pool: pg.Pool, path: string): Promise<{ rows: number; secret: Buffer }> {
  const header = await checkWhole(path)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await refuseOtherVersion(client, header)
    const tables = await tablesInOrder(client)
    await refuseFilled(client, tables)
    await setTriggers(client, tables, 'disable')
    const rows = await insertLines(client, path, tables)
    await resetSequences(client, tables)
    await setTriggers(client, tables, 'enable')
    await queueWaiting(client)
    await client.query('commit')
    return { rows, secret: Buffer.from(header.secret, 'hex') }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function refuseOtherVersion(client: pg.PoolClient, header: Header): Promise<void> {
  const ours = await migrationsOf(client)
  if (header.format !== FORMAT || JSON.stringify(header.migrations) !== JSON.stringify(ours)) throw new RestoreRefused('other-version')
}

async function refuseFilled(client: pg.PoolClient, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query(`select from ${name} limit 1`)
    if (rows.length > 0) throw new RestoreRefused('not-empty')
  }
}

async function insertLines(client: pg.PoolClient, path: string, tables: readonly Table[]): Promise<number> {
  let table: Table | undefined
  let waiting: string[] = []
  let characters = 0
  let rows = 0
  const flush = async (): Promise<void> => {
    if (table && waiting.length > 0) await insertRows(client, table, waiting)
    rows += waiting.length
    waiting = []
    characters = 0
  }
  let isHeader = true
  for await (const line of linesOf(path)) {
    const mark = isHeader ? undefined : markOf(line)
    if (mark !== undefined) {
      await flush()
      if ('end' in mark) break
      table = tables.find((each) => each.name === mark.table)
      if (!table) throw new RestoreRefused('other-version')
    } else if (!isHeader) {
      waiting.push(line)
      characters += line.length
      if (waiting.length >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) await flush()
    }
    isHeader = false
  }
  return rows
}

async function insertRows(client: pg.PoolClient, table: Table, lines: readonly string[]): Promise<void> {
  const columns = table.columns.join(', ')
  const overriding = table.identity ? 'overriding system value' : ''
  await client.query(
    `insert into ${table.name} (${columns}) ${overriding} select ${columns} from json_populate_recordset(null::${table.name}, $1::json)`,
    [`[${lines.join(',')}]`],
  )
}

/** Our own triggers guard against changes by people; a restore brings back what they already guarded. */
async function setTriggers(client: pg.PoolClient, tables: readonly Table[], way: 'disable' | 'enable'): Promise<void> {
  // Checks put off to the commit must be made before a trigger may be switched.
  if (way === 'enable') await client.query('set constraints all immediate')
  for (const table of tables) await client.query(`alter table ${table.name} ${way} trigger user`)
}

async function resetSequences(client: pg.PoolClient, tables: readonly Table[]): Promise<void> {
  for (const table of tables.filter((each) => each.identity)) {
    await client.query(
      `select setval(pg_get_serial_sequence('${table.name}', 'id'), coalesce((select max(id) from ${table.name}), 0) + 1, false)`,
    )
  }
}

/** The queue itself is not saved: whatever still has to be done can be told from the rows, and each job may run twice. */
async function queueWaiting(client: pg.PoolClient): Promise<void> {
  await client.query(`select enqueue_job('mail.send', json_build_object('companyId', company_id, 'mailId', id), 'mail.send:' || id)
    from mail_messages where state = 'waiting'`)
  const { rows } = await client.query<{ id: Id }>('select id from companies')
  for (const { id } of rows) {
    const payload = JSON.stringify({ companyId: id })
    await client.query(`select enqueue_job('invoices.archive', $1::json, $2)`, [payload, archiveJobKey(id)])
    await client.query(`select enqueue_job('reconciliation.match', $1::json, $2)`, [payload, `reconciliation.match ${id}`])
  }
}
