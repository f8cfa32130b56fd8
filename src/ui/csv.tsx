/** A list as a file for a spreadsheet: semicolons and a byte-order mark, as French spreadsheets expect, and no cell that could run. */
import { csvOf } from './rules/csv-text.ts'
import { download } from './download.tsx'

export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
  download(new Blob(['\uFEFF', csvOf(rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
}
