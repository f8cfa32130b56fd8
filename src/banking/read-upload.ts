/** From an uploaded file to statements; of a CSV that nobody has explained yet, to how it seems to be read. */
import type { Id } from '#core/ids'
import { moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import type { z } from 'zod'
import type { csvGuessOut } from './contract.ts'
import { type CsvGuess, type CsvMapping, guessCsvMapping, readCsv, readStatements, type StatementFile } from './formats/index.ts'
import type { AccountRow } from './store.ts'
import { texts } from './texts.ts'

export type StatementUpload = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly accountId?: Id | undefined
  readonly accountName?: string | undefined
  readonly csvMapping?: CsvMapping | undefined
  readonly previewOnly?: boolean | undefined
}

export type GuessShown = z.input<typeof csvGuessOut>

/** `accountId` is known when the columns of a CSV are those of one account. */
export type UploadRead = { readonly file: StatementFile; readonly accountId: Id | undefined } | { readonly guess: GuessShown }

const PREVIEW_LINES = 8

export function readUpload(context: WriteContext, upload: StatementUpload, accounts: readonly AccountRow[]): UploadRead {
  const { accountId, bytes, csvMapping } = upload
  const ownMapping = csvMapping ?? accounts.find((account) => account.id === accountId)?.csvMapping ?? undefined
  const read = readOrAsk(bytes, csvMapping)
  if (read && read.format !== 'csv') return { file: read, accountId }
  const guess = guessCsvMapping(bytes)
  if (upload.previewOnly === true) return { guess: shown(context, bytes, guess, csvMapping ?? guess.mapping, accounts) }
  if (csvMapping && read) return { file: read, accountId }
  const byColumns = ownMapping === undefined && accountId === undefined ? accountByColumns(accounts, guess) : undefined
  const mapping = ownMapping ?? byColumns?.csvMapping
  const file = mapping ? readOrAsk(bytes, mapping) : undefined
  return file ? { file, accountId: accountId ?? byColumns?.id } : { guess: shown(context, bytes, guess, guess.mapping, accounts) }
}

/** The file, or nothing when a person must say how its columns are read. */
function readOrAsk(bytes: Uint8Array, csv: CsvMapping | undefined): StatementFile | undefined {
  try {
    return readStatements(bytes, csv ? { csv } : {})
  } catch (error) {
    if (error instanceof Refusal && error.code === 'csv_needs_mapping') return undefined
    throw error
  }
}

/** The one account whose CSV files have these columns. */
function accountByColumns(accounts: readonly AccountRow[], { mapping }: CsvGuess): AccountRow | undefined {
  const columns = mapping.header?.join('\n')
  const same = accounts.filter((account) => columns !== undefined && account.csvMapping?.header?.join('\n') === columns)
  return same.length === 1 ? same[0] : undefined
}

function shown(
  context: WriteContext,
  bytes: Uint8Array,
  guess: CsvGuess,
  mapping: CsvMapping,
  accounts: readonly AccountRow[],
): GuessShown {
  const tried = tryMapping(context, bytes, mapping)
  return {
    mapping: {
      ...mapping,
      header: mapping.header === null ? null : [...mapping.header],
      columns: { ...mapping.columns, text: [...mapping.columns.text] },
    },
    doubts: [...guess.doubts],
    columns: [...guess.columns],
    preview: guess.preview.map((row) => [...row]),
    ...tried,
    accountNeeded: accounts.length > 0 && !tried.namesAccount,
  }
}

function tryMapping(context: WriteContext, bytes: Uint8Array, mapping: CsvMapping) {
  try {
    const { statements } = readCsv(bytes, mapping)
    const lines = statements
      .flatMap((statement) => statement.lines)
      .slice(0, PREVIEW_LINES)
      .map(({ amountCents, bookedOn, counterparty, text }) => ({
        bookedOn,
        amount: moneyText(amountCents),
        text,
        counterparty: counterparty ?? null,
      }))
    return {
      lines,
      problem: null,
      namesAccount: statements.every(({ account }) => account.iban !== undefined || account.other !== undefined),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const sentences: Readonly<Record<string, (typeof texts)['fr']['refusals']['statement_empty']>> = texts[context.locale].refusals
    const sentence = sentences[error.code] ?? error.code
    return { lines: [], problem: typeof sentence === 'string' ? sentence : sentence(error.facts), namesAccount: false }
  }
}
