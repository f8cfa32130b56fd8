import { archiveDocument } from '#archive'
import { dayInParis } from '#core/day'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { sha256Hex } from '#platform/canonical'
import type { WriteContext } from '#platform/context'
import { chooseAccount } from './choose-account.ts'
import { statementImported } from './events.ts'
import { type FormatName, type PassedOver, refuseBeyond, unpack, type Warning } from './formats/index.ts'
import type { GuessShown, StatementUpload } from './read-upload.ts'
import { type HeadsRead, openFile, type OpenFile } from './reading/open.ts'
import type { AccountAsked } from './rules/whose-account.ts'
import {
  type AccountRow,
  accountsOf,
  importedAt,
  insertLines,
  insertRepeats,
  insertStatement,
  knownLines,
  lockAccounts,
  type NewLine,
  updateAccount,
} from './store.ts'

/** What the rest of the house needs of a line that was kept. */
export type KeptLine = Pick<NewLine, 'id' | 'amountCents' | 'state'>

export type StoredFile = {
  readonly outcome: 'imported'
  /** Of the file, or of each file of a zip. */
  readonly sha256s: readonly string[]
  readonly newAccountIds: readonly Id[]
  readonly lines: readonly KeptLine[]
  readonly knownLines: number
  readonly warnings: readonly Warning[]
}

export type Question =
  | { readonly outcome: 'needs_mapping'; readonly guess: GuessShown }
  | { readonly outcome: 'needs_account'; readonly asked: AccountAsked }

/** How far a file is: of all its lines, those looked at, and of these the new ones. */
export type Progress = { readonly linesTotal: number; readonly linesRead: number; readonly linesNew: number }

/**
 * Reads a bank file and keeps what is new in it: the bytes in the archive, one row a statement, one a line. A line that another file has
 * brought already is left out. Answers a question instead, and keeps nothing, when a person must first say how a table is read or whose it is.
 */
export async function storeStatementFile(
  context: WriteContext,
  upload: StatementUpload,
  onProgress: (progress: Progress) => Promise<void> = async () => undefined,
): Promise<StoredFile | Question> {
  const accounts = await lockAccounts(context)
  const work = await prepareUpload(context, upload, accounts)
  if ('outcome' in work) return work
  try {
    return await storeAll(context, work, accounts, onProgress)
  } finally {
    for (const { file } of work.ready) await file.close()
  }
}

/**
 * Reads a file without keeping anything: refuses it, or answers the question it asks. What was read stays open for whoever stores it next. Nothing:
 * it can be stored.
 */
export async function askAboutFile(context: WriteContext, upload: StatementUpload): Promise<Question | undefined> {
  const work = await prepareUpload(context, upload, await accountsOf(context))
  return 'outcome' in work ? work : undefined
}

type Work = { readonly ready: readonly Prepared[]; readonly passedOver: readonly PassedOver[] }

async function prepareUpload(context: WriteContext, upload: StatementUpload, accounts: AccountRow[]): Promise<Work | Question> {
  if (upload.accountId !== undefined && !accounts.some(({ id }) => id === upload.accountId))
    throw new Refusal('bank_account_unknown', { field: 'accountId' })
  const files = unpack({ name: upload.fileName, bytes: upload.bytes })
  const [only, another] = files
  if (!only || another) return prepareSeveral(context, { files, upload, accounts })
  if ('refusal' in only) throw only.refusal
  const prepared = await prepare(context, { ...upload, fileName: only.name, bytes: only.bytes }, accounts)
  return 'outcome' in prepared ? prepared : { ready: [prepared], passedOver: [] }
}

type Several = {
  readonly files: ReturnType<typeof unpack>
  readonly upload: StatementUpload
  readonly accounts: AccountRow[]
}

/** Every file of a zip that can be read as it stands; the others are told, by name. Nothing is kept when none can be. */
async function prepareSeveral(context: WriteContext, { accounts, files, upload }: Several): Promise<Work> {
  const passedOver: PassedOver[] = []
  const ready = new Map<string, Prepared>()
  let count = 0
  for (const file of files) {
    const prepared =
      'refusal' in file ? file.refusal : await prepareOneOfSeveral(context, { ...upload, fileName: file.name, bytes: file.bytes }, accounts)
    if (prepared instanceof Refusal) passedOver.push({ name: file.name, refusal: prepared })
    else if (!ready.has(prepared.sha256)) {
      ready.set(prepared.sha256, prepared)
      refuseBeyond((count += countLines(prepared.heads)))
    }
  }
  const [first] = passedOver
  if (ready.size === 0 && first) throw first.refusal
  return { ready: [...ready.values()], passedOver }
}

async function storeAll(
  context: WriteContext,
  { passedOver, ready }: Work,
  accounts: AccountRow[],
  onProgress: (progress: Progress) => Promise<void>,
): Promise<StoredFile> {
  const linesTotal = ready.reduce((total, { heads }) => total + countLines(heads), 0)
  const stored: StoredFile[] = []
  let before = { linesRead: 0, linesNew: 0 }
  for (const prepared of ready) {
    const one = await store(context, prepared, accounts, ({ linesNew, linesRead }) =>
      onProgress({ linesTotal, linesRead: before.linesRead + linesRead, linesNew: before.linesNew + linesNew }),
    )
    before = { linesRead: before.linesRead + one.lines.length + one.knownLines, linesNew: before.linesNew + one.lines.length }
    stored.push(one)
  }
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

const countLines = ({ statements }: HeadsRead): number => statements.reduce((total, { lines }) => total + lines, 0)

function told({ name, refusal }: PassedOver): Warning {
  const facts = Object.entries(refusal.facts).flatMap(([key, fact]) => (fact === undefined ? [] : [[key, fact] as const]))
  return { code: 'file_passed_over', facts: { ...Object.fromEntries(facts), file: name, reason: refusal.code } }
}

type Prepared = {
  readonly sha256: string
  readonly upload: StatementUpload
  readonly file: OpenFile
  readonly heads: HeadsRead
}

/** Reads, and refuses or asks whatever has to be, before anything is kept. */
async function prepare(context: WriteContext, upload: StatementUpload, accounts: AccountRow[]): Promise<Prepared | Question> {
  const sha256 = sha256Hex(upload.bytes)
  await refuseSameFile(context, sha256)
  const { locale, today } = context
  const file = await openFile({ upload, accounts, reader: { locale, today } }, { owner: context.companyId, sha256 })
  if ('guess' in file.read) return { outcome: 'needs_mapping', guess: file.read.guess }
  if ('asked' in file.read) return { outcome: 'needs_account', asked: file.read.asked }
  return { sha256, upload, file, heads: file.read }
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

/** Lines looked up and written at once: some megabytes, some hundredths of a second in which nothing else runs. */
const LINES_AT_ONCE = 2_000

async function store(
  context: WriteContext,
  { file, heads, sha256, upload }: Prepared,
  accounts: AccountRow[],
  onProgress: (progress: Omit<Progress, 'linesTotal'>) => Promise<void>,
): Promise<StoredFile> {
  const wish = { accountId: heads.accountId, accountName: upload.accountName }
  const fileName =
    upload.fileName
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'releve'
  await archiveDocument(context, { kind: 'bank_statement', fileName, mediaType: MEDIA_TYPES[heads.format], bytes: upload.bytes })

  const newAccountIds: Id[] = []
  const kept: KeptLine[] = []
  let knownCount = 0
  for (const [position, { account: named, lines: count, ...bounds }] of heads.statements.entries()) {
    const { account, isNew } = await chooseAccount(context, named, wish, accounts)
    if (isNew) newAccountIds.push(account.id)
    if (upload.csvMapping) await updateAccount(context, account.id, { csvMapping: upload.csvMapping })
    const place = { accountId: account.id, statementId: context.newId() }
    const known = new Map<string, Id>()
    for (const [from, to] of partsOf(count))
      for (const [fingerprint, id] of await knownLines(context, account.id, await file.fingerprints(position, from, to)))
        known.set(fingerprint, id)
    // Two lines of one file never have the same fingerprint: as many are known as were found.
    const facts = { fileSha256: sha256, fileName, format: heads.format, position, newLines: count - known.size, knownLines: known.size }
    await insertStatement(context, { id: place.statementId, accountId: account.id, ...facts, ...bounds })
    for (const [from, to] of partsOf(count)) {
      const keys = await file.fingerprints(position, from, to)
      const contents = known.size === count ? [] : await file.lines(position, from, to)
      const fresh: NewLine[] = []
      const repeats: { lineId: Id; position: number }[] = []
      for (const [index, fingerprint] of keys.entries()) {
        const [lineId, content] = [known.get(fingerprint), contents[index]]
        if (lineId !== undefined) repeats.push({ lineId, position: from + index })
        else if (content) fresh.push({ ...content, id: context.newId(), position: from + index, fingerprint })
      }
      await insertLines(context, place, fresh)
      await insertRepeats(context, place.statementId, repeats)
      for (const { amountCents, id, state } of fresh) kept.push({ amountCents, id, state })
      knownCount += repeats.length
      await onProgress({ linesRead: kept.length + knownCount, linesNew: kept.length })
    }
  }
  const lines = { newLines: kept.length, knownLines: knownCount }
  context.record(statementImported({}, { fileName, sha256, statements: heads.statements.length, ...lines }))
  return { outcome: 'imported', sha256s: [sha256], newAccountIds, lines: kept, knownLines: knownCount, warnings: heads.warnings }
}

function* partsOf(count: number): Iterable<[from: number, to: number]> {
  for (let from = 0; from < count; from += LINES_AT_ONCE) yield [from, Math.min(from + LINES_AT_ONCE, count)]
}

async function refuseSameFile(context: WriteContext, sha256: string): Promise<void> {
  const at = await importedAt(context, sha256)
  if (at) throw new Refusal('statement_already_imported', { status: 409, facts: { day: dayInParis(at) } })
}
