/**
 * The key by which a line is known again: same file, overlapping file, notice (camt.054) before statement (camt.053). A bank reference alone
 * is not trusted, since banks reuse them; with day and amount it is. Two truly equal lines of one day get the occurrences 1 and 2.
 */
import { createHash } from 'node:crypto'
import { moneyText } from '#core/money'
import type { Account, Statement, StatementLine } from './model.ts'

/** Text as compared: without case, accents, punctuation and blanks, which banks change from one export to the next. */
const normalised = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function keyOf(account: Account, line: StatementLine): string {
  const words = line.reference === undefined ? ['text', normalised(line.text)] : ['reference', normalised(line.reference)]
  return [account.iban ?? account.other ?? '', line.currency, line.bookedOn, moneyText(line.amountCents), ...words].join('\n')
}

/** SHA-256, hexadecimal. `occurrence` counts from 1 the lines of the same key. */
export function lineFingerprint(account: Account, line: StatementLine, occurrence = 1): string {
  return createHash('sha256')
    .update(`${keyOf(account, line)}\n${occurrence}`)
    .digest('hex')
}

/** One fingerprint a line. Pass the account when the file names none (CSV), or names it otherwise than other files do. */
export function fingerprints(statement: Statement, account: Account = statement.account): string[] {
  const seen = new Map<string, number>()
  return statement.lines.map((line) => {
    const key = keyOf(account, line)
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return lineFingerprint(account, line, occurrence)
  })
}
