import { describe, expect, it } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { toCents } from '#core/money'
import { type Experience, invitedAgainOn, isAsApplied, isInvited } from './certain.ts'

const today = parseDay('2026-04-20')
const part = (invoiceId: string | null, cents: bigint) => ({ invoiceId, amountCents: toCents(cents) })
const share = (invoiceId: string, cents: bigint) => ({ invoiceId, amountCents: toCents(cents) })

describe('what was applied can be undone as long as', () => {
  it('the money lies where it was put, also over several instalments', () => {
    expect(isAsApplied([share('A', 100n)], [part('A', 60n), part('A', 40n)])).toBe(true)
    expect(isAsApplied([share('A', 100n), share('B', 50n)], [part('B', 50n), part('A', 100n)])).toBe(true)
  })

  it.each([
    ['less of it', [part('A', 60n)]],
    ['more of it', [part('A', 100n), part('A', 1n)]],
    ['none of it', []],
    ['it elsewhere', [part('B', 100n)]],
    ['some on an invoice more', [part('A', 100n), part('B', 5n)]],
    ['it on no invoice', [part(null, 100n)]],
  ])('not with %s', (_, allocated) => {
    expect(isAsApplied([share('A', 100n)], allocated)).toBe(false)
  })
})

describe('the invitation to let certain matches settle alone', () => {
  const well: Experience = { automatic: 'numbered', right: 3, undone: 0, invitedAgainOn: null, declined: false }

  it.each<[string, Partial<Experience>, boolean]>([
    ['comes once it went well', {}, true],
    ['comes with the automatic off too', { automatic: 'off' }, true],
    ['not before one was right', { right: 0 }, false],
    ['not after one was undone', { undone: 1 }, false],
    ['not when all that is certain settles alone', { automatic: 'clear' }, false],
    ['never again once declined', { declined: true, invitedAgainOn: parseDay('2026-01-01') }, false],
    ['not before its day', { invitedAgainOn: parseDay('2026-04-21') }, false],
    ['on its day', { invitedAgainOn: today }, true],
  ])('%s', (_, changes, expected) => {
    expect(isInvited({ ...well, ...changes }, today)).toBe(expected)
  })

  it('put off, it stays away for thirty days', () => {
    for (let days = 0; days <= 40; days += 1)
      expect(isInvited({ ...well, invitedAgainOn: invitedAgainOn(today) }, addDays(today, days))).toBe(days >= 30)
  })
})
