import { archiveDocument } from '#archive'
import { dayInParis } from '#core/day'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { sha256Hex } from '#platform/canonical'
import type { WriteContext } from '#platform/context'
import { type AccountAsked, askForAccount, chooseAccount } from './choose-account.ts'
import { statementImported } from './events.ts'
import { fingerprints, type FormatName, type PassedOver, refuseBeyond, type StatementFile, unpack, type Warning } from './formats/index.ts'
import { type GuessShown, readUpload, type StatementUpload } from './read-upload.ts'
import { boundsOf, newLine, refuseForeignAmounts } from './statement-rows.ts'
import {
  type AccountRow,
  importedAt,
  insertLines,
  insertRepeats,
  insertStatement,
  knownLines,
  lockAccounts,
  type NewLine,
  updateAccount,
} from './store.ts'

export type StoredFile = {
  readonly outcome: 'imported'
  /** Of the file, or of each file of a zip. */
  readonly sha256s: readonly string[]
  readonly newAccountIds: readonly Id[]
  readonly lines: readonly NewLine[]
  readonly knownLines: number
  readonly warnings: readonly Warning[]
}

type Question =
  | { readonly outcome: 'needs_mapping'; readonly guess: GuessShown }
  | { readonly outcome: 'needs_account'; readonly asked: AccountAsked }

/**
 * Reads a bank file and keeps what is new in it: the bytes in the archive, one row a statement, one a line. A line that another file has
 * brought already is left out. Answers a question instead, and keeps nothing, when a person must first say how a table is read or whose it is.
 */
export async function storeStatementFile(context: WriteContext, upload: StatementUpload): Promise<StoredFile | Question> {
  const accounts = await lockAccounts(context)
  if (upload.accountId !== undefined && !accounts.some(({ id }) => id === upload.accountId))
    throw new Refusal('bank_account_unknown', { field: 'accountId' })
  const files = unpack({ name: upload.fileName, bytes: upload.bytes })
  const [only, another] = files
  if (!only || another) return storeSeveral(context, { files, upload, accounts })
  if ('refusal' in only) throw only.refusal
  const prepared = await prepare(context, { ...upload, fileName: only.name, bytes: only.bytes }, accounts)
  return 'outcome' in prepared ? prepared : store(context, prepared, accounts)
}

type Several = {
  readonly files: ReturnType<typeof unpack>
  readonly upload: StatementUpload
  readonly accounts: AccountRow[]
}

/** Every file of a zip that can be read as it stands; the others are told, by name. Nothing is kept when none can be. */
async function storeSeveral(context: WriteContext, { accounts, files, upload }: Several): Promise<StoredFile> {
  const passedOver: PassedOver[] = []
  const ready = new Map<string, Prepared>()
  let count = 0
  for (const file of files) {
    const prepared =
      'refusal' in file ? file.refusal : await prepareOneOfSeveral(context, { ...upload, fileName: file.name, bytes: file.bytes }, accounts)
    if (prepared instanceof Refusal) passedOver.push({ name: file.name, refusal: prepared })
    else if (!ready.has(prepared.sha256)) {
      ready.set(prepared.sha256, prepared)
      refuseBeyond((count += countLines(prepared.file)))
    }
  }
  const [first] = passedOver
  if (ready.size === 0 && first) throw first.refusal
  const stored: StoredFile[] = []
  for (const prepared of ready.values()) stored.push(await store(context, prepared, accounts))
  return {
    outcome: 'imported',
    sha256s: stored.flatMap(({ sha256s }) => sha256s),
    newAccountIds: stored.flatMap(({ newAccountIds }) => newAccountIds),
    lines: stored.flatMap(({ lines }) => lines),
    knownLines: stored.reduce((total, one) => total + one.knownLines, 0),
    warnings: [...stored.flatMap(({ warnings }) => warnings), ...passedOver.map(told)],
  }
}

/** A question can be about one file only: in a zip of several it is a reason to pass over. */
async function prepareOneOfSeveral(context: WriteContext, upload: StatementUpload, accounts: AccountRow[]): Promise<Prepared | Refusal> {
  try {
    const prepared = await prepare(context, upload, accounts)
    return 'outcome' in prepared ? new Refusal('zip_file_asks') : prepared
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const countLines = ({ statements }: StatementFile): number => statements.reduce((total, { lines }) => total + lines.length, 0)

function told({ name, refusal }: PassedOver): Warning {
  const facts = Object.entries(refusal.facts).flatMap(([key, fact]) => (fact === undefined ? [] : [[key, fact] as const]))
  return { code: 'file_passed_over', facts: { ...Object.fromEntries(facts), file: name, reason: refusal.code } }
}

type Prepared = {
  readonly sha256: string
  readonly upload: StatementUpload
  readonly file: StatementFile
  readonly accountId: Id | undefined
}

/** Reads, and refuses or asks whatever has to be, before anything is kept. */
async function prepare(context: WriteContext, upload: StatementUpload, accounts: AccountRow[]): Promise<Prepared | Question> {
  const sha256 = sha256Hex(upload.bytes)
  await refuseSameFile(context, sha256)
  const read = readUpload(context, upload, accounts)
  if ('guess' in read) return { outcome: 'needs_mapping', guess: read.guess }
  const { accountId, file } = read
  refuseForeignAmounts(file)
  const asked = askForAccount(file, { accountId, accountName: upload.accountName }, accounts)
  return asked ? { outcome: 'needs_account', asked } : { sha256, upload, file, accountId }
}

const MEDIA_TYPES: Readonly<Record<FormatName, string>> = {
  'camt.052': 'application/xml',
  'camt.053': 'application/xml',
  'camt.054': 'application/xml',
  cfonb120: 'text/plain',
  cfonb240: 'text/plain',
  csv: 'text/csv',
  mt940: 'text/plain',
  mt942: 'text/plain',
  ofx: 'application/x-ofx',
  qif: 'application/x-qif',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

async function store(context: WriteContext, { accountId, file, sha256, upload }: Prepared, accounts: AccountRow[]): Promise<StoredFile> {
  const wish = { accountId, accountName: upload.accountName }
  const fileName =
    upload.fileName
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'releve'
  await archiveDocument(context, { kind: 'bank_statement', fileName, mediaType: MEDIA_TYPES[file.format], bytes: upload.bytes })

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
  return { outcome: 'imported', sha256s: [sha256], newAccountIds, lines: kept, knownLines: knownCount, warnings: file.warnings }
}

async function refuseSameFile(context: WriteContext, sha256: string): Promise<void> {
  const at = await importedAt(context, sha256)
  if (at) throw new Refusal('statement_already_imported', { status: 409, facts: { day: dayInParis(at) } })
}
