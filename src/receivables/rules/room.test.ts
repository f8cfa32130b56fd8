import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { toCents } from '#core/money'
import { roomSince } from './room.ts'

const march = (dayOfMonth: number) => addDays(parseDay('2026-03-01'), dayOfMonth - 1)
const move = (dayOfMonth: number, cents: number) => ({ on: march(dayOfMonth), amountCents: toCents(cents) })

test.each([
  ['an untouched invoice has room at once', [], 100, 5],
  ['what another payment left is free at once', [move(3, 60)], 40, 5],
  ['a bounced cheque held the place until it bounced', [move(3, 100), move(20, -100)], 100, 20],
  ['a part of it was free all along', [move(3, 60), move(20, -60)], 40, 5],
  ['what bounced before does not matter', [move(2, 100), move(4, -100)], 100, 5],
  ['a cheque that bounced on the day it was counted held nothing', [move(10, 100), move(10, -100)], 100, 5],
])('%s', (_story, moves, wished, dayOfMonth) => {
  expect(roomSince(march(5), toCents(wished), toCents(100), moves)).toBe(march(dayOfMonth))
})

test('from the day found on, the item never holds more than its amount', () => {
  const cheque = fc.record({
    cents: fc.integer({ min: 1, max: 50 }),
    from: fc.integer({ min: 1, max: 28 }),
    days: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(cheque, { maxLength: 2 }), fc.integer({ min: 1, max: 100 }), (bounced, wished) => {
      const moves = bounced.flatMap(({ cents, days, from }) => [move(from, cents), move(from + days, -cents)])
      const since = roomSince(march(1), toCents(wished), toCents(100), moves)
      const held = (on: string) => moves.filter((one) => one.on <= on).reduce((total, one) => total + one.amountCents, 0n)
      return Array.from({ length: 60 }, (_, day) => march(day + 1))
        .filter((on) => on >= since)
        .every((on) => held(on) + BigInt(wished) <= 100n)
    }),
  )
})
