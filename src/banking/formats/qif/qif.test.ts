import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import { aPlainStatement } from '../fixtures/plain-statement.ts'
import { type QifDates, writeQif } from '../fixtures/qif-writer.ts'
import type { Statement, StatementFile } from '../model.ts'
import { guessMapping, readStatements } from '../read.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bank = (...records: readonly string[]): string => `!Type:Bank\n${records.map((record) => `${record}\n^\n`).join('')}`
const dated = (...dates: readonly string[]): string => bank(...dates.map((date, index) => `D${date}\nT${index + 1}.00\nPROSSI`))

function only({ statements }: StatementFile): Statement {
  expect(statements).toHaveLength(1)
  return statements[0] as Statement
}

const read = (text: string): Statement => only(readStatements(utf8(text)))
const days = (text: string): string[] => read(text).lines.map(({ bookedOn }) => bookedOn)
function refusalOf(text: string): string {
  try {
    readStatements(utf8(text))
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'read'
}

describe('a record', () => {
  it('may be indented: none is lost to a blank before its end', () => {
    const plain = '!Type:Bank\nD30/11/2026\nT5,00\n^\nD29/11/2026\nT-2,00\n^\n'
    const read = (text: string): StatementFile => readStatements(new TextEncoder().encode(text))
    expect(read(plain.replaceAll('\n', '\n \t'))).toEqual(read(plain))
  })

  it('is a line: its day, amount, payee, memo and number', () => {
    const statement = read(bank('D30/11/2026\nT-1 234,56\nN0004512\nPATELIER ROSSI\nMFacture F2026-0412\nLDivers\nC*'))
    expect(statement).toMatchObject({ account: { currency: 'EUR' }, from: '2026-11-30', to: '2026-11-30', proven: null, warnings: [] })
    expect(statement.lines).toEqual([
      {
        status: 'booked',
        bookedOn: '2026-11-30',
        amountCents: -123_456n,
        currency: 'EUR',
        text: 'ATELIER ROSSI Facture F2026-0412 0004512',
        counterparty: 'ATELIER ROSSI',
        reversal: false,
        details: [],
      },
    ])
  })

  it('names nobody when most payees are what the bank did', () => {
    const statement = read(bank('D30/11/2026\nT1,00\nPVIR SEPA DUPONT', 'D30/11/2026\nT2,00\nPCHEQUE 0004512'))
    expect(statement.lines[0]).toMatchObject({ text: 'VIR SEPA DUPONT' })
    expect(statement.lines[0]).not.toHaveProperty('counterparty')
  })

  it('takes U when there is no T, and ignores a record without a field', () => {
    expect(read(`!Type:CCard\n^\nD30/11/2026\nU-5,00\n^\n`).lines).toMatchObject([{ amountCents: -500n }])
  })

  it('in windows-1252, with the line ends of Windows or of old Macs, reads the same', () => {
    const text = bank('D30/11/2026\nT5,00\nPÉlectricité Bernard')
    const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0))
    for (const bytes of [latin1, utf8(text.replaceAll('\n', '\r\n')), utf8(text.replaceAll('\n', '\r')), utf8(`\uFEFF${text}`)])
      expect(only(readStatements(bytes)).lines).toEqual(read(text).lines)
  })

  it.each([
    ['-1,010.00', '-1010.00'],
    ['1.234,56', '1234.56'],
    ['12,5', '12.50'],
    ['12.50', '12.50'],
    ['1200', '1200.00'],
  ])('the amount %s is %s', (written, amount) => {
    // The mark of the cents is told by all amounts together: the second one follows.
    const text = bank(`D30/11/2026\nT${written}`)
    expect(moneyText(read(text).lines[0]?.amountCents ?? (0n as never))).toBe(amount)
  })

  it('whose amount or day cannot be read refuses the file with its line: no balance would tell', () => {
    expect(refusalOf(bank('D30/11/2026\nTdix'))).toBe('csv_row_broken')
    expect(refusalOf(bank('D30/11/2026\nPsans montant'))).toBe('csv_row_broken')
    expect(refusalOf(bank('Pjamais\nT1.00', 'D30/11/2026\nT1.00'))).toBe('csv_row_broken')
    expect(refusalOf(bank('D31/02/2026\nT1.00'))).toBe('csv_row_broken')
  })

  it('that is not ended refuses the file: its amount may be cut', () => {
    expect(refusalOf(dated('30/11/2026').slice(0, -3))).toBe('qif_cut')
  })
})

describe('dates', () => {
  it.each([
    ['30/11/2026', '2026-11-30'],
    ['11/30/2026', '2026-11-30'],
    ['2026-11-30', '2026-11-30'],
    ['30.11.26', '2026-11-30'],
    ["11/30'26", '2026-11-30'],
    ["11/30' 6", '2006-11-30'],
    ['12/29/93', '1993-12-29'],
    ['6/30/94', '1994-06-30'],
    [' 6/ 30/2010', '2010-06-30'],
  ])('%s is %s', (written, day) => {
    expect(days(dated(written))).toEqual([day])
  })

  it('one day above twelve anywhere settles the order, and nobody is asked', () => {
    expect(days(dated('05/11/2026', '06/11/2026', '13/11/2026'))[0]).toBe('2026-11-05')
    expect(days(dated('11/05/2026', '11/06/2026', '11/13/2026'))[0]).toBe('2026-11-05')
    expect(guessMapping(utf8(dated('05/11/2026', '13/11/2026')))).toBeUndefined()
  })

  it('when every date reads both ways, the order that spreads them least is taken, told, and can be corrected', () => {
    const text = dated('01/11/2026', '05/11/2026', '12/11/2026')
    const { statements, warnings } = readStatements(utf8(text))
    expect(statements[0]?.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-11-01', '2026-11-05', '2026-11-12'])
    expect(warnings).toEqual([{ code: 'date_order_guessed', facts: { order: 'dmy' } }])
    expect(readStatements(utf8(dated('6/1/94', '6/2/94', '6/3/94'))).warnings[0]?.facts).toEqual({ order: 'mdy' })

    const guess = guessMapping(utf8(text))
    expect(guess).toMatchObject({ certain: false, doubts: ['date_order'], mapping: { dateOrder: 'dmy' } })
    if (!guess) return
    const corrected = readStatements(utf8(text), { csv: { ...guess.mapping, dateOrder: 'mdy' } })
    expect(corrected.statements[0]?.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-01-11', '2026-05-11', '2026-12-11'])
    expect(corrected.warnings).toEqual([])
  })

  it('between equals the day comes first', () => {
    expect(readStatements(utf8(dated('05/06/2026'))).warnings[0]?.facts).toEqual({ order: 'dmy' })
  })
})

describe('splits', () => {
  const split = (last: string) => bank(`D30/11/2026\nT-1000,00\nPBANQUE\nSEmprunt\nEcapital\n$-746,36\nSIntérêts\n$${last}`)

  it('are the details of their line', () => {
    const [line] = read(split('-253,64')).lines
    expect(line).toMatchObject({ amountCents: -100_000n })
    expect(line?.details).toEqual([
      { text: 'Emprunt capital', amountCents: -74_636n, currency: 'EUR' },
      { text: 'Intérêts', amountCents: -25_364n, currency: 'EUR' },
    ])
  })

  it('that do not add up, or cannot be read, are told; the line is what counts', () => {
    for (const last of ['-253,65', 'le reste']) {
      const statement = read(split(last))
      expect(statement.lines).toMatchObject([{ amountCents: -100_000n }])
      expect(statement.warnings.map(({ code }) => code)).toEqual(['details_do_not_add_up'])
    }
  })
})

describe('accounts and lists', () => {
  it('each !Account is a statement', () => {
    const text = `!Account\nNCompte courant\nTBank\n^\n${dated('30/11/2026')}!Account\nNCaisse\nTCash\n^\n!Type:Cash\nD30/11/2026\nT9.00\n^\n`
    expect(readStatements(utf8(text)).statements.map(({ account, lines }) => [account.other, lines.length])).toEqual([
      ['Compte courant', 1],
      ['Caisse', 1],
    ])
  })

  it('the balance an account starts with is no line, and is told', () => {
    const file = readStatements(utf8(bank('D01/11/2026\nT500,00\nPOpening Balance\nL[Compte]', 'D30/11/2026\nT1,00\nPROSSI')))
    expect(file.statements[0]?.lines).toHaveLength(1)
    expect(file.warnings).toEqual([{ code: 'csv_row_skipped', facts: { line: 6, text: 'Opening Balance 500,00' } }])
  })

  it('categories and memorised transactions are no lines; securities are left out by name', () => {
    const lists = `!Type:Cat\nNDivers\nE\n^\n!Type:Memorized\nT-5.00\nPLoyer\n^\n!Type:Invst\nD1/2/26\nNBuy\nT5.00\n^\n`
    const file = readStatements(utf8(`${lists}${dated('30/11/2026')}`))
    expect(file.statements[0]?.lines).toHaveLength(1)
    expect(file.warnings.map(({ code }) => code)).toEqual(['investments_left_out'])
    expect(refusalOf(lists)).toBe('statement_of_investments')
    expect(refusalOf('!Type:Cat\nNDivers\n^\n')).toBe('statement_without_lines')
  })

  it('a list of a name nobody knows is read rather than lost', () => {
    expect(days(dated('30/11/2026').replace('Bank', 'Banque'))).toEqual(['2026-11-30'])
  })

  it('a file that does not say its type is one of a bank', () => {
    expect(days(dated('30/11/2026').replace('!Type:Bank\n', ''))).toEqual(['2026-11-30'])
  })
})

it('what was written is read again to the cent, in every order of the date that shows', () => {
  const orders: readonly QifDates[] = ['dmy', 'mdy', "mdy'", 'ymd']
  fc.assert(
    fc.property(aPlainStatement, fc.constantFrom(...orders), (statement, dates) => {
      // The 30th settles the order.
      const [first] = statement.lines
      const lines = first && statement.to ? [...statement.lines, { ...first, bookedOn: statement.to }] : []
      const again = read(writeQif({ ...statement, lines }, dates))
      expect(again.lines.slice(0, -1).map(({ amountCents, bookedOn, text }) => ({ amountCents, bookedOn, text }))).toEqual(
        statement.lines.map(({ amountCents, bookedOn, text }) => ({ amountCents, bookedOn, text })),
      )
    }),
    { numRuns: 200 },
  )
})
