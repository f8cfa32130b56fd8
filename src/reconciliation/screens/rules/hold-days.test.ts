import { expect, it } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { holdChoices } from './hold-days.ts'

const shown = (today: string) => holdChoices(parseDay(today)).map(({ name, until }) => `${name} ${until}`)

it.each([
  ['a Tuesday', '2026-04-14', ['tomorrow 2026-04-15', 'monday 2026-04-20', 'week 2026-04-21', 'monthEnd 2026-04-30']],
  ['a Monday: the next one is in a week', '2026-04-20', ['tomorrow 2026-04-21', 'monday 2026-04-27', 'monthEnd 2026-04-30']],
  ['a Sunday: Monday is tomorrow', '2026-04-19', ['tomorrow 2026-04-20', 'week 2026-04-26', 'monthEnd 2026-04-30']],
  ['the last day of a month', '2026-04-30', ['tomorrow 2026-05-01', 'monday 2026-05-04', 'week 2026-05-07', 'monthEnd 2026-05-31']],
  ['the day before it', '2026-02-27', ['tomorrow 2026-02-28', 'monday 2026-03-02', 'week 2026-03-06']],
])('%s', (_, today, expected) => {
  expect(shown(today)).toEqual(expected)
})

it('always later than today, in order, never the same day twice', () => {
  for (let step = 0; step < 800; step += 1) {
    const today = addDays(parseDay('2026-01-01'), step)
    const days = holdChoices(today).map(({ until }) => until)
    expect(days.every((until) => until > today)).toBe(true)
    expect(days).toEqual([...new Set(days)].toSorted())
  }
})
