import {
  presentAsked,
  presentStatement,
  type Progress,
  statementsOfFiles,
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
    toDo: incoming.length - matched.count,
    goesOn: matched.goesOn,
    warnings: stored.warnings.map((warning) => warningSentence(warning, context.locale)),
  }
}
