import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, uuidv7 } from './ids.ts'

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 })
const instants = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })

test('the example of RFC 9562', () => {
  const random = Uint8Array.from([0xcc, 0x31, 0x8c, 0x4d, 0xc0, 0xc0, 0xc0, 0x73, 0x98, 0xf0])
  expect(uuidv7(new Date('2022-02-22T19:22:22.000Z'), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('an id is a UUID of version 7 and of the RFC variant', () => {
  fc.assert(
    fc.property(instants, chance, (at, random) => {
      const id = uuidv7(at, random)
      expect(isId(id)).toBe(true)
      expect(id).toMatch(/^.{8}-.{4}-7.{3}-[89ab]/)
    }),
  )
})

test('ids sort by their instant', () => {
  fc.assert(
    fc.property(instants, instants, chance, chance, (one, other, random, otherRandom) => {
      if (one < other) expect(uuidv7(one, random) < uuidv7(other, otherRandom)).toBe(true)
    }),
  )
})

test('two ids of one instant differ', () => {
  const at = new Date('2026-11-21T10:00:00Z')
  expect(new Set(Array.from({ length: 1000 }, () => uuidv7(at))).size).toBe(1000)
})

test.each(['', 'x', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F', '017f22e279b07cc398c4dc0c0c07398f', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f '])(
  '%j is not an id',
  (text) => {
    expect(isId(text)).toBe(false)
  },
)
