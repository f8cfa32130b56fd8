import { Refusal } from '#core/refusal'
import type { Account, Statement, StatementFile } from '../model.ts'
import { accountNamed, provenIban } from '../bank-identifiers.ts'
import { decode } from '../decode.ts'
import { defined } from '../defined.ts'
import { livedPeriod } from '../period.ts'
import { type WarningList, warningList } from '../warnings.ts'
import { type CsvLine, isDated, readLine, rowWithoutDate, setAsideAs } from './lines.ts'
import type { CsvMapping } from './mapping.ts'
import { type CsvRow, readRows } from './rows.ts'
import { runningBalance } from './running-balance.ts'

/** Reads a CSV by its mapping. Refuses by row what it cannot read, and asks for another mapping when the columns have changed. */
export function readCsv(bytes: Uint8Array, mapping: CsvMapping): StatementFile {
  const { text, encoding, asDeclared } = decode(bytes, mapping.encoding)
  const statements = readTable(readRows(text, mapping.separator), mapping)
  const warnings = asDeclared ? [] : [{ code: 'encoding_not_as_declared' as const, facts: { declared: mapping.encoding, encoding } }]
  return { format: 'csv', statements, warnings }
}

/** The statements of a table of cells, wherever it stood: a CSV, a sheet of a workbook, the records of a QIF. */
export function readTable(rows: readonly CsvRow[], mapping: CsvMapping): Statement[] {
  const statements = sectionsOf(rows, mapping).flatMap((section, index) => statementsOf(section, mapping, index))
  if (statements.length === 0) throw new Refusal('statement_without_lines')
  return statements
}

type Section = { readonly preamble: readonly CsvRow[]; readonly rows: readonly CsvRow[] }

/** A bank that exports an account and then its cards repeats the row of names: each one opens a section. */
function sectionsOf(rows: readonly CsvRow[], mapping: CsvMapping): Section[] {
  const { header } = mapping
  if (header === null) {
    const start = rows.findIndex((row) => isDated(row, mapping))
    return start === -1 ? [] : [{ preamble: rows.slice(0, start), rows: rows.slice(start) }]
  }
  const starts = rows.flatMap((row, index) => (sameNames(row.cells, header) ? [index] : []))
  if (starts.length === 0)
    throw new Refusal('csv_needs_mapping', {
      facts: {
        missing: header
          .filter((name) => name !== '')
          .join(', ')
          .slice(0, 200),
      },
    })
  return starts.map((start, index) => ({
    preamble: rows.slice(starts[index - 1] ?? 0, start),
    rows: rows.slice(start + 1, starts[index + 1] ?? rows.length),
  }))
}

const trimmed = (cells: readonly string[]): string => cells.join('\n').trimEnd().toLowerCase()

const sameNames = (cells: readonly string[], header: readonly string[]): boolean => trimmed(cells) === trimmed(header)

function statementsOf(section: Section, mapping: CsvMapping, index: number): Statement[] {
  const warnings = warningList()
  const lines = linesOf(section, mapping, warnings)
  const byAccount = Map.groupBy(lines, (line) => line.account)
  if (index > 0) warnings.add('csv_account_section', { section: index + 1, title: sectionTitle(section) })
  const shared = warnings.all()
  return [...byAccount].map(([number, own]) => statementOf(accountOf(number, section, mapping, index), own, shared))
}

function linesOf(section: Section, mapping: CsvMapping, warnings: WarningList): CsvLine[] {
  const { rows } = section
  const last = rows.findLastIndex((row) => isDated(row, mapping))
  const setAside = new Map<string, number>()
  const lines = rows.flatMap((row, index) => {
    const status = setAsideAs(row, mapping)
    if (status !== undefined) {
      setAside.set(status, (setAside.get(status) ?? 0) + 1)
      return []
    }
    const isLine = isDated(row, mapping) && !(index === last && isBalanceRow(row, mapping))
    if (isLine) return [readLine(row, mapping, warnings)]
    if (index < last) throw rowWithoutDate(row, mapping)
    warnings.add('csv_row_skipped', { line: row.line, text: row.cells.join(' ').trim().slice(0, 80) })
    return []
  })
  for (const [status, count] of setAside) warnings.add('lines_not_booked', { status, count })
  return lines
}

/** LCL ends its file without column names on the balance of the account: dated, and with the account number for only text. */
function isBalanceRow(row: CsvRow, mapping: CsvMapping): boolean {
  return mapping.header === null && mapping.columns.text.every((column) => /^(?:\d{5} ?\d{6,11} ?[A-Z]?)?$/.test(row.cells[column] ?? ''))
}

const sectionTitle = (section: Section): string =>
  section.preamble
    .slice(-1)
    .flatMap((row) => row.cells)
    .join(' ')
    .trim()
    .slice(0, 80)

/** The account of its column, else the IBAN written above the rows; a further section is never taken for the account of the first. */
function accountOf(number: string, section: Section, mapping: CsvMapping, index: number): Omit<Account, 'currency'> {
  const written = number === '' ? section.preamble.flatMap((row) => row.cells).flatMap(ibansIn)[0] : number
  if (written !== undefined) return accountNamed(written)
  return index > 0 ? { other: sectionTitle(section) || String(index + 1) } : {}
}

const ibansIn = (cell: string): string[] =>
  (cell.match(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}/g) ?? []).filter((text) => provenIban(text) !== undefined)

function statementOf(account: Omit<Account, 'currency'>, own: readonly CsvLine[], shared: Statement['warnings']): Statement {
  const warnings = warningList()
  if (account.claimed !== undefined) warnings.add('account_iban_wrong', { iban: account.claimed })
  const lines = own.map((read) => read.line)
  const currency = lines[0]?.currency ?? ''
  for (const line of lines)
    if (line.currency !== currency) warnings.add('line_currency_differs', { currency: line.currency, expected: currency })
  return defined({
    account: { ...account, currency },
    ...livedPeriod({ lines }),
    ...runningBalance(own, warnings),
    lines,
    warnings: [...shared, ...warnings.all()],
  })
}
