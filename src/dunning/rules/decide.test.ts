import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, makeDay } from '#core/day'
import { toCents } from '#core/money'
import { type CustomerFacts, decide, MINIMUM_GAP_DAYS, type OpenInstalment } from './decide.ts'
import { closedAt, contactDayFrom, momentAt } from './hours.ts'

const rule = { enabled: true, delayDays: 7 }
/** A Tuesday at ten. */
const moment = { today: '2026-03-10' as Day, hour: 10 }

const instalment = (dueOn: string, overrides: Partial<OpenInstalment> = {}): OpenInstalment => ({
  itemId: `item ${dueOn}`,
  invoiceId: `invoice ${dueOn}`,
  number: 'F2026-00001',
  issuedOn: '2026-01-01' as Day,
  dueOn: dueOn as Day,
  openCents: toCents(100_00),
  remindedOn: null,
  ...overrides,
})

const customer = (instalments: OpenInstalment[], overrides: Partial<CustomerFacts> = {}): CustomerFacts => ({
  instalments,
  unallocatedCents: toCents(0),
  lastContactOn: null,
  ...overrides,
})

const kindFor = (facts: CustomerFacts, at = moment) => {
  const decision = decide({ rule, customer: facts, moment: at })
  return decision.kind === 'held' ? decision.by : decision.kind
}

describe('a customer is reminded', () => {
  it.each([
    ['seven days after the due day', customer([instalment('2026-03-03')]), 'remind'],
    ['not on the sixth day', customer([instalment('2026-03-04')]), 'nothing'],
    ['still, when the day itself was missed', customer([instalment('2026-02-20')]), 'remind'],
    ['not twice', customer([instalment('2026-03-03', { remindedOn: '2026-03-04' as Day })]), 'nothing'],
    ['not five minutes after another reminder', customer([instalment('2026-03-03')], { lastContactOn: '2026-03-06' as Day }), 'too_soon'],
    ['five days after another reminder', customer([instalment('2026-03-03')], { lastContactOn: '2026-03-05' as Day }), 'remind'],
    [
      'not while their money lies unallocated',
      customer([instalment('2026-03-03')], { unallocatedCents: toCents(100_00) }),
      'money_unallocated',
    ],
    [
      'when the money unallocated is less than what is late',
      customer([instalment('2026-03-03')], { unallocatedCents: toCents(99_99) }),
      'remind',
    ],
  ])('%s', (_story, facts, expected) => {
    expect(kindFor(facts)).toBe(expected)
  })

  it('of everything late in one message, each instalment having its own reminder in its own time', () => {
    const facts = customer([instalment('2026-03-03'), instalment('2026-03-08'), instalment('2026-03-20')])
    expect(decide({ rule, customer: facts, moment })).toEqual({
      kind: 'remind',
      listed: [facts.instalments[0], facts.instalments[1]],
      ripe: new Set(['item 2026-03-03']),
      totalCents: 20000n,
    })
  })

  it('on a working day between 8 and 20', () => {
    const late = customer([instalment('2026-02-01')])
    expect(kindFor(late, { today: '2026-03-14' as Day, hour: 10 })).toBe('closed_day')
    expect(kindFor(late, { today: '2026-04-06' as Day, hour: 10 })).toBe('closed_day')
    expect(kindFor(late, { ...moment, hour: 7 })).toBe('closed_hour')
    expect(kindFor(late, { ...moment, hour: 8 })).toBe('remind')
    expect(kindFor(late, { ...moment, hour: 19 })).toBe('remind')
    expect(kindFor(late, { ...moment, hour: 20 })).toBe('closed_hour')
  })

  it('never while the rule is off', () => {
    expect(decide({ rule: { ...rule, enabled: false }, customer: customer([instalment('2026-01-01')]), moment })).toEqual({
      kind: 'held',
      by: 'rule_off',
    })
  })
})

describe('hours', () => {
  it('are those of France, summer and winter', () => {
    expect(momentAt(new Date('2026-07-01T06:30:00Z'))).toEqual({ today: '2026-07-01', hour: 8 })
    expect(momentAt(new Date('2026-01-05T07:30:00Z'))).toEqual({ today: '2026-01-05', hour: 8 })
    expect(momentAt(new Date('2026-01-05T23:30:00Z'))).toEqual({ today: '2026-01-06', hour: 0 })
  })

  it('send the evening to the next working day', () => {
    const friday = { today: '2026-03-13' as Day, hour: 20 }
    expect(contactDayFrom(friday.today, friday)).toBe('2026-03-16')
    expect(contactDayFrom(friday.today, { ...friday, hour: 6 })).toBe('2026-03-13')
  })
})

const days = fc.integer({ min: 0, max: 120 }).map((count) => addDays(makeDay(2026, 1, 1), count))
const anyInstalment = fc
  .record({
    dueOn: days,
    openCents: fc.bigInt({ min: 1n, max: 500_000n }).map(toCents),
    remindedOn: fc.option(days),
    itemId: fc.uuid(),
  })
  .map(({ dueOn, ...facts }) => instalment(dueOn, facts))

describe('whatever the customer owes', () => {
  const anything = fc.record({
    instalments: fc.array(anyInstalment, { maxLength: 6 }),
    unallocatedCents: fc.bigInt({ min: 0n, max: 900_000n }).map(toCents),
    lastContactOn: fc.option(days),
  })

  it('a reminder never lists what is not late, never repeats a step, never comes too soon, never at night, never while their money covers it', () => {
    fc.assert(
      fc.property(anything, days, fc.integer({ min: 0, max: 23 }), (facts, today, hour) => {
        const decision = decide({ rule, customer: facts, moment: { today, hour } })
        if (decision.kind !== 'remind') return
        expect(decision.ripe.size).toBeGreaterThan(0)
        for (const listed of decision.listed) expect(listed.dueOn < today).toBe(true)
        for (const facts of decision.listed.filter(({ itemId }) => decision.ripe.has(itemId))) expect(facts.remindedOn).toBeNull()
        if (facts.lastContactOn !== null) expect(addDays(facts.lastContactOn, MINIMUM_GAP_DAYS) <= today).toBe(true)
        expect(closedAt({ today, hour })).toBeUndefined()
        expect(facts.unallocatedCents < decision.totalCents).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
