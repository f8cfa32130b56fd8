/** The sheets of an XLSX workbook as rows of cells. Formulas are never evaluated: a cell is what the workbook holds as its last result. */
import { Refusal } from '#core/refusal'
import { at } from '../camt/tree.ts'
import type { CsvRow } from '../csv/rows.ts'
import { decode } from '../decode.ts'
import { refuseBeyond } from '../recognise.ts'
import { type Detach, readXml, type XmlElement } from '../xml.ts'
import { isZip, openZip, type ZipEntry } from '../zip/archive.ts'
import { cellReader, type CellText } from './cells.ts'
import { dateStyles } from './styles.ts'
import { textIn } from './text.ts'

export type Sheet = { readonly name: string; readonly rows: readonly CsvRow[] }

const WORKBOOK = 'xl/workbook.xml'
const MAX_SHEETS = 50
/** As many columns as a mapping can name. */
const MAX_COLUMNS = 200

export function isWorkbook(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false
  try {
    return openZip(bytes).some(({ name }) => name === WORKBOOK)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** The sheets that a person sees, in their order. */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] {
  const parts = new Map(openZip(bytes).map((entry) => [entry.name, entry]))
  const [workbook] = readPart(parts, WORKBOOK)
  const targets = targetsIn(readPart(parts, 'xl/_rels/workbook.xml.rels'))
  const text = cellReader({
    shared: sharedStrings(parts),
    isDate: dateStyles(readPart(parts, 'xl/styles.xml')[0]),
    since1904: /^(?:1|true)$/.test(at(workbook, 'workbookPr')?.attributes.get('date1904') ?? ''),
  })
  const shown = (at(workbook, 'sheets')?.children ?? []).filter((sheet) => (sheet.attributes.get('state') ?? 'visible') === 'visible')
  return shown.slice(0, MAX_SHEETS).flatMap((sheet) => {
    const id = [...sheet.attributes].find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? ''
    const part = targets.get(id)
    return part === undefined ? [] : [{ name: (sheet.attributes.get('name') ?? '').slice(0, 100), rows: rowsOf(parts, part, text) }]
  })
}

type Parts = ReadonlyMap<string, ZipEntry>

/** Nothing for a part that is not there: a workbook of numbers needs no shared strings. */
function readPart(parts: Parts, name: string, detach?: Detach): readonly XmlElement[] {
  const entry = parts.get(name)
  if (!entry) return []
  try {
    return readXml(decode(entry.bytes()).text, detach)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'statement_xml_broken') throw error
    throw new Refusal('xlsx_broken', { facts: { file: name.slice(0, 100) } })
  }
}

/** Targets are relative to `xl/`, or start at the root. */
function targetsIn(relationships: readonly XmlElement[]): ReadonlyMap<string, string> {
  const all = relationships.flatMap((root) => root.children)
  return new Map(
    all.map(({ attributes }) => {
      const target = attributes.get('Target') ?? ''
      return [attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`]
    }),
  )
}

function sharedStrings(parts: Parts): readonly string[] {
  const strings: string[] = []
  readPart(parts, 'xl/sharedStrings.xml', { name: 'si', take: (element) => strings.push(textIn(element)) })
  return strings
}

function rowsOf(parts: Parts, part: string, text: CellText): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let line = 0
  const take = (row: XmlElement): void => {
    line = Number(row.attributes.get('r') ?? line + 1)
    refuseBeyond(rows.length + 1)
    const cells: string[] = []
    for (const cell of row.children) {
      const column = columnOf(cell.attributes.get('r')) ?? cells.length
      if (column >= MAX_COLUMNS) continue
      while (cells.length < column) cells.push('')
      cells[column] = text(cell)
    }
    if (cells.some((cell) => cell !== '')) rows.push({ cells, line })
  }
  readPart(parts, part, { name: 'row', take })
  return rows
}

/** `C12` is column 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
