/** A file taken back: its statements are marked, its lines parted into those that go and those that another file holds too. */
import { sql } from 'kysely'
import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'

type StatementToWithdraw = { readonly id: Id; readonly accountId: Id; readonly fileName: string; readonly sha256: string }

/** Every statement of the file that brought this one. */
export async function statementsOfSameFile(context: WriteContext, statementId: Id): Promise<StatementToWithdraw[]> {
  return context.db
    .selectFrom('bank_statements as one')
    .innerJoin('bank_statements as same', (join) =>
      join.onRef('same.company_id', '=', 'one.company_id').onRef('same.file_sha256', '=', 'one.file_sha256'),
    )
    .select(['same.id', 'same.account_id as accountId', 'same.file_name as fileName', 'same.file_sha256 as sha256'])
    .where('one.company_id', '=', context.companyId)
    .where('one.id', '=', statementId)
    .where('one.withdrawn_at', 'is', null)
    .where('same.withdrawn_at', 'is', null)
    .orderBy('same.position')
    .execute()
}

/** Lines that another file brought again go over to it, whatever was made of them. Returns how many. */
export async function handOverRepeated(context: WriteContext, statementIds: readonly Id[]): Promise<number> {
  const moved = await sql`
    update bank_lines line set statement_id = heir.statement_id, position = heir.position
    from (
      select distinct on (repeat.line_id) repeat.line_id, repeat.statement_id, repeat.position
      from bank_line_repeats repeat join bank_statements statement on statement.id = repeat.statement_id
      where repeat.company_id = ${context.companyId} and statement.withdrawn_at is null and repeat.statement_id <> all(${[...statementIds]}::uuid[])
      order by repeat.line_id, repeat.statement_id
    ) heir
    where heir.line_id = line.id and line.company_id = ${context.companyId} and line.statement_id = any(${[...statementIds]}::uuid[])
      and line.state <> 'withdrawn'`.execute(context.db)
  return Number(moved.numAffectedRows ?? 0n)
}

/** How many lines of these statements stand in each state; they are held until the transaction ends, so that nobody matches one now. */
export async function lockLinesOf(context: WriteContext, statementIds: readonly Id[]): Promise<{ readonly state: string }[]> {
  const { rows } = await sql<{ state: string }>`
    select state from bank_lines where company_id = ${context.companyId} and statement_id = any(${[...statementIds]}::uuid[]) and state <> 'withdrawn'
    order by id for update`.execute(context.db)
  return rows
}

export async function markWithdrawn(context: WriteContext, statementIds: readonly Id[]): Promise<void> {
  await sql`update bank_lines set state = 'withdrawn'
    where company_id = ${context.companyId} and statement_id = any(${[...statementIds]}::uuid[])`.execute(context.db)
  await sql`update bank_statements set withdrawn_at = ${context.now}
    where company_id = ${context.companyId} and id = any(${[...statementIds]}::uuid[])`.execute(context.db)
}

/** Accounts that came with these statements and hold no other: they go with them. Returns their names. */
export async function dropEmptyAccounts(context: WriteContext, statementIds: readonly Id[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    update bank_accounts account set withdrawn_at = ${context.now}
    where account.company_id = ${context.companyId} and account.withdrawn_at is null
      and exists (select from bank_statements brought where brought.id = any(${[...statementIds]}::uuid[])
        and brought.account_id = account.id and brought.imported_at = account.created_at)
      and not exists (select from bank_statements other where other.account_id = account.id and other.withdrawn_at is null)
    returning name`.execute(context.db)
  return rows.map(({ name }) => name)
}
