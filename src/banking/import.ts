import { archiveDocument } from '#archive'
import { dayInParis } from '#core/day'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { sha256Hex } from '#platform/canonical'
import type { WriteContext } from '#platform/context'
import { type AccountAsked, askForAccount, chooseAccount } from './choose-account.ts'
import { statementImported } from './events.ts'
import { fingerprints, type Warning } from './formats/index.ts'
import { type GuessShown, readUpload, type StatementUpload } from './read-upload.ts'
import { boundsOf, newLine, refuseForeignAmounts } from './statement-rows.ts'
import { importedAt, insertLines, insertRepeats, insertStatement, knownLines, lockAccounts, type NewLine, updateAccount } from './store.ts'

export type StoredFile = {
  readonly outcome: 'imported'
  readonly sha256: string
  readonly newAccountIds: readonly Id[]
  readonly lines: readonly NewLine[]
  readonly knownLines: number
  readonly warnings: readonly Warning[]
}

/**
 * Reads a bank file and keeps what is new in it: the bytes in the archive, one row a statement, one a line. A line that another file has
 * brought already is left out. Answers a question instead, and keeps nothing, when a person must first say how a CSV is read or whose it is.
 */
export async function storeStatementFile(
  context: WriteContext,
  upload: StatementUpload,
): Promise<StoredFile | { outcome: 'needs_mapping'; guess: GuessShown } | { outcome: 'needs_account'; asked: AccountAsked }> {
  const sha256 = sha256Hex(upload.bytes)
  const accounts = await lockAccounts(context)
  if (upload.accountId !== undefined && !accounts.some(({ id }) => id === upload.accountId))
    throw new Refusal('bank_account_unknown', { field: 'accountId' })
  await refuseSameFile(context, sha256)
  const read = readUpload(context, upload, accounts)
  if ('guess' in read) return { outcome: 'needs_mapping', guess: read.guess }
  const { file } = read
  refuseForeignAmounts(file)
  const wish = { accountId: read.accountId, accountName: upload.accountName }
  const asked = askForAccount(file, wish, accounts)
  if (asked) return { outcome: 'needs_account', asked }
  const fileName =
    upload.fileName
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'releve'
  await archiveDocument(context, {
    kind: 'bank_statement',
    fileName,
    mediaType: file.format === 'csv' ? 'text/csv' : file.format.startsWith('camt') ? 'application/xml' : 'text/plain',
    bytes: upload.bytes,
  })

  const newAccountIds: Id[] = []
  const kept: NewLine[] = []
  let knownCount = 0
  for (const [position, statement] of file.statements.entries()) {
    const { account, isNew } = await chooseAccount(context, statement.account, wish, accounts)
    if (isNew) newAccountIds.push(account.id)
    if (upload.csvMapping) await updateAccount(context, account.id, { csvMapping: upload.csvMapping })
    const statementId = context.newId()
    const keys = fingerprints(statement, { currency: statement.account.currency })
    const known = await knownLines(context, account.id, keys)
    const fresh = statement.lines.flatMap((line, place) => {
      const fingerprint = keys[place] ?? ''
      return known.has(fingerprint) ? [] : [newLine(context, line, { accountId: account.id, statementId, position: place, fingerprint })]
    })
    const repeats = keys.flatMap((fingerprint, place) => {
      const lineId = known.get(fingerprint)
      return lineId === undefined ? [] : [{ lineId, position: place }]
    })
    const facts = {
      fileSha256: sha256,
      fileName,
      format: file.format,
      position,
      newLines: fresh.length,
      knownLines: statement.lines.length - fresh.length,
    }
    await insertStatement(context, { id: statementId, accountId: account.id, ...facts, ...boundsOf(statement, context.today) })
    await insertLines(context, fresh)
    await insertRepeats(context, statementId, repeats)
    kept.push(...fresh)
    knownCount += facts.knownLines
  }
  context.record(
    statementImported({}, { fileName, sha256, statements: file.statements.length, newLines: kept.length, knownLines: knownCount }),
  )
  return { outcome: 'imported', sha256, newAccountIds, lines: kept, knownLines: knownCount, warnings: file.warnings }
}

async function refuseSameFile(context: WriteContext, sha256: string): Promise<void> {
  const at = await importedAt(context, sha256)
  if (at) throw new Refusal('statement_already_imported', { status: 409, facts: { day: dayInParis(at) } })
}
