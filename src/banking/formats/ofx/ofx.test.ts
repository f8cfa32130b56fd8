import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import { type OfxShape, writeOfx } from '../fixtures/ofx-writer.ts'
import { aPlainStatement } from '../fixtures/plain-statement.ts'
import type { Statement, StatementFile, StatementLine } from '../model.ts'
import { readStatements } from '../read.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

const HEADER = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

`
const RIB = '<BANKID>30006<BRANCHID>00001<ACCTID>12345678901<ACCTTYPE>CHECKING<ACCTKEY>89'

type Parts = {
  readonly header?: string
  readonly language?: string
  readonly account?: string
  readonly transactions?: string
  readonly balance?: string
  readonly currency?: string
}

const file = ({ header = HEADER, language = 'FRA', account = RIB, transactions = '', balance = '', currency = 'EUR' }: Parts): string =>
  `${header}<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261130<LANGUAGE>${language}</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>${currency}
<BANKACCTFROM>${account}</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261101<DTEND>20261130
${transactions}</BANKTRANLIST>${balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

const transaction = (fields: string): string => `<STMTTRN>${fields}</STMTTRN>\n`

function only({ statements }: StatementFile): Statement {
  expect(statements).toHaveLength(1)
  return statements[0] as Statement
}

const read = (parts: Parts): Statement => only(readStatements(utf8(file(parts))))

function line(fields: string): StatementLine {
  const { lines } = read({ transactions: transaction(fields) })
  expect(lines).toHaveLength(1)
  return lines[0] as StatementLine
}

const codes = (statement: Statement): string[] => statement.warnings.map((warning) => warning.code)

function refusalOf(text: string): string {
  try {
    readStatements(utf8(text))
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'read'
}

const PLAIN = '<TRNTYPE>CREDIT<DTPOSTED>20261120<TRNAMT>120.00<FITID>A1<NAME>ELECTRICITE BERNARD<MEMO>F2026-0412'

describe('the shapes of OFX', () => {
  it('values that are not closed, values that are, on lines or on one line, read the same', () => {
    const open = `<TRNTYPE>CREDIT\n<DTPOSTED>20261120\n<TRNAMT>120.00\n<FITID>A1\n<NAME>ELECTRICITE BERNARD\n<MEMO>F2026-0412\n`
    const closed = open.replace(/<(\w+)>(.*)\n/g, '  <$1>$2</$1>\r\n')
    expect([line(open), line(closed)]).toEqual([line(PLAIN), line(PLAIN)])
  })

  it('OFX 2 is XML, with its own header', () => {
    const xml = file({
      header: '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n',
      transactions: transaction(PLAIN),
    })
    expect(only(readStatements(utf8(xml))).lines).toEqual([line(PLAIN)])
  })

  it('no header at all, blank lines above it, tags in small letters', () => {
    const bare = file({ header: '\r\n\r\n', transactions: transaction(PLAIN) })
    expect(only(readStatements(utf8(bare))).lines).toEqual([line(PLAIN)])
    const small = file({ transactions: transaction(PLAIN) }).replace(/<\/?\w+>/g, (tag) => tag.toLowerCase())
    expect(only(readStatements(utf8(small))).lines).toEqual([line(PLAIN)])
  })

  it('two documents one after the other in a file are two statements', () => {
    const one = file({ transactions: transaction(PLAIN) })
    expect(readStatements(utf8(`${one}\n${one}`)).statements).toHaveLength(2)
  })

  it('an empty value that is not closed swallows nothing', () => {
    expect(line('<TRNTYPE>CREDIT<DTPOSTED>20261120<TRNAMT>5.00<FITID><CHECKNUM><NAME>ROSSI<MEMO>')).toMatchObject({
      text: 'ROSSI',
      counterparty: 'ROSSI',
    })
  })

  it('a transaction that is not closed ends where the next one starts', () => {
    const two = `<STMTTRN>${PLAIN}<STMTTRN>${PLAIN.replace('A1', 'A2')}`
    expect(read({ transactions: two }).lines.map((one) => one.reference)).toEqual(['A1', 'A2'])
  })

  it('entities, a bare & and a sign < in a label stay what they are', () => {
    expect(line(PLAIN.replace('F2026-0412', 'Dupont &amp; fils &#233;t&#xE9; A&B a < b')).text).toContain('Dupont & fils été A&B a < b')
  })
})

describe('encodings', () => {
  const accented = file({ transactions: transaction(PLAIN.replace('F2026-0412', 'Réglée')) })
  it.each([
    ['1252 as declared', latin1(accented), []],
    ['UTF-8 that says 1252, which is told', utf8(accented), ['encoding_not_as_declared']],
    ['UTF-8 as declared', utf8(accented.replace('USASCII', 'UTF-8').replace('1252', 'NONE')), []],
    [
      '1252 that says UTF-8, which is told',
      latin1(accented.replace('USASCII', 'UTF-8').replace('1252', 'NONE')),
      ['encoding_not_as_declared'],
    ],
    ['1252 by ISO-8859-1', latin1(accented.replace('1252', 'ISO-8859-1')), []],
  ])('%s', (_, bytes, warnings) => {
    const read = readStatements(bytes)
    expect(only(read).lines[0]?.text).toBe('ELECTRICITE BERNARD Réglée')
    expect(read.warnings.map((warning) => warning.code)).toEqual(warnings)
  })
})

describe('a transaction', () => {
  it('says its day, amount, reference, other side and label', () => {
    expect(line(PLAIN)).toEqual({
      status: 'booked',
      bookedOn: '2026-11-20',
      amountCents: 12_000n,
      currency: 'EUR',
      text: 'ELECTRICITE BERNARD F2026-0412',
      counterparty: 'ELECTRICITE BERNARD',
      reference: 'A1',
      bankOperationCode: 'CREDIT',
      reversal: false,
      details: [],
    })
  })

  it.each([
    ['20261120', '2026-11-20'],
    ['20261120235959', '2026-11-20'],
    ['20261120120000.000[-5:EST]', '2026-11-20'],
    ['20261120233000[-5]', '2026-11-20'], // the bank's own day
    ['20261120233000.000[0:GMT]', '2026-11-21'], // half past midnight in Paris
    ['20260720223000[+0:UTC]', '2026-07-21'], // in summer too
    ['21991231235959[0:GMT]', '2199-12-31'], // the last day the calendar knows
    ['20261120120000[+1:CET]', '2026-11-20'],
  ])('the date %s is %s', (written, day) => {
    expect(line(PLAIN.replace('20261120', written)).bookedOn).toBe(day)
  })

  it.each([
    ['-35,20', '-35.20'],
    ['+721.01', '721.01'],
    ['1 234,56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['-.5', '-0.50'],
    ['120', '120.00'],
    ['12.', '12.00'],
    ['-0', '0.00'],
  ])('the amount %s is %s', (written, amount) => {
    expect(moneyText(line(PLAIN.replace('120.00', written)).amountCents)).toBe(amount)
  })

  it('without a day takes the next best one, and says so', () => {
    const statement = read({
      transactions: transaction('<TRNAMT>1.00<DTAVAIL>20261112<NAME>A') + transaction('<TRNAMT>2.00<DTPOSTED>20260231<NAME>B'),
    })
    expect(statement.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-11-12', '2026-11-30'])
    expect(codes(statement)).toEqual(['line_date_missing', 'line_date_missing'])
  })

  it('whose amount cannot be read is left out with its line', () => {
    const statement = read({ transactions: transaction(PLAIN) + transaction(PLAIN.replace('120.00', 'douze')) })
    expect(statement.lines).toHaveLength(1)
    expect(statement.warnings).toEqual([{ code: 'line_unreadable', facts: { line: 16, field: 'amount', text: 'douze' } }])
  })

  it('with parts of a cent is rounded, and says so', () => {
    const statement = read({ transactions: transaction(PLAIN.replace('120.00', '-1.005')) })
    expect(statement.lines[0]?.amountCents).toBe(-101n)
    expect(codes(statement)).toEqual(['amount_rounded'])
  })

  it('NAME is the other side, unless it says what the bank did', () => {
    const counterpartyOf = (name: string) => line(PLAIN.replace('ELECTRICITE BERNARD', name)).counterparty
    expect(counterpartyOf('VIR SEPA RECU')).toBeUndefined()
    expect(counterpartyOf('EURO VIR CARSAT')).toBeUndefined()
    expect(counterpartyOf('PRLV URSSAF')).toBeUndefined()
    expect(counterpartyOf('CHEQUE 0001234')).toBeUndefined()
    expect(counterpartyOf('06 0773 0214764 33')).toBeUndefined()
    expect(counterpartyOf('MENUISERIE VIRET')).toBe('MENUISERIE VIRET')
  })

  it('PAYEE is the other side, whatever NAME says', () => {
    const payee = line('<TRNTYPE>CREDIT<DTPOSTED>20261120<TRNAMT>5.00<NAME>VIR SEPA<PAYEE><NAME>ATELIER ROSSI<CITY>LYON</PAYEE><MEMO>F12')
    expect(payee).toMatchObject({ counterparty: 'ATELIER ROSSI', text: 'VIR SEPA F12' })
  })

  it('a label that repeats the name is not said twice; a cheque says its number', () => {
    expect(line(PLAIN.replace('F2026-0412', 'ELECTRICITE BERNARD F12')).text).toBe('ELECTRICITE BERNARD F12')
    expect(line('<TRNTYPE>CHECK<DTPOSTED>20261120<TRNAMT>-5.00<CHECKNUM>0004512<NAME>CHEQUE')).toMatchObject({
      text: 'CHEQUE 0004512',
      entryReference: '0004512',
    })
  })

  it('REFNUM is kept beside FITID, and a reference of zeros is none', () => {
    expect(line(`${PLAIN}<REFNUM>R77`)).toMatchObject({ reference: 'A1', entryReference: 'R77' })
    expect(line(PLAIN.replace('A1', '0000000'))).not.toHaveProperty('reference')
  })

  it('not booked yet is counted and left out', () => {
    const statement = read({
      transactions:
        transaction(PLAIN) +
        transaction(PLAIN.replace('CREDIT', 'HOLD')) +
        '<BANKTRANLISTP><STMTTRNP><TRNAMT>9.00</STMTTRNP></BANKTRANLISTP>',
    })
    expect(statement.lines).toHaveLength(1)
    expect(statement.warnings).toEqual([{ code: 'lines_not_booked', facts: { status: 'PENDING', count: 2 } }])
  })

  it('in another currency than its account is told', () => {
    const statement = read({ transactions: transaction(`${PLAIN}<CURRENCY><CURRATE>1.1<CURSYM>USD</CURRENCY>`) })
    expect(statement.lines[0]?.currency).toBe('USD')
    expect(codes(statement)).toEqual(['line_currency_differs'])
  })

  it('that was converted stays in the currency of the account', () => {
    expect(line(`${PLAIN}<ORIGCURRENCY><CURRATE>1.1<CURSYM>USD</ORIGCURRENCY>`).currency).toBe('EUR')
  })
})

describe('the account', () => {
  const accountIn = (account: string, more: Parts = {}) => read({ account, ...more }).account

  it('is an IBAN when the key of the RIB proves', () => {
    expect(accountIn(RIB)).toEqual({ iban: 'FR7630006000011234567890189', currency: 'EUR' })
    expect(accountIn('<BANKID>20041<BRANCHID>01005<ACCTID>0500013M026<ACCTKEY>06')).toEqual({
      iban: 'FR1420041010050500013M02606',
      currency: 'EUR',
    })
    expect(accountIn('<BANKID>30006<BRANCHID>00001<ACCTID>1234567890189')).toMatchObject({ iban: 'FR7630006000011234567890189' })
  })

  it('is an IBAN without a key in a French file, and the written number in another', () => {
    const withoutKey = RIB.replace('<ACCTKEY>89', '')
    expect(accountIn(withoutKey)).toMatchObject({ iban: 'FR7630006000011234567890189' })
    expect(accountIn(withoutKey, { language: 'ENG' })).toEqual({ other: '300060000112345678901', currency: 'EUR' })
  })

  it('is nobody when the key is wrong, which is told', () => {
    const statement = read({ account: RIB.replace('KEY>89', 'KEY>88') })
    expect(statement.account).toEqual({ claimed: '30006000011234567890188', currency: 'EUR' })
    expect(codes(statement)).toEqual(['account_iban_wrong'])
  })

  it('is what stands there otherwise: an IBAN, a number of another country, a card', () => {
    expect(accountIn('<BANKID>X<ACCTID>FR76 3000 6000 0112 3456 7890 189')).toMatchObject({ iban: 'FR7630006000011234567890189' })
    expect(accountIn('<BANKID>123456789<ACCTID>192-639')).toEqual({ other: '192-639', currency: 'EUR' })
    const card = file({ transactions: transaction(PLAIN) })
      .replace(/<BANKACCTFROM>.*<\/BANKACCTFROM>/, '<CCACCTFROM><ACCTID>497010XXXXXX1234</CCACCTFROM>')
      .replaceAll('STMTRS>', 'CCSTMTRS>')
    expect(only(readStatements(utf8(card)))).toMatchObject({ account: { other: '497010XXXXXX1234' }, lines: [{ reference: 'A1' }] })
  })

  it('several in a file are several statements', () => {
    const one = file({ transactions: transaction(PLAIN) })
    const statement = /<STMTTRNRS>[\s\S]*<\/STMTTRNRS>/.exec(one)?.[0] ?? ''
    const { statements } = readStatements(utf8(one.replace(statement, statement + statement.replace(RIB, '<BANKID>9<ACCTID>LIVRET'))))
    expect(statements.map(({ account, lines }) => [account.iban ?? account.other, lines.length])).toEqual([
      ['FR7630006000011234567890189', 1],
      ['LIVRET', 1],
    ])
  })
})

describe('balance and period', () => {
  it('LEDGERBAL closes; nothing opens, so nothing is proven', () => {
    expect(read({ transactions: transaction(PLAIN), balance: '<LEDGERBAL><BALAMT>-1 000,50<DTASOF>20261130</LEDGERBAL>' })).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-30',
      closing: { amountCents: -100_050n, currency: 'EUR', on: '2026-11-30' },
      proven: null,
      warnings: [],
    })
  })

  it('a balance older than the last line closes nothing', () => {
    const statement = read({ transactions: transaction(PLAIN), balance: '<LEDGERBAL><BALAMT>1.00<DTASOF>20261119</LEDGERBAL>' })
    expect(statement).not.toHaveProperty('closing')
    expect(codes(statement)).toEqual(['balance_before_lines'])
  })

  it('an empty balance is none, an odd one is told', () => {
    expect(read({ balance: '<LEDGERBAL><BALAMT><DTASOF>20261119</LEDGERBAL>' }).warnings).toEqual([])
    expect(codes(read({ balance: '<LEDGERBAL><BALAMT>beaucoup</LEDGERBAL>' }))).toEqual(['balance_unreadable'])
  })

  it('lines outside of the period announced are told', () => {
    expect(codes(read({ transactions: transaction(PLAIN.replace('20261120', '20261220')) }))).toEqual(['period_differs'])
  })

  it('the currency comes from a line when the account says none, and is never guessed', () => {
    const dollars = transaction(`${PLAIN}<CURRENCY><CURSYM>AUD</CURRENCY>`)
    expect(read({ currency: '', transactions: dollars }).account.currency).toBe('AUD')
    expect(refusalOf(file({ currency: '', transactions: transaction(PLAIN) }))).toBe('statement_currency_unknown')
  })
})

describe('what is no statement is refused by name', () => {
  const whole = file({ transactions: transaction(PLAIN).repeat(3) })
  it.each([
    ['a file that was cut, anywhere', whole.slice(0, -3), 'ofx_cut'],
    ['a file cut in a tag', whole.slice(0, whole.indexOf('<FITID')), 'ofx_cut'],
    ['a transaction outside of any account', `${HEADER}<OFX><STMTTRN>${PLAIN}</STMTTRN></OFX>`, 'ofx_broken'],
    ['an answer without a statement', `${HEADER}<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>`, 'statement_without_lines'],
    ['an error of the bank', `${HEADER}<OFX><STATUS><CODE>2000<SEVERITY>ERROR<MESSAGE>Down</STATUS></OFX>`, 'ofx_bank_error'],
    ['a securities account', `${HEADER}<OFX><INVSTMTRS><STMTTRN>${PLAIN}</STMTTRN></INVSTMTRS></OFX>`, 'statement_of_investments'],
    ['an entity bomb', `<?OFX OFXHEADER="200"?><!DOCTYPE OFX [<!ENTITY a "b">]><OFX></OFX>`, 'statement_entities_refused'],
    ['a thousand groups inside each other', `${HEADER}${'<OFX>'.repeat(1000)}`, 'ofx_broken'],
    ['a million groups', `${HEADER}<OFX>${'<FI></FI>'.repeat(1_000_000)}</OFX>`, 'ofx_broken'],
  ])('%s', (_, text, code) => {
    expect(refusalOf(text)).toBe(code)
  })
})

it('what was written in any shape is read again to the cent', () => {
  const shapes: readonly OfxShape[] = ['open', 'closed', 'xml']
  fc.assert(
    fc.property(aPlainStatement, fc.constantFrom(...shapes), (statement, shape) => {
      const again = only(readStatements(utf8(writeOfx(statement, shape))))
      expect(again.lines.map(({ amountCents, bookedOn, reference, text }) => ({ amountCents, bookedOn, reference, text }))).toEqual(
        statement.lines.map(({ amountCents, bookedOn, reference, text }) => ({ amountCents, bookedOn, reference, text })),
      )
      expect(again).toMatchObject({ account: statement.account, closing: statement.closing, proven: null, warnings: [] })
    }),
    { numRuns: 200 },
  )
})
