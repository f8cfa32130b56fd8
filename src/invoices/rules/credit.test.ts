import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { type Cents, parseMoney, sum, toCents } from '#core/money'
import { type BasisPoints, type Quantity, type UnitPrice, parseQuantity, parseRate, parseUnitPrice } from '#core/quantity'
import type { PreviousCredit } from './credit-left.ts'
import { type Credit, type CreditRequest, type InvoicedDocument, makeCredit } from './credit.ts'
import { type DocumentDiscount, type LineForTotals, computeTotals } from './totals.ts'

const issuedOn = parseDay('2026-03-02')
const creditedOn = parseDay('2026-04-01')

function invoiceOf(lines: readonly LineForTotals[], documentDiscounts: readonly DocumentDiscount[] = []): InvoicedDocument {
  const totals = computeTotals(lines, documentDiscounts)
  const stored = lines.map((line, index) => Object.assign({ id: `L${index}`, netCents: totals.lines[index]?.netCents ?? toCents(0) }, line))
  return { issuedOn, lines: stored, documentDiscounts, groups: totals.groups }
}

const line = (quantity: string, unitPrice: string, rate = '20'): LineForTotals => ({
  quantity: parseQuantity(quantity),
  unitPrice: parseUnitPrice(unitPrice),
  vat: { code: `FR_${rate}`, category: 'S', rateBasisPoints: parseRate(rate) },
})
const previousOf = ({ lines, totals }: Credit): PreviousCredit => ({
  lines: lines.map(({ lineId, givenBackCents, givenBackQuantity }) => ({ lineId, givenBackCents, quantity: givenBackQuantity })),
  groups: totals.groups,
})
const credit = (invoice: InvoicedDocument, request: CreditRequest, previous: readonly Credit[] = []) =>
  makeCredit(invoice, previous.map(previousOf), request, creditedOn)
const quantityOf = (lineId: string, quantity: string): CreditRequest => ({
  kind: 'lines',
  lines: [{ lineId, quantity: parseQuantity(quantity) }],
})
const amountOf = (lineId: string, amount: string): CreditRequest => ({
  kind: 'lines',
  lines: [{ lineId, amountCents: parseMoney(amount) }],
})
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code }) as Error

describe('a credit of everything', () => {
  test('mirrors the invoice, discounts included', () => {
    const discounts = [{ basisPoints: parseRate('10') }]
    const lines = [line('3', '33.335'), line('1', '50', '10')]
    const given = credit(invoiceOf(lines, discounts), { kind: 'all' })
    expect(given.lines).toMatchObject(lines)
    expect(given.totals).toEqual(computeTotals(lines, discounts))
  })

  test('is made once', () => {
    const invoice = invoiceOf([line('3', '33.335')])
    const all = credit(invoice, { kind: 'all' })
    expect(() => credit(invoice, { kind: 'all' }, [all])).toThrow(refused('credit_of_nothing'))
  })

  test('cannot be dated before the invoice', () => {
    expect(() => makeCredit(invoiceOf([line('1', '10')]), [], { kind: 'all' }, parseDay('2026-03-01'))).toThrow(
      refused('credit_before_invoice'),
    )
  })
})

describe('a credit in part', () => {
  const invoice = invoiceOf([line('3', '0.335'), line('2', '50', '10')])

  test('by quantity keeps the price', () => {
    const given = credit(invoice, quantityOf('L1', '1'))
    expect(given.lines).toMatchObject([{ lineId: 'L1', quantity: 10_000n, unitPrice: 50_000_000n, givenBackCents: 5000n }])
    expect(given.totals).toMatchObject({ netCents: 5000n, vatCents: 500n, grossCents: 5500n })
  })

  test('by amount is one lump', () => {
    expect(credit(invoice, amountOf('L1', '12.34')).lines).toMatchObject([{ quantity: 10_000n, unitPrice: 12_340_000n }])
  })

  test('three times a third gives back the line, not a cent more', () => {
    const one = credit(invoice, quantityOf('L0', '1'))
    const two = credit(invoice, quantityOf('L0', '1'), [one])
    const three = credit(invoice, quantityOf('L0', '1'), [one, two])
    expect([one, two, three].map((each) => each.totals.netCents)).toEqual([34n, 34n, 33n])
    expect(sum([one, two, three].map((each) => each.totals.vatCents))).toBe(20n)
    expect(() => credit(invoice, quantityOf('L0', '0.0001'), [one, two, three])).toThrow(refused('credit_exceeds_quantity'))
  })

  test('the last units take the cent that the others left', () => {
    const thirds = invoiceOf([line('3', '0.3333')])
    const one = credit(thirds, quantityOf('L0', '1'))
    const two = credit(thirds, quantityOf('L0', '1'), [one])
    const three = credit(thirds, quantityOf('L0', '1'), [one, two])
    expect([one, two, three].map((each) => each.totals.netCents)).toEqual([33n, 33n, 34n])
  })

  test('VAT rounded up in small parts stops at the VAT of the invoice', () => {
    const small = invoiceOf([line('5', '0.03')])
    const credits: Credit[] = []
    while (credits.length < 5) credits.push(credit(small, quantityOf('L0', '1'), credits))
    expect(credits.map((each) => each.totals.vatCents)).toEqual([1n, 1n, 1n, 0n, 0n])
  })

  test('by amount leaves the quantity as it was', () => {
    const half = invoiceOf([line('0.5', '100')])
    const one = credit(half, amountOf('L0', '20'))
    expect(credit(half, quantityOf('L0', '0.5'), [one]).totals.netCents).toBe(3000n)
  })

  test('of a quantity too small for a cent gives back nothing', () => {
    expect(credit(invoice, quantityOf('L0', '0.001')).totals.grossCents).toBe(0n)
  })

  test('of one of two exempt lines, whose reasons share a row of VAT', () => {
    const exempt = (exemptionCode: string): LineForTotals => ({
      ...line('1', '10'),
      vat: { code: exemptionCode, category: 'E', rateBasisPoints: parseRate('0'), exemptionCode },
    })
    const both = invoiceOf([exempt('VATEX-FR-CGI261-4'), exempt('VATEX-EU-I')])
    const oneRow = [{ category: 'E' as const, rateBasisPoints: parseRate('0'), netCents: parseMoney('20'), vatCents: parseMoney('0') }]
    const stored = { ...both, groups: oneRow }
    const one = credit(stored, quantityOf('L0', '1'))
    expect(one.totals.grossCents).toBe(1000n)
    expect(credit(stored, { kind: 'all' }, [one]).lines).toMatchObject([{ lineId: 'L1' }])
    expect(credit(stored, { kind: 'all' }).totals.grossCents).toBe(2000n)
  })

  test('bears its part of the document discount', () => {
    const discounted = invoiceOf([line('1', '100'), line('1', '100')], [{ amountCents: parseMoney('20') }])
    expect(credit(discounted, quantityOf('L0', '1')).totals).toMatchObject({ netCents: 9000n, vatCents: 1800n })
  })

  test.each<[string, CreditRequest, string]>([
    ['more than the quantity', quantityOf('L1', '2.5'), 'credit_exceeds_quantity'],
    ['more than the amount', amountOf('L1', '100.01'), 'credit_exceeds_line'],
    ['nothing', amountOf('L1', '0'), 'credit_exceeds_line'],
    ['a negative amount', amountOf('L1', '-5'), 'credit_exceeds_line'],
    ['a line of another invoice', amountOf('L9', '5'), 'credit_line_unknown'],
    ['no line', { kind: 'lines', lines: [] }, 'credit_of_nothing'],
    [
      'one line twice',
      {
        kind: 'lines',
        lines: [
          { lineId: 'L1', quantity: parseQuantity('1') },
          { lineId: 'L1', amountCents: parseMoney('1') },
        ],
      },
      'credit_line_twice',
    ],
  ])('of %s is refused', (_, request, code) => {
    expect(() => credit(invoice, request)).toThrow(refused(code))
  })

  test('of a line that a rebate line lowers stops at what the invoice asks', () => {
    const withRebate = invoiceOf([line('1', '100'), line('-1', '40')])
    expect(() => credit(withRebate, quantityOf('L0', '1'))).toThrow(refused('credit_exceeds_invoice'))
    expect(credit(withRebate, amountOf('L0', '60')).totals.netCents).toBe(6000n)
  })
})

const anyLines: fc.Arbitrary<LineForTotals[]> = fc.array(
  fc.record({
    quantity: fc.bigInt({ min: 1n, max: 1_000_000n }).map((value) => value as Quantity),
    unitPrice: fc.bigInt({ min: 0n, max: 1_000_000_000n }).map((value) => value as UnitPrice),
    discountBasisPoints: fc.integer({ min: 0, max: 9999 }).map((value) => value as BasisPoints),
    vat: fc.constantFrom('20', '5.5', '2.1').map((rate) => line('1', '1', rate).vat),
  }),
  { minLength: 1, maxLength: 5 },
)
const anyDiscounts = fc.array(fc.record({ basisPoints: fc.integer({ min: 1, max: 5000 }).map((value) => value as BasisPoints) }), {
  maxLength: 1,
})

/** Line to credit, part of it in thousandths, by quantity or by amount. */
const anyStep = fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 1000 }), fc.boolean())

test('credits, whatever their order, never give back more than the invoice, and in the end exactly it', () => {
  fc.assert(
    fc.property(anyLines, anyDiscounts, fc.array(anyStep, { maxLength: 8 }), (lines, discounts, steps) => {
      const invoice = invoiceOf(lines, discounts)
      const whole = computeTotals(lines, discounts)
      const credits: Credit[] = []
      const attempt = (request: CreditRequest): void => {
        try {
          credits.push(credit(invoice, request, credits))
        } catch (error) {
          expect(error).toMatchObject({ name: 'Refusal' })
        }
        for (const field of ['netCents', 'vatCents', 'grossCents'] as const) {
          expect(total(credits, field) <= whole[field]).toBe(true)
        }
      }
      for (const [place, thousandths, byQuantity] of steps) {
        const target = invoice.lines[place]
        if (target === undefined) continue
        const part = (all: bigint): bigint => (all * BigInt(thousandths)) / 1000n
        const measure = byQuantity ? { quantity: part(target.quantity) as Quantity } : { amountCents: toCents(part(target.netCents)) }
        attempt({ kind: 'lines', lines: [{ lineId: target.id, ...measure }] })
      }
      attempt({ kind: 'all' })
      expect(total(credits, 'netCents')).toBe(whole.netCents)
      expect(total(credits, 'vatCents')).toBe(whole.vatCents)
      expect(total(credits, 'grossCents')).toBe(whole.grossCents)
      for (const each of credits)
        expect(sum(each.totals.lines.map(({ netCents }) => netCents)) - each.totals.discountCents).toBe(each.totals.netCents)
    }),
    { numRuns: 500 },
  )
})

function total(credits: readonly Credit[], field: 'netCents' | 'vatCents' | 'grossCents'): Cents {
  return sum(credits.map((each) => each.totals[field]))
}
