import { expect, it } from 'vitest'
import { markedPieces } from './marked.ts'

it('cuts a text at what was recognised, whatever its case, and never loses a letter', () => {
  const marks = [
    { kind: 'number', text: 'F2026-0412' },
    { kind: 'name', text: 'le bihan' },
    { kind: 'iban', text: 'FR76' },
  ] as const
  const pieces = markedPieces('VIR LE BIHAN FACT F2026-0412.', marks)
  expect(pieces.map(({ kind, text }) => [text, kind])).toEqual([
    ['VIR ', undefined],
    ['LE BIHAN', 'name'],
    [' FACT ', undefined],
    ['F2026-0412', 'number'],
    ['.', undefined],
  ])
  expect(markedPieces('', marks)).toEqual([])
})
