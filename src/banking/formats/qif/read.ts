/** QIF, as Quicken, Money and many banks still export it: accounts of money, cash and cards. No balances, so nothing proves it. */
import { Refusal } from '#core/refusal'
import type { CsvGuess, CsvMapping } from '../csv/mapping.ts'
import { readTable } from '../csv/read.ts'
import type { CsvRow } from '../csv/rows.ts'
import { decode } from '../decode.ts'
import type { StatementFile, Warning } from '../model.ts'
import { headOf } from '../recognise.ts'
import { type QifFile, type QifRecord, readRecords } from './records.ts'
import { guessMapping, tableOf } from './table.ts'

const PREVIEW_ROWS = 30
/** Quicken starts an account with its balance, written as a transfer to itself. */
const OPENING_BALANCE = /^(?:opening balance|solde (?:initial|d['’]ouverture|de départ))$/i

export function looksLikeQif(bytes: Uint8Array): boolean {
  const head = headOf(bytes)
  return (
    /^!(?:type:|account|option:|clear:)/i.test(head) ||
    (/^D ?\d{1,4}[/.' -]/.test(head) && /^T[-+]?[\d.,]/m.test(head) && /^\^\s*$/m.test(head))
  )
}

/** How the dates and the cents are to be read, when the file does not tell for certain; undefined when it does. */
export function guessQif(bytes: Uint8Array): CsvGuess | undefined {
  const { rows } = openQif(bytes)
  const { doubts, mapping } = guessMapping(rows)
  if (doubts.length === 0) return undefined
  const preview = rows.slice(0, PREVIEW_ROWS).map((row) => row.cells)
  return { mapping, certain: false, doubts, preview, columns: mapping.header ?? [] }
}

/** By the mapping that a person corrected, else as the file itself suggests, which is told when it is a guess. */
export function readQif(bytes: Uint8Array, { csv }: { readonly csv?: CsvMapping }): StatementFile {
  const { opening, rows, warnings } = openQif(bytes)
  const guess = guessMapping(rows)
  const mapping = csv ?? guess.mapping
  if (!csv && guess.doubts.includes('date_order')) warnings.push({ code: 'date_order_guessed', facts: { order: mapping.dateOrder } })
  if (!csv && guess.doubts.includes('decimal')) warnings.push({ code: 'decimal_guessed', facts: { mark: mapping.decimal } })
  for (const { fields, line } of opening)
    warnings.push({ code: 'csv_row_skipped', facts: { line, text: `${fields.get('P')} ${fields.get('T') ?? ''}` } })
  return { format: 'qif', statements: readTable(rows, mapping), warnings }
}

type Opened = { readonly rows: readonly CsvRow[]; readonly opening: readonly QifRecord[]; readonly warnings: Warning[] }

function openQif(bytes: Uint8Array): Opened {
  const { records, left } = readRecords(decode(bytes).text)
  const isOpening = ({ fields }: QifRecord): boolean => OPENING_BALANCE.test(fields.get('P') ?? '')
  const lines = records.filter((record) => !isOpening(record))
  if (lines.length === 0) throw withoutLines({ records, left })
  const investments = left.get('invst')
  return {
    rows: tableOf(lines),
    opening: records.filter(isOpening),
    warnings: investments === undefined ? [] : [{ code: 'investments_left_out', facts: { count: investments } }],
  }
}

const withoutLines = ({ left }: QifFile): Refusal => new Refusal(left.has('invst') ? 'statement_of_investments' : 'statement_without_lines')
