import type { Day } from '#core/day'
import { type Cents, moneyText, negate, sum, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { Balance, LineDetail, StatementLine } from '../model.ts'
import { provenIban } from '../bank-identifiers.ts'
import { joinedText } from '../labels.ts'
import type { WarningList } from '../warnings.ts'
import { dateParts, readSignedAmount, readCsvDay } from './cells.ts'
import type { CsvMapping } from './mapping.ts'
import type { CsvRow } from './rows.ts'

export type CsvLine = { readonly line: StatementLine; readonly account: string; readonly row: number; readonly balance?: Balance }

/** Words of a row that the bank has not booked, or never will. */
const NOT_BOOKED = /attente|pending|refus|declin|annul|cancel|reject|rejet|fail|revert|echou|échou|décliné/i
const DEBIT_SIDE = /^(?:d|dbit|debit|débit|-|sortant|out)/i
const CREDIT_SIDE = /^(?:c|crdt|credit|crédit|\+|entrant|in)/i

const cellAt = (row: CsvRow, column: number | undefined): string => (column === undefined ? '' : (row.cells[column] ?? ''))

export const isDated = (row: CsvRow, mapping: CsvMapping): boolean => dateParts(cellAt(row, mapping.columns.bookedOn)) !== null

/** What the row says instead of "booked", when it says it. */
export function setAsideAs(row: CsvRow, mapping: CsvMapping): string | undefined {
  const status = cellAt(row, mapping.columns.status)
  return NOT_BOOKED.test(status) ? status : undefined
}

/** One dated row. A date or an amount that cannot be read refuses the file with its row: a line must not be lost in silence. */
export function readLine(row: CsvRow, mapping: CsvMapping, warnings: WarningList): CsvLine {
  const { columns } = mapping
  const bookedOn = dayIn(row, columns.bookedOn, mapping)
  if (bookedOn === null) throw broken(row, 'date', cellAt(row, columns.bookedOn))
  const valueOn = dayIn(row, columns.valueOn, mapping)
  const amountCents = amountIn(row, mapping, warnings)
  const currency = currencyIn(row, mapping)
  const balance = readSignedAmount(cellAt(row, columns.balance), mapping.decimal)
  const reference = cellAt(row, columns.reference)
  const counterparty = cellAt(row, columns.counterparty)
  const iban = provenIban(cellAt(row, columns.counterpartyIban))
  const line: StatementLine = {
    status: 'booked',
    bookedOn,
    ...(valueOn !== null && { valueOn }),
    amountCents,
    currency,
    text: joinedText(columns.text.map((column) => cellAt(row, column))),
    ...(reference !== '' && { reference }),
    ...(counterparty !== '' && { counterparty }),
    ...(iban !== undefined && { iban }),
    reversal: false,
    details: partsOf(row, { amountCents, currency }, mapping, warnings),
  }
  return {
    line,
    account: cellAt(row, columns.account),
    row: row.line,
    ...(balance && { balance: { amountCents: balance.cents, currency, on: bookedOn } }),
  }
}

/** A part that cannot be read has no amount: the line itself is what the bank booked, and the total tells. */
function partsOf(
  row: CsvRow,
  line: Pick<StatementLine, 'amountCents' | 'currency'>,
  mapping: CsvMapping,
  warnings: WarningList,
): LineDetail[] {
  const parts = (row.parts ?? []).map(({ amount, text }): LineDetail => {
    const read = readSignedAmount(amount, mapping.decimal)
    return read ? { text, amountCents: read.cents, currency: line.currency } : { text }
  })
  const total = sum(parts.map((part) => part.amountCents ?? toCents(0)))
  if (parts.length > 0 && total !== line.amountCents)
    warnings.add('details_do_not_add_up', { line: row.line, amount: moneyText(line.amountCents), details: moneyText(total) })
  return parts
}

const broken = (row: CsvRow, field: string, text: string): Refusal =>
  new Refusal('csv_row_broken', { facts: { row: row.line, field, text: text.slice(0, 60) } })

export const rowWithoutDate = (row: CsvRow, mapping: CsvMapping): Refusal => broken(row, 'date', cellAt(row, mapping.columns.bookedOn))

function dayIn(row: CsvRow, column: number | undefined, mapping: CsvMapping): Day | null {
  return readCsvDay(cellAt(row, column), mapping.dateOrder)
}

function currencyIn(row: CsvRow, mapping: CsvMapping): string {
  const currency = cellAt(row, mapping.columns.currency).toUpperCase()
  if (currency === '€') return 'EUR'
  return /^[A-Z]{3}$/.test(currency) ? currency : mapping.currency
}

function amountIn(row: CsvRow, mapping: CsvMapping, warnings: WarningList): Cents {
  const columns = mapping.columns.amount
  const read = (column: number): Cents | null => {
    const cell = cellAt(row, column)
    if (cell === '') return null
    const amount = readSignedAmount(cell, mapping.decimal)
    if (!amount) throw broken(row, 'amount', cell)
    if (!amount.exact) warnings.add('amount_rounded', { line: row.line, text: cell.slice(0, 40) })
    return amount.cents
  }
  if (columns.kind === 'split') {
    const debit = read(columns.debit)
    const credit = read(columns.credit)
    if ((debit === null && credit === null) || (debit && credit))
      throw broken(row, 'amount', `${cellAt(row, columns.debit)} ${cellAt(row, columns.credit)}`)
    return credit ? credit : columns.debitsNegative ? (debit ?? toCents(0)) : negate(debit ?? toCents(0))
  }
  const amount = read(columns.amount)
  if (amount === null) throw broken(row, 'amount', '')
  if (columns.kind === 'signed') return amount
  const side = cellAt(row, columns.side)
  if (!DEBIT_SIDE.test(side) && !CREDIT_SIDE.test(side)) throw broken(row, 'side', side)
  return DEBIT_SIDE.test(side) && amount > 0n ? negate(amount) : amount
}
