/** Cells of a spreadsheet as text. A cell that a spreadsheet would take for a formula is quoted by an apostrophe (CSV injection). */

const FORMULA = /^[=+\-@\t\r]/
const PLAIN_FIGURE = /^-?\d+([.,]\d+)?$/

export function cellOf(text: string): string {
  const harmless = FORMULA.test(text) && !PLAIN_FIGURE.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')
}
