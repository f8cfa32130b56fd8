import { type SqlBool, sql } from 'kysely'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, isMoneyText, parseMoney } from '#core/money'
import type { Tenant, WriteContext } from '#platform/context'
import type { Place } from '#platform/cursor'
import type { CsvMapping } from './formats/index.ts'

export type LineState = 'to_do' | 'matched' | 'set_aside' | 'out'

export type AccountRow = {
  readonly id: Id
  readonly name: string
  readonly identifier: string | null
  readonly currency: string
  readonly csvMapping: CsvMapping | null
}

const accountColumns = ['id', 'name', 'identifier', 'currency', 'csv_mapping'] as const

type AccountRecord = { id: Id; name: string; identifier: string | null; currency: string; csv_mapping: unknown }

const asAccount = ({ csv_mapping, ...row }: AccountRecord): AccountRow => ({ ...row, csvMapping: csv_mapping as CsvMapping | null })

export async function accountsOf(tenant: Tenant): Promise<AccountRow[]> {
  const rows = await tenant.db
    .selectFrom('bank_accounts')
    .select(accountColumns)
    .where('company_id', '=', tenant.companyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(asAccount)
}

/** Holds every account of the company until the transaction ends: two files of one account are read one after the other. */
export async function lockAccounts(context: WriteContext): Promise<AccountRow[]> {
  // Also when there is none yet, so that two first files do not make the same account twice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank accounts of ${context.companyId}`}, 0))`.execute(context.db)
  return accountsOf(context)
}

export async function insertAccount(context: WriteContext, account: { name: string; identifier: string | null }): Promise<AccountRow> {
  const row = await context.db
    .insertInto('bank_accounts')
    .values({ id: context.newId(), company_id: context.companyId, ...account, created_at: context.now })
    .returning(accountColumns)
    .executeTakeFirstOrThrow()
  return asAccount(row)
}

export type AccountChanges = { readonly name?: string; readonly identifier?: string; readonly csvMapping?: CsvMapping | null }

export async function updateAccount(context: WriteContext, accountId: Id, { csvMapping, ...changes }: AccountChanges): Promise<boolean> {
  const mapping = csvMapping === undefined ? {} : { csv_mapping: csvMapping === null ? null : JSON.stringify(csvMapping) }
  const done = await context.db
    .updateTable('bank_accounts')
    .set({ ...changes, ...mapping })
    .where('company_id', '=', context.companyId)
    .where('id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** When this very file was imported, if it was and was not taken back. */
export async function importedAt(tenant: Tenant, sha256: string): Promise<Date | undefined> {
  const row = await tenant.db
    .selectFrom('bank_statements')
    .select('imported_at')
    .where('company_id', '=', tenant.companyId)
    .where('file_sha256', '=', sha256)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row?.imported_at
}

export type NewStatement = {
  readonly id: Id
  readonly accountId: Id
  readonly fileSha256: string
  readonly fileName: string
  readonly format: string
  readonly position: number
  readonly from: Day | null
  readonly to: Day | null
  readonly openingCents: Cents | null
  readonly closingCents: Cents | null
  readonly proven: boolean | null
  readonly warnings: readonly unknown[]
  readonly newLines: number
  readonly knownLines: number
}

export async function insertStatement(context: WriteContext, statement: NewStatement): Promise<void> {
  await context.db
    .insertInto('bank_statements')
    .values({
      id: statement.id,
      company_id: context.companyId,
      account_id: statement.accountId,
      file_sha256: statement.fileSha256,
      file_name: statement.fileName,
      format: statement.format,
      position: statement.position,
      from_on: statement.from,
      to_on: statement.to,
      opening_cents: statement.openingCents,
      closing_cents: statement.closingCents,
      proven: statement.proven,
      warnings: JSON.stringify(statement.warnings),
      new_lines: statement.newLines,
      known_lines: statement.knownLines,
      imported_at: context.now,
    })
    .execute()
}

function statements(tenant: Tenant) {
  return tenant.db
    .selectFrom('bank_statements')
    .innerJoin('bank_accounts', 'bank_accounts.id', 'bank_statements.account_id')
    .selectAll('bank_statements')
    .select('bank_accounts.name as account_name')
    .where('bank_statements.company_id', '=', tenant.companyId)
    .where('bank_statements.withdrawn_at', 'is', null)
}

export type StatementRow = Awaited<ReturnType<ReturnType<typeof statements>['execute']>>[number]

export async function listStatements(
  tenant: Tenant,
  query: { accountId: Id | undefined; after: Place | undefined; limit: number },
): Promise<StatementRow[]> {
  let rows = statements(tenant)
  if (query.accountId !== undefined) rows = rows.where('account_id', '=', query.accountId)
  const { after } = query
  if (after)
    rows = rows.where(sql<SqlBool>`(coalesce(to_on, '1900-01-01'), bank_statements.id) < (${after.place}::date, ${after.id}::uuid)`)
  return rows
    .orderBy(sql`coalesce(to_on, '1900-01-01')`, 'desc')
    .orderBy('bank_statements.id', 'desc')
    .limit(query.limit)
    .execute()
}

export async function statementsOfFiles(tenant: Tenant, sha256s: readonly string[]): Promise<StatementRow[]> {
  return statements(tenant).where('file_sha256', 'in', sha256s).orderBy('file_name').orderBy('position').execute()
}

/** Days and balances of every statement: what continuity is judged on. */
export async function statementBounds(tenant: Tenant) {
  return tenant.db
    .selectFrom('bank_statements')
    .select(['account_id', 'from_on', 'to_on', 'opening_cents', 'closing_cents', 'proven'])
    .where('company_id', '=', tenant.companyId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** The lines that an account holds already, by their fingerprints. */
export async function knownLines(tenant: Tenant, accountId: Id, fingerprints: readonly string[]): Promise<Map<string, Id>> {
  const rows = await tenant.db
    .selectFrom('bank_lines')
    .select(['id', 'fingerprint'])
    .where('company_id', '=', tenant.companyId)
    .where('account_id', '=', accountId)
    .where('state', '<>', 'withdrawn')
    .where(sql<SqlBool>`fingerprint = any(${[...fingerprints]}::text[])`)
    .execute()
  return new Map(rows.map(({ fingerprint, id }) => [fingerprint, id]))
}

/** What the bank said beyond the columns of the table. */
export type LineDetails = {
  readonly bankText?: string | undefined
  readonly references?: readonly string[] | undefined
  readonly ultimateCounterparty?: string | undefined
  readonly returned?: boolean | undefined
  readonly returnReason?: string | undefined
  readonly counterpartyId?: string | undefined
  readonly mandateId?: string | undefined
  readonly operationCode?: string | undefined
  readonly bankOperationCode?: string | undefined
  readonly batchSize?: number | undefined
  /** Operations of a batch, as the file says them. */
  readonly operations?: readonly unknown[] | undefined
}

export type LineContent = {
  readonly bookedOn: Day
  readonly valueOn: Day | null
  readonly amountCents: Cents
  readonly text: string
  readonly counterparty: string | null
  readonly iban: string | null
  readonly reference: string | null
  readonly endToEndId: string | null
  readonly details: LineDetails
  readonly state: LineState
}

export type NewLine = LineContent & { readonly id: Id; readonly position: number; readonly fingerprint: string }

/** Lines of one statement in one statement, told as JSON: thousands of parameters would take longer to prepare than to write. */
export async function insertLines(
  context: WriteContext,
  { accountId, statementId }: { accountId: Id; statementId: Id },
  lines: readonly NewLine[],
): Promise<void> {
  if (lines.length === 0) return
  const rows = JSON.stringify(lines, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : typeof value === 'string' ? value.toWellFormed() : value,
  )
  await sql`
    insert into bank_lines (id, company_id, account_id, statement_id, position, fingerprint, booked_on, value_on, amount_cents, text, counterparty,
      counterparty_iban, reference, end_to_end_id, details, state)
    select id, ${context.companyId}::uuid, ${accountId}::uuid, ${statementId}::uuid, position, fingerprint, "bookedOn", "valueOn", "amountCents", text,
      counterparty, iban, reference, "endToEndId", details, state
    from json_to_recordset(${rows}::json) as line (id uuid, position int, fingerprint text, "bookedOn" date, "valueOn" date, "amountCents" bigint,
      text text, counterparty text, iban text, reference text, "endToEndId" text, details jsonb, state text)`.execute(context.db)
}

/** Lines that a file brought again. */
export async function insertRepeats(
  context: WriteContext,
  statementId: Id,
  repeats: readonly { readonly lineId: Id; readonly position: number }[],
): Promise<void> {
  if (repeats.length === 0) return
  const [ids, positions] = [repeats.map(({ lineId }) => lineId), repeats.map(({ position }) => position)]
  await sql`insert into bank_line_repeats (statement_id, line_id, company_id, position)
    select ${statementId}::uuid, repeat.line_id, ${context.companyId}::uuid, repeat.position
    from unnest(${ids}::uuid[], ${positions}::integer[]) as repeat (line_id, position)`.execute(context.db)
}

const lineColumns = [
  'id',
  'account_id',
  'booked_on',
  'value_on',
  'amount_cents',
  'text',
  'counterparty',
  'counterparty_iban',
  'reference',
  'end_to_end_id',
  'details',
  'state',
  'set_aside_reason',
  'held_until',
  'open_question_id',
] as const

export function lines(tenant: Tenant) {
  return tenant.db.selectFrom('bank_lines').select(lineColumns).where('company_id', '=', tenant.companyId).where('state', '<>', 'withdrawn')
}

export type LineRow = Awaited<ReturnType<typeof listLines>>[number]

export type LinesQuery = {
  readonly accountId?: Id | undefined
  readonly state?: LineState | undefined
  /** Of those to do: put off on this day, or not. */
  readonly held?: { readonly on: Day; readonly is: boolean } | undefined
  readonly lineIds?: readonly Id[] | undefined
  readonly search?: string | undefined
  readonly after?: Place | undefined
  readonly limit: number
}

/** Newest first. Words are looked for in label, payer and reference; figures also as an amount, in or out. */
export async function listLines(tenant: Tenant, query: LinesQuery) {
  let rows = lines(tenant)
  if (query.accountId !== undefined) rows = rows.where('account_id', '=', query.accountId)
  if (query.state !== undefined) rows = rows.where('state', '=', query.state)
  if (query.held) rows = rows.where(sql<SqlBool>`${isHeld(query.held.on)} = ${query.held.is}`)
  if (query.lineIds) rows = rows.where(sql<SqlBool>`id = any(${[...query.lineIds]}::uuid[])`)
  if (query.search) rows = rows.where(matches(query.search))
  if (query.after) rows = rows.where(sql<SqlBool>`(booked_on, id) < (${query.after.place}::date, ${query.after.id}::uuid)`)
  return rows.orderBy('booked_on', 'desc').orderBy('id', 'desc').limit(query.limit).execute()
}

/** Until a day that has not come, or for the answer to a question. */
const isHeld = (on: Day) => sql<boolean>`(coalesce(held_until > ${on}::date, false) or open_question_id is not null)`

function matches(search: string) {
  const words = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const amount = search.replace(/[\s€]/g, '').replace(',', '.').replace('−', '-')
  const inText = sql<SqlBool>`search like search_text(${words})`
  return isMoneyText(amount) ? sql<SqlBool>`(${inText} or abs(amount_cents) = abs(${parseMoney(amount)}::bigint))` : inText
}

export async function findLine(tenant: Tenant, lineId: Id): Promise<LineRow | undefined> {
  return lines(tenant).where('id', '=', lineId).executeTakeFirst()
}

/** Holds the line until the transaction ends: two people never match it at once. */
export async function lockLine(context: WriteContext, lineId: Id): Promise<LineRow | undefined> {
  return lines(context).where('id', '=', lineId).forUpdate().executeTakeFirst()
}

/** More lines than this do not wait for anybody: the rest has its turn when these are done. */
export const MOST_WAITING = 20_000

/** Lines that wait: some of them, or as many as `limit` from the oldest on, after a place. */
export type WaitingLines = readonly Id[] | { readonly after: Place | undefined; readonly limit: number }

/** Holds lines that wait, oldest first, leaving those that someone works on at this moment. */
export async function lockWaitingLines(context: WriteContext, wanted: WaitingLines): Promise<LineRow[]> {
  let waiting = lines(context).where('state', '=', 'to_do')
  if ('limit' in wanted) {
    const { after, limit } = wanted
    if (after) waiting = waiting.where(sql<SqlBool>`(booked_on, id) > (${after.place}::date, ${after.id}::uuid)`)
    waiting = waiting.limit(limit)
  } else waiting = waiting.where(sql<SqlBool>`id = any(${[...wanted]}::uuid[])`)
  return waiting.orderBy('booked_on').orderBy('id').forUpdate().skipLocked().execute()
}

/** Lines that wait for a decision on this day, oldest first: neither put off nor dated later. */
export async function waitingLines(
  tenant: Tenant,
  { after, limit, on }: { on: Day; after: Place | undefined; limit: number },
): Promise<LineRow[]> {
  let rows = lines(tenant)
    .where('state', '=', 'to_do')
    .where('booked_on', '<=', on)
    .where(sql<SqlBool>`not ${isHeld(on)}`)
  if (after) rows = rows.where(sql<SqlBool>`(booked_on, id) > (${after.place}::date, ${after.id}::uuid)`)
  return rows.orderBy('booked_on').orderBy('id').limit(limit).execute()
}

type LineWait = { readonly held_until: Day | null; readonly open_question_id: Id | null }

/** Puts a line that is to do off, or brings it back. */
export async function setLineWait(context: WriteContext, lineId: Id, wait: Partial<LineWait>): Promise<void> {
  await context.db.updateTable('bank_lines').set(wait).where('company_id', '=', context.companyId).where('id', '=', lineId).execute()
}

/** Whatever is made of a line, it is no longer put off. */
export async function setLineState(context: WriteContext, lineId: Id, state: LineState, setAsideReason = ''): Promise<void> {
  await context.db
    .updateTable('bank_lines')
    .set({ state, set_aside_reason: setAsideReason, held_until: null, open_question_id: null })
    .where('company_id', '=', context.companyId)
    .where('id', '=', lineId)
    .execute()
}

/** How many lines stand in each state, and how much money; those to do that are put off on this day count apart. */
export async function countLines(tenant: Tenant, today: Day) {
  return tenant.db
    .selectFrom('bank_lines')
    .select([
      sql<LineState | 'on_hold'>`case when state = 'to_do' and ${isHeld(today)} then 'on_hold' else state end`.as('state'),
      sql<bigint>`count(*)::bigint`.as('count'),
      sql<bigint>`sum(amount_cents)::bigint`.as('cents'),
    ])
    .where('company_id', '=', tenant.companyId)
    .where('state', '<>', 'withdrawn')
    .groupBy(sql`1`)
    .execute()
}
