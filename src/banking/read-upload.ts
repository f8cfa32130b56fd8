/** From an uploaded file to statements; of a table that nobody has explained yet, to how it seems to be read. */
import type { Id } from '#core/ids'
import { moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import type { Day } from '#core/day'
import type { z } from 'zod'
import type { csvGuessOut } from './contract.ts'
import { warningSentence } from './present.ts'
import { accountNumbered, isUnnamed } from './rules/whose-account.ts'
import { inFuture } from './statement-rows.ts'
import { type CsvGuess, type CsvMapping, guessMapping, readStatements, type StatementFile } from './formats/index.ts'
import type { AccountRow } from './store.ts'
import { refusalSentence } from './texts.ts'

export type StatementUpload = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly accountId?: Id | undefined
  readonly accountName?: string | undefined
  readonly csvMapping?: CsvMapping | undefined
  readonly previewOnly?: boolean | undefined
}

/** Who reads: in which language, and on which day. */
export type Reader = { readonly locale: Locale; readonly today: Day }

export type GuessShown = z.input<typeof csvGuessOut>

/** `accountId` is known when the columns of a table are those of one account. */
export type UploadRead = { readonly file: StatementFile; readonly accountId: Id | undefined } | { readonly guess: GuessShown }

const PREVIEW_LINES = 8

export function readUpload(reader: Reader, upload: StatementUpload, accounts: readonly AccountRow[]): UploadRead {
  const { accountId, bytes, csvMapping } = upload
  const guess = guessMapping(bytes)
  if (!guess) return { file: readStatements(bytes), accountId }
  if (upload.previewOnly === true) return { guess: shown(reader, bytes, guess, csvMapping ?? guess.mapping, accounts) }
  const known = accountId === undefined ? accountByColumns(accounts, guess) : accounts.find((account) => account.id === accountId)
  if (csvMapping) return { file: readStatements(bytes, { csv: csvMapping }), accountId }
  // A person has looked at how the columns of this bank are read, once: nobody is asked again until the bank changes them.
  const mapping = known?.csvMapping && sameColumns(known.csvMapping, guess) ? inThisFile(known.csvMapping, guess) : undefined
  return mapping
    ? { file: readStatements(bytes, { csv: mapping }), accountId: accountId ?? known?.id }
    : { guess: shown(reader, bytes, guess, guess.mapping, accounts) }
}

/** The same columns may come as CSV one month and as a workbook the next. */
const inThisFile = (known: CsvMapping, { mapping: { encoding, separator } }: CsvGuess): CsvMapping => ({ ...known, encoding, separator })

/** The one account whose CSV files have these columns. */
function accountByColumns(accounts: readonly AccountRow[], guess: CsvGuess): AccountRow | undefined {
  const same = accounts.filter(({ csvMapping }) => guess.mapping.header !== null && csvMapping !== null && sameColumns(csvMapping, guess))
  return same.length === 1 ? same[0] : undefined
}

const sameColumns = (known: CsvMapping, { mapping }: CsvGuess): boolean => known.header?.join('\n') === mapping.header?.join('\n')

function shown(reader: Reader, bytes: Uint8Array, guess: CsvGuess, mapping: CsvMapping, accounts: readonly AccountRow[]): GuessShown {
  const { namesAccount, ...tried } = tryMapping(reader, bytes, mapping, accounts)
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
    accountNeeded: !namesAccount,
  }
}

/** What a file says of its account: the one it would add, and whether a person has to say instead. */
function accountsIn({ statements }: StatementFile, accounts: readonly AccountRow[]) {
  const named = statements.flatMap(({ account }) => account.iban ?? account.other ?? [])
  return {
    newAccount: named.find((identifier) => !accountNumbered(accounts, identifier)) ?? null,
    namesAccount: statements.every(({ account }) => !isUnnamed(account) || (accounts.length === 0 && account.claimed === undefined)),
  }
}

function tryMapping(reader: Reader, bytes: Uint8Array, mapping: CsvMapping, accounts: readonly AccountRow[]) {
  try {
    const file = readStatements(bytes, { csv: mapping })
    const all = file.statements.flatMap((statement) => statement.lines)
    const days = all.map(({ bookedOn }) => bookedOn)
    const warnings = [...file.statements.flatMap((statement) => statement.warnings), ...inFuture(days, reader.today)]
    const lines = all.slice(0, PREVIEW_LINES).map(({ amountCents, bookedOn, counterparty, text }) => ({
      bookedOn,
      amount: moneyText(amountCents),
      text,
      counterparty: counterparty ?? null,
    }))
    return {
      lines,
      problem: null,
      warnings: warnings.map((warning) => warningSentence(warning, reader.locale)),
      ...accountsIn(file, accounts),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {
      lines: [],
      problem: refusalSentence(reader.locale, error.code, error.facts),
      warnings: [],
      newAccount: null,
      namesAccount: accounts.length === 0,
    }
  }
}
