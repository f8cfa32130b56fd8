/** A statement as machines are told it: money as text, what is not known as null. */
import type { Account, LineDetail, Statement, StatementFile, StatementLine } from '#banking'
import { warningSentence } from '#banking'
import { type Cents, moneyText } from '#core/money'

export const numberOf = ({ iban, other }: Account): string | null => iban ?? other ?? null

const money = (cents: Cents | undefined): string | null => (cents === undefined ? null : moneyText(cents))

/** Warnings of the file stand with each of its statements: a line of JSON is read alone. */
export function presentStatement(file: string, { format, warnings }: StatementFile, statement: Statement) {
  const { account, closing, from, lines, opening, proven, to } = statement
  return {
    file,
    format,
    account: numberOf(account),
    currency: account.currency,
    from: from ?? null,
    to: to ?? null,
    opening: money(opening?.amountCents),
    closing: money(closing?.amountCents),
    proven,
    warnings: [...warnings, ...statement.warnings].map((warning) => ({
      code: warning.code,
      facts: warning.facts,
      fr: warningSentence(warning, 'fr'),
      en: warningSentence(warning, 'en'),
    })),
    lines: lines.map(presentLine),
  }
}

function presentLine(line: StatementLine) {
  return {
    bookedOn: line.bookedOn,
    valueOn: line.valueOn ?? null,
    ...presentOperation(line),
    // In another currency than the account only when the file says so.
    currency: line.currency,
    reversal: line.reversal,
    details: line.details.map(presentOperation),
  }
}

function presentOperation(operation: StatementLine | LineDetail) {
  return {
    amount: money(operation.amountCents),
    reference: operation.reference ?? null,
    endToEndId: operation.endToEndId ?? null,
    text: operation.text,
    counterparty: operation.counterparty ?? null,
    iban: operation.iban ?? null,
    returnReason: operation.returnReason ?? null,
  }
}
