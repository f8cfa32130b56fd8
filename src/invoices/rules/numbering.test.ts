import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#core/refusal'
import {
  DEFAULT_SERIES,
  LONGEST_NUMBER,
  type SeriesFormat,
  checkSeriesFormat,
  previewNumbers,
  renderNumber,
  seriesCollide,
} from './numbering.ts'

function refusalOf(act: () => unknown): string | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return undefined
}

const check = (pattern: string, restart: SeriesFormat['restart'] = 'never') => refusalOf(() => checkSeriesFormat({ pattern, restart }))

/** Patterns such as a user could write, correct ones only. */
const letters = fc.stringMatching(/^[A-Z+\-_/]{0,4}$/)
const counters = fc.integer({ min: 1, max: 6 }).map((zeros) => `{${'0'.repeat(zeros)}}`)
const patterns = fc
  .tuple(letters, fc.constantFrom('', '{YY}', '{YYYY}'), letters, counters, fc.boolean())
  .map(([head, year, middle, counter, counterFirst]) => head + (counterFirst ? counter + middle + year : year + middle + counter))
const places = fc.record({ year: fc.integer({ min: 2000, max: 2099 }), sequence: fc.integer({ min: 1, max: 10_000_000 }) })

describe('the format of a series', () => {
  test('the usual ones are accepted', () => {
    expect(check('F{YYYY}-{00000}', 'yearly')).toBeUndefined()
    expect(check('{YY}/{0}', 'yearly')).toBeUndefined()
    expect(check('FAC+{000000}')).toBeUndefined()
    for (const format of Object.values(DEFAULT_SERIES)) checkSeriesFormat(format)
  })

  test.each<[string, SeriesFormat['restart'], string]>([
    ['F{YYYY}', 'never', 'number_without_counter'],
    ['', 'never', 'number_without_counter'],
    ['F{000}{00}', 'never', 'number_part_twice'],
    ['{YYYY}{YY}{00}', 'never', 'number_part_twice'],
    ['F{00000}', 'yearly', 'number_restart_without_year'],
    ['F {0000}', 'never', 'number_bad_character'],
    ['Fé{0000}', 'never', 'number_bad_character'],
    ['F{MM}{0000}', 'never', 'number_bad_character'],
    ['F{0000', 'never', 'number_bad_character'],
    ['FACTURE-{YYYY}-{00000000}', 'never', 'number_too_long'],
  ])('%j restarting %s is refused: %s', (pattern, restart, code) => {
    expect(check(pattern, restart)).toBe(code)
  })

  test('shows what it gives', () => {
    expect(previewNumbers(DEFAULT_SERIES.invoice, 2026)).toEqual(['F2026-00001', 'F2026-00002', 'F2026-00003'])
    expect(previewNumbers({ pattern: 'A{YY}{0}', restart: 'yearly' }, 2027, 1)).toEqual(['A271'])
  })
})

describe('a number', () => {
  test('widens when the counter outgrows its zeros', () => {
    expect(renderNumber('F{000}', { year: 2026, sequence: 999 })).toBe('F999')
    expect(renderNumber('F{000}', { year: 2026, sequence: 1000 })).toBe('F1000')
  })

  test('is refused beyond 20 characters', () => {
    expect(renderNumber('FACTURE-{YYYY}-{000000}', { year: 2026, sequence: 9_999_999 })).toHaveLength(LONGEST_NUMBER)
    expect(refusalOf(() => renderNumber('FACTURE-{YYYY}-{000000}', { year: 2026, sequence: 10_000_000 }))).toBe('number_too_long')
  })

  test('needs a place from 1 and a year of this century', () => {
    expect(() => renderNumber('F{0}', { year: 2026, sequence: 0 })).toThrow(RangeError)
    expect(() => renderNumber('F{0}', { year: 1999, sequence: 1 })).toThrow(RangeError)
  })

  test('always obeys BR-FR-01/02', () => {
    fc.assert(
      fc.property(patterns, places, (pattern, place) => {
        expect(renderNumber(pattern, place)).toMatch(/^[A-Za-z0-9+\-_/]{1,20}$/)
      }),
    )
  })

  test('is never given twice by one series', () => {
    fc.assert(
      fc.property(patterns, places, places, (pattern, one, other) => {
        const same = one.sequence === other.sequence && (one.year === other.year || !pattern.includes('Y'))
        expect(renderNumber(pattern, one) === renderNumber(pattern, other)).toBe(same)
      }),
    )
  })
})

describe('two series', () => {
  test.each<[string, string, boolean]>([
    ['F{YYYY}-{00000}', 'A{YYYY}-{00000}', false],
    ['F{YYYY}-{00000}', 'F{YYYY}-{000}', true],
    ['F{YYYY}-{00000}', 'f{YYYY}-{00000}', true],
    ['F{YYYY}-{00000}', 'F2026-{00000}', true],
    ['F{YYYY}-{00000}', 'F1999-{00000}', false],
    ['F{YYYY}-{00000}', 'F-{YYYY}-{00000}', false],
    ['F{YYYY}{000}', 'F{0000}', true],
    ['F{YY}{000}', 'F{00000}', true],
    ['{0000}A', '{0000}B', false],
  ])('%s and %s may collide: %s', (a, b, expected) => {
    expect(seriesCollide(a, b)).toBe(expected)
    expect(seriesCollide(b, a)).toBe(expected)
  })

  test('that are said not to collide never print the same number', () => {
    fc.assert(
      fc.property(patterns, patterns, places, places, (a, b, one, other) => {
        if (renderNumber(a, one) === renderNumber(b, other)) expect(seriesCollide(a, b)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(patterns, (pattern) => {
        expect(seriesCollide(pattern, pattern)).toBe(true)
      }),
    )
  })
})
