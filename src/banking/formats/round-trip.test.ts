import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { moneyText, toCents } from '#core/money'
import { type SampleLine, type SampleStatement, sampleStatement } from './camt/sample.ts'
import { writeCfonb120 } from './fixtures/cfonb-writer.ts'
import { type Dialect, writeMt940 } from './fixtures/mt940-writer.ts'
import { readStatements } from './read.ts'

const IBANS = ['FR7630006000011234567890189', 'FR1420041010050500013M02606', 'DE89370400440532013000'] as const
const WORDS = ['FACTURE', 'F2026-0412', 'ACOMPTE', 'ÉLAN & FILS', 'solde', 'BOIS', '12', 'CHANTIER DE VIZILLE', '(2-3)', 'RÉF.7']

const words = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ').slice(0, most).trim())
const code = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^R[A-Z0-9-]{0,${most - 2}}[A-Z]$`))
const cents = fc.integer({ min: -99_999_999, max: 99_999_999 }).filter((value) => value !== 0)
const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(parseDay('2026-01-05'), days))

type Parts = { readonly amount: number; readonly line: Omit<SampleLine, 'amount'> }

/** `required` is what each line of the format has. */
const line = (required: object, optional: object): fc.Arbitrary<Parts> =>
  fc
    .tuple(cents, fc.record({ bookedOn: day, ...required }), fc.record(optional, { requiredKeys: [] }))
    .map(([amount, always, sometimes]) => ({ amount, line: Object.assign({}, always, sometimes) as Omit<SampleLine, 'amount'> }))

const sample = (lines: fc.Arbitrary<Parts>, more: Partial<SampleStatement>): fc.Arbitrary<SampleStatement> =>
  fc.record({ opening: cents, lines: fc.array(lines, { minLength: 1, maxLength: 8 }) }).map(({ lines, opening }) =>
    Object.assign({}, more, {
      account: { iban: IBANS[0], currency: 'EUR' },
      opening: moneyText(toCents(opening)),
      lines: lines.map(({ amount, line }): SampleLine => Object.assign({ amount: moneyText(toCents(amount)) }, line)),
    }),
  )

const PARTY = { counterparty: words(50), ultimateCounterparty: words(50), iban: fc.constantFrom(IBANS[1], IBANS[2]) }

const ofCfonb = sample(
  line(
    {
      valueOn: day,
      text: words(130),
      bankText: words(27).map((text) => `VIR ${text}`),
      bankOperationCode: fc.constantFrom('05', '06', 'A1', 'B1', '62'),
    },
    {
      ...PARTY,
      counterpartyId: code(35),
      reference: code(16),
      entryReference: fc.integer({ min: 1, max: 9_999_999 }).map((number) => String(number).padStart(7, '0')),
      endToEndId: code(35),
      mandateId: code(35),
      paymentInformationId: code(35),
      returnReason: fc.constant('AM04'),
    },
  ),
  {},
)

const BOOKING = { valueOn: day, reversal: fc.boolean(), text: words(90) }
const IDS = { reference: code(16), endToEndId: code(30), mandateId: code(30) }
const HEADER = { id: 'REL-2026-11', sequence: '118/1' }
/** What each dialect can say, besides what every one says. */
const DIALECTS: Readonly<Record<Dialect, fc.Arbitrary<SampleStatement>>> = {
  german: sample(
    line(
      { ...BOOKING, bankText: fc.constant('GUTSCHRIFT'), bankOperationCode: fc.constant('166') },
      { ...IDS, ...PARTY, ultimateCounterparty: words(20), paymentInformationId: code(20) },
    ),
    HEADER,
  ),
  labels: sample(
    line(
      { ...BOOKING, bankOperationCode: fc.constant('NTRF') },
      { ...IDS, ultimateCounterparty: words(30), paymentInformationId: code(30) },
    ),
    HEADER,
  ),
  slashes: sample(
    line({ ...BOOKING, bankOperationCode: fc.constant('NTRF') }, { ...IDS, ...PARTY, returnReason: fc.constantFrom('AC04', 'MD06') }),
    HEADER,
  ),
}

/** The two dates of an entry lie less than half a year apart, as they do in a bank. */
const nearValues = (said: SampleStatement): SampleStatement => ({
  ...said,
  lines: said.lines.map((each) => ({ ...each, valueOn: addDays(each.bookedOn, (each.text.length % 7) - 3) })),
})

const NUMBER_OF_RUNS = 150

describe('a statement written and read again is the same statement', () => {
  it.each([
    ['with CR and LF', '\r\n'],
    ['with LF', '\n'],
    ['without line ends', ''],
  ])('in CFONB 120 %s', (_, lineEnd) => {
    fc.assert(
      fc.property(ofCfonb, (said) => {
        const statement = sampleStatement(said)
        const file = readStatements(new TextEncoder().encode(writeCfonb120(statement, lineEnd)))
        expect(file).toEqual({ format: 'cfonb120', statements: [statement], warnings: [] })
      }),
      { numRuns: NUMBER_OF_RUNS },
    )
  })

  it.each([
    ['german', false],
    ['labels', true],
    ['slashes', true],
  ] as const)('in MT940, %s, in blocks: %s', (dialect, inBlocks) => {
    fc.assert(
      fc.property(DIALECTS[dialect], (said) => {
        const statement = sampleStatement(nearValues(said))
        const file = readStatements(new TextEncoder().encode(writeMt940(statement, dialect, inBlocks)))
        expect(file).toEqual({ format: 'mt940', statements: [statement], warnings: [] })
      }),
      { numRuns: NUMBER_OF_RUNS },
    )
  })
})
