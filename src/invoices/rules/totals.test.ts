import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMoney, sum, toCents } from '#core/money'
import { type BasisPoints, type Quantity, type UnitPrice, parseQuantity, parseRate, parseUnitPrice } from '#core/quantity'
import { type DocumentDiscount, type LineForTotals, type LineVat, computeTotals, lineAmounts } from './totals.ts'

const vatOf = (rate: string, code = `FR_${rate}`): LineVat => ({ code, category: 'S', rateBasisPoints: parseRate(rate) })
const line = (quantity: string, unitPrice: string, rate = '20', discount?: string): LineForTotals => ({
  quantity: parseQuantity(quantity),
  unitPrice: parseUnitPrice(unitPrice),
  vat: vatOf(rate),
  ...(discount === undefined ? {} : { discountBasisPoints: parseRate(discount) }),
})

const vats = fc.constantFrom<LineVat[]>(
  vatOf('20'),
  vatOf('10'),
  vatOf('5.5'),
  vatOf('2.1'),
  vatOf('2.1', 'CORSE_2_1'),
  { code: 'EXEMPT_261_4', category: 'E', rateBasisPoints: 0 as BasisPoints, exemptionCode: 'VATEX-FR-CGI261-4' },
  { code: 'MARGIN_ART', category: 'E', rateBasisPoints: 0 as BasisPoints, exemptionCode: 'VATEX-EU-I' },
)
const anyLine: fc.Arbitrary<LineForTotals> = fc.record({
  quantity: fc.bigInt({ min: -10_000_000n, max: 10_000_000n }) as fc.Arbitrary<Quantity>,
  unitPrice: fc.bigInt({ min: 0n, max: 10_000_000_000n }) as fc.Arbitrary<UnitPrice>,
  discountBasisPoints: fc.integer({ min: 0, max: 10_000 }) as unknown as fc.Arbitrary<BasisPoints>,
  vat: vats,
})
const anyLines = fc.array(anyLine, { maxLength: 12 })
const anyDiscounts: fc.Arbitrary<DocumentDiscount[]> = fc.array(
  fc.oneof(
    fc.record({ basisPoints: fc.integer({ min: 0, max: 10_000 }) as unknown as fc.Arbitrary<BasisPoints> }),
    fc.record({ amountCents: fc.bigInt({ min: 0n, max: 100_000n }).map(toCents) }),
  ),
  { maxLength: 2 },
)

describe('a line', () => {
  test('is rounded once, half away from zero', () => {
    expect(lineAmounts(line('3', '0.335')).netCents).toBe(101n)
    expect(lineAmounts(line('1', '0.125')).netCents).toBe(13n)
    expect(lineAmounts(line('-1', '0.125')).netCents).toBe(-13n)
  })

  test('shows gross, discount and net that add up', () => {
    expect(lineAmounts(line('3', '33.335', '20', '10'))).toEqual({ grossCents: 10001n, discountCents: 1001n, netCents: 9000n })
    fc.assert(
      fc.property(anyLine, (any) => {
        const { grossCents, discountCents, netCents } = lineAmounts(any)
        expect(grossCents - discountCents).toBe(netCents)
      }),
    )
  })
})

describe('the totals of a document', () => {
  test('three lines at two rates', () => {
    const totals = computeTotals([line('2', '450'), line('1.5', '80'), line('10', '12.34', '10', '5')])
    expect(totals.groups.map(({ rateBasisPoints, netCents, vatCents }) => [rateBasisPoints, netCents, vatCents])).toEqual([
      [2000, 102000n, 20400n],
      [1000, 11723n, 1172n],
    ])
    expect(totals).toMatchObject({ lineNetCents: 113723n, discountCents: 0n, netCents: 113723n, vatCents: 21572n, grossCents: 135295n })
  })

  test('VAT is rounded once per rate, not once per line', () => {
    // Three times 0.02 EUR of VAT 0.004 EUR: by line nothing, together 0.01 EUR.
    expect(computeTotals([line('1', '0.02'), line('1', '0.02'), line('1', '0.02')]).vatCents).toBe(1n)
  })

  test('a document discount in percent falls on each rate, an amount is spread in proportion', () => {
    const lines = [line('1', '100', '20'), line('1', '50', '10')]
    expect(computeTotals(lines, [{ basisPoints: parseRate('10') }])).toMatchObject({
      discountCents: 1500n,
      netCents: 13500n,
      vatCents: 2250n,
    })
    const spread = computeTotals(lines, [{ amountCents: parseMoney('10') }])
    expect(spread.discountShares.map((share) => share.amountCents)).toEqual([667n, 333n])
    expect(spread.netCents).toBe(14000n)
  })

  test('two treatments of one rate are one group, two reasons of exemption are two', () => {
    const at = (vat: LineVat): LineForTotals => ({ ...line('1', '10'), vat })
    const exempt = (code: string, exemptionCode: string): LineVat => ({
      code,
      category: 'E',
      rateBasisPoints: parseRate('0'),
      exemptionCode,
    })
    const totals = computeTotals([
      at(vatOf('2.1', 'FR_2_1')),
      at(vatOf('2.1', 'CORSE_2_1')),
      at(exempt('EXEMPT_261_4', 'VATEX-FR-CGI261-4')),
      at(exempt('MARGIN_ART', 'VATEX-EU-I')),
    ])
    expect(totals.groups.map((group) => group.codes)).toEqual([['CORSE_2_1', 'FR_2_1'], ['MARGIN_ART'], ['EXEMPT_261_4']])
  })

  test('nothing makes nothing', () => {
    expect(computeTotals([])).toMatchObject({ groups: [], grossCents: 0n })
  })

  test('everything adds up, always', () => {
    fc.assert(
      fc.property(anyLines, anyDiscounts, (lines, discounts) => {
        const totals = computeTotals(lines, discounts)
        expect(sum(totals.lines.map((each) => each.netCents))).toBe(totals.lineNetCents)
        expect(sum(totals.groups.map((group) => group.netCents))).toBe(totals.netCents)
        expect(sum(totals.groups.map((group) => group.vatCents))).toBe(totals.vatCents)
        expect(totals.lineNetCents - totals.discountCents).toBe(totals.netCents)
        expect(totals.netCents + totals.vatCents).toBe(totals.grossCents)
      }),
    )
  })

  test('the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(
        anyLines.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
        anyDiscounts,
        ([lines, shuffled], discounts) => {
          const { lines: one, ...totals } = computeTotals(lines, discounts)
          const { lines: other, ...totalsOfShuffled } = computeTotals(shuffled, discounts)
          expect(totalsOfShuffled).toEqual(totals)
          expect(other.length).toBe(one.length)
        },
      ),
    )
  })

  test('the reverse of every quantity is the reverse of every sum', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const totals = computeTotals(lines)
        const reversed = computeTotals(lines.map((each) => ({ ...each, quantity: -each.quantity as Quantity })))
        expect(reversed.netCents).toBe(-totals.netCents)
        expect(reversed.vatCents).toBe(-totals.vatCents)
        expect(reversed.grossCents).toBe(-totals.grossCents)
      }),
    )
  })

  test('a second way of knowing: decimal fractions by hand give the same VAT', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 }), (prices) => {
        const lines = prices.map((cents) => line('1', `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`))
        const whole = prices.reduce((a, b) => a + b, 0)
        expect(computeTotals(lines).vatCents).toBe(BigInt(Math.floor((whole * 20 + 50) / 100)))
      }),
    )
  })
})
