import { expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { parseMoney } from '#core/money'
import { continuityOf } from './continuity.ts'

const statement = (from: string, to: string, opening: string | null, closing: string | null) => ({
  from: parseDay(from),
  to: parseDay(to),
  openingCents: opening === null ? null : parseMoney(opening),
  closingCents: closing === null ? null : parseMoney(closing),
})
const january = statement('2026-01-01', '2026-01-31', '100', '250')
const march = statement('2026-03-01', '2026-03-31', '400', '90.50')

it('statements that follow each other leave no gap, in whatever order they were imported', () => {
  const february = statement('2026-02-02', '2026-02-28', '250', '400')
  expect(continuityOf([march, january, february])).toEqual({ firstDay: '2026-01-01', lastDay: '2026-03-31', balanceCents: 9050n, gaps: [] })
})

it('a missing month shows by its balances, with what is missing', () => {
  expect(continuityOf([january, march]).gaps).toEqual([{ after: '2026-01-31', before: '2026-03-01', missingCents: 15000n }])
})

it('a file that overlaps another, or says no balance, is no gap', () => {
  const overlap = statement('2026-01-15', '2026-02-28', '7', '400')
  const silent = statement('2026-02-01', '2026-02-28', null, null)
  expect(continuityOf([january, overlap, march]).gaps).toEqual([])
  expect(continuityOf([january, silent, march]).gaps).toEqual([])
  expect(continuityOf([])).toEqual({ firstDay: null, lastDay: null, balanceCents: null, gaps: [] })
})
