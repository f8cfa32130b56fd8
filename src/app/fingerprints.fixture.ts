import type pg from 'pg'

/** For tests: every row of every table of ours, as one fingerprint a table. Equal ones mean that nothing changed. */
export async function fingerprints(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') and tablename <> 'schema_migrations' order by 1`,
  )
  const prints: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows: found } = await pool.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from ${name} t`,
    )
    prints[name] = found[0]?.print ?? ''
  }
  return prints
}
