import { expect, it } from 'vitest'
import { monthsOf, type Span } from './calendar.ts'

const span = (from: string, to: string, state: Span['state']): Span => ({ from, to, state })

it('shows each day of the months told, newest first, and nothing outside of them', () => {
  const months = monthsOf([
    span('2026-01-20', '2026-02-10', 'known'),
    span('2026-02-11', '2026-02-12', 'missing'),
    span('2026-02-13', '2026-03-05', 'known'),
  ])
  expect(months.map(({ cells, month }) => [month, cells.length])).toEqual([
    ['2026-03', 31],
    ['2026-02', 28],
    ['2026-01', 31],
  ])
  const states = (month: number) => months[month]?.cells.map(({ state }) => state?.charAt(0) ?? '-').join('')
  expect(states(0)).toBe('kkkkk--------------------------')
  expect(states(1)).toBe('kkkkkkkkkkmmkkkkkkkkkkkkkkkk')
  expect(states(2)).toBe('-------------------kkkkkkkkkkkk')
  expect(monthsOf([])).toEqual([])
})

it('is twelve months at most', () => {
  expect(monthsOf([span('2024-01-01', '2026-03-05', 'known')])).toHaveLength(12)
})
