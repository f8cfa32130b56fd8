import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, makeDay } from '#core/day'
import { toCents } from '#core/money'
import { standingOf } from './standing.ts'

const today = '2026-03-10' as Day
const part = (dueOn: string, openCents: number, amountCents = 100_00) => ({
  dueOn: dueOn as Day,
  openCents: toCents(openCents),
  amountCents: toCents(amountCents),
})

describe('what a customer is asked to pay', () => {
  it('is the whole of an invoice that is not due yet', () => {
    expect(standingOf([part('2026-04-01', 100_00)], [], today)).toEqual({
      state: 'due',
      askCents: 10000n,
      dueOn: '2026-04-01',
      daysLate: 0,
      remainingCents: 10000n,
    })
  })

  it('is not late on the very day it falls due', () => {
    expect(standingOf([part('2026-03-10', 100_00)], [], today)).toMatchObject({ state: 'due', daysLate: 0 })
  })

  it('is what remains after a part payment', () => {
    const paid = { by: 'payment', on: today, amountCents: toCents(40_00) } as const
    expect(standingOf([part('2026-03-01', 60_00)], [paid], today)).toMatchObject({ state: 'late', askCents: 6000n, daysLate: 9 })
  })

  it('is the next instalment, not the later ones', () => {
    expect(standingOf([part('2026-05-01', 70_00), part('2026-04-01', 30_00)], [], today)).toMatchObject({
      askCents: 3000n,
      remainingCents: 10000n,
    })
  })

  it('is every instalment already due, together', () => {
    const parts = [part('2026-02-01', 30_00), part('2026-03-10', 30_00), part('2026-04-01', 40_00)]
    expect(standingOf(parts, [], today)).toMatchObject({ state: 'late', askCents: 6000n, dueOn: '2026-02-01', remainingCents: 10000n })
  })

  it('is nothing once paid, or once taken back by a credit note', () => {
    const credit = { by: 'credit_note', on: today, amountCents: toCents(100_00) } as const
    expect(standingOf([part('2026-03-01', 0)], [{ ...credit, by: 'payment' }], today)).toMatchObject({ state: 'paid', askCents: 0n })
    expect(standingOf([part('2026-03-01', 0)], [credit], today)).toMatchObject({ state: 'credited', askCents: 0n })
  })

  it('never asks more than remains, and asks something as long as anything remains', () => {
    const parts = fc.array(
      fc.record({
        dueOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(makeDay(2025, 6, 1), days)),
        openCents: fc.bigInt({ min: 0n, max: 1_000_000n }).map(toCents),
        amountCents: fc.constant(toCents(1_000_000n)),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(parts, (given) => {
        const { askCents, remainingCents } = standingOf(given, [], today)
        expect(askCents <= remainingCents).toBe(true)
        expect(askCents > 0n).toBe(remainingCents > 0n)
      }),
    )
  })
})
