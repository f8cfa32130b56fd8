import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, addDays, parseDay } from '#core/day'
import { parseMoney, sum, toCents } from '#core/money'
import { type BasisPoints, parseRate } from '#core/quantity'
import { DEFAULT_TERMS, TERMS_PRESETS } from './presets.ts'
import { capExceeded, termsWarnings } from './caps.ts'
import { describeTerms } from './describe.ts'
import { type PaymentTerms, type Term, checkTerms, dueOnOf, instalments } from './terms.ts'

const day = parseDay
const term = (days: number, endOfMonth: Term['endOfMonth'] = 'none', rest: Partial<Term> = {}): Term => ({
  base: 'issue',
  days,
  endOfMonth,
  ...rest,
})
const single = (only: Term): PaymentTerms => [{ part: 'rest', term: only }]
const percent = (rate: string, when: Term): PaymentTerms[number] => ({ part: 'percent', basisPoints: parseRate(rate), term: when })

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(day('2000-01-01'), days))
const anyTerm: fc.Arbitrary<Term> = fc.record(
  {
    base: fc.constantFrom('issue', 'delivery'),
    days: fc.integer({ min: 0, max: 120 }),
    endOfMonth: fc.constantFrom('none', 'before', 'after'),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
  },
  { requiredKeys: ['base', 'days', 'endOfMonth'] },
)
const anyPercent: fc.Arbitrary<PaymentTerms[number]> = fc.record({
  part: fc.constant('percent'),
  basisPoints: fc.integer({ min: 1, max: 1999 }).map((value) => value as BasisPoints),
  term: anyTerm,
})
const anyTerms: fc.Arbitrary<PaymentTerms> = fc
  .tuple(fc.array(anyPercent, { maxLength: 5 }), anyTerm)
  .map(([parts, rest]) => parts.concat({ part: 'rest', term: rest }))

describe('a due day', () => {
  test.each<[string, string, Term, string]>([
    ['thirty days', '2026-01-10', term(30), '2026-02-09'],
    ['on receipt', '2026-01-10', term(0), '2026-01-10'],
    ['45 days end of month, end of month first', '2026-01-10', term(45, 'before'), '2026-03-17'],
    ['45 days end of month, days first', '2026-01-10', term(45, 'after'), '2026-02-28'],
    ['the same in a leap year', '2028-01-10', term(45, 'after'), '2028-02-29'],
    ['30 days end of month from the last of January', '2026-01-31', term(30, 'after'), '2026-03-31'],
    ['30 days end of month on the 10th', '2026-01-10', term(30, 'before', { dayOfMonth: 10 }), '2026-03-10'],
    ['end of month on the 10th', '2026-01-10', term(0, 'before', { dayOfMonth: 10 }), '2026-02-10'],
    ['on the 10th, reached on the 10th', '2026-01-10', term(0, 'none', { dayOfMonth: 10 }), '2026-01-10'],
    ['on the 31st of a month of 30 days', '2026-04-30', term(0, 'none', { dayOfMonth: 31 }), '2026-04-30'],
    ['on the 31st, from the 31st of January, is still reached', '2026-01-31', term(1, 'none', { dayOfMonth: 31 }), '2026-02-28'],
  ])('%s', (_, issuedOn, when, expected) => {
    expect(dueOnOf(when, day(issuedOn))).toBe(expected)
  })

  test('counts from the delivery when agreed, and from the issue while no delivery is dated', () => {
    const thirtyAfterDelivery = term(30, 'none', { base: 'delivery' })
    expect(dueOnOf(thirtyAfterDelivery, day('2026-01-10'), day('2026-01-02'))).toBe('2026-02-01')
    expect(dueOnOf(thirtyAfterDelivery, day('2026-01-10'))).toBe('2026-02-09')
  })

  test('is never before its start', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, (when, start) => {
        expect(dueOnOf(when, start, start) >= start).toBe(true)
      }),
    )
  })

  test('a later issue is never due earlier', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, (when, start) => {
        expect(dueOnOf(when, addDays(start, 1)) >= dueOnOf(when, start)).toBe(true)
      }),
    )
  })
})

describe('instalments', () => {
  const issuedOn = day('2026-01-10')

  test('30 % on receipt, the rest at 30 days', () => {
    const terms: PaymentTerms = [percent('30', term(0)), { part: 'rest', term: term(30) }]
    expect(instalments(parseMoney('100.01'), issuedOn, undefined, terms)).toEqual([
      { dueOn: '2026-01-10', amountCents: 3000n },
      { dueOn: '2026-02-09', amountCents: 7001n },
    ])
  })

  test('parts of the same day are one', () => {
    const terms: PaymentTerms = [{ part: 'rest', term: term(30) }, percent('25', term(0)), percent('25', term(30))]
    expect(instalments(parseMoney('80'), issuedOn, undefined, terms)).toEqual([
      { dueOn: '2026-01-10', amountCents: 2000n },
      { dueOn: '2026-02-09', amountCents: 6000n },
    ])
  })

  test('nothing to pay is due in full on the last day', () => {
    const terms: PaymentTerms = [percent('30', term(0)), { part: 'rest', term: term(30) }]
    expect(instalments(toCents(0), issuedOn, undefined, terms)).toEqual([{ dueOn: '2026-02-09', amountCents: 0n }])
  })

  test('always add up to the total, in ascending order, each day once, all of the sign of the total', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -10_000_000n, max: 10_000_000n }).map(toCents),
        anyDay,
        anyDay,
        anyTerms,
        (total, issued, delivered, terms) => {
          const parts = instalments(total, issued, delivered, terms)
          expect(sum(parts.map((part) => part.amountCents))).toBe(total)
          const days: Day[] = parts.map((part) => part.dueOn)
          expect(days).toEqual([...new Set(days)].sort())
          for (const part of parts) expect(part.amountCents * total >= 0n).toBe(true)
          expect(parts.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  test.each<[string, PaymentTerms, string]>([
    ['no rest', [percent('30', term(0))], 'terms_need_one_rest'],
    ['two rests', [...single(term(0)), ...single(term(30))], 'terms_need_one_rest'],
    ['nothing left for the rest', [percent('100', term(0)), { part: 'rest', term: term(30) }], 'terms_leave_no_rest'],
    ['days before the invoice', single(term(-1)), 'terms_days_out_of_range'],
    ['the 32nd', single(term(0, 'none', { dayOfMonth: 32 })), 'terms_day_of_month_out_of_range'],
    ['a part of nothing', [percent('0', term(0)), { part: 'rest', term: term(30) }], 'terms_percent_not_positive'],
  ])('%s is refused by name', (_, terms, code) => {
    expect(() => checkTerms(terms)).toThrow(expect.objectContaining({ name: 'Refusal', code }))
  })
})

describe('the legal caps', () => {
  const on = day('2026-11-21')
  const warns = (only: Term, kind: Parameters<typeof termsWarnings>[1] = 'company') => termsWarnings(single(only), kind, on).length > 0

  test('60 days from the invoice, or 45 days end of month, are the longest between businesses', () => {
    expect(warns(term(60))).toBe(false)
    expect(warns(term(61))).toBe(true)
    expect(warns(term(45, 'before'))).toBe(false)
    expect(warns(term(46, 'before'))).toBe(true)
    expect(warns(term(45, 'after'))).toBe(false)
    expect(warns(term(30, 'before', { dayOfMonth: 10 }))).toBe(false)
    expect(warns(term(45, 'before', { dayOfMonth: 10 }))).toBe(true)
    expect(warns(term(60, 'before'))).toBe(true)
  })

  test('a public buyer pays within 30 days, a consumer has no cap', () => {
    expect(warns(term(30), 'public')).toBe(false)
    expect(warns(term(45), 'public')).toBe(true)
    expect(warns(term(120), 'consumer')).toBe(false)
  })

  test('the warning names the article and the instalment', () => {
    const terms: PaymentTerms = [percent('50', term(30)), { part: 'rest', term: term(90) }]
    expect(termsWarnings(terms, 'company', on)).toMatchObject([
      { code: 'terms_beyond_cap', instalmentIndex: 1, article: 'C. com. L441-10, I' },
    ])
  })

  test('the due day of one invoice is measured from its own issue day', () => {
    expect(capExceeded(day('2027-01-20'), 'company', on)).toBeUndefined()
    expect(capExceeded(day('2027-02-28'), 'company', on)).toMatchObject({ article: 'C. com. L441-10, I' })
    expect(capExceeded(day('2027-02-28'), 'consumer', on)).toBeUndefined()
    // 62 days, and 45 days end of month: within the law.
    expect(capExceeded(day('2026-12-15'), 'company', day('2026-10-14'))).toBeUndefined()
  })

  test('the presets and the default are within the law', () => {
    for (const { terms } of TERMS_PRESETS) expect(termsWarnings(terms, 'company', on)).toEqual([])
    expect(termsWarnings(DEFAULT_TERMS, 'public', on)).toEqual([])
  })
})

describe('terms in words', () => {
  const percents: PaymentTerms = [percent('30', term(0)), percent('20.5', term(15)), { part: 'rest', term: term(30, 'before') }]

  test.each<[PaymentTerms, string, string]>([
    [single(term(0)), 'à réception', 'on receipt'],
    [single(term(30)), '30 jours', '30 days'],
    [single(term(1)), '1 jour', '1 day'],
    [single(term(30, 'before')), '30 jours fin de mois', '30 days end of month'],
    [single(term(45, 'after')), '45 jours puis fin de mois', '45 days then end of month'],
    [single(term(0, 'before')), 'fin de mois', 'end of month'],
    [single(term(30, 'before', { dayOfMonth: 10 })), '30 jours fin de mois le 10', '30 days end of month on the 10th'],
    [single(term(0, 'none', { dayOfMonth: 1 })), 'le 1er', 'on the 1st'],
    [DEFAULT_TERMS, '30 jours après livraison', '30 days after delivery'],
    [single(term(0, 'none', { base: 'delivery' })), 'à la livraison', 'on delivery'],
    [
      percents,
      '30\u202f% à réception, 20,5\u202f% à 15 jours, solde à 30 jours fin de mois',
      '30% on receipt, 20.5% in 15 days, balance in 30 days end of month',
    ],
  ])('%# %s', (terms, french, english) => {
    expect(describeTerms(terms, 'fr')).toBe(french)
    expect(describeTerms(terms, 'en')).toBe(english)
  })

  test('no two presets read alike', () => {
    const texts = TERMS_PRESETS.map(({ terms }) => describeTerms(terms, 'fr'))
    expect(new Set(texts).size).toBe(texts.length)
  })
})
