import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '#core/refusal'
import { linesOf } from '../lines.ts'
import { MOST_LINES, refuseBeyond } from '../recognise.ts'
import { plainText } from '../words.ts'
import type { CsvSeparator } from './mapping.ts'

export type CsvRow = {
  readonly cells: readonly string[]
  /** Line of the file on which it ends, from 1. */
  readonly line: number
  /** What the amount is made of, where the format knows: the split of a QIF record. */
  readonly parts?: readonly RowPart[]
}

export type RowPart = { readonly text: string; readonly amount: string }

/** No bank writes a row this long: an unclosed quote must not swallow the file, nor millions of empty cells fill the memory. */
const MAX_ROW_CHARACTERS = 100_000

/** The rows that are not blank. Cells are text and nothing else: `="0123"`, as some banks protect numbers from spreadsheets, is `0123`. */
export function readRows(text: string, separator: CsvSeparator, most?: number): CsvRow[] {
  for (const { number, text: line } of linesOf(text)) {
    if (most !== undefined && number > most) break
    if (line.length > MAX_ROW_CHARACTERS) throw new Refusal('csv_row_broken', { facts: { row: number, field: 'text' } })
  }
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separator,
      info: true,
      max_record_size: MAX_ROW_CHARACTERS,
      relax_column_count: true,
      relax_quotes: true,
      to: most ?? MOST_LINES + 1,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
    refuseBeyond(records.length)
    return records
      .map(({ record, info }) => ({ cells: record.map(cellText), line: info.lines }))
      .filter((row) => row.cells.some((cell) => cell !== ''))
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('csv_row_broken', { facts: { row: Number(error['lines'] ?? 0), field: 'quotes' } })
    throw error
  }
}

function cellText(raw: string): string {
  const text = plainText(raw)
  return /^="?[^"=]*"?$/.test(text) && text.startsWith('="') ? text.slice(2).replace(/"$/, '') : text
}
