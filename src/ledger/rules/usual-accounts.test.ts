import { expect, it } from 'vitest'
import { accountProblem, USUAL_ACCOUNTS, usualAccountsLike } from './usual-accounts.ts'

it('every usual account may be booked to, once, and has a name in both languages', () => {
  const accounts = USUAL_ACCOUNTS.map(({ account }) => account)
  expect(accounts.filter((account) => accountProblem(account) !== undefined)).toEqual([])
  expect(new Set(accounts).size).toBe(accounts.length)
  for (const { label } of USUAL_ACCOUNTS) expect([label.fr, label.en].filter((text) => text === '')).toEqual([])
})

it.each([
  ['627800', undefined],
  ['62780012', undefined],
  ['512100', undefined],
  ['411000', 'account_of_customers'],
  ['41100001', 'account_of_customers'],
  ['512000', 'account_of_bank'],
  ['6278', 'account_unreadable'],
  ['627800123', 'account_unreadable'],
  ['827800', 'account_unreadable'],
  ['6278AB', 'account_unreadable'],
  ['', 'account_unreadable'],
])('« %s » : %s', (account, problem) => {
  expect(accountProblem(account)).toBe(problem)
})

it('is found by the beginning of its number, or by words without their accents', () => {
  expect(usualAccountsLike('6278', 'fr').map(({ account }) => account)).toEqual(['627800'])
  expect(usualAccountsLike('INTERETS emprunt', 'fr').map(({ account }) => account)).toEqual(['661100'])
  expect(usualAccountsLike('rent', 'en').map(({ account }) => account)).toContain('613200')
  expect(usualAccountsLike('', 'en')).toHaveLength(USUAL_ACCOUNTS.length)
})
