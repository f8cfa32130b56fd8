import { describe, expect, it } from 'vitest'
import type { Statement, StatementFile, StatementLine } from '../model.ts'
import { readStatements } from '../read.ts'
import { fixedRecord } from '../fixtures/cfonb-writer.ts'
import { OPERATION_NAMES, takesBack } from './operation-codes.ts'
import { returnReasonOf } from './reject-reasons.ts'

/** Written by hand, the places counted on the tables of the CFONB: 1 200,00 + 350,40 − 12,55 = 1 537,85. */
const BY_HAND = [
  '0130006    00001EUR2 12345678901  021126                                                  0000000012000{                ',
  '0430006B1A200001EUR2 1234567890105031126  031126VIR RECU ATELIER MARTIN          0000042  0000000003504{ZX90',
  '0530006B1A200001EUR2 1234567890105031126     NPYATELIER MARTIN SARL',
  '0530006B1A200001EUR2 1234567890105031126     LCCFACTURE F2026-0412 DU 12 OCTOBRE',
  '0530006B1A200001EUR2 1234567890105031126     RCNE2E-7781                           SUPP',
  '0430006C0M100001EUR2 1234567890162041126  041126COMMISSION DE MOUVEMENT          0000000  0000000000125N',
  '0730006    00001EUR2 12345678901  041126                                                  0000000015378E',
]

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (...records: string[]): StatementFile => readStatements(utf8(records.join('\r\n')))
const only = (file: StatementFile): Statement => {
  expect(file.statements).toHaveLength(1)
  return file.statements[0] as Statement
}
/** Most samples are a few rows without a closing balance, which is told each time and has its own test. */
const codes = ({ warnings }: { warnings: StatementFile['warnings'] }): string[] =>
  warnings.map((warning) => warning.code).filter((code) => code !== 'closing_missing')

const RIB = { 3: '30006', 12: '00001', 17: 'EUR2', 22: '12345678901' }
const balance = (code: string, amount: string, parts = {}): string =>
  fixedRecord(120, { 1: code, ...RIB, 35: '031126', 91: amount.padStart(14, '0'), ...parts })
const operation = (parts = {}): string =>
  fixedRecord(120, { 1: '04', ...RIB, 33: '05', 35: '031126', 43: '031126', 49: 'VIR RECU', 91: '0000000001000{', ...parts })
const complement = (qualifier: string, parts = {}): string => fixedRecord(120, { 1: '05', ...RIB, 33: '05', 46: qualifier, ...parts })
function line(parts = {}, ...complements: string[]): StatementLine {
  const statement = only(read(balance('01', '{'), operation(parts), ...complements))
  expect(statement.lines).toHaveLength(1)
  return statement.lines[0] as StatementLine
}

describe('a statement of 120 characters', () => {
  it('is read to the last field, and proves', () => {
    const file = read(...BY_HAND)
    expect(file).toEqual({
      format: 'cfonb120',
      warnings: [],
      statements: [
        {
          account: { iban: 'FR7630006000011234567890189', currency: 'EUR' },
          from: '2026-11-03',
          to: '2026-11-04',
          opening: { amountCents: 120_000n, currency: 'EUR', on: '2026-11-02' },
          closing: { amountCents: 153_785n, currency: 'EUR', on: '2026-11-04' },
          proven: true,
          lines: [
            {
              status: 'booked',
              bookedOn: '2026-11-03',
              valueOn: '2026-11-03',
              amountCents: 35_040n,
              currency: 'EUR',
              text: 'FACTURE F2026-0412 DU 12 OCTOBRE',
              bankText: 'VIR RECU ATELIER MARTIN',
              reference: 'ZX90',
              entryReference: '0000042',
              endToEndId: 'E2E-7781',
              counterparty: 'ATELIER MARTIN SARL',
              reversal: false,
              bankOperationCode: '05',
              details: [],
            },
            {
              status: 'booked',
              bookedOn: '2026-11-04',
              valueOn: '2026-11-04',
              amountCents: -1_255n,
              currency: 'EUR',
              text: 'COMMISSION DE MOUVEMENT',
              reversal: false,
              bankOperationCode: '62',
              details: [],
            },
          ],
          warnings: [],
        },
      ],
    })
  })

  it.each([
    ['with LF', BY_HAND.join('\n')],
    ['with CR', BY_HAND.join('\r')],
    ['with blank lines', BY_HAND.join('\r\n\r\n   \r\n')],
    ['trimmed', BY_HAND.map((record) => record.trimEnd()).join('\n')],
    ['padded to 128', BY_HAND.map((record) => record.padEnd(128)).join('\n')],
    ['without line ends', BY_HAND.map((record) => record.padEnd(120)).join('')],
    ['with the mark of the end of a DOS file', `${BY_HAND.join('\r\n')}\r\n\u001A`],
    ['with a byte order mark', `\uFEFF${BY_HAND.join('\n')}`],
  ])('%s is the same statement', (_, text) => {
    expect(readStatements(utf8(text))).toEqual(read(...BY_HAND))
  })

  it('holds several accounts, one after the other, and several days of one', () => {
    const other = { 22: '00000000002' }
    const file = read(
      balance('01', '100{'),
      balance('07', '100{', { 35: '041126' }),
      balance('01', '100{', { 35: '041126' }),
      balance('07', '100{', { 35: '051126' }),
      balance('01', '20}', other),
      balance('07', '20}', other),
    )
    expect(file.statements.map((statement) => [statement.account.iban?.slice(14, 25), statement.proven, statement.closing?.on])).toEqual([
      ['12345678901', true, '2026-11-04'],
      ['12345678901', true, '2026-11-05'],
      ['00000000002', true, '2026-11-03'],
    ])
    expect(file.statements[2]?.opening?.amountCents).toBe(-200n)
  })
})

describe('an amount', () => {
  it.each([
    ['0000000000001{', 10n],
    ['0000000000001A', 11n],
    ['0000000000001I', 19n],
    ['0000000000001}', -10n],
    ['0000000000001J', -11n],
    ['0000000000001R', -19n],
    ['00000000000012', 12n],
    ['0000000000001é', 10n],
    ['0000000000001è', -10n],
    ['            1J', -11n],
  ])('%s is %s cents', (amount, cents) => {
    expect(line({ 91: amount }).amountCents).toBe(cents)
  })

  it('has as many decimals as its record says, two when it says none', () => {
    expect(line({ 20: '0' }).amountCents).toBe(1_000_000n)
    expect(line({ 20: '3' }).amountCents).toBe(1_000n)
    expect(line({ 20: ' ' }).amountCents).toBe(10_000n)
    const statement = only(read(balance('01', '{'), operation({ 20: '3', 91: '0000000000123E' })))
    expect(statement.lines[0]?.amountCents).toBe(124n)
    expect(codes(statement)).toEqual(['amount_rounded'])
  })

  it.each(['0000000000001S', '00000X00001000', '              '])('%s leaves the line out with its complements, and says so', (amount) => {
    const statement = only(read(balance('01', '{'), operation({ 91: amount }), complement('LCC', { 49: 'lost' }), operation()))
    expect(statement.lines).toMatchObject([{ text: 'VIR RECU' }])
    expect(statement.warnings).toContainEqual({ code: 'line_unreadable', facts: { line: 2, field: 'amount', text: amount.trim() } })
  })
})

describe('what a complement adds', () => {
  const iban = 'FR1420041010050500013M02606'
  it.each([
    ['NPY', { 49: 'MENUISERIE BOIS & FILS' }, { counterparty: 'MENUISERIE BOIS & FILS' }],
    ['IPY', { 49: '123456782', 84: 'SIREN' }, { counterpartyId: '123456782' }],
    ['CPY', { 49: iban }, { iban }],
    ['NPO', { 49: 'MAIRIE DE VIZILLE' }, { ultimateCounterparty: 'MAIRIE DE VIZILLE' }],
    ['LCC', { 49: 'F2026-0007' }, { text: 'F2026-0007', bankText: 'VIR RECU' }],
    ['LCS', { 49: 'RF18539007547034' }, { text: 'RF18539007547034', remittanceReferences: ['RF18539007547034'] }],
    ['RCN', { 49: 'E2E-1', 84: 'SALA' }, { endToEndId: 'E2E-1' }],
    ['RCN', { 49: 'NOTPROVIDED' }, { text: 'VIR RECU' }],
    ['REF', { 49: 'REMISE-9', 84: 'TX-4' }, { paymentInformationId: 'REMISE-9', reference: 'TX-4' }],
    ['RUM', { 49: 'MDT-2026-3', 84: 'RCUR' }, { mandateId: 'MDT-2026-3' }],
    ['MMO', { 49: 'USD2', 53: '00000000012050', 67: '04' }, { original: { amountCents: 12_050n, currency: 'USD' } }],
    ['LIB', { 49: 'SUITE DU LIBELLE' }, { text: 'VIR RECU SUITE DU LIBELLE' }],
    ['XYZ', { 49: 'PROPRE A LA BANQUE' }, { text: 'VIR RECU PROPRE A LA BANQUE' }],
  ])('%s', (qualifier, parts, expected) => {
    expect(line({}, complement(qualifier, parts))).toMatchObject(expected)
  })

  it('of a debit is the beneficiary, its identifier, account and the one behind it', () => {
    const debit = line(
      { 91: '0000000001000}' },
      complement('NPY', { 49: 'NOUS-MEMES' }),
      complement('NBE', { 49: 'EDF' }),
      complement('IBE', { 49: 'FR72ZZZ123456' }),
      complement('CBE', { 49: iban }),
      complement('NBU', { 49: 'ENEDIS' }),
    )
    expect(debit).toMatchObject({ counterparty: 'EDF', counterpartyId: 'FR72ZZZ123456', iban, ultimateCounterparty: 'ENEDIS' })
  })

  it('of a direct debit that comes back unpaid is our customer, who was to pay', () => {
    const unpaid = line(
      { 33: 'B3', 41: '20', 91: '0000000001000}' },
      complement('NPY', { 49: 'CLIENT FAUCHE' }),
      complement('NBE', { 49: 'NOUS-MEMES' }),
    )
    expect(unpaid).toMatchObject({ counterparty: 'CLIENT FAUCHE', returnReason: 'AM04', reversal: true })
  })

  it('is the payer too where a bank names the other side of a debit so, and never ourselves for a credit', () => {
    expect(line({ 91: '0000000001000}' }, complement('NPY', { 49: 'OPERATEUR' }))).toMatchObject({ counterparty: 'OPERATEUR' })
    expect(line({}, complement('NBE', { 49: 'NOUS-MEMES' }))).not.toHaveProperty('counterparty')
  })

  it('goes on over two lines of seventy: cut inside a word without a blank, after a word with one', () => {
    const word = 'A'.repeat(70)
    expect(line({}, complement('LCC', { 49: word }), complement('LC2', { 49: 'BC' })).text).toBe(`${word}BC`)
    expect(line({}, complement('LCC', { 49: 'FACTURE' }), complement('LC2', { 49: 'F1' })).text).toBe('FACTURE F1')
  })

  it('never is an IBAN with a wrong key, nor an amount in the currency of the account', () => {
    expect(line({}, complement('CPY', { 49: 'FR1420041010050500013M02607' }))).not.toHaveProperty('iban')
    expect(line({}, complement('MMO', { 49: 'EUR2', 53: '00000000012050' }))).not.toHaveProperty('original')
  })
})

describe('the codes of the banks', () => {
  it('name an operation without a label, and say which ones are taken back', () => {
    expect(line({ 49: ' '.repeat(31), 33: '02' }).text).toBe('Remises de chèques')
    expect(Object.keys(OPERATION_NAMES).filter(takesBack)).toHaveLength(14)
    expect(Object.keys(OPERATION_NAMES).length).toBeGreaterThan(100)
  })

  it.each([
    ['20', 'AM04'],
    ['14', 'AC04'],
    ['64', 'AM05'],
    ['01', 'Endos erroné'],
    ['97', 'CFONB 97'],
    ['00', undefined],
    ['  ', undefined],
  ])('the reason %s is %s', (code, reason) => {
    expect(returnReasonOf(code)).toBe(reason)
  })
})

describe('the account', () => {
  it.each([
    ['20041', '01005', '0500013M026', 'FR1420041010050500013M02606'],
    ['30006', '00001', '12345678901', 'FR7630006000011234567890189'],
  ])('%s %s %s has its IBAN, both keys computed', (bank, branch, number, iban) => {
    expect(only(read(balance('01', '{', { 3: bank, 12: branch, 22: number }))).account).toEqual({ iban, currency: 'EUR' })
  })

  it.each('ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split(''))('of a number with the letter %s has keys that prove', (letter) => {
    const number = `0500013${letter}026`
    expect(only(read(balance('01', '{', { 22: number }))).account.iban).toContain(number)
  })

  it('of a closing balance that is another one makes another statement', () => {
    const file = read(balance('01', '{'), operation(), balance('07', '1000{', { 22: '00000000002' }))
    expect(file.statements).toMatchObject([
      { proven: null, lines: [{ amountCents: 10_000n }], opening: { amountCents: 0n } },
      { proven: null, lines: [], closing: { amountCents: 10_000n } },
    ])
  })

  it('that can be no RIB keeps its number', () => {
    expect(only(read(balance('01', '{', { 22: '1234-5     ' }))).account).toEqual({ other: '30006 00001 1234-5', currency: 'EUR' })
    expect(only(read(balance('01', '{', { 22: '00000000000' }))).account).toEqual({ other: '30006 00001', currency: 'EUR' })
  })

  it('that changes inside a statement is told, and the line counts', () => {
    const statement = only(read(balance('01', '{'), operation({ 3: '30007' }), balance('07', '1000{', { 3: '30007' })))
    expect(statement.proven).toBe(true)
    expect(codes(statement)).toEqual(['record_of_other_account', 'record_of_other_account'])
  })

  it('in another currency is in that currency; without any it is in euros', () => {
    const pacific = { 17: 'XPF0' }
    const statement = only(read(balance('01', '{', pacific), operation(pacific), balance('07', '1000{', pacific)))
    expect(statement).toMatchObject({ account: { currency: 'XPF' }, proven: true, closing: { amountCents: 1_000_000n } })
    expect(only(read(balance('01', '{', { 17: '    ' }), operation(), balance('07', '1000{', { 17: '    ' }))).proven).toBe(true)
  })
})

describe('a damaged file is read as far as it can be', () => {
  it('without its first balance, without its last one', () => {
    expect(only(read(operation(), balance('07', '1000{')))).toMatchObject({ proven: null, closing: { amountCents: 10_000n } })
    expect(only(read(balance('01', '1000{'), operation()))).toMatchObject({
      proven: null,
      opening: { amountCents: 10_000n },
      warnings: [{ code: 'closing_missing' }],
    })
    expect(read(balance('01', '1{'), operation(), balance('01', '2{')).statements.map(({ lines }) => lines.length)).toEqual([1, 0])
  })

  it('with a balance that does not prove, the gap is told', () => {
    const statement = only(read(balance('01', '{'), operation(), balance('07', '1001{')))
    expect(statement.proven).toBe(false)
    expect(statement.warnings).toEqual([{ code: 'balance_not_proven', facts: { gap: '0.10', currency: 'EUR' } }])
  })

  it('with a complement before any operation, a passage nobody knows, a balance or a day that is none', () => {
    const file = read(balance('01', '{', { 35: '310226' }), complement('LIB', { 49: 'PERDU' }), 'bonjour', balance('07', 'x'))
    expect(file.warnings).toEqual([
      { code: 'detail_without_line', facts: { line: 2, text: 'LIBPERDU' } },
      { code: 'record_unknown', facts: { line: 3, text: 'bonjour' } },
    ])
    expect(only(file).warnings).toEqual([
      { code: 'day_unreadable', facts: { line: 1, text: '310226' } },
      { code: 'balance_unreadable', facts: { line: 4, type: '07' } },
    ])
  })

  it('a line without its day is put on its value day and told; without both it is left out', () => {
    const statement = only(read(balance('01', '{'), operation({ 35: '990099' }), operation({ 35: '      ', 43: '      ' })))
    expect(statement.lines).toMatchObject([{ bookedOn: '2026-11-03' }])
    expect(codes(statement)).toEqual(['line_date_missing', 'line_unreadable'])
  })

  it('without line ends and with a record cut short, the records after it are found again', () => {
    const cut = [balance('01', '{'), operation().slice(0, 97), operation(), balance('07', '1000{')].join('')
    const statement = only(readStatements(utf8(cut)))
    expect(statement.proven).toBe(true)
    expect(codes(statement)).toEqual(['line_unreadable'])
  })

  it('without line ends and with foreign characters between two records, these are told', () => {
    const file = readStatements(utf8(`${balance('01', '{')}<<<bruit>>>${operation()}${balance('07', '1000{')}`))
    expect(only(file).proven).toBe(true)
    expect(file.warnings).toEqual([{ code: 'record_unknown', facts: { line: 2, text: '<<<bruit>>>' } }])
  })

  it('a line of the last century stays there', () => {
    expect(line({ 35: '311299', 43: '311299' })).toMatchObject({ bookedOn: '1999-12-31' })
  })
})

describe('letters with accents, in whatever the bank writes', () => {
  const text = 'Société Générale à Nîmes'
  const statement = `${balance('01', '{')}\n${operation({ 49: text })}\n`
  const latin1 = Uint8Array.from(statement, (character) => character.charCodeAt(0))
  const DOS: Readonly<Record<string, number>> = { é: 0x82, à: 0x85, î: 0x8c }
  const cp850 = Uint8Array.from(statement, (character) => DOS[character] ?? character.charCodeAt(0))
  const counted = utf8(`${balance('01', '{')}\n${operation().slice(0, 48)}${text}${operation().slice(48 + utf8(text).length)}\n`)

  it.each([
    ['UTF-8', utf8(statement)],
    ['ISO-8859-1', latin1],
    ['CP850', cp850],
    ['UTF-8 counted in bytes', counted],
  ])('%s', (_, bytes) => {
    expect(only(readStatements(bytes)).lines).toMatchObject([{ text, amountCents: 10_000n }])
  })

  it('EBCDIC, with and without line ends', () => {
    const letters = new Map([[' ', 0x40]])
    const run = (from: number, characters: string): void => {
      for (let index = 0; index < characters.length; index++) letters.set(characters.charAt(index), from + index)
    }
    run(0xc1, 'ABCDEFGHI')
    run(0xd1, 'JKLMNOPQR')
    run(0xe2, 'STUVWXYZ')
    run(0xf0, '0123456789')
    letters.set('{', 0xc0).set('}', 0xd0).set('-', 0x60).set('é', 0xc0).set('\n', 0x25)
    const ebcdic = (plain: string): Uint8Array => Uint8Array.from(plain, (character) => letters.get(character) ?? 0x6f)
    const records = BY_HAND.map((record) => record.padEnd(120))
    for (const plain of [records.join('\n'), records.join('')]) {
      expect(readStatements(ebcdic(plain)).statements).toEqual(read(...BY_HAND).statements)
    }
  })
})
