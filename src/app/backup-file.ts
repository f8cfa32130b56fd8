/**
 * What a backup file holds: gzip; its lines are a header, then for each table its name and its rows, then the count and the SHA-256 of all
 * lines before.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'

export const FORMAT = 1

type Migration = { readonly name: string; readonly sha256: string }
export type Header = {
  readonly format: number
  readonly createdAt: string
  readonly migrations: readonly Migration[]
  readonly secret: string
}
export type Mark = { readonly table: string } | { readonly end: true; readonly rows: number; readonly sha256: string }
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly identity: boolean; readonly hasBytes: boolean }

const REFUSALS = {
  'not-a-backup': { fr: 'Ce fichier n’est pas une sauvegarde d’Encours.', en: 'This file is not a backup of Encours.' },
  'other-version': {
    fr: 'Cette sauvegarde vient d’une autre version : restaurez-la avec cette version-là, puis mettez à jour.',
    en: 'This backup comes from another version: restore it with that version, then upgrade.',
  },
  'not-empty': {
    fr: 'La base contient déjà des données : une sauvegarde se restaure dans une base neuve.',
    en: 'The database already holds data: a backup is restored into a new database.',
  },
  damaged: {
    fr: 'La sauvegarde est incomplète ou abîmée ; rien n’a été restauré.',
    en: 'The backup is incomplete or damaged; nothing was restored.',
  },
}

export class RestoreRefused extends Error {
  readonly code: keyof typeof REFUSALS
  readonly sentences: { readonly fr: string; readonly en: string }
  constructor(code: keyof typeof REFUSALS) {
    super(`restore refused: ${code}`)
    this.code = code
    this.sentences = REFUSALS[code]
  }
}

/** Reads the file through once and returns its header: whoever restores it afterwards knows that it is whole. */
export async function checkWhole(path: string): Promise<Header> {
  const hash = createHash('sha256')
  let header: Header | undefined
  let rows = 0
  for await (const line of linesOf(path)) {
    const mark = header === undefined ? undefined : markOf(line)
    if (header !== undefined && mark !== undefined && 'end' in mark) {
      if (mark.rows !== rows || mark.sha256 !== hash.digest('hex')) throw new RestoreRefused('damaged')
      return header
    }
    if (header === undefined) header = headerOf(line)
    else if (mark === undefined) rows += 1
    hash.update(line).update('\n')
  }
  throw new RestoreRefused('damaged')
}

/** The lines of the file, however long: a bank statement is one of them. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const plain = file.pipe(createGunzip()).setEncoding('utf8')
  file.on('error', (error) => plain.destroy(error))
  let rest = ''
  let begun = false
  try {
    for await (const chunk of plain as AsyncIterable<string>) {
      const lines = chunk.split('\n')
      const last = lines.pop() ?? ''
      for (const line of lines) {
        yield rest + line
        rest = ''
        begun = true
      }
      rest += last
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('Z_')) throw error
    throw new RestoreRefused(begun || code === CUT_SHORT ? 'damaged' : 'not-a-backup')
  } finally {
    file.destroy()
  }
}

/** What zlib says of a file that ends too early. */
const CUT_SHORT = 'Z_BUF_ERROR'

/** A line that is no row; no table of ours begins with a column of these names. */
export function markOf(line: string): Mark | undefined {
  return line.startsWith('{"table":') || line.startsWith('{"end":') ? (JSON.parse(line) as Mark) : undefined
}

function headerOf(line: string): Header {
  try {
    const header = JSON.parse(line) as Partial<Header>
    if (typeof header.format === 'number' && Array.isArray(header.migrations) && typeof header.secret === 'string') return header as Header
  } catch {
    // No JSON: no header either.
  }
  throw new RestoreRefused('not-a-backup')
}

export async function migrationsOf(client: pg.PoolClient): Promise<Migration[]> {
  const { rows } = await client.query<Migration>('select name, sha256 from schema_migrations order by name')
  return rows
}

/** Our tables, those referred to before those that refer; generated columns are left to the database. */
export async function tablesInOrder(client: pg.PoolClient): Promise<Table[]> {
  const { rows } = await client.query<{
    oid: string
    name: string
    columns: string[]
    identity: boolean
    has_bytes: boolean
    needs: string[]
  }>(`
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
