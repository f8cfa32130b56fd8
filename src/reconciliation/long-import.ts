/** A bank file that takes longer than a request may: it is read by a job, whoever sent it sees how far it is, and a crash begins it again. */
import { askAboutFile, type StatementUpload, refusalSentence } from '#banking'
import type { Id } from '#core/ids'
import { moneyText, parseMoney, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import { sha256Hex } from '#platform/canonical'
import type { ReadContext, WriteContext } from '#platform/context'
import { type Database, enterScope } from '#platform/db'
import type { Job, Jobs } from '#platform/jobs'
import type { WriteDoor } from '#platform/write-door'
import type { reconciliationContract } from './contract.ts'
import { type Imported, storeAndMatch } from './store-and-match.ts'
import {
  fileUnderWay,
  findLongImport,
  insertLongImport,
  keepResult,
  type LongImportRow,
  type LongImportState,
  tellProblem,
  tellProgress,
  unfinishedImports,
} from './long-import-store.ts'

const IMPORT = 'reconciliation.import'

/** Asks and refuses at once what a person must know; the rest is done after the request. */
export async function importLater(context: WriteContext, upload: StatementUpload) {
  const question = await askAboutFile(context, upload)
  if (question) return question
  const { accountId, accountName, bytes, csvMapping, fileName } = upload
  const answers = { accountId, accountName, csvMapping }
  const { actor } = context
  const personId = actor.kind === 'person' ? actor.id : null
  const importId = await insertLongImport(context, { id: context.newId(), fileName, sha256: sha256Hex(bytes), bytes, answers, personId })
  await context.later(IMPORT, { importId }, { key: `${IMPORT} ${importId}` })
  return { outcome: 'under_way' as const, importId }
}

export function longImportJobs({ database, write }: { database: Database; write: WriteDoor }): Jobs {
  const beside = <T>(companyId: Id, work: Parameters<typeof inCompany<T>>[2]): Promise<T> => inCompany(database, companyId, work)
  const run: Job = async ({ companyId, importId: named }) => {
    const importId = named as Id
    const file = await beside(companyId, (tenant) => fileUnderWay(tenant, importId))
    // It ran already, and the queue had not heard of its end.
    if (!file) return
    const { actor, locale, personId, upload } = file
    try {
      await write({ operation: IMPORT, companyId, personId, actor, locale, input: { importId } }, async (context) => {
        const answer = await storeAndMatch(context, upload, {
          importId,
          onProgress: (progress) => beside(companyId, (tenant) => tellProgress(tenant, importId, progress)),
        })
        // It asks something after all: an account or a mapping has changed since it was sent.
        if (answer.outcome !== 'imported') throw new Refusal('statement_asks_again', { status: 409 })
        const { goesOn, matched, matchedAmount } = answer
        await keepResult(context, importId, { result: answer, matched, matchedCents: parseMoney(matchedAmount), goesOn })
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, facts } = error
      await beside(companyId, (tenant) => tellProblem(tenant, importId, { code, facts }))
    }
  }
  return { [IMPORT]: run }
}

/** A short transaction of its own, beside the long one: others see it at once. */
function inCompany<T>(
  database: Database,
  companyId: Id,
  work: (tenant: { db: ReadContext['db']; companyId: Id }) => Promise<T>,
): Promise<T> {
  return database.writes.transaction().execute(async (db) => {
    await enterScope(db, { companyId, personId: undefined })
    return work({ db, companyId })
  })
}

type Operations = OperationsOf<typeof reconciliationContract>

export const runningImports: Operations['runningImports'] = async (context) => ({
  imports: (await unfinishedImports(context)).map((row) => present(context, row)),
})

export const importProgress: Operations['importProgress'] = async (context, { id }) => {
  const row = await findLongImport(context, id)
  if (!row) throw new Refusal('not_found', { status: 404 })
  return present(context, row)
}

function present(context: ReadContext, row: LongImportRow) {
  const result = row.result as Imported | null
  const problem = row.problem as { code: string; facts: Refusal['facts'] } | null
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state as LongImportState,
    linesTotal: row.lines_total,
    linesRead: row.lines_read,
    linesNew: row.lines_new,
    matched: row.matched,
    result: result && withMatches(result, row),
    problem: problem && refusalSentence(context.locale, problem.code, problem.facts),
  }
}

/** What the job has matched since counts as if it had been matched at once. */
function withMatches(result: Imported, { matched, matched_cents: cents, state }: LongImportRow): Imported {
  const since = matched - result.matched
  return {
    ...result,
    matched,
    matchedAmount: moneyText(toCents(cents)),
    toDo: Math.max(result.toDo - since, 0),
    goesOn: state === 'matching',
  }
}
