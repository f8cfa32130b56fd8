import { expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { camt053 } from './camt/sample.ts'
import { fingerprints } from './fingerprint.ts'
import { readStatements } from './read.ts'

const COUNT = 10_000

it('ten thousand entries on a single line of text are read like any other, and none is taken for another', () => {
  const lines = Array.from({ length: COUNT }, (_, index) => ({
    bookedOn: parseDay('2026-11-20'),
    amount: '8.85',
    text: `F2026-${index % 5000}`,
  }))
  const xml = camt053({ account: { iban: 'FR7630006000011234567890189', currency: 'EUR' }, opening: '0.00', lines })
  const [statement] = readStatements(new TextEncoder().encode(xml)).statements
  expect(statement).toMatchObject({ proven: true, closing: { amountCents: 8_850_000n } })
  expect(new Set(statement ? fingerprints(statement) : []).size).toBe(COUNT)
})

it('ten thousand rows of CSV with a running balance are read and prove', () => {
  const rows = Array.from({ length: COUNT }, (_, index) => `20/11/2026;"VIR\nF2026-${index}";1,00;${index + 1},00`)
  const [statement] = readStatements(new TextEncoder().encode(`Date;Libellé;Montant;Solde\n${rows.join('\n')}\n`)).statements
  expect(statement).toMatchObject({ proven: true, closing: { amountCents: 1_000_000n } })
  expect(statement?.lines).toHaveLength(COUNT)
})
