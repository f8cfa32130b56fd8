import { addDays, parseDay } from '#core/day'
import { ZERO, moneyText, parseMoney, sum, toCents } from '#core/money'
import { expect, test } from 'vitest'
import { bankLinesOf, eventsOf } from './figures.ts'
import { broceliande } from './index.ts'
import type { BankTruth } from './plan.ts'

const world = broceliande({ until: parseDay('2026-11-21') })
const statements = eventsOf(world, 'bank-statement')
const lines = bankLinesOf(world)

test('the balances of each statement prove, and each begins where the other ended', () => {
  let balance = world.company.bankAccounts[0]?.openingBalance
  for (const { openingBalance, closingBalance, lines: own } of statements) {
    expect(openingBalance).toBe(balance)
    expect(moneyText(sum([parseMoney(openingBalance), ...own.map(({ amount }) => parseMoney(amount))]))).toBe(closingBalance)
    balance = closingBalance
  }
})

test('statements cover every day up to the eve of the last, once, and are imported after they end', () => {
  let next = world.from
  for (const { from, to, on, lines: own } of statements) {
    expect(from).toBe(next)
    expect(on > to).toBe(true)
    expect(own.every(({ bookedOn }) => from <= bookedOn && bookedOn <= to)).toBe(true)
    next = addDays(to, 1)
  }
  expect(next).toBe(world.until)
})

test('the account never ends a week overdrawn', () => {
  expect(statements.filter(({ closingBalance }) => parseMoney(closingBalance) < ZERO)).toEqual([])
})

test('a transfer is worth what it settles and what it leaves over; a deposit is worth its payments', () => {
  const typed = new Map(eventsOf(world, 'payment-typed').map(({ key, amount }) => [key, parseMoney(amount)]))
  for (const { amount, truth } of lines) {
    if (truth.kind === 'customer-transfer') {
      const settled = truth.settles.map((settlement) => parseMoney(settlement.amount))
      expect(sum([...settled, parseMoney(truth.unallocated)])).toBe(parseMoney(amount))
    }
    if (truth.kind === 'deposit') expect(sum(truth.payments.map((key) => typed.get(key) ?? ZERO))).toBe(parseMoney(amount))
  }
})

test('a payment reaches the bank once', () => {
  const deposited = lines.flatMap(({ truth }) => (truth.kind === 'deposit' ? truth.payments : []))
  expect(new Set(deposited).size).toBe(deposited.length)
})

test('nobody pays more than 1,000 EUR in notes', () => {
  const cash = eventsOf(world, 'payment-typed').filter(({ method }) => method === 'cash')
  expect(cash.filter(({ amount }) => parseMoney(amount) > toCents(100_000))).toEqual([])
})

test('labels are what a bank prints: short, in capitals, without accents', () => {
  expect(lines.filter(({ label }) => !/^[A-Z0-9/?:().,'+ -]{3,70}$/.test(label)).map(({ label }) => label)).toEqual([])
})

test('a statement is more than customers: every kind of line occurs, and line keys are unique', () => {
  const kinds: BankTruth['kind'][] = ['customer-transfer', 'deposit', 'supplier', 'payroll', 'tax', 'fee', 'overhead', 'own-transfer']
  expect([...new Set(lines.map(({ truth }) => truth.kind))].sort()).toEqual(kinds.sort())
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
})
