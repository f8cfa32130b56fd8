import { describe, expect, it } from 'vitest'
import { moneyText } from '#core/money'
import type { Statement, StatementLine } from '../model.ts'
import { readStatements } from '../read.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const OWN = 'FR7630006000011234567890189'
const CUSTOMER = 'FR1420041010050500013M02606'

type Parts = { readonly head?: string; readonly entries?: string; readonly namespace?: string }

const message = ({ head = '', entries = '', namespace = ' xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"' }: Parts): string =>
  `<?xml version="1.0"?><Document${namespace}><BkToCstmrStmt><GrpHdr/><Stmt><Id>1</Id><Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>EUR</Ccy></Acct>${head}${entries}</Stmt></BkToCstmrStmt></Document>`

const balance = (type: string, amount: string, side = 'CRDT', currency = 'EUR'): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>`

type EntryParts = {
  readonly amount?: string
  readonly side?: string
  readonly status?: string
  readonly date?: string
  readonly before?: string
  readonly details?: string
  readonly label?: string
}

const entry = ({
  amount = '120.00',
  side = 'CRDT',
  status = '<Sts>BOOK</Sts>',
  date = '<Dt>2026-11-20</Dt>',
  before = '',
  details = '',
  label = '',
}: EntryParts = {}): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${before}${status}<BookgDt>${date}</BookgDt>${details && `<NtryDtls>${details}</NtryDtls>`}${label && `<AddtlNtryInf>${label}</AddtlNtryInf>`}</Ntry>`

function read(parts: Parts): Statement {
  const { statements } = readStatements(utf8(message(parts)))
  expect(statements).toHaveLength(1)
  return statements[0] as Statement
}

function line(parts: EntryParts): StatementLine {
  const statement = read({ entries: entry(parts) })
  expect(statement.lines).toHaveLength(1)
  return statement.lines[0] as StatementLine
}

const codes = (statement: Statement): string[] => statement.warnings.map((warning) => warning.code)

const parties = (debtor: string, creditor: string): string => {
  const party = (role: string, iban: string) =>
    `<${role}><Nm>${role} name</Nm></${role}><${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`
  return `<RltdPties>${party('Dbtr', debtor)}${party('Cdtr', creditor)}</RltdPties>`
}

describe('a message is known by its shape', () => {
  it.each([
    ['without a namespace', ''],
    ['with a namespace of the future', ' xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.13"'],
    ['with a wrong namespace', ' xmlns="urn:wrong"'],
  ])('%s', (_, namespace) => {
    expect(read({ namespace, entries: entry() }).lines).toHaveLength(1)
  })

  it('with a prefix on every element', () => {
    const prefixed = message({ entries: entry(), namespace: '' }).replace(/<(\/?)([A-Z])/g, '<$1ns2:$2')
    expect(readStatements(utf8(prefixed)).statements[0]?.lines).toHaveLength(1)
  })

  it('inside the envelope of a bank', () => {
    const inside = message({ entries: entry() }).replace(/<\?xml[^>]*>/, '')
    const file = readStatements(utf8(`<Envelope><Header/><Body><AppHdr/>${inside}</Body></Envelope>`))
    expect(file.statements[0]?.lines).toHaveLength(1)
  })

  it('two documents one after the other in a file are two statements', () => {
    expect(readStatements(utf8(`${message({ entries: entry() })}\n${message({})}`)).statements.map((one) => one.lines.length)).toEqual([
      1, 0,
    ])
  })

  it.each([
    ['BkToCstmrAcctRpt', 'Rpt', 'camt.052'],
    ['BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'camt.054'],
  ])('%s is %s of %s', (root, part, format) => {
    const xml = message({ entries: entry() })
      .replaceAll('BkToCstmrStmt', root)
      .replaceAll('<Stmt>', `<${part}>`)
      .replaceAll('</Stmt>', `</${part}>`)
    expect(readStatements(utf8(xml))).toMatchObject({ format, statements: [{ lines: [{ amountCents: 12_000n }] }] })
  })
})

/** What changed from one version to the next, of what is read: the status and the parties in .08, the amount of a transaction in .04. */
function versioned(version: number): string {
  const status = version < 8 ? '<Sts>BOOK</Sts>' : '<Sts><Cd>BOOK</Cd></Sts>'
  const party = version < 8 ? '<Nm>Ets Bernard</Nm>' : '<Pty><Nm>Ets Bernard</Nm></Pty>'
  const agent = `<RltdAgts><DbtrAgt><FinInstnId>${version === 2 ? '<BIC>AGRIFRPP</BIC>' : '<BICFI>AGRIFRPP</BICFI>'}</FinInstnId></DbtrAgt></RltdAgts>`
  const amount = (text: string): string =>
    version < 4
      ? `<AmtDtls><TxAmt><Amt Ccy="EUR">${text}</Amt></TxAmt></AmtDtls>`
      : `<Amt Ccy="EUR">${text}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`
  const unique = version < 8 ? '' : '<UETR>eb6305c9-1f7f-49de-aed0-16487c27b42d</UETR>'
  const transaction = (id: string, text: string): string =>
    `<TxDtls><Refs><EndToEndId>${id}</EndToEndId>${unique}</Refs>${amount(text)}<RltdPties><Dbtr>${party}</Dbtr><DbtrAcct><Id><IBAN>${CUSTOMER}</IBAN></Id></DbtrAcct></RltdPties>${agent}<RmtInf><Ustrd>${id}</Ustrd></RmtInf></TxDtls>`
  return entry({ status, details: transaction('F1', '100.00') + transaction('F2', '20.00') })
}

describe('every version from .02 to .13 reads the same', () => {
  const versions = Array.from({ length: 12 }, (_, index) => index + 2)
  const messages = [
    ['BkToCstmrAcctRpt', 'Rpt', 'camt.052'],
    ['BkToCstmrStmt', 'Stmt', 'camt.053'],
    ['BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'camt.054'],
  ] as const
  it.each(messages.flatMap(([root, part, format]) => versions.map((version) => [format, version, root, part] as const)))(
    '%s.001 version %d',
    (format, version, root, part) => {
      const namespace = ` xmlns="urn:iso:std:iso:20022:tech:xsd:${format}.001.${String(version).padStart(2, '0')}"`
      const xml = message({ namespace, head: balance('OPBD', '0.00') + balance('CLBD', '120.00'), entries: versioned(version) })
        .replaceAll('BkToCstmrStmt', root)
        .replace(/<(\/?)Stmt>/g, `<$1${part}>`)
      const operation = { counterparty: 'Ets Bernard', iban: CUSTOMER, currency: 'EUR' }
      expect(readStatements(utf8(xml))).toMatchObject({
        format,
        warnings: [],
        statements: [
          {
            proven: true,
            warnings: [],
            lines: [
              {
                amountCents: 12_000n,
                details: [
                  { ...operation, endToEndId: 'F1', text: 'F1', amountCents: 10_000n },
                  { ...operation, endToEndId: 'F2', text: 'F2', amountCents: 2000n },
                ],
              },
            ],
          },
        ],
      })
    },
  )
})

describe('the amount of a line', () => {
  it('takes its sign from the side, and a reversal does not turn it round', () => {
    expect(line({ side: 'DBIT', before: '<RvslInd>true</RvslInd>' })).toMatchObject({ amountCents: -12_000n, reversal: true })
    expect(line({ side: 'CRDT', before: '<RvslInd>1</RvslInd>' })).toMatchObject({ amountCents: 12_000n, reversal: true })
  })

  it('with more than two decimals is exact when they are zeros, rounded and told when not', () => {
    expect(line({ amount: '8.850' }).amountCents).toBe(885n)
    const statement = read({ entries: entry({ amount: '8.855' }) })
    expect(statement.lines[0]?.amountCents).toBe(886n)
    expect(statement.warnings).toEqual([{ code: 'amount_rounded', facts: { line: 1, text: '8.855' } }])
  })

  it('that cannot be read leaves the line out and says so, the others stay', () => {
    const statement = read({ entries: entry({ amount: '12..34' }) + entry() })
    expect(statement.lines).toHaveLength(1)
    expect(statement.warnings).toEqual([{ code: 'line_unreadable', facts: { line: 1, field: 'amount', text: '12..34' } }])
  })
})

describe('what is booked', () => {
  it('is said as text in .02 and as a code in .08', () => {
    expect(read({ entries: entry({ status: '<Sts>BOOK</Sts>' }) + entry({ status: '<Sts><Cd>BOOK</Cd></Sts>' }) }).lines).toHaveLength(2)
  })

  it('pending and informative lines are left out, counted and told', () => {
    const pending = entry({ status: '<Sts>PDNG</Sts>' })
    const statement = read({ entries: pending + pending + entry({ status: '<Sts><Cd>INFO</Cd></Sts>' }) + entry() })
    expect(statement.lines).toHaveLength(1)
    expect(statement.warnings).toEqual([
      { code: 'lines_not_booked', facts: { status: 'PDNG', count: 2 } },
      { code: 'lines_not_booked', facts: { status: 'INFO', count: 1 } },
    ])
  })

  it.each([
    ['<DtTm>2026-11-20T23:30:00+01:00</DtTm>', '2026-11-20'],
    ['<DtTm>2026-11-20T23:30:00Z</DtTm>', '2026-11-21'],
    ['<DtTm>2026-11-20T23:30:00</DtTm>', '2026-11-20'],
    ['<Dt>2026-11-20+01:00</Dt>', '2026-11-20'],
  ])('%s is booked on %s', (date, day) => {
    expect(line({ date }).bookedOn).toBe(day)
  })
})

describe('the other side', () => {
  it('of a credit is the debtor, of a debit the creditor', () => {
    expect(line({ details: `<TxDtls>${parties(CUSTOMER, OWN)}</TxDtls>` })).toMatchObject({ counterparty: 'Dbtr name', iban: CUSTOMER })
    expect(line({ side: 'DBIT', details: `<TxDtls>${parties(OWN, CUSTOMER)}</TxDtls>` })).toMatchObject({
      counterparty: 'Cdtr name',
      iban: CUSTOMER,
    })
  })

  it('of a direct debit that comes back is our customer, who was its debtor', () => {
    const returned = `<TxDtls>${parties(CUSTOMER, OWN)}<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls>`
    expect(line({ side: 'DBIT', details: returned })).toMatchObject({ counterparty: 'Dbtr name', iban: CUSTOMER, returnReason: 'AM04' })
  })

  it('is never ourselves, whichever role the bank gave us in a return', () => {
    const swapped = `<TxDtls>${parties(OWN, CUSTOMER)}<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>`
    expect(line({ side: 'DBIT', details: swapped })).toMatchObject({ counterparty: 'Cdtr name', iban: CUSTOMER })
  })

  it('has its name inside Pty from .08 on, and an IBAN with a wrong key is no IBAN', () => {
    const details = `<TxDtls><RltdPties><Dbtr><Pty><Nm>Bernard</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>FR7630006000011234567890188</IBAN></Id></DbtrAcct></RltdPties></TxDtls>`
    const read = line({ details })
    expect(read.counterparty).toBe('Bernard')
    expect(read).not.toHaveProperty('iban')
  })
})

describe('references and text', () => {
  it('NOTPROVIDED is no reference', () => {
    expect(line({ details: '<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs></TxDtls>' })).not.toHaveProperty('endToEndId')
  })

  it('the remittance is on one line, with the structured references it does not already hold', () => {
    const details =
      '<TxDtls><RmtInf><Ustrd>Facture\n F2026-0412</Ustrd><Ustrd>merci</Ustrd><Strd><RfrdDocInf><Nb>F2026-0412</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>'
    expect(line({ details, label: 'VIR SEPA' })).toMatchObject({
      text: 'Facture F2026-0412 merci RF18539007547034',
      bankText: 'VIR SEPA',
      remittanceReferences: ['RF18539007547034', 'F2026-0412'],
    })
  })

  it('the label of the bank stands in when nobody wrote a remittance', () => {
    expect(line({ label: 'COMMISSION' })).toMatchObject({ text: 'COMMISSION' })
  })

  it('one entry with several operations is one line with its details, added up', () => {
    const part = (amount: string, name: string) =>
      `<TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`
    const whole = read({ entries: entry({ details: part('100.00', 'A') + part('20.00', 'B') }) })
    expect(whole.lines[0]?.details.map((detail) => [detail.counterparty, detail.amountCents])).toEqual([
      ['A', 10_000n],
      ['B', 2_000n],
    ])
    expect(whole.lines[0]?.batchSize).toBe(2)
    expect(codes(read({ entries: entry({ details: part('100.00', 'A') + part('19.00', 'B') }) }))).toEqual(['details_do_not_add_up'])
  })

  it('an operation booked net of a fee keeps its gross amount as detail, and the currency it was ordered in', () => {
    const details = '<TxDtls><Amt Ccy="EUR">125.00</Amt><AmtDtls><InstdAmt><Amt Ccy="USD">140.00</Amt></InstdAmt></AmtDtls></TxDtls>'
    expect(line({ details })).toMatchObject({ original: { amountCents: 14_000n, currency: 'USD' }, details: [{ amountCents: 12_500n }] })
  })
})

describe('the balances', () => {
  const proof = (head: string, entries = entry()) => read({ head, entries })

  it('prove the statement, or say by how much they do not; the statement is read all the same', () => {
    expect(proof(balance('OPBD', '100.00') + balance('CLBD', '220.00')).proven).toBe(true)
    const wrong = proof(balance('OPBD', '100.00') + balance('CLBD', '219.99'))
    expect(wrong).toMatchObject({ proven: false, lines: [{ amountCents: 12_000n }] })
    expect(wrong.warnings).toEqual([{ code: 'balance_not_proven', facts: { gap: '-0.01', currency: 'EUR' } }])
  })

  it('overdrawn are negative', () => {
    expect(proof(balance('OPBD', '300.00', 'DBIT') + balance('CLBD', '180.00', 'DBIT'))).toMatchObject({
      proven: true,
      opening: { amountCents: -30_000n },
    })
  })

  it.each([
    ['one is missing', balance('OPBD', '100.00')],
    ['none is given', ''],
    ['they are in two currencies', balance('OPBD', '100.00') + balance('CLBD', '220.00', 'CRDT', 'CHF')],
  ])('prove nothing when %s', (_, head) => {
    expect(proof(head).proven).toBeNull()
  })

  it.each([
    ['the close of the day before opens', 'PRCD', 'CLBD'],
    ['interim balances bound a page', 'ITBD', 'ITBD'],
    ['an interim balance closes an intraday report', 'OPBD', 'ITBD'],
  ])('%s', (_, opening, closing) => {
    expect(proof(balance(opening, '100.00') + balance(closing, '220.00').replace('-20</Dt>', '-21</Dt>')).proven).toBe(true)
  })

  it('only the difference of what is said is computed: cents are hundredths, whatever the currency', () => {
    expect(moneyText(line({ amount: '2700' }).amountCents)).toBe('2700.00')
  })

  it('a period in which its own lines do not lie is told, and not believed', () => {
    const head = '<FrToDt><FrDtTm>2020-06-24T00:00:00</FrDtTm><ToDtTm>2020-06-24T23:59:59</ToDtTm></FrToDt>'
    const statement = read({ head, entries: entry() })
    expect(codes(statement)).toEqual(['period_differs'])
    expect(statement).toMatchObject({ from: '2026-11-20', to: '2026-11-20' })
  })
})
