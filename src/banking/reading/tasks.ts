/**
 * Reads a file and hands out what it holds a part at a time, so that a hundred thousand lines never stand in two places at once. In the thread
 * for what is long to read, at once for the rest: the work is the same.
 */
import type { Id } from '#core/ids'
import { fingerprints, type Statement, type StatementFile } from '../formats/index.ts'
import { type GuessShown, type Reader, readUpload, type StatementUpload } from '../read-upload.ts'
import { type AccountAsked, askForAccount } from '../rules/whose-account.ts'
import { boundsOf, contentOf, refuseForeignAmounts } from '../statement-rows.ts'
import type { AccountRow, LineContent } from '../store.ts'

export type FileToRead = { readonly upload: StatementUpload; readonly accounts: readonly AccountRow[]; readonly reader: Reader }

/** What a statement says besides its lines. */
export type StatementHead = Pick<Statement, 'account'> & ReturnType<typeof boundsOf> & { readonly lines: number }

export type FileRead =
  | { readonly guess: GuessShown }
  | { readonly asked: AccountAsked }
  | {
      readonly format: StatementFile['format']
      readonly warnings: StatementFile['warnings']
      /** Known when the columns of a table are those of one account. */
      readonly accountId: Id | undefined
      readonly statements: readonly StatementHead[]
    }

type Part = { readonly key: string; readonly statement: number; readonly from: number; readonly to: number }

type Opened = {
  readonly read: FileRead
  readonly statements: readonly Statement[]
  readonly keys: (string[] | undefined)[]
  readonly at: number
}
const opened = new Map<string, Opened>()

/** What was asked about and stored by another process, or by nobody, goes with the next file. */
const FORGOTTEN_MS = 600_000

function forgetOld(now: number): void {
  for (const [key, { at }] of opened) if (now - at > FORGOTTEN_MS) opened.delete(key)
}

function statementAt({ key, statement }: Pick<Part, 'key' | 'statement'>) {
  const file = opened.get(key)
  const found = file?.statements[statement]
  if (!file || !found) throw new Error('the file is not open')
  return { file, found }
}

export const TASKS = {
  /** What a file said that was opened before and not closed: it need not be sent again. */
  recall: ({ key }: { key: string }): FileRead | undefined => opened.get(key)?.read,
  /** Refuses what is no statement; answers a question, or what the file says besides its lines. */
  open: ({ file, key }: { key: string; file: FileToRead }): FileRead => {
    const { accounts, reader, upload } = file
    const found = readUpload(reader, upload, accounts)
    if ('guess' in found) return { guess: found.guess }
    const { format, statements, warnings } = found.file
    refuseForeignAmounts(found.file)
    const asked = askForAccount(found.file, { accountId: found.accountId, accountName: upload.accountName }, accounts)
    if (asked) return { asked }
    const read: FileRead = {
      format,
      warnings,
      accountId: found.accountId,
      statements: statements.map((statement) => ({
        account: statement.account,
        ...boundsOf(statement, reader.today),
        lines: statement.lines.length,
      })),
    }
    forgetOld(performance.now())
    opened.set(key, { read, statements, keys: [], at: performance.now() })
    return read
  },
  fingerprints: (part: Part): string[] => {
    const { file, found } = statementAt(part)
    const keys = (file.keys[part.statement] ??= fingerprints(found, { currency: found.account.currency }))
    return keys.slice(part.from, part.to)
  },
  lines: (part: Part): LineContent[] => statementAt(part).found.lines.slice(part.from, part.to).map(contentOf),
  close: ({ key }: { key: string }): void => {
    opened.delete(key)
  },
}
