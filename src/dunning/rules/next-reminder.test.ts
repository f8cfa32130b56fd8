import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, makeDay } from '#core/day'
import { toCents } from '#core/money'
import { decide, type OpenInstalment } from './decide.ts'
import { nextReminder } from './next-reminder.ts'

const rule = { enabled: true, delayDays: 7 }
const moment = { today: '2026-03-10' as Day, hour: 10 }

const instalment = (dueOn: string, remindedOn: string | null = null): OpenInstalment => ({
  itemId: `item ${dueOn}`,
  invoiceId: 'invoice',
  number: 'F2026-00001',
  issuedOn: '2026-01-01' as Day,
  dueOn: dueOn as Day,
  openCents: toCents(100_00),
  remindedOn: remindedOn as Day | null,
})

const told = (
  instalments: OpenInstalment[],
  customer: Partial<{ unallocatedCents: number; lastContactOn: string }> = {},
  given: Partial<typeof rule> = {},
  at = moment,
) =>
  nextReminder({
    rule: { ...rule, ...given },
    moment: at,
    instalments,
    customer: {
      instalments,
      unallocatedCents: toCents(customer.unallocatedCents ?? 0),
      lastContactOn: (customer.lastContactOn ?? null) as Day | null,
    },
  })

const late = (dueOn: string) => ({ code: 'late', dueOn, delayDays: 7 })

describe('the next reminder', () => {
  it('leaves today when nothing stands in its way', () => {
    expect(told([instalment('2026-03-01')])).toEqual({ on: '2026-03-10', why: late('2026-03-01') })
  })

  it('waits for its day', () => {
    expect(told([instalment('2026-03-09')])).toEqual({
      on: '2026-03-16',
      why: late('2026-03-09'),
      blockedBy: { code: 'not_ripe', until: '2026-03-16' },
    })
  })

  it('moves from the weekend to Monday, from Easter Monday to Tuesday', () => {
    expect(told([instalment('2026-03-07')]).on).toBe('2026-03-16')
    expect(told([instalment('2026-03-30')]).on).toBe('2026-04-07')
  })

  it('keeps its distance from the last contact', () => {
    expect(told([instalment('2026-03-01')], { lastContactOn: '2026-03-08' })).toEqual({
      on: '2026-03-13',
      why: late('2026-03-01'),
      blockedBy: { code: 'too_soon', lastContactOn: '2026-03-08' },
    })
  })

  it('has no day while the money of the customer lies unallocated', () => {
    expect(told([instalment('2026-03-01')], { unallocatedCents: 100_00 })).toMatchObject({
      on: null,
      blockedBy: { code: 'money_unallocated', unallocatedCents: 10000n },
    })
  })

  it('has no day while the rule is off', () => {
    expect(told([instalment('2026-03-01')], {}, { enabled: false })).toMatchObject({ on: null, blockedBy: { code: 'rule_off' } })
  })

  it('is none once each instalment has had its own, or nothing is open', () => {
    expect(told([instalment('2026-02-01', '2026-02-09'), instalment('2026-03-01', '2026-03-09')])).toEqual({
      on: null,
      why: { code: 'reminded', remindedOn: '2026-03-09' },
    })
    expect(told([])).toEqual({ on: null, why: { code: 'nothing_open' } })
  })

  it('speaks of the earliest instalment still without one', () => {
    expect(told([instalment('2026-02-01', '2026-02-09'), instalment('2026-03-05')])).toMatchObject({
      on: '2026-03-12',
      why: late('2026-03-05'),
    })
  })
})

describe('what is told and what is done agree', () => {
  const days = fc.integer({ min: 0, max: 90 }).map((count) => addDays(makeDay(2026, 3, 1), count))
  const facts = fc.record({
    instalments: fc.array(fc.record({ dueOn: days, remindedOn: fc.option(days) }), { minLength: 1, maxLength: 4 }),
    unallocated: fc.integer({ min: 0, max: 400_00 }),
    lastContactOn: fc.option(days),
    today: days,
    hour: fc.integer({ min: 0, max: 23 }),
  })

  it('today without a block is a reminder now; anything else is none', () => {
    fc.assert(
      fc.property(facts, ({ hour, instalments: given, lastContactOn, today, unallocated }) => {
        const instalments = given.map(({ dueOn, remindedOn }, place) => ({ ...instalment(dueOn, remindedOn), itemId: String(place) }))
        const customer = { instalments, unallocatedCents: toCents(unallocated), lastContactOn }
        const moment = { today, hour }
        const next = nextReminder({ rule, customer, moment, instalments })
        const decision = decide({ rule, customer, moment })
        expect(decision.kind === 'remind').toBe(next.on === today && next.blockedBy === undefined)
        if (next.on !== null) expect(next.on >= today).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
