import { archiveDocument } from '#archive'
import { dayInParis, earlierOf, laterOf } from '#core/day'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { sha256Hex } from '#platform/canonical'
import type { WriteContext } from '#platform/context'
import { chooseAccount } from './choose-account.ts'
import { statementImported } from './events.ts'
import { fingerprints, type Statement, type StatementFile, type StatementLine, type Warning } from './formats/index.ts'
import { type GuessShown, readUpload, type StatementUpload } from './read-upload.ts'
import {
  importedAt,
  insertLines,
  insertStatement,
  knownFingerprints,
  type LineDetails,
  lockAccounts,
  type NewLine,
  updateAccount,
} from './store.ts'

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
 * brought already is left out. Answers a guess instead, and keeps nothing, when a person must first say how a CSV is read.
 */
export async function storeStatementFile(
  context: WriteContext,
  upload: StatementUpload,
): Promise<StoredFile | { outcome: 'needs_mapping'; guess: GuessShown }> {
  const sha256 = sha256Hex(upload.bytes)
  const accounts = await lockAccounts(context)
  if (upload.accountId !== undefined && !accounts.some(({ id }) => id === upload.accountId))
    throw new Refusal('bank_account_unknown', { field: 'accountId' })
  await refuseSameFile(context, sha256)
  const read = readUpload(context, upload, accounts)
  if ('guess' in read) return { outcome: 'needs_mapping', guess: read.guess }
  const { file } = read
  refuseOtherCurrencies(file)
  const fileName =
    upload.fileName
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'releve'
  await archiveDocument(context, {
    kind: 'bank_statement',
    fileName,
    mediaType: file.format === 'csv' ? 'text/csv' : 'application/xml',
    bytes: upload.bytes,
  })

  const newAccountIds: Id[] = []
  const kept: NewLine[] = []
  let knownLines = 0
  for (const [position, statement] of file.statements.entries()) {
    const { account, isNew } = await chooseAccount(
      context,
      statement.account,
      { accountId: read.accountId, accountName: upload.accountName },
      accounts,
    )
    if (isNew) newAccountIds.push(account.id)
    if (upload.csvMapping) await updateAccount(context, account.id, { csvMapping: upload.csvMapping })
    const statementId = context.newId()
    const keys = fingerprints(statement, { currency: statement.account.currency })
    const known = await knownFingerprints(context, account.id, keys)
    const fresh = statement.lines.flatMap((line, place) => {
      const fingerprint = keys[place] ?? ''
      return known.has(fingerprint) ? [] : [newLine(context, line, { accountId: account.id, statementId, position: place, fingerprint })]
    })
    const facts = {
      fileSha256: sha256,
      fileName,
      format: file.format,
      position,
      newLines: fresh.length,
      knownLines: statement.lines.length - fresh.length,
    }
    await insertStatement(context, { id: statementId, accountId: account.id, ...facts, ...boundsOf(statement) })
    await insertLines(context, fresh)
    kept.push(...fresh)
    knownLines += facts.knownLines
  }
  context.record(statementImported({}, { fileName, sha256, statements: file.statements.length, newLines: kept.length, knownLines }))
  return { outcome: 'imported', sha256, newAccountIds, lines: kept, knownLines, warnings: file.warnings }
}

async function refuseSameFile(context: WriteContext, sha256: string): Promise<void> {
  const at = await importedAt(context, sha256)
  if (at) throw new Refusal('statement_already_imported', { status: 409, facts: { day: dayInParis(at) } })
}

/** Invoices are in euros, so are the accounts they are paid on. */
function refuseOtherCurrencies(file: StatementFile): void {
  for (const { account, lines } of file.statements) {
    const other = [account.currency, ...lines.map(({ currency }) => currency)].find((currency) => currency !== 'EUR')
    if (other !== undefined)
      throw new Refusal('statement_currency_refused', { facts: { currency: other, account: account.iban ?? account.other ?? '' } })
  }
}

/** The days a statement says it covers, else those of its lines. */
function boundsOf({ closing, from, lines, opening, proven, to, warnings }: Statement) {
  const days = lines.map(({ bookedOn }) => bookedOn)
  const [first] = days
  return {
    from: from ?? (first ? days.reduce(earlierOf, first) : (opening?.on ?? null)),
    to: to ?? (first ? days.reduce(laterOf, first) : (closing?.on ?? null)),
    openingCents: opening?.amountCents ?? null,
    closingCents: closing?.amountCents ?? null,
    proven,
    warnings,
  }
}

function newLine(
  context: WriteContext,
  line: StatementLine,
  place: Pick<NewLine, 'accountId' | 'statementId' | 'position' | 'fingerprint'>,
): NewLine {
  const [only] = line.details.length === 1 ? line.details : []
  const details: LineDetails = {
    bankText: line.bankText,
    references: line.remittanceReferences ?? only?.remittanceReferences,
    ultimateCounterparty: line.ultimateCounterparty ?? only?.ultimateCounterparty,
    ...((line.reversal || line.returnReason !== undefined) && { returned: true }),
    returnReason: line.returnReason,
    mandateId: line.mandateId ?? only?.mandateId,
    operationCode: line.operationCode,
    bankOperationCode: line.bankOperationCode,
    batchSize: line.batchSize,
    ...(line.details.length > 0 && { operations: line.details }),
  }
  return {
    ...place,
    id: context.newId(),
    bookedOn: line.bookedOn,
    valueOn: line.valueOn ?? null,
    amountCents: line.amountCents,
    text: only && only.text !== '' ? only.text : line.text,
    counterparty: line.counterparty ?? only?.counterparty ?? null,
    iban: line.iban ?? only?.iban ?? null,
    reference: line.reference ?? null,
    endToEndId: line.endToEndId ?? only?.endToEndId ?? null,
    details,
    state: line.amountCents > 0n ? 'to_do' : 'out',
  }
}
