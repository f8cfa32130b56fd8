import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fontCoverage, printable, unprintable } from './printable.ts'

const require = createRequire(import.meta.url)
const inter = fontCoverage([readFileSync(require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'))])

test('a French sentence is left alone', () => {
  const text = 'Bœuf & Frères — « été » : 1\u202f234,50\u00a0€ \u2212 n°\u00a03'
  expect(printable(text, inter)).toBe(text)
})

test('what the typeface lacks is shown as missing, one square a character', () => {
  expect(printable('Café 中文 😀', inter)).toBe('Café □□ □')
})

test('what will be missing is named once, and whole', () => {
  expect(unprintable('Pose 😀 de l’été 👩🏽‍🔧 中 😀', inter)).toEqual(['😀', '👩🏽‍🔧', '中'])
  expect(unprintable('Bœuf & Frères □ ﬁnance\u200B', inter)).toEqual([])
})

test('a ligature becomes its letters', () => {
  expect(printable('ﬁnance', inter)).toBe('finance')
})

test('a name cannot turn the reading direction nor hide characters', () => {
  expect(printable('a\u202Ecba\u200B\uFEFF\u0000z', inter)).toBe('acbaz')
})

test('every kind of line end is one', () => {
  expect(printable('a\r\nb\u2028c\u0085d', inter)).toBe('a\nb\nc\nd')
})

test('eighty letters without a space may be broken', () => {
  expect(printable('W'.repeat(80), inter)).toMatch(/^(W{6}\u200B){13}W{2}$/)
})

test('whatever comes in, only characters of the typeface come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const char of printable(text, inter)) expect(char === '\n' || inter(char.codePointAt(0) ?? 0)).toBe(true)
      expect(unprintable(text, inter).length > 0).toBe(printable(text, inter).includes('□') && !text.includes('□'))
    }),
  )
})
