import { sql } from 'kysely'
import type { Progress, StatementUpload } from '#banking'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import type { Locale } from '#core/text'
import type { Actor, Tenant, WriteContext } from '#platform/context'

export type LongImportState = 'keeping' | 'matching' | 'done' | 'failed'
export type Answers = Pick<StatementUpload, 'accountId' | 'accountName' | 'csvMapping'>
type Problem = { readonly code: string; readonly facts: Readonly<Record<string, string | number | undefined>> }

export type NewLongImport = {
  readonly id: Id
  readonly fileName: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly answers: Answers
  readonly personId: Id | null
}

/** The same file sent twice waits once. Returns the import that is under way. */
export async function insertLongImport(context: WriteContext, wish: NewLongImport): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    insert into long_imports (id, company_id, file_name, file_sha256, bytes, answers, actor, person_id, locale, state, sent_at)
    values (${wish.id}, ${context.companyId}, ${wish.fileName}, ${wish.sha256}, ${Buffer.from(wish.bytes)}, ${JSON.stringify(wish.answers)},
      ${JSON.stringify(context.actor)}, ${wish.personId}, ${context.locale}, 'keeping', ${context.now})
    on conflict (company_id, file_sha256) where state = 'keeping' do update set file_sha256 = excluded.file_sha256
    returning id`.execute(context.db)
  const [row] = rows
  if (!row) throw new Error('a row was written or was there')
  return row.id
}

/** What a file under way needs to be read; nothing once it is kept or refused. */
export async function fileUnderWay(tenant: Tenant, importId: Id) {
  const row = await tenant.db
    .selectFrom('long_imports')
    .select(['file_name', 'bytes', 'answers', 'actor', 'person_id', 'locale'])
    .where('company_id', '=', tenant.companyId)
    .where('id', '=', importId)
    .where('state', '=', 'keeping')
    .executeTakeFirst()
  return (
    row && {
      upload: { fileName: row.file_name, bytes: new Uint8Array(row.bytes ?? []), ...(row.answers as Answers) },
      actor: row.actor as Actor,
      personId: row.person_id ?? undefined,
      locale: row.locale as Locale,
    }
  )
}

export async function tellProgress(tenant: Tenant, importId: Id, { linesNew, linesRead, linesTotal }: Progress): Promise<void> {
  await ofImport(tenant, importId).set({ lines_total: linesTotal, lines_read: linesRead, lines_new: linesNew }).execute()
}

export async function tellProblem(tenant: Tenant, importId: Id, problem: Problem): Promise<void> {
  await ofImport(tenant, importId)
    .set({ state: 'failed', bytes: null, problem: JSON.stringify(problem) })
    .execute()
}

export type Kept = { readonly result: unknown; readonly matched: number; readonly matchedCents: Cents; readonly goesOn: boolean }

export async function keepResult(context: WriteContext, importId: Id, { goesOn, matched, matchedCents, result }: Kept): Promise<void> {
  await ofImport(context, importId)
    .set({
      state: goesOn ? 'matching' : 'done',
      bytes: null,
      result: JSON.stringify(result),
      matched,
      matched_cents: matchedCents,
    })
    .execute()
}

export async function tellMatched(
  context: WriteContext,
  importId: Id,
  more: { count: number; amountCents: Cents; done: boolean },
): Promise<void> {
  await sql`update long_imports set matched = matched + ${more.count}, matched_cents = matched_cents + ${more.amountCents}::bigint,
      state = ${more.done ? 'done' : 'matching'}
    where company_id = ${context.companyId} and id = ${importId} and state = 'matching'`.execute(context.db)
}

const ofImport = (tenant: Tenant, importId: Id) =>
  tenant.db.updateTable('long_imports').where('company_id', '=', tenant.companyId).where('id', '=', importId)

function imports(tenant: Tenant) {
  return tenant.db
    .selectFrom('long_imports')
    .select(['id', 'file_name', 'state', 'lines_total', 'lines_read', 'lines_new', 'matched', 'matched_cents', 'result', 'problem'])
    .where('company_id', '=', tenant.companyId)
}

export type LongImportRow = Awaited<ReturnType<typeof unfinishedImports>>[number]

export async function unfinishedImports(tenant: Tenant) {
  return imports(tenant).where('state', 'in', ['keeping', 'matching']).orderBy('sent_at').execute()
}

export async function findLongImport(tenant: Tenant, importId: Id): Promise<LongImportRow | undefined> {
  return imports(tenant).where('id', '=', importId).executeTakeFirst()
}
