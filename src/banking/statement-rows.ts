/** From a statement as it was read to the rows that are kept of it. */
import { type Day, earlierOf, laterOf } from '#core/day'
import { isWithinReach, MOST_CENTS, moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import type { Statement, StatementFile, StatementLine, Warning } from './formats/index.ts'
import type { LineContent, LineDetails } from './store.ts'

/** Invoices are in euros, so are the accounts they are paid on; and no amount is beyond what the books can add up. */
export function refuseForeignAmounts(file: StatementFile): void {
  for (const { account, closing, lines, opening } of file.statements) {
    const other = [account.currency, ...lines.map(({ currency }) => currency)].find((currency) => currency !== 'EUR')
    if (other !== undefined)
      throw new Refusal('statement_currency_refused', { facts: { currency: other, account: account.iban ?? account.other ?? '' } })
    if ([...lines, ...(opening ? [opening] : []), ...(closing ? [closing] : [])].some(({ amountCents }) => !isWithinReach(amountCents)))
      throw new Refusal('statement_amount_too_large', { facts: { most: moneyText(MOST_CENTS) } })
  }
}

/** The days a statement says it covers, else those of its lines; and what a person should know about it. */
export function boundsOf({ closing, from, lines, opening, proven, to, warnings }: Statement, today: Day) {
  const days = lines.map(({ bookedOn }) => bookedOn)
  const [first] = days
  return {
    from: from ?? (first ? days.reduce(earlierOf, first) : (opening?.on ?? null)),
    to: to ?? (first ? days.reduce(laterOf, first) : (closing?.on ?? null)),
    openingCents: opening?.amountCents ?? null,
    closingCents: closing?.amountCents ?? null,
    proven,
    warnings: [...warnings, ...inFuture(days, today)],
  }
}

/** A bank books nothing tomorrow: the file writes its dates in another order, or is no statement. */
export function inFuture(days: readonly Day[], today: Day): Warning[] {
  const ahead = days.filter((day) => day > today)
  const [first] = ahead
  return first === undefined ? [] : [{ code: 'lines_in_future', facts: { count: ahead.length, day: ahead.reduce(laterOf, first) } }]
}

/** What is kept of a line, wherever it will stand. */
export function contentOf(line: StatementLine): LineContent {
  const [only] = line.details.length === 1 ? line.details : []
  const details: LineDetails = {
    bankText: line.bankText,
    references: line.remittanceReferences ?? only?.remittanceReferences,
    ultimateCounterparty: line.ultimateCounterparty ?? only?.ultimateCounterparty,
    ...((line.reversal || line.returnReason !== undefined) && { returned: true }),
    returnReason: line.returnReason,
    counterpartyId: line.counterpartyId,
    mandateId: line.mandateId ?? only?.mandateId,
    operationCode: line.operationCode,
    bankOperationCode: line.bankOperationCode,
    batchSize: line.batchSize,
    ...(line.details.length > 0 && { operations: line.details }),
  }
  return {
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
