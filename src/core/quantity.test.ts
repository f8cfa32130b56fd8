import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCents } from './money.ts'
import {
  type BasisPoints,
  type Quantity,
  type UnitPrice,
  isQuantityText,
  isRateText,
  isUnitPriceText,
  parseQuantity,
  parseRate,
  parseUnitPrice,
  percentOf,
  priceOf,
  quantityText,
  rateText,
  unitPriceText,
} from './quantity.ts'

const quantities = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((value) => value as Quantity)
const prices = fc.bigInt({ min: 0n, max: 10n ** 14n }).map((value) => value as UnitPrice)
const rates = fc.integer({ min: 0, max: 10_000 }).map((value) => value as BasisPoints)

describe('texts', () => {
  test('a quantity has four decimals at most, a price six, a rate two', () => {
    expect(isQuantityText('-1.2345')).toBe(true)
    expect(isQuantityText('1.23456')).toBe(false)
    expect(isUnitPriceText('0.000001')).toBe(true)
    expect(isUnitPriceText('-1')).toBe(false)
    expect(isUnitPriceText('1.0000001')).toBe(false)
    expect(isRateText('5.5')).toBe(true)
    expect(isRateText('5.555')).toBe(false)
    expect(isRateText('-5')).toBe(false)
  })

  test('are read and written without loss', () => {
    expect(parseQuantity('1.5')).toBe(15_000n)
    expect(parseUnitPrice('12.34')).toBe(12_340_000n)
    expect(parseRate('5.5')).toBe(550)
    expect(rateText(2000 as BasisPoints)).toBe('20')
    fc.assert(
      fc.property(quantities, prices, rates, (quantity, price, rate) => {
        expect(parseQuantity(quantityText(quantity))).toBe(quantity)
        expect(parseUnitPrice(unitPriceText(price))).toBe(price)
        expect(parseRate(rateText(rate))).toBe(rate)
      }),
    )
  })
})

describe('a price and a percentage', () => {
  test('1.5 hours at 80 EUR are 120 EUR', () => {
    expect(priceOf(parseQuantity('1.5'), parseUnitPrice('80'))).toBe(12_000n)
  })

  test('are rounded half away from zero', () => {
    expect(priceOf(parseQuantity('1'), parseUnitPrice('0.005'))).toBe(1n)
    expect(priceOf(parseQuantity('-1'), parseUnitPrice('0.005'))).toBe(-1n)
    expect(percentOf(toCents(1010), parseRate('5.5'))).toBe(56n)
    expect(percentOf(toCents(-1010), parseRate('5.5'))).toBe(-56n)
  })

  test('where a float is a cent off, the whole numbers are not', () => {
    expect(Math.round(1.005 * 100)).toBe(100)
    expect(priceOf(parseQuantity('1'), parseUnitPrice('1.005'))).toBe(101n)
  })

  test('turn with their sign, and the whole is 100 %', () => {
    fc.assert(
      fc.property(quantities, prices, rates, (quantity, price, rate) => {
        const amount = priceOf(quantity, price)
        expect(priceOf(-quantity as Quantity, price)).toBe(-amount)
        expect(percentOf(toCents(-amount), rate)).toBe(-percentOf(amount, rate))
        expect(percentOf(amount, 10_000 as BasisPoints)).toBe(amount)
      }),
    )
  })
})
