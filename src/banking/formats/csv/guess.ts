import { Refusal } from '#core/refusal'
import { notRecognised } from '../recognise.ts'
import { decode } from '../decode.ts'
import { dateParts, decimalMark, isCsvAmount, possibleOrders, readSignedAmount } from './cells.ts'
import { isHeader } from './columns.ts'
import { columnsOf } from './guess-columns.ts'
import type { AmountColumns, CsvDoubt, CsvEncoding, CsvGuess, CsvMapping, CsvSeparator, DateOrder } from './mapping.ts'
import { type CsvRow, readRows } from './rows.ts'

const SEPARATORS: readonly CsvSeparator[] = [';', '\t', ',', '|']
/** Rows looked at to find the separator; dates and amounts are then judged over the whole file. */
const SAMPLE_ROWS = 200
const PREVIEW_ROWS = 30

/** Guesses how a CSV is to be read. What the file does not tell for certain is listed in `doubts`, for a person to say. */
export function guessCsvMapping(bytes: Uint8Array): CsvGuess {
  const { text, encoding } = decode(bytes)
  if (text.includes('\0')) throw notRecognised()
  const separator = separatorOf(text)
  return guessTable(readRows(text, separator), { encoding: encoding as CsvEncoding, separator })
}

/** The same of any table of cells. */
export function guessTable(rows: readonly CsvRow[], file: Pick<CsvMapping, 'encoding' | 'separator'>): CsvGuess {
  const headerAt = rows.findIndex((row) => isHeader(row.cells))
  const header = rows[headerAt]?.cells ?? null
  const dated = rows.slice(headerAt + 1).filter((row) => row.cells.some((cell) => dateParts(cell) !== null))
  if (header !== null && dated.length === 0) throw new Refusal('statement_without_lines')
  const body = header === null ? ofUsualWidth(dated) : dated
  const found = columnsOf(header, body)
  const doubts: CsvDoubt[] = [...found.doubts]

  const dateCells = [found.columns.bookedOn, found.columns.valueOn].flatMap((column) => (column === undefined ? [] : datesIn(body, column)))
  const preamble =
    headerAt === -1
      ? []
      : rows.slice(0, headerAt).flatMap((row) => row.cells.flatMap((cell) => cell.match(/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g) ?? []))
  const orders = ordersOf(dateCells, preamble)
  if (orders.length !== 1) doubts.push('date_order')

  const mark = decimalMark(amountCells(body, found.columns.amount))
  if (mark === null) doubts.push('decimal')
  const decimal = mark ?? ','

  const mapping: CsvMapping = {
    ...file,
    header,
    dateOrder: orders[0] ?? 'dmy',
    decimal,
    currency: 'EUR',
    columns: { ...found.columns, amount: withDebitSign(found.columns.amount, body, decimal) },
  }
  return {
    mapping,
    certain: doubts.length === 0,
    doubts,
    preview: rows.slice(0, PREVIEW_ROWS).map((row) => row.cells),
    columns: header ?? (body[0]?.cells ?? rows[0]?.cells ?? []).map(() => ''),
  }
}

/** Without a row of names, the first and the last row may be about the account: they have another number of cells. */
function ofUsualWidth(rows: readonly CsvRow[]): readonly CsvRow[] {
  const byWidth = [...Map.groupBy(rows, (row) => row.cells.length).values()]
  return byWidth.reduce<readonly CsvRow[]>((most, group) => (group.length > most.length ? group : most), [])
}

/** True when some separator makes a row with a date and an amount, or a row of names: enough to ask for a mapping, if not to guess one. */
export function looksLikeCsv(bytes: Uint8Array): boolean {
  const { text } = decode(bytes)
  return !text.includes('\0') && bestSeparator(text).score > 0
}

const separatorOf = (text: string): CsvSeparator => bestSeparator(text).separator

/** The separator that makes the most rows with both a date and an amount; a row of names decides between equals. */
function bestSeparator(text: string): { readonly separator: CsvSeparator; readonly score: number } {
  const scores = SEPARATORS.map((separator) => ({ separator, score: scoreOf(text, separator) }))
  return scores.reduce((best, candidate) => (candidate.score > best.score ? candidate : best))
}

function scoreOf(text: string, separator: CsvSeparator): number {
  try {
    return likeness(readRows(text, separator, SAMPLE_ROWS))
  } catch {
    return -1 // quotes that do not close under this separator
  }
}

/** How much a table looks like a statement: its rows with a date and an amount, and a row of names for half a one. */
export function likeness(rows: readonly CsvRow[]): number {
  const isAmount = (cell: string) => dateParts(cell) === null && isCsvAmount(cell)
  const full = rows.filter((row) => row.cells.some((cell) => dateParts(cell) !== null) && row.cells.some(isAmount))
  return full.length + (rows.some((row) => isHeader(row.cells) && row.cells.length > 2) ? 0.5 : 0)
}

const datesIn = (body: readonly CsvRow[], column: number): string[] =>
  body.map((row) => row.cells[column] ?? '').filter((cell) => dateParts(cell) !== null)

/** The preamble ("Téléchargement du 13/11/2026") may settle what the rows leave open, and never contradicts them. */
function ordersOf(cells: readonly string[], preamble: readonly string[]): readonly DateOrder[] {
  if (cells.length === 0) return []
  const orders = possibleOrders(cells)
  const settled = orders.filter((order) => possibleOrders(preamble).includes(order))
  return settled.length > 0 ? settled : orders
}

function amountCells(body: readonly CsvRow[], amount: AmountColumns): string[] {
  const columns = amount.kind === 'split' ? [amount.debit, amount.credit] : [amount.amount]
  return body.flatMap((row) => columns.map((column) => row.cells[column] ?? '')).filter((cell) => cell !== '')
}

function withDebitSign(amount: AmountColumns, body: readonly CsvRow[], decimal: ',' | '.'): AmountColumns {
  if (amount.kind !== 'split') return amount
  const debits = body.flatMap((row) => readSignedAmount(row.cells[amount.debit] ?? '', decimal)?.cents ?? [])
  const negatives = debits.filter((cents) => cents < 0n).length
  return { ...amount, debitsNegative: negatives * 2 > debits.length }
}
