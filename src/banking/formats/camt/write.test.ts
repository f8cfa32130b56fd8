import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { moneyText, toCents } from '#core/money'
import { type SampleLine, type SampleStatement, camt053, sampleStatement } from './sample.ts'
import { readStatements } from '../read.ts'
import { type CamtVersion, writeCamt053 } from './write.ts'

const corpora = process.env['ENCOURS_CORPORA'] ?? '../shared/corpora'
const schemaFile = (version: CamtVersion) => path.join(corpora, 'sepa-xsd', `camt.053.001.${version}.xsd`)
const hasSchemas = existsSync(schemaFile('02')) && existsSync(schemaFile('08'))

const IBANS = ['FR7630006000011234567890189', 'DE89370400440532013000', 'FR1420041010050500013M02606'] as const

const day = fc.nat({ max: 400 }).map((days) => addDays(parseDay('2026-01-01'), days))
const amount = fc.bigInt({ min: -99_999_999n, max: 99_999_999n }).map((cents) => moneyText(toCents(cents)))
const words = fc
  .array(fc.stringMatching(/^[A-Za-zéèÉ0-9&<>"'./+-]{1,12}$/), { minLength: 1, maxLength: 40 })
  .map((list) => `F ${list.join(' ')}`)
const reference = fc.stringMatching(/^[A-Z][A-Z0-9]{3,20}$/)

const operation = fc.record(
  {
    amount,
    text: words,
    endToEndId: reference,
    mandateId: reference,
    reference,
    counterparty: fc.constantFrom('Ets Bernard & Fils', 'SARL "Élan"', 'ZOÉ <DURAND>'),
    ultimateCounterparty: fc.constantFrom('Mairie de Vizille', 'Groupe Alpes'),
    iban: fc.constantFrom(IBANS[1], IBANS[2]),
    returnReason: fc.constantFrom('AC04', 'AM04', 'MD06'),
  },
  { requiredKeys: ['amount', 'text'] },
)

/** A batch whose children add up, all on the side of the line. */
const batch = fc.array(operation, { minLength: 2, maxLength: 5 }).map((parts) => {
  const details = parts.map((part) => ({ ...part, amount: part.amount.replace('-', '') }))
  const total = details.reduce((sum, part) => sum + BigInt(part.amount.replace('.', '')), 0n)
  return { details, amount: moneyText(toCents(total)) }
})

const booking = fc.record(
  {
    bookedOn: day,
    valueOn: day,
    reversal: fc.boolean(),
    operationCode: fc.constant('PMNT/RCDT/ESCT'),
    bankOperationCode: fc.constant('05'),
  },
  { requiredKeys: ['bookedOn', 'reversal'] },
)

/** One operation, perhaps with the bank's own label, or a batch with its label. */
const line: fc.Arbitrary<SampleLine> = fc
  .tuple(
    booking,
    fc.oneof(
      operation,
      fc.record({ amount, text: words, bankText: words.map((text) => `LIB ${text}`) }),
      fc.tuple(words, batch).map(([text, children]) => Object.assign({ text }, children)),
    ),
  )
  .map((parts): SampleLine => Object.assign({}, ...parts))

const sample: fc.Arbitrary<SampleStatement> = fc.record({
  account: fc.constant({ iban: IBANS[0], currency: 'EUR' }),
  opening: amount,
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  id: fc.constant('REL-2026-11'),
  sequence: fc.constant('118'),
})

const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml)

describe('writing a camt.053', () => {
  it.each(['02', '08'] as const)('a statement written as .%s and read again is the same statement', (version) => {
    fc.assert(
      fc.property(sample, (said) => {
        const statement = sampleStatement(said)
        const file = readStatements(bytes(writeCamt053(statement, { version })))
        expect(file).toEqual({ format: 'camt.053', statements: [statement], warnings: [] })
      }),
      { numRuns: 150 },
    )
  })

  it.skipIf(!hasSchemas).each(['02', '08'] as const)(
    'is valid by the official camt.053.001.%s schema (skipped without the corpora)',
    (version) => {
      const schema = XmlDocument.fromBuffer(readFileSync(schemaFile(version)))
      const validator = XsdValidator.fromDoc(schema)
      try {
        fc.assert(
          fc.property(sample, (said) => {
            const document = XmlDocument.fromString(camt053(said, { version }))
            try {
              expect(() => validator.validate(document)).not.toThrow()
            } finally {
              document.dispose()
            }
          }),
          { numRuns: 60 },
        )
      } finally {
        validator.dispose()
        schema.dispose()
      }
    },
  )
})
