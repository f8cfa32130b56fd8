import { describe, expect, it } from 'vitest'
import { moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import type { Statement } from '../model.ts'
import {
  BANQUE_POSTALE,
  BNP,
  BOURSOBANK,
  CREDIT_MUTUEL,
  CSV_SAMPLES,
  LCL,
  QONTO,
  SHORT_FRENCH,
  SOCIETE_GENERALE,
  bytesOf,
} from '../fixtures/csv-samples.ts'
import { readStatements } from '../read.ts'
import { guessCsvMapping } from './guess.ts'
import { readCsv } from './read.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function only(statements: readonly Statement[]): Statement {
  expect(statements).toHaveLength(1)
  return statements[0] as Statement
}

const summary = (statement: Statement) => statement.lines.map((line) => [line.bookedOn, moneyText(line.amountCents), line.text])

function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the export of a French bank is read without a question', () => {
  it.each(CSV_SAMPLES)('$name', (sample) => {
    const guess = guessCsvMapping(bytesOf(sample))
    expect(guess.doubts).toEqual([])
    const file = readStatements(bytesOf(sample))
    expect(file.format).toBe('csv')
    expect(summary(only(file.statements))).toEqual(sample.lines)
  })

  it('the mapping is plain JSON: saved and loaded it reads the same', () => {
    for (const sample of CSV_SAMPLES) {
      const { mapping } = guessCsvMapping(bytesOf(sample))
      const saved: typeof mapping = JSON.parse(JSON.stringify(mapping))
      expect(readCsv(bytesOf(sample), saved)).toEqual(readCsv(bytesOf(sample), mapping))
    }
  })
})

describe('what the columns say', () => {
  it('a balance column that runs proves the file and gives its opening and closing balances', () => {
    const statement = only(readStatements(bytesOf(CREDIT_MUTUEL)).statements)
    expect(statement.proven).toBe(true)
    expect(statement.opening?.amountCents).toBe(200_000n)
    expect(statement.closing).toEqual({ amountCents: 272_000n, currency: 'EUR', on: '2026-11-03' })
  })

  it('a running balance that jumps once is told, with the row and the gap', () => {
    const text =
      'Date;Libellé;Montant;Solde\n30/10/2026;A;-10,00;90,00\n31/10/2026;B;-10,00;80,00\n31/10/2026;C;-10,00;60,00\n31/10/2026;D;1,00;61,00\n31/10/2026;E;1,00;62,00\n'
    const statement = only(readStatements(utf8(text)).statements)
    expect(statement.proven).toBe(false)
    expect(statement.warnings).toEqual([{ code: 'running_balance_broken', facts: { line: 4, gap: '-10.00' } }])
  })

  it('one balance repeated on every row proves nothing', () => {
    expect(only(readStatements(bytesOf(BOURSOBANK)).statements).proven).toBeNull()
  })

  it('a refused card payment of Qonto is no bank line', () => {
    const statement = only(readStatements(bytesOf(QONTO)).statements)
    expect(statement.warnings).toEqual([{ code: 'lines_not_booked', facts: { status: 'Refusé', count: 1 } }])
    expect(statement.lines[0]).toMatchObject({
      counterparty: 'Atelier Rossi',
      iban: 'FR7630006000011234567890189',
      reference: 'atelier-1',
      valueOn: '2026-11-13',
    })
  })

  it('the last row of LCL, a balance, is told and not counted as money', () => {
    expect(only(readStatements(bytesOf(LCL)).statements).warnings.map((warning) => warning.code)).toEqual(['csv_row_skipped'])
  })

  it('the number of the account makes one statement for each account', () => {
    const text = 'Compte;Date;Libellé;Montant\nFR7630006000011234567890189;30/10/2026;A;10,00\n00012345;30/10/2026;B;11,00\n'
    const { statements } = readStatements(utf8(text))
    expect(statements.map((statement) => statement.account)).toEqual([
      { iban: 'FR7630006000011234567890189', currency: 'EUR' },
      { other: '00012345', currency: 'EUR' },
    ])
  })

  it('an IBAN whose key is wrong names no account, and is told', () => {
    const { statements } = readStatements(utf8('IBAN;Date;Libellé;Montant\nFR00123;30/10/2026;A;10,00\n'))
    expect(only(statements)).toMatchObject({
      account: { claimed: 'FR00123', currency: 'EUR' },
      warnings: [{ code: 'account_iban_wrong', facts: { iban: 'FR00123' } }],
    })
  })

  it('a second list in the file, a card, is never added to the account', () => {
    const text =
      'Compte courant\nDate;Libellé;Débit euros;Crédit euros;\n30/10/2026;A;10,00;;\n\nCARTE VISA n° 1234\nDate;Libellé;Débit euros;Crédit euros;\n29/10/2026;B;5,00;;\n'
    const { statements } = readStatements(utf8(text))
    expect(statements.map((statement) => [statement.lines.length, statement.account.other])).toEqual([
      [1, undefined],
      [1, 'CARTE VISA n° 1234'],
    ])
  })

  it('an unsigned amount takes its sign from the column of the side', () => {
    const text = 'Date;Libellé;Montant;Sens\n30/10/2026;A;10,00;Débit\n31/10/2026;B;12,00;Crédit\n'
    expect(summary(only(readStatements(utf8(text)).statements)).map((line) => line[1])).toEqual(['-10.00', '12.00'])
  })

  it('amounts with narrow blanks, points for thousands, brackets and trailing minus are read to the cent', () => {
    const text =
      'Date;Libellé;Montant\n30/10/2026;A;1\u202F234\u202F567,89 €\n30/10/2026;B;-1.234,50\n30/10/2026;C;(12,00)\n30/10/2026;D;7,05-\n30/10/2026;E;\u22123,10\n'
    expect(summary(only(readStatements(utf8(text)).statements)).map((line) => line[1])).toEqual([
      '1234567.89',
      '-1234.50',
      '-12.00',
      '-7.05',
      '-3.10',
    ])
  })

  it('a cell that a spreadsheet would run is just text', () => {
    const text =
      'Date;Libellé;Montant\n30/10/2026;"=HYPERLINK(""http://x.example"",""clic"")";10,00\n30/10/2026;+33 6 12 34 56 78;11,00\n30/10/2026;@SUM(A1);12,00\n'
    expect(summary(only(readStatements(utf8(text)).statements)).map((line) => line[2])).toEqual([
      '=HYPERLINK("http://x.example","clic")',
      '+33 6 12 34 56 78',
      '@SUM(A1)',
    ])
  })
})

describe('what the file does not say is asked', () => {
  it('day or month first, when every date reads both ways', () => {
    const text = 'Date;Libellé;Montant\n05/11/2026;A;10,00\n06/11/2026;B;11,00\n'
    const guess = guessCsvMapping(utf8(text))
    expect(guess).toMatchObject({ certain: false, doubts: ['date_order'], columns: ['Date', 'Libellé', 'Montant'] })
    expect(refusalOf(() => readStatements(utf8(text)))).toMatchObject({ code: 'csv_needs_mapping', facts: { doubts: 'date_order' } })
    const asked = readStatements(utf8(text), { csv: { ...guess.mapping, dateOrder: 'mdy' } })
    expect(only(asked.statements).lines[0]?.bookedOn).toBe('2026-05-11')
  })

  it('one day above twelve anywhere in the file settles it', () => {
    expect(guessCsvMapping(utf8('Date;Libellé;Montant\n05/11/2026;A;10,00\n13/11/2026;B;11,00\n')).mapping.dateOrder).toBe('dmy')
    expect(guessCsvMapping(utf8('Date;Libellé;Montant\n11/05/2026;A;10,00\n11/13/2026;B;11,00\n')).mapping.dateOrder).toBe('mdy')
  })

  it('the decimal mark, when every amount reads both ways', () => {
    expect(guessCsvMapping(utf8('Date;Libellé;Montant\n15/11/2026;A;1,234\n13/11/2026;B;5.678\n')).doubts).toEqual(['decimal'])
  })

  it('the mark of the cents is a point as soon as one amount says so', () => {
    expect(guessCsvMapping(utf8('Date;Libellé;Montant\n15/11/2026;A;1,234.50\n13/11/2026;B;5\n'))).toMatchObject({
      doubts: [],
      mapping: { decimal: '.' },
    })
  })

  it('the columns, when next month the bank changed them', () => {
    const { mapping } = guessCsvMapping(bytesOf(BANQUE_POSTALE))
    expect(refusalOf(() => readCsv(bytesOf(SOCIETE_GENERALE), mapping))).toMatchObject({ code: 'csv_needs_mapping' })
  })

  it('a file without names shows columns without names and its first rows', () => {
    const guess = guessCsvMapping(bytesOf(BNP))
    expect(guess.columns).toEqual(['', '', '', '', ''])
    expect(guess.preview[1]?.[2]).toBe('VIR SEPA RECU')
  })
})

describe('a file with a row of names and nothing under it', () => {
  it.each([
    ['semicolons', 'Date;Libellé;Montant\n'],
    ['commas', 'Booking Date,Partner Name,Amount (EUR)'],
    ['a line with no date', 'Date;Libellé;Montant\n;Total;0,00\n'],
  ])('is told that it holds no line: %s', (_, text) => {
    expect(refusalOf(() => readStatements(utf8(text)))).toMatchObject({ code: 'statement_without_lines' })
  })

  it('also when its columns are known', () => {
    const { mapping } = guessCsvMapping(bytesOf(SHORT_FRENCH))
    expect(refusalOf(() => readCsv(utf8((mapping.header ?? []).join(';')), mapping))).toMatchObject({ code: 'statement_without_lines' })
  })
})

describe('a row that cannot be read refuses the file by its number', () => {
  const head = 'Date;Libellé;Montant\n30/10/2026;A;10,00\n'
  it.each([
    ['an amount that is none', `${head}31/10/2026;B;dix\n`, { row: 3, field: 'amount', text: 'dix' }],
    ['no amount', `${head}31/10/2026;B;\n`, { row: 3, field: 'amount', text: '' }],
    ['a day that does not exist', `${head}31/02/2026;B;1,00\n`, { row: 3, field: 'date', text: '31/02/2026' }],
    ['words in place of a date between two lines', `${head}demain;B;1,00\n31/10/2026;C;2,00\n`, { row: 3, field: 'date', text: 'demain' }],
  ])('%s', (_, text, facts) => {
    const { mapping } = guessCsvMapping(utf8(head))
    expect(refusalOf(() => readCsv(utf8(text), mapping))).toMatchObject({ code: 'csv_row_broken', facts })
  })

  it('a total at the foot is skipped and told', () => {
    const statement = only(readStatements(utf8(`${head};Total;10,00\n`)).statements)
    expect(statement.lines).toHaveLength(1)
    expect(statement.warnings).toEqual([{ code: 'csv_row_skipped', facts: { line: 3, text: 'Total 10,00' } }])
  })

  it('a quote that never closes does not swallow the file in silence', () => {
    const { mapping } = guessCsvMapping(utf8(head))
    expect(refusalOf(() => readCsv(utf8(`${head}31/10/2026;"B;1,00\n31/10/2026;C;2,00\n`), mapping))).toMatchObject({
      code: 'csv_row_broken',
    })
  })
})
