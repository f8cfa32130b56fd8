import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { parseMoney, sum, toCents } from '#core/money'
import { type BankOperation, entryOfBankOperation } from './bank-operation.ts'

const operation = (amount: string, parts: readonly (readonly [account: string, amount: string, vat: string])[]): BankOperation => ({
  bookedOn: parseDay('2026-04-10'),
  amountCents: parseMoney(amount),
  text: 'FRAIS TENUE DE COMPTE',
  reference: '',
  parts: parts.map(([account, gross, vat]) => ({ account, amountCents: parseMoney(gross), vatCents: parseMoney(vat) })),
})
const lines = (of: BankOperation, way: 'booked' | 'taken_back' = 'booked') =>
  entryOfBankOperation(of, way).lines.map(({ account, creditCents, debitCents }) => [account, debitCents, creditCents])

it('money out: the accounts and deductible VAT against the bank', () => {
  expect(lines(operation('-120.00', [['627800', '120', '20']]))).toEqual([
    ['512000', 0n, 12_000n],
    ['627800', 10_000n, 0n],
    ['445660', 2_000n, 0n],
  ])
})

it('money in: the bank against the accounts and collected VAT', () => {
  const parts = [
    ['758000', '60', '10'],
    ['768000', '3.12', '0'],
  ] as const
  expect(lines(operation('63.12', parts))).toEqual([
    ['512000', 6_312n, 0n],
    ['758000', 0n, 5_000n],
    ['445710', 0n, 1_000n],
    ['768000', 0n, 312n],
  ])
})

it('taken back, every line is turned round on the same day, and the words say so', () => {
  const booked = operation('-38.40', [['627800', '38.40', '0']])
  expect(lines(booked, 'taken_back')).toEqual([
    ['512000', 3_840n, 0n],
    ['627800', 0n, 3_840n],
  ])
  expect(entryOfBankOperation(booked, 'taken_back')).toMatchObject({
    label: 'Annulation : FRAIS TENUE DE COMPTE',
    entryOn: '2026-04-10',
    pieceReference: 'Relevé 2026-04-10',
  })
})

it('always balances, and moves the bank by the amount of the line', () => {
  const part = fc.record({
    account: fc.constantFrom('401000', '627800', '471000', '445660'),
    cents: fc.bigInt(1n, 10n ** 11n),
    share: fc.bigInt(0n, 100n),
  })
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.constantFrom('booked', 'taken_back'),
      (drawn, isIn, way) => {
        const parts = drawn.map(({ account, cents, share }) => ({
          account,
          amountCents: toCents(cents),
          vatCents: toCents((cents * share) / 120n),
        }))
        const total = sum(parts.map(({ amountCents }) => amountCents))
        const amountCents = toCents(isIn ? total : -total)
        const entry = entryOfBankOperation({ ...operation('1', []), amountCents, parts }, way)
        const balance = entry.lines.reduce((left, line) => left + line.debitCents - line.creditCents, 0n)
        const bank = entry.lines.find(({ account }) => account === '512000')
        expect(balance).toBe(0n)
        expect((bank?.debitCents ?? 0n) - (bank?.creditCents ?? 0n)).toBe(way === 'booked' ? amountCents : -amountCents)
      },
    ),
  )
})
