import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, parseDay } from '#core/day'
import { moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import { aPlainStatement } from '../fixtures/plain-statement.ts'
import { type Cell, STYLES, type SheetPlan, writeXlsx } from '../fixtures/xlsx-writer.ts'
import { writeZip } from '../fixtures/zip-writer.ts'
import type { Statement } from '../model.ts'
import { guessMapping, readStatements } from '../read.ts'

const day = (text: string): { readonly day: Day } => ({ day: parseDay(text) })
const NAMES: readonly Cell[] = ['Date', 'Libellé', 'Montant', 'Solde']
const sheet = (...rows: readonly (readonly Cell[])[]): SheetPlan => ({ name: 'Opérations', rows: [NAMES, ...rows] })

const first = (bytes: Uint8Array): Statement => readStatements(bytes).statements[0] as Statement
const lines = (bytes: Uint8Array) => first(bytes).lines.map(({ amountCents, bookedOn, text }) => [bookedOn, moneyText(amountCents), text])

function refusalOf(bytes: Uint8Array): string {
  try {
    readStatements(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'read'
}

describe('a sheet', () => {
  it('is read like a CSV: rows above the names, days and amounts as cells, a balance that proves', () => {
    const bytes = writeXlsx([
      {
        name: 'Relevé',
        rows: [
          ['SARL MENUISERIE DES ALPES'],
          ['Compte FR76 3000 6000 0112 3456 7890 189'],
          [],
          NAMES,
          [day('2026-11-02'), 'VIR ATELIER ROSSI F2026-0412', 1234.5, 2234.5],
          [day('2026-11-03'), 'PRLV URSSAF', -402, 1832.5],
        ],
      },
    ])
    const file = readStatements(bytes)
    expect(file).toMatchObject({ format: 'xlsx', warnings: [] })
    expect(file.statements[0]).toMatchObject({
      account: { iban: 'FR7630006000011234567890189', currency: 'EUR' },
      proven: true,
      opening: { amountCents: 100_000n },
      closing: { amountCents: 183_250n },
    })
    expect(lines(bytes)).toEqual([
      ['2026-11-02', '1234.50', 'VIR ATELIER ROSSI F2026-0412'],
      ['2026-11-03', '-402.00', 'PRLV URSSAF'],
    ])
  })

  it('shows how it would be read, and reads the same by the mapping that was kept', () => {
    const bytes = writeXlsx([sheet([day('2026-11-02'), 'A', 5, null])])
    const guess = guessMapping(bytes)
    expect(guess).toMatchObject({ doubts: [], columns: NAMES, mapping: { dateOrder: 'ymd' } })
    expect(readStatements(bytes, { csv: JSON.parse(JSON.stringify(guess?.mapping)) })).toEqual(readStatements(bytes))
  })

  it('days may be built-in dates, dates of one’s own, ISO texts or French texts, mixed in one column', () => {
    const bytes = writeXlsx([
      sheet(
        [day('2026-11-02'), 'A', 1, null],
        [{ ...day('2026-11-03'), style: STYLES.ownDate }, 'B', 2, null],
        [{ xml: '<c r="A4" t="d"><v>2026-11-04T12:00:00</v></c>' }, 'C', 3, null],
        ['05/11/2026', 'D', 4, null],
        ['13/11/2026', 'E', 5, null],
      ),
    ])
    expect(lines(bytes).map(([bookedOn]) => bookedOn)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-13'])
  })

  it('days counted from 1904 are the same days', () => {
    expect(lines(writeXlsx([sheet([day('2026-11-02'), 'A', 1, null])], { since1904: true }))[0]?.[0]).toBe('2026-11-02')
  })

  it.each([
    [46_023, '2026-01-01'],
    [61, '1900-03-01'],
    [109_574, '2199-12-31'],
    [46_023.999, '2026-01-01'],
  ])('day number %d is %s', (serial, written) => {
    expect(lines(writeXlsx([sheet([{ xml: `<c r="A2" s="1"><v>${serial}</v></c>` }, 'A', 1, null])]))[0]?.[0]).toBe(written)
  })

  it.each([0, -5, 109_575, 1e300])('day number %d is no day', (serial) => {
    const rows = sheet([{ xml: `<c r="A2" s="1"><v>${serial}</v></c>` }, 'A', 1, null], [day('2026-11-03'), 'B', 1, null])
    expect(refusalOf(writeXlsx([rows]))).toBe('csv_row_broken')
  })

  it('a number is to the cent, whatever binary fractions made of it; a code with the word day in quotes is no date', () => {
    const bytes = writeXlsx([
      sheet(
        [day('2026-11-02'), 'A', { xml: '<c r="C2" s="3"><v>0.30000000000000004</v></c>' }, null],
        [day('2026-11-02'), 'B', { xml: '<c r="C3"><v>1.2345E3</v></c>' }, null],
        [day('2026-11-02'), 'C', { xml: '<c r="C4"><v>-45.100000000000001</v></c>' }, null],
        [day('2026-11-02'), 'D', 45000, null],
      ),
    ])
    expect(lines(bytes).map(([, amount]) => amount)).toEqual(['0.30', '1234.50', '-45.10', '45000.00'])
  })

  it('a formula is never run: its last result counts, and without one the cell is empty', () => {
    const formula = (result: string) => ({ xml: `<c r="C2"><f>SUM(A1:A9)</f>${result}</c>` })
    expect(lines(writeXlsx([sheet([day('2026-11-02'), 'A', formula('<v>12.5</v>'), null])]))).toEqual([['2026-11-02', '12.50', 'A']])
    const { code } = { code: refusalOf(writeXlsx([sheet([day('2026-11-02'), 'A', formula(''), null], [day('2026-11-03'), 'B', 1, null])])) }
    expect(code).toBe('csv_row_broken')
  })

  it('texts may be shared, inline, in runs, results of formulas; what a spreadsheet would run is just text', () => {
    const bytes = writeXlsx([
      sheet(
        [day('2026-11-02'), { inline: '=HYPERLINK("http://x.example")' }, 1, null],
        [
          day('2026-11-02'),
          { xml: '<c r="B3" t="inlineStr"><is><r><t>DEUX</t></r><r><t>MOTS</t></r><rPh><t>non</t></rPh></is></c>' },
          2,
          null,
        ],
        [day('2026-11-02'), { xml: '<c r="B4" t="str"><f>A1</f><v>TROIS_x000D_FIN</v></c>' }, 3, null],
      ),
    ])
    expect(lines(bytes).map(([, , text]) => text)).toEqual(['=HYPERLINK("http://x.example")', 'DEUX MOTS', 'TROIS FIN'])
  })
})

describe('which sheet', () => {
  const operations = sheet([day('2026-11-02'), 'A', 1, null], [day('2026-11-03'), 'B', 2, null])
  const notes: SheetPlan = { name: 'Notes', rows: [['Bonjour'], ['voici le relevé']] }

  it('is the one that looks like a statement, and the others are named', () => {
    const file = readStatements(writeXlsx([notes, operations]))
    expect(file.statements[0]?.lines).toHaveLength(2)
    expect(file.warnings).toEqual([{ code: 'sheet_chosen', facts: { sheet: 'Opérations', others: 'Notes' } }])
  })

  it('is never one that is hidden', () => {
    expect(refusalOf(writeXlsx([notes, { ...operations, hidden: true }]))).toBe('statement_not_recognised')
  })

  it('a workbook with none is refused by name', () => {
    expect(refusalOf(writeXlsx([notes]))).toBe('statement_not_recognised')
  })
})

describe('a hostile workbook is refused by name', () => {
  const part = (name: string, bytes: string) => ({ name, bytes })
  const workbook = part('xl/workbook.xml', '<workbook><sheets><sheet name="A" id="1"/></sheets></workbook>')
  const relations = part('xl/_rels/workbook.xml.rels', '<R><Relationship Id="1" Target="/s.xml"/></R>')
  const withSheet = (xml: string) => writeZip([workbook, relations, part('s.xml', xml)])
  it.each([
    ['a sheet that is no XML', withSheet('<worksheet><row>'), 'xlsx_broken'],
    ['an entity bomb', withSheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), 'statement_entities_refused'],
    [
      'a million rows',
      withSheet(`<worksheet>${'<row><c t="str"><v>a</v></c></row>'.repeat(250_001)}</worksheet>`),
      'statement_too_many_lines',
    ],
    ['millions of elements', withSheet(`<worksheet>${'<a/>'.repeat(2_000_001)}</worksheet>`), 'xlsx_broken'],
    ['a bomb', withSheet(`<worksheet>${' '.repeat(60_000_000)}</worksheet>`), 'zip_too_large'],
    ['no sheet at all', writeZip([workbook]), 'statement_not_recognised'],
    ['a sheet that is not there', writeZip([workbook, relations]), 'statement_not_recognised'],
    ['an encrypted sheet', writeZip([workbook, relations, { ...part('s.xml', '<a/>'), encrypted: true }]), 'zip_encrypted'],
  ])('%s', (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code)
  })

  it('a cell in column XFD or in row two billion fills no memory', () => {
    const far = `<row r="2000000000"><c r="XFD1" t="str"><v>a</v></c><c r="A1" t="str"><v>b</v></c></row>`
    expect(refusalOf(withSheet(`<worksheet>${far.repeat(1000)}</worksheet>`))).toBe('statement_not_recognised')
  })
})

it('what was written is read again to the cent', () => {
  fc.assert(
    fc.property(aPlainStatement, (statement) => {
      const rows = statement.lines.map(({ amountCents, bookedOn, text }): Cell[] => [{ day: bookedOn }, text, Number(amountCents) / 100])
      expect(lines(writeXlsx([{ name: 'Relevé', rows: [['Date', 'Libellé', 'Montant'], ...rows] }]))).toEqual(
        statement.lines.map(({ amountCents, bookedOn, text }) => [bookedOn, moneyText(amountCents), text]),
      )
    }),
    { numRuns: 200 },
  )
})
