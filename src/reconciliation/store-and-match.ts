import {
  presentAsked,
  presentStatement,
  type Progress,
  statementsOfFiles,
  type StoredFile,
  storeStatementFile,
  type StatementUpload,
  totalOf,
  warningSentence,
} from '#banking'
import type { bankingContract } from '#banking/contract'
import type { Id } from '#core/ids'
import { moneyText } from '#core/money'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { matchLater } from './jobs.ts'
import { matchLines } from './match-lines.ts'
import { automaticIn } from './store.ts'
import { type Applied, applyRules } from './user-rules/apply.ts'
import { applyLater } from './user-rules/jobs.ts'

type Answer = Awaited<ReturnType<OperationsOf<typeof bankingContract>['import']>>
export type Imported = Extract<Answer, { outcome: 'imported' }>

type LongImport = { readonly importId: Id; readonly onProgress: (progress: Progress) => Promise<void> }

/** Reads a bank file, keeps what is new, and settles at once what is certain, as far as one transaction goes; a job does the rest. */
export async function storeAndMatch(
  context: WriteContext,
  upload: StatementUpload,
  long?: LongImport,
): Promise<Exclude<Answer, { outcome: 'under_way' }>> {
  const stored = await storeStatementFile(context, upload, long?.onProgress)
  if (stored.outcome === 'needs_mapping') return stored
  if (stored.outcome === 'needs_account') return { outcome: stored.outcome, asked: presentAsked(stored.asked, context.locale) }
  const incoming = stored.lines.filter((line) => line.state === 'to_do')
  const matched = await matchLines(
    context,
    incoming.map(({ id }) => id),
  )
  if (matched.goesOn) await matchLater(context, long && { importId: long.importId })
  const ruled = await takeByRules(context, stored)
  const rows = await statementsOfFiles(context, stored.sha256s)
  const statements = rows.map((row) =>
    Object.assign(presentStatement(row, context.locale), { newAccount: stored.newAccountIds.includes(row.account_id) }),
  )
  return {
    outcome: 'imported',
    statements,
    newLines: stored.lines.length,
    knownLines: stored.knownLines,
    moneyIn: totalOf(incoming.map(({ amountCents }) => amountCents)),
    matched: matched.count,
    matchedAmount: moneyText(matched.amountCents),
    byRules: ruled.count,
    toDo: incoming.length - matched.count - ruled.moneyIn,
    goesOn: matched.goesOn || ruled.goesOn,
    warnings: stored.warnings.map((warning) => warningSentence(warning, context.locale)),
  }
}

/** What is left of the new lines goes by the rules of the company, unless everything is to wait for a person. */
async function takeByRules(context: WriteContext, { lines, sha256s }: StoredFile): Promise<Pick<Applied, 'count' | 'moneyIn' | 'goesOn'>> {
  if (lines.length === 0 || (await automaticIn(context)) === 'off') return { count: 0, moneyIn: 0, goesOn: false }
  const going = await applyRules(context, { lines: { ids: lines.map(({ id }) => id) }, occasion: 'import' })
  if (going.goesOn) await applyLater(context, { filesSha256: sha256s, applications: going.applications })
  return going
}
