import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { type SampleLine, camt053, sampleStatement } from './camt/sample.ts'
import { fingerprints } from './fingerprint.ts'
import type { Statement } from './model.ts'
import { readStatements } from './read.ts'

const account = { iban: 'FR7630006000011234567890189', currency: 'EUR' }
const line = (day: string, amount: string, text: string, reference?: string): SampleLine => ({
  bookedOn: parseDay(day),
  amount,
  text,
  ...(reference !== undefined && { reference }),
})
const statement = (...lines: SampleLine[]): Statement => sampleStatement({ account, opening: '0.00', lines })
const keys = (...lines: SampleLine[]): string[] => fingerprints(statement(...lines))

const monday = line('2026-11-02', '4.50', 'CAFÉ DE LA GARE')
const tuesday = line('2026-11-03', '120.00', 'VIR BERNARD F2026-0412', 'R1')
const wednesday = line('2026-11-04', '-9.90', 'COTISATION')

describe('never the same line twice', () => {
  it('the same file, read twice or written in another version, gives the same fingerprints', () => {
    const said = { account, opening: '0.00', lines: [monday, tuesday] }
    const read = (version: '02' | '08') =>
      readStatements(new TextEncoder().encode(camt053(said, { version }))).statements.flatMap((one) => fingerprints(one))
    expect(read('02')).toEqual(read('08'))
    expect(read('02')).toEqual(fingerprints(sampleStatement(said)))
  })

  it('two files that overlap agree on the lines they share, in any order', () => {
    const [, second, third] = keys(monday, tuesday, wednesday)
    expect(keys(wednesday, tuesday)).toEqual([third, second])
  })

  it('two truly equal lines on one day stay two, also in an overlapping file', () => {
    const [first, second] = keys(monday, monday)
    expect(first).not.toBe(second)
    expect(keys(tuesday, monday, monday).slice(1)).toEqual([first, second])
  })

  it('a reference that the bank gives to two different amounts does not merge them', () => {
    expect(new Set(keys(line('2026-11-24', '1537.00', 'A', 'KBMSU'), line('2026-11-24', '1692.22', 'B', 'KBMSU'))).size).toBe(2)
  })

  it('with a reference the text may change, without one its blanks, case and accents may', () => {
    expect(keys(line('2026-11-03', '120.00', 'VIR BERNARD', 'R1'))).toEqual(keys(tuesday))
    expect(keys(line('2026-11-02', '4.50', 'Cafe  de la gare.'))).toEqual(keys(monday))
    expect(keys(line('2026-11-02', '4.50', 'CAFE DE LA PLACE'))).not.toEqual(keys(monday))
  })

  it('the account counts, and can be told when the file does not name it', () => {
    const other = { iban: 'DE89370400440532013000', currency: 'EUR' }
    const unnamed: Statement = { ...statement(monday), account: { currency: 'EUR' } }
    expect(fingerprints(unnamed)).not.toEqual(keys(monday))
    expect(fingerprints(unnamed, account)).toEqual(keys(monday))
    expect(fingerprints(statement(monday), other)).not.toEqual(keys(monday))
  })
})
