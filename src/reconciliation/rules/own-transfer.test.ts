import { expect, it } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { parseMoney } from '#core/money'
import { findOwnTransfer, type OtherSide } from './own-transfer.ts'

const ON = parseDay('2026-04-10')
const ACCOUNTS = [
  { accountId: 'current', name: 'Compte courant', identifier: 'FR76CURRENT' },
  { accountId: 'savings', name: 'Livret', identifier: 'FR76SAVINGS' },
  { accountId: 'tin', name: 'Caisse', identifier: null },
]
const line = (amount: string, iban?: string) => ({ accountId: 'current', amountCents: parseMoney(amount), bookedOn: ON, iban })
const side = (lineId: string, amount: string, days = 0, accountId = 'savings'): OtherSide => ({
  lineId,
  accountId,
  bookedOn: addDays(ON, days),
  amountCents: parseMoney(amount),
  booked: false,
})

it('is told by the account it goes to, if that is another of ours', () => {
  expect(findOwnTransfer(line('-500', 'FR76SAVINGS'), ACCOUNTS, [])).toMatchObject({
    other: undefined,
    byAccount: true,
    evidence: [{ code: 'own_account', facts: { name: 'Livret' } }],
  })
  expect(findOwnTransfer(line('-500', 'FR76CURRENT'), ACCOUNTS, [])).toBeUndefined()
  expect(findOwnTransfer(line('-500', 'FR76OTHER'), ACCOUNTS, [])).toBeUndefined()
  expect(findOwnTransfer(line('-500'), ACCOUNTS, [])).toBeUndefined()
})

it.each([-3, 0, 3])('is told by an opposite line %s days away', (days) => {
  const found = findOwnTransfer(line('-500'), ACCOUNTS, [side('a', '500', days)])
  expect(found?.other?.lineId).toBe('a')
  expect(found?.evidence).toEqual([{ code: 'opposite_line', facts: { name: 'Livret', bookedOn: addDays(ON, days) } }])
})

it('not by one of four days, of another amount, of the same sign, or on the same account', () => {
  const others = [side('a', '500', 4), side('b', '500.01'), side('c', '-500'), side('d', '500', 0, 'current')]
  expect(findOwnTransfer(line('-500'), ACCOUNTS, others)).toBeUndefined()
})

it('takes the nearest of several and says that there are several', () => {
  const found = findOwnTransfer(line('500'), ACCOUNTS, [side('far', '-500', 2), side('near', '-500', 1)])
  expect(found?.other?.lineId).toBe('near')
  expect(found?.evidence.map(({ code }) => code)).toEqual(['opposite_line', 'opposite_lines_several'])
})

it('when the line names an account, the other side is on that one', () => {
  const found = findOwnTransfer(line('-500', 'FR76SAVINGS'), ACCOUNTS, [side('tin', '500', 0, 'tin'), side('book', '500', 3)])
  expect(found?.other?.lineId).toBe('book')
})
