import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, termsOfParts, withPart } from './own-terms.ts'

const term = (days: number) => ({ base: 'issue', days, endOfMonth: 'none' }) as const

describe('instalments of one’s own', () => {
  it('begin whole, and a first share is a deposit of 30 % at once', () => {
    expect(partsOf(null)).toEqual([{ percent: 100, days: 30 }])
    expect(termsOfParts(withPart(partsOf(null)))).toEqual([
      { part: 'percent', basisPoints: 3000, term: term(0) },
      { part: 'rest', term: term(30) },
    ])
  })

  it('come back as they were given', () => {
    const parts = [
      { percent: 30, days: 0 },
      { percent: 40, days: 30 },
      { percent: 30, days: 60 },
    ]
    expect(partsOf(termsOfParts(parts))).toEqual(parts)
  })

  it('always make the whole, whatever is typed', () => {
    const part = fc.record({ percent: fc.integer({ min: -50, max: 500 }), days: fc.integer({ min: -10, max: 999 }) })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (typed) => {
        const shares = partsOf(termsOfParts(typed)).map(({ percent }) => percent)
        expect(shares.reduce((all, share) => all + share, 0)).toBe(100)
        expect(shares.every((share) => share >= 1)).toBe(true)
      }),
    )
  })
})
