import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableAccent } from './accent.ts'

test('a dark colour stays as the company chose it', () => {
  expect(readableAccent('#1f4e79')).toBe('#1f4e79')
})

test('a pale yellow is darkened, and stays a yellow', () => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(readableAccent('#ffe066').slice(at, at + 2), 16))
  expect(red).toBeGreaterThan(green ?? 0)
  expect(green).toBeGreaterThan(blue ?? 0)
})

test('what is not a colour gives the house blue', () => {
  expect(readableAccent('red; #set text')).toBe('#1f4e79')
})

test('every colour reads at 4.5 to 1 on white', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const accent = readableAccent(`#${value.toString(16).padStart(6, '0')}`)
      const [red = 0, green = 0, blue = 0] = [1, 3, 5]
        .map((at) => Number.parseInt(accent.slice(at, at + 2), 16) / 255)
        .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5
    }),
  )
})
