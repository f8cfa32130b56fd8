/** XLSX: the sheet that looks like a statement, read by the same mapping as a CSV. */
import { guessTable, likeness } from '../csv/guess.ts'
import type { CsvGuess, CsvMapping } from '../csv/mapping.ts'
import { readTable } from '../csv/read.ts'
import type { StatementFile, Warning } from '../model.ts'
import { notRecognised } from '../recognise.ts'
import { readWorkbook, type Sheet } from './workbook.ts'

/** A workbook has neither: these stand where a CSV says its own. */
const NO_TEXT = { encoding: 'utf-8', separator: ';' } as const
/** Rows looked at to tell a statement from another list. */
const SAMPLE_ROWS = 200

export function guessXlsx(bytes: Uint8Array): CsvGuess {
  return guessTable(chosenSheet(readWorkbook(bytes)).rows, NO_TEXT)
}

export function readXlsx(bytes: Uint8Array, mapping: CsvMapping): StatementFile {
  const sheets = readWorkbook(bytes)
  const sheet = chosenSheet(sheets, mapping.header)
  const others = sheets.filter((other) => other !== sheet && other.rows.length > 0).map(({ name }) => name)
  const warnings: Warning[] =
    others.length === 0 ? [] : [{ code: 'sheet_chosen', facts: { sheet: sheet.name, others: others.join(', ').slice(0, 200) } }]
  return { format: 'xlsx', statements: readTable(sheet.rows, mapping), warnings }
}

/** The sheet that has the row of names looked for, else the one with the most rows of a date and an amount. */
function chosenSheet(sheets: readonly Sheet[], header: readonly string[] | null = null): Sheet {
  const named = header && sheets.find(({ rows }) => rows.some(({ cells }) => cells.join('\n').trimEnd() === header.join('\n').trimEnd()))
  if (named) return named
  const scores = sheets.map((sheet) => ({ sheet, score: likeness(sheet.rows.slice(0, SAMPLE_ROWS)) }))
  const [best] = scores.toSorted((a, b) => b.score - a.score)
  if (!best || best.score === 0) throw notRecognised('workbook')
  return best.sheet
}
