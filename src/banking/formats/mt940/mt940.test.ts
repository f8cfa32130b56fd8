import { describe, expect, it } from 'vitest'
import { moneyText } from '#core/money'
import { CREDIT, CUSTOMER, DEBIT, OPEN, OWN, line, only, read, statement, utf8 } from '../fixtures/mt940-rows.ts'
import type { StatementFile } from '../model.ts'
import { readStatements } from '../read.ts'

/** Most samples are a few rows without a closing balance, which is told each time and has its own test. */
const codes = ({ warnings }: { warnings: StatementFile['warnings'] }): string[] =>
  warnings.map((warning) => warning.code).filter((code) => code !== 'closing_missing')

/** By hand: 1 000,00 + 120,50 − 20,25 = 1 100,25. */
const BY_HAND = [
  ...OPEN,
  CREDIT,
  ':86:VIREMENT DE MENUISERIE BOIS',
  ':61:2611041104D20,25NCOMNONREF',
  ':86:FRAIS DE TENUE DE COMPTE',
  ':62F:C261104EUR1100,25',
  ':64:C261104EUR1100,25',
  '-',
]

describe('a statement of SWIFT', () => {
  it('is read to the last field, and proves', () => {
    expect(read(...BY_HAND)).toEqual({
      format: 'mt940',
      warnings: [],
      statements: [
        {
          account: { iban: OWN, currency: 'EUR' },
          id: 'REL-118',
          sequence: '118/1',
          from: '2026-11-03',
          to: '2026-11-04',
          opening: { amountCents: 100_000n, currency: 'EUR', on: '2026-11-02' },
          closing: { amountCents: 110_025n, currency: 'EUR', on: '2026-11-04' },
          proven: true,
          lines: [
            {
              status: 'booked',
              bookedOn: '2026-11-03',
              valueOn: '2026-11-03',
              amountCents: 12_050n,
              currency: 'EUR',
              text: 'VIREMENT DE MENUISERIE BOIS',
              reference: 'BK7781',
              reversal: false,
              bankOperationCode: 'NTRF',
              details: [],
            },
            {
              status: 'booked',
              bookedOn: '2026-11-04',
              valueOn: '2026-11-04',
              amountCents: -2_025n,
              currency: 'EUR',
              text: 'FRAIS DE TENUE DE COMPTE',
              reversal: false,
              bankOperationCode: 'NCOM',
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
    [
      'in blocks',
      `{1:F01BANKFRPPAXXX0000000000}{2:I940CLIENTXXXXXXN}{4:\r\n${BY_HAND.slice(0, -1).join('\r\n')}\r\n-}{5:{CHK:0123456789AB}}`,
    ],
    ['in blocks on lines of their own', `{1:F01BANKFRPPAXXX}\n{2:O9401200261104BANKFRPPAXXXN}\n{3:}\n{4:\n${BY_HAND.join('\n')}}`],
    ['after control characters of the transfer', `\u0001\u0003\r\n${BY_HAND.join('\r\n')}\u0003`],
    ['with its type on a line', `:940:\n${BY_HAND.join('\n')}`],
    ['with blank lines', BY_HAND.join('\n\n')],
    ['without an end', BY_HAND.slice(0, -1).join('\n')],
    ['in UTF-16', `\uFEFF${BY_HAND.join('\n')}`],
  ])('%s is the same statement', (name, text) => {
    const bytes = name === 'in UTF-16' ? Uint8Array.from(Buffer.from(text, 'utf16le')) : utf8(text)
    expect(readStatements(bytes)).toEqual(read(...BY_HAND))
  })

  it('several messages in a file are several statements, parted by a dash, by blocks or by nothing', () => {
    const blocks = `{1:F01X}{2:I940X}{4:\n${BY_HAND.slice(0, -1).join('\n')}\n-}\u0003\u0001{1:F01X}{2:I940X}{4:\n${BY_HAND.slice(0, -1).join('\n')}\n-}`
    for (const text of [[...BY_HAND, ...BY_HAND].join('\n'), [...BY_HAND.slice(0, -1), ...BY_HAND].join('\n'), blocks]) {
      expect(readStatements(utf8(text)).statements.map(({ proven }) => proven)).toEqual([true, true])
    }
  })

  it('a message whose reference is lost starts with its account', () => {
    expect(read(...BY_HAND.slice(0, -1), ...BY_HAND.slice(1)).statements.map(({ proven }) => proven)).toEqual([true, true])
  })

  it('that stops before its closing balance says so', () => {
    expect(only(read(...OPEN, CREDIT))).toMatchObject({ proven: null, warnings: [{ code: 'closing_missing' }] })
  })

  it('in pages proves page by page, and says when the others are not in the file', () => {
    const first = [...OPEN, CREDIT, ':62M:C261103EUR1120,50', '-']
    const second = [':20:REL-118', `:25:${OWN}`, ':28C:118/2', ':60M:C261103EUR1120,50', DEBIT, ':62F:C261104EUR1000,00', '-']
    expect(read(...first, ...second).statements.map((page) => [page.proven, codes(page)])).toEqual([
      [true, []],
      [true, []],
    ])
    expect(only(read(...second)).warnings).toEqual([{ code: 'statement_in_pages', facts: { page: '2' } }])
    expect(only(read(...first)).warnings).toEqual([{ code: 'statement_in_pages', facts: { page: '1' } }])
  })

  it('that does not prove tells the gap', () => {
    const unproven = statement(CREDIT, ':62F:C261104EUR1120,49')
    expect(unproven).toMatchObject({ proven: false, warnings: [{ code: 'balance_not_proven', facts: { gap: '-0.01', currency: 'EUR' } }] })
  })
})

describe('the account', () => {
  it.each([
    [OWN, { iban: OWN }],
    [`${OWN}EUR`, { iban: OWN }],
    [`BNPAFRPPXXX/${OWN}`, { iban: OWN }],
    ['30006000011234567890189', { iban: OWN }],
    ['30006 00001 12345678901 89', { iban: OWN }],
    ['30006000011234567890188', { other: '30006000011234567890188' }],
    ['50880050/0194787400888', { other: '50880050/0194787400888' }],
    ['1291.99.348EUR', { other: '1291.99.348EUR' }],
    ['FR7630006000011234567890188EUR', { claimed: 'FR7630006000011234567890188' }],
    ['', {}],
  ])('%s', (written, account) => {
    const rows = OPEN.map((row) => (row.startsWith(':25:') ? `:25:${written}` : row))
    expect(only(read(...rows)).account).toEqual({ ...account, currency: 'EUR' })
  })

  it('with the BIC of the bank on the next line (25P)', () => {
    expect(only(read(':20:X', `:25P:${OWN}`, 'BNPAFRPPXXX', ':60F:C261102EUR1,')).account).toEqual({ iban: OWN, currency: 'EUR' })
  })

  it('whose IBAN is wrong is told', () => {
    expect(codes(only(read(':20:X', ':25:FR7630006000011234567890188', ':60F:C261102EUR1,')))).toEqual(['account_iban_wrong'])
  })
})

describe('a line', () => {
  it.each([
    [':61:2611031103C120,50NTRFNONREF', '120.50', '2026-11-03', '2026-11-03'],
    [':61:261103C120,5NTRFNONREF', '120.50', '2026-11-03', '2026-11-03'],
    [':61:261103C120,NTRFNONREF', '120.00', '2026-11-03', '2026-11-03'],
    [':61:261103C120NTRFNONREF', '120.00', '2026-11-03', '2026-11-03'],
    [':61:261103D000000000120,50N102EREF            ', '-120.50', '2026-11-03', '2026-11-03'],
    [':61:2611031103DR120,50NTRFNONREF', '-120.50', '2026-11-03', '2026-11-03'],
    [':61:2611031103RC120,50NTRFNONREF', '-120.50', '2026-11-03', '2026-11-03'],
    [':61:2611031103RDR120,50NTRFNONREF', '120.50', '2026-11-03', '2026-11-03'],
    [':61:2612310102C1,00NTRFNONREF', '1.00', '2027-01-02', '2026-12-31'],
    [':61:2701021231C1,00NTRFNONREF', '1.00', '2026-12-31', '2027-01-02'],
    [':61:2402290229C1,00NTRFNONREF', '1.00', '2024-02-29', '2024-02-29'],
    [':61:991231C1,00NTRFNONREF', '1.00', '1999-12-31', '1999-12-31'],
  ])('%s', (entry, amount, bookedOn, valueOn) => {
    const found = line(entry)
    expect([moneyText(found.amountCents), found.bookedOn, found.valueOn]).toEqual([amount, bookedOn, valueOn])
    expect(found.reversal).toBe(/\dR[CD]/.test(entry))
  })

  it.each([
    ['NTRFNONREF//BK1', { reference: 'BK1' }, ['endToEndId']],
    ['NTRFCMD-42//BK1', { reference: 'BK1', endToEndId: 'CMD-42' }, []],
    ['NTRFCMD-42', { reference: 'CMD-42' }, ['endToEndId']],
    ['NTRFKREF+//BK1', { reference: 'BK1' }, ['endToEndId']],
    [`NTRF${CUSTOMER}`, { iban: CUSTOMER }, ['reference']],
    ['N044 0121470966     M. JANSEN', { reference: '0121470966', bankText: 'M. JANSEN' }, []],
    ['S   X', { reference: 'X', bankOperationCode: 'S' }, []],
    ['NRTINONREF', { reversal: true }, ['reference']],
  ])('%s', (rest, expected, absent) => {
    const found = line(`:61:2611031103C1,00${rest}`, ':86:TEXTE')
    expect(found).toMatchObject(expected)
    for (const field of absent) expect(found).not.toHaveProperty(field)
  })

  it('has further details on its second line: words, an account, or what was ordered in another currency', () => {
    expect(line(CREDIT, 'REMISE 12', ':86:CHEQUES')).toMatchObject({ text: 'CHEQUES', bankText: 'REMISE 12' })
    expect(line(CREDIT, CUSTOMER, ':86:X')).toMatchObject({ iban: CUSTOMER })
    expect(line(CREDIT, '/OCMT/USD130,25//CHGS/EUR0,50/', ':86:X')).toMatchObject({ original: { amountCents: 13_025n, currency: 'USD' } })
    expect(line(CREDIT, '/OCMT/EUR120,50/', ':86:X')).not.toHaveProperty('original')
  })

  it('on the 30th of February has no value day, its entry day counts', () => {
    const found = statement(':61:2602300301D6,00N024NONREF')
    expect(found.lines).toMatchObject([{ bookedOn: '2026-03-01' }])
    expect(found.lines[0]).not.toHaveProperty('valueOn')
    expect(codes(found)).toEqual(['day_unreadable'])
  })

  it('without any day is put on the day of the closing balance, and told', () => {
    const found = statement(':61:3454543545C1,00NTRFX', ':62F:C261104EUR1001,00')
    expect(found.lines).toMatchObject([{ bookedOn: '2026-11-04' }])
    expect(codes(found)).toEqual(['day_unreadable', 'line_date_missing'])
  })

  it.each([
    [':61:2611031103XX120,50NTRF', 'sign'],
    [':61:2611031103Cabc', 'amount'],
    [':61:nothing', 'date'],
    [':61:2611031103C1234567890123456,00NTRF', 'amount'],
  ])('%s cannot be read: left out and told, with its text, the others stay', (entry, field) => {
    const found = statement(entry, ':86:PERDU', CREDIT, ':86:GARDE')
    expect(found.lines).toMatchObject([{ text: 'GARDE' }])
    expect(found.warnings[0]).toMatchObject({ code: 'line_unreadable', facts: { line: 5, field } })
  })

  it('with more than two decimals is rounded and told', () => {
    const found = statement(':61:261103C1,005NTRFX')
    expect(found.lines).toMatchObject([{ amountCents: 101n }])
    expect(codes(found)).toEqual(['amount_rounded'])
  })
})

describe('balances as banks write them', () => {
  it.each([
    [':60F:C261102EUR1000,00', 100_000n, '2026-11-02'],
    [':60F:D261102EUR1000,', -100_000n, '2026-11-02'],
    [':60F:C261102EUR0000000000000000,00', 0n, '2026-11-02'],
    [':60M:C261102EUR1000', 100_000n, '2026-11-02'],
    [':60F:C261102EUR1000,00   ', 100_000n, '2026-11-02'],
    [':60F:C000000EUR1000,00', 100_000n, undefined],
  ])('%s', (row, cents, on) => {
    const { opening } = only(read(':20:X', ':25:1', row))
    expect([opening?.amountCents, opening?.on]).toEqual([cents, on])
  })

  it('without a currency the second one is in that of the first', () => {
    expect(statement(':62F:C2611041000,00')).toMatchObject({ proven: true, closing: { currency: 'EUR' } })
  })

  it('that cannot be read are told, and the lines are read', () => {
    const found = statement(CREDIT, ':62F:Dnullnull7414,3')
    expect(found).toMatchObject({ proven: null, lines: [{ amountCents: 12_050n }] })
    expect(found.warnings).toEqual([{ code: 'balance_unreadable', facts: { line: 6, type: '62F' } }])
  })

  it('a message without any currency is left out and told; when it is the only one, the file is refused', () => {
    const file = read(...BY_HAND, CREDIT, ':86:ERRANT')
    expect(file.warnings).toEqual([{ code: 'statement_left_out', facts: { line: 12, count: 1 } }])
    expect(() => read(':20:X', ':25:1', CREDIT)).toThrow('statement_currency_unknown')
  })

  it('a text that never ends is cut and told', () => {
    const found = statement(CREDIT, `:86:${'x'.repeat(20_000)}`, DEBIT)
    expect(found.lines.map((each) => each.text.length)).toEqual([8192, 6])
    expect(codes(found)).toEqual(['text_shortened'])
  })

  it('lines after the end of a message belong to nothing, and are told', () => {
    expect(read(...BY_HAND, 'reste').warnings).toEqual([{ code: 'record_unknown', facts: { line: 12, text: 'reste' } }])
  })
})

describe('an interim report (MT942)', () => {
  const REPORT = [':20:INT-7', `:25:${OWN}`, ':28C:7/1', ':34F:EURD0,', ':34F:EURC0,', ':13D:2611031215+0100']

  it('is known by its fields or by its header, has no balance and proves nothing', () => {
    const found = read(...REPORT, CREDIT, ':86:X', DEBIT, ':90D:1EUR120,50', ':90C:1EUR120,50', '-')
    expect(found).toMatchObject({ format: 'mt942', statements: [{ account: { iban: OWN, currency: 'EUR' }, proven: null, warnings: [] }] })
    expect(found.statements[0]?.lines).toHaveLength(2)
    expect(read('{1:F01X}{2:O9421200261103X}{4:', ...REPORT, '-}').format).toBe('mt942')
    expect(read(':942:', ...REPORT).format).toBe('mt942')
  })

  it('holds its sums against its lines', () => {
    const [report] = read(...REPORT, CREDIT, ':90D:0EUR0,', ':90C:2EUR130,00').statements
    expect(report?.warnings).toEqual([
      { code: 'number_of_lines_differs', facts: { announced: 2, read: 1 } },
      { code: 'total_differs', facts: { announced: '130.00', read: '120.50', currency: 'EUR' } },
    ])
  })

  it('sets aside what the bank only expects', () => {
    const [report] = read(...REPORT, ':61:2611031103EC10,00NTRFX', CREDIT).statements
    expect(report?.lines).toHaveLength(1)
    expect(report?.warnings).toEqual([{ code: 'lines_not_booked', facts: { status: 'EC/ED', count: 1 } }])
  })
})
