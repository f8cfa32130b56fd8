import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseMoney, sum, toCents } from '#core/money'
import { book, line, owes } from './fixtures.ts'
import { lessCredit, openLessCredit } from './less-credit.ts'
import type { OpenCredit, OpenInvoice } from './model.ts'

const credit = (itemId: string, amount: string): OpenCredit => ({
  itemId,
  customerId: 'bihan',
  reference: itemId,
  openCents: parseMoney(amount),
})

const less = (amount: string, invoices: readonly OpenInvoice[], credits: readonly OpenCredit[]) =>
  lessCredit(line('VIREMENT', amount), book(invoices, { credits }), invoices, [])

describe('what came in is the invoices less the credit', () => {
  it.each([
    ['one of the credits', '80', [credit('avoir', '20'), credit('trop', '7')], [['avoir', 2000n]]],
    ['all of them together', '73', [credit('avoir', '20'), credit('trop', '7')], [['avoir', 2000n], ['trop', 700n]]], // prettier-ignore
  ])('%s', (_, amount, credits, used) => {
    const found = less(amount, [owes('F1', '100')], credits)
    expect(found?.credits?.map(({ amountCents, itemId }) => [itemId, amountCents])).toEqual(used)
    expect(found?.shares).toEqual([{ invoiceId: 'id of F1', amountCents: parseMoney(amount) }])
  })

  it.each([
    ['another gap', '79', [credit('avoir', '20')]],
    ['nothing missing', '100', [credit('avoir', '20')]],
    ['no credit at all', '80', []],
  ])('not with %s', (_, amount, credits) => {
    expect(less(amount, [owes('F1', '100')], credits)).toBeUndefined()
  })

  it('of a customer recognised: each open invoice, then all of them', () => {
    const open = book([owes('F1', '100'), owes('F2', '50')], { credits: [credit('avoir', '30')] })
    const seen = { code: 'name_recognised', facts: {} }
    expect(openLessCredit(line('VIREMENT', '120'), open, 'bihan', seen).map(({ shares }) => shares.length)).toEqual([2])
    expect(openLessCredit(line('VIREMENT', '70'), open, 'bihan', seen).map(({ shares }) => shares.length)).toEqual([1])
    expect(openLessCredit(line('VIREMENT', '71'), open, 'bihan', seen)).toEqual([])
  })

  test('whatever the amounts: each invoice is settled whole, no credit is used beyond itself, the line is shared to the cent', () => {
    const cents = fc.bigInt(1n, 10n ** 7n)
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 4 }), fc.array(cents, { minLength: 1, maxLength: 4 }), (owed, had) => {
        const [due, credited] = [owed, had].map((amounts) => amounts.reduce((total, each) => total + each, 0n)) as [bigint, bigint]
        fc.pre(due > credited)
        const invoices = owed.map((openCents, index) => ({ ...owes(`F${index}`, '1'), openCents: toCents(openCents) }))
        const credits = had.map((openCents, index) => ({ ...credit(`c${index}`, '1'), openCents: toCents(openCents) }))
        const amountCents = toCents(due - credited)
        const found = lessCredit({ ...line('VIREMENT', '1'), amountCents }, book(invoices, { credits }), invoices, [])
        const parts = [...(found?.shares ?? []), ...(found?.credits ?? [])]
        for (const { invoiceId, openCents } of invoices)
          expect(sum(parts.filter((part) => part.invoiceId === invoiceId).map((part) => part.amountCents))).toBe(openCents)
        for (const { itemId, openCents } of credits)
          expect(sum((found?.credits ?? []).filter((part) => part.itemId === itemId).map((part) => part.amountCents))).toBeLessThanOrEqual(
            openCents,
          )
        expect(sum((found?.shares ?? []).map((part) => part.amountCents))).toBe(amountCents)
      }),
    )
  })
})
