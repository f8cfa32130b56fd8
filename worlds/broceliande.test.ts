import { type Day, addDays, addMonths, daysBetween, parseDay } from '#core/day'
import { parseMoney, sum } from '#core/money'
import { describe, expect, test } from 'vitest'
import {
  AGED_COLUMNS,
  agedBalanceOf,
  average,
  bankLinesOf,
  eventsOf,
  lastDueOn,
  livesOf,
  paymentsOf,
  varianceExplainedByCustomer,
} from './figures.ts'
import { broceliande } from './index.ts'
import type { CustomerKind } from './plan.ts'

const TODAY = parseDay('2026-11-21')

/** The figures belong to the company, not to one lucky seed or season. */
const STORIES: readonly (readonly [until: string, seed: string])[] = [
  ['2026-11-21', 'broceliande'],
  ['2026-11-21', 'another'],
  ['2026-07-01', 'broceliande'],
  ['2026-09-06', 'summer'],
  ['2027-02-28', 'winter'],
]

test('the same day and seed tell the same story, another seed another one', () => {
  const story = broceliande({ until: TODAY })
  expect(broceliande({ until: TODAY })).toEqual(story)
  expect(broceliande({ until: TODAY, seed: 'another' }).events).not.toEqual(story.events)
})

describe.each(STORIES)('eighteen months until %s (%s)', (until, seed) => {
  const day: Day = parseDay(until)
  const world = broceliande({ until: day, seed })
  const lives = livesOf(world)
  const delays = lives.flatMap(({ delayDays }) => delayDays ?? [])
  const share = (count: number, all: number): number => count / all

  test('60 customers of every kind and 700 invoices', () => {
    expect(world.from).toBe(addDays(addMonths(day, -18), 1))
    const countOf = (kind: CustomerKind): number => world.customers.filter((customer) => customer.kind === kind).length
    const counts = {
      company: countOf('company'),
      public: countOf('public'),
      consumer: countOf('consumer'),
      eu: countOf('eu'),
      other: countOf('other'),
    }
    // One of the companies is overseas, in La Réunion.
    expect(counts).toEqual({ company: 35, public: 6, consumer: 14, eu: 3, other: 2 })
    expect(lives).toHaveLength(700)
    expect(world.items.length).toBeGreaterThanOrEqual(35)
  })

  test('about a million euros a year before VAT', () => {
    const netEuros = lives.reduce((total, { invoice }) => total + Number(invoice.totals.net), 0) / 1.5
    expect(netEuros).toBeGreaterThan(900_000)
    expect(netEuros).toBeLessThan(1_150_000)
  })

  test('half of the settled invoices were settled in time', () => {
    expect(share(delays.filter((delay) => delay <= 0).length, delays.length)).toBeCloseTo(0.5, 1)
  })

  test('the mean delay is about 13 days, those in time counting for none', () => {
    const meanDays = average(delays.map((delay) => Math.max(0, delay)))
    expect(meanDays).toBeGreaterThan(11)
    expect(meanDays).toBeLessThan(15)
  })

  test('some 7.6 % come more than 30 days late, or have not come', () => {
    const ripe = lives.filter(
      ({ invoice, grossCents, creditedCents }) => daysBetween(lastDueOn(invoice), day) > 30 && creditedCents < grossCents,
    )
    const veryLate = ripe.filter(({ delayDays }) => delayDays === undefined || delayDays > 30)
    expect(share(veryLate.length, ripe.length)).toBeGreaterThan(0.06)
    expect(share(veryLate.length, ripe.length)).toBeLessThan(0.095)
  })

  test('who the customer is explains much of the delay', () => {
    expect(varianceExplainedByCustomer(lives)).toBeGreaterThan(0.35)
    expect(varianceExplainedByCustomer(lives)).toBeLessThan(0.65)
  })

  test('the aged balance has something in every column, most of it recent', () => {
    const columns = agedBalanceOf(world)
    for (const column of AGED_COLUMNS) expect(columns[column], column).toBeGreaterThan(0n)
    const total = Number(sum(Object.values(columns))) / 100
    expect(total).toBeGreaterThan(80_000)
    expect(total).toBeLessThan(185_000)
    expect(Number(columns['not due'] + columns['1–30']) / 100 / total).toBeGreaterThan(0.6)
  })

  test('August is low', () => {
    const perMonth = Map.groupBy(lives, ({ invoice }) => invoice.on.slice(5, 7))
    const invoicesIn = (month: string): number => perMonth.get(month)?.length ?? 0
    expect(invoicesIn('08')).toBeLessThan(invoicesIn('06') * 0.6)
  })

  test('payments come in parts, in groups, and sometimes too large', () => {
    const payments = paymentsOf(world)
    const settled = lives.filter(({ delayDays }) => delayDays !== undefined)
    const twice = settled.filter(({ payments: own }) => own.length === 2)
    expect(share(twice.length, settled.length)).toBeGreaterThan(0.035)
    expect(share(twice.length, settled.length)).toBeLessThan(0.075)
    const owed = new Map(lives.map(({ invoice, grossCents, creditedCents }) => [invoice.key, grossCents - creditedCents]))
    const settlements = payments.flatMap(({ settles }) => settles)
    const partial = settlements.filter(({ invoice, amount }) => parseMoney(amount) !== owed.get(invoice))
    expect(share(partial.length, settlements.length)).toBeCloseTo(0.12, 1)
    expect(payments.filter(({ settles }) => settles.length > 1).length).toBeGreaterThan(20)
    expect(payments.filter(({ unallocatedCents }) => unallocatedCents > 0n).length).toBeGreaterThanOrEqual(3)
  })

  test('some 2 % are credited, in full or in part, and a few disputed', () => {
    const creditNotes = eventsOf(world, 'credit-note')
    expect(creditNotes).toHaveLength(14)
    expect(new Set(creditNotes.map(({ scope }) => scope))).toEqual(new Set(['full', 'partial']))
    expect(eventsOf(world, 'dispute-noted').length).toBeGreaterThanOrEqual(5)
  })

  test('six transfers in ten name an invoice they pay', () => {
    const numbers = new Map(lives.map(({ invoice }) => [invoice.key, invoice.number.replace('-', '')]))
    const transfers = bankLinesOf(world).flatMap(({ label, truth }) =>
      truth.kind === 'customer-transfer' && truth.settles.length > 0
        ? [{ text: label.replace(/[^A-Z0-9]/g, ''), settles: truth.settles }]
        : [],
    )
    const naming = transfers.filter(({ text, settles }) => settles.some(({ invoice }) => text.includes(numbers.get(invoice) ?? '?')))
    expect(share(naming.length, transfers.length)).toBeCloseTo(0.6, 1)
  })
})
