import { expect, it } from 'vitest'
import { idOfCursor, isCount, isInstant, placeOfCursor } from './cursor.ts'

const ID = '0190a6c0-0000-7000-8000-000000000001'
const refusal = expect.objectContaining({ code: 'cursor_unknown', status: 400, field: 'cursor' })

it('reads what the list wrote, and nothing when the list begins', () => {
  expect([idOfCursor(undefined), placeOfCursor(undefined)]).toEqual([undefined, undefined])
  expect(idOfCursor(ID)).toBe(ID)
  expect(placeOfCursor(`2026-11-21_${ID}`)).toEqual({ place: '2026-11-21', id: ID })
  expect(placeOfCursor(`1250_${ID}`, isCount)).toEqual({ place: '1250', id: ID })
  expect(placeOfCursor(`2026-11-21T08:00:00.000Z_${ID}`, isInstant)?.place).toBe('2026-11-21T08:00:00.000Z')
})

it.each(['', 'page 2', ID.toUpperCase(), `2026-11-21_${ID}`])('refuses %j where an id is expected', (cursor) => {
  expect(() => idOfCursor(cursor)).toThrow(refusal)
})

it.each(['', ID, `2026-02-30_${ID}`, `2026-11-21_${ID}_more`, '2026-11-21_one', `1_${ID}`])(
  'refuses %j where a day is expected',
  (cursor) => {
    expect(() => placeOfCursor(cursor)).toThrow(refusal)
  },
)

it('knows counts and instants from what only looks like them', () => {
  expect(['1', '9'.repeat(19), '-1', ''].map(isCount)).toEqual([true, false, false, false])
  expect(['2026-11-21T08:00:00.000Z', '1', '2026-13-21T08:00:00.000Z'].map(isInstant)).toEqual([true, false, false])
})
