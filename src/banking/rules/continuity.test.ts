import { expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { parseMoney } from '#core/money'
import { continuityOf, knownDays } from './continuity.ts'

const statement = (from: string, to: string, opening: string | null, closing: string | null) => ({
  from: parseDay(from),
  to: parseDay(to),
  openingCents: opening === null ? null : parseMoney(opening),
  closingCents: closing === null ? null : parseMoney(closing),
  proven: opening === null || closing === null ? null : true,
})
const today = parseDay('2026-04-20')
const january = statement('2026-01-01', '2026-01-31', '100', '250')
const march = statement('2026-03-01', '2026-03-31', '400', '90.50')

it('statements that follow each other leave no gap, in whatever order they were imported', () => {
  const february = statement('2026-02-02', '2026-02-28', '250', '400')
  expect(continuityOf([march, january, february], today)).toEqual({
    firstDay: '2026-01-01',
    lastDay: '2026-03-31',
    balanceCents: 9050n,
    balanceOn: '2026-03-31',
    provenUntil: '2026-03-31',
    gaps: [],
  })
})

it('a missing month shows by its balances, with what is missing', () => {
  expect(continuityOf([january, march], today).gaps).toEqual([{ after: '2026-01-31', before: '2026-03-01', missingCents: 15000n }])
})

it('a file that overlaps another, or says no balance, is no gap', () => {
  const overlap = statement('2026-01-15', '2026-02-28', '7', '400')
  const silent = statement('2026-02-01', '2026-02-28', null, null)
  expect(continuityOf([january, overlap, march], today).gaps).toEqual([])
  expect(continuityOf([january, silent, march], today).gaps).toEqual([])
  expect(continuityOf([], today)).toEqual({
    firstDay: null,
    lastDay: null,
    balanceCents: null,
    balanceOn: null,
    provenUntil: null,
    gaps: [],
  })
})

it('a later statement without balances moves what is known, and neither the balance nor its proof', () => {
  const silent = statement('2026-02-01', '2026-02-28', null, null)
  expect(continuityOf([january, silent], today)).toMatchObject({
    lastDay: '2026-02-28',
    balanceCents: 25000n,
    balanceOn: '2026-01-31',
    provenUntil: '2026-01-31',
  })
})

it('a balance that its lines do not lead to is told, and proves nothing', () => {
  expect(continuityOf([january, { ...march, proven: false }], today)).toMatchObject({ balanceOn: '2026-03-31', provenUntil: '2026-01-31' })
})

it('nothing is known of the days to come, whatever a file says', () => {
  const dreamt = statement('2030-01-01', '2030-01-31', '1', '2')
  expect(continuityOf([january, dreamt], today)).toMatchObject({ lastDay: '2026-01-31', balanceCents: 25000n })
  expect(continuityOf([{ ...march, to: parseDay('2030-01-01') }], today)).toMatchObject({ lastDay: today, provenUntil: today })
})

it('tells of each day whether it is known: quiet days between balances that agree are, others are not', () => {
  const february = statement('2026-02-05', '2026-02-28', '250', '400')
  const untold = statement('2026-04-03', '2026-05-15', null, null)
  expect(knownDays([march, january, february, untold], today)).toEqual([
    { from: '2026-01-01', to: '2026-03-31', state: 'known' },
    { from: '2026-04-01', to: '2026-04-02', state: 'untold' },
    { from: '2026-04-03', to: '2026-04-20', state: 'known' },
  ])
  expect(knownDays([january, march], today)).toEqual([
    { from: '2026-01-01', to: '2026-01-31', state: 'known' },
    { from: '2026-02-01', to: '2026-02-28', state: 'missing' },
    { from: '2026-03-01', to: '2026-03-31', state: 'known' },
  ])
  expect(knownDays([], today)).toEqual([])
})
