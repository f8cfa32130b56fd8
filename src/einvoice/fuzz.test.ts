import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCii } from './cii/write.ts'
import { convert } from './convert.ts'
import { anyMutant, BASES } from './fixtures/mutations.ts'
import { readInvoice } from './read.ts'
import type { Reading } from './reading.ts'
import { writeUbl } from './ubl/write.ts'
import { Unreadable } from './unreadable.ts'

/** 1,000,000 once before a release: `ENCOURS_FUZZ_INPUTS=1000000 npx vitest run src/einvoice/fuzz`. */
const INPUTS = Number(process.env['ENCOURS_FUZZ_INPUTS'] ?? 20_000)
const MS_PER_INPUT = 10

/** The reading, or nothing when the file is refused by name. Anything else thrown fails the test. */
function readingOf(bytes: Uint8Array): Reading | undefined {
  try {
    return readInvoice(bytes)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

describe('whatever the bytes', () => {
  test(
    'a changed invoice is read or refused by name',
    () => {
      let read = 0
      fc.assert(
        fc.property(anyMutant, (bytes) => {
          if (readingOf(bytes)) read += 1
        }),
        { numRuns: INPUTS },
      )
      // Mutants that never parse would prove little.
      expect(read).toBeGreaterThan(INPUTS / 4)
    },
    30_000 + INPUTS * MS_PER_INPUT,
  )

  test(
    'what was read has places, remarks, and can be written in both syntaxes',
    () => {
      fc.assert(
        fc.property(anyMutant, (bytes) => {
          const reading = readingOf(bytes)
          if (!reading) return
          for (const place of reading.places.values()) expect(place.line * place.column).toBeGreaterThan(0)
          expect(() => readInvoice(new TextEncoder().encode(writeCii(reading.invoice)))).not.toThrow()
          expect(() => readInvoice(new TextEncoder().encode(writeUbl(reading.invoice)))).not.toThrow()
          convert(reading, 'UBL')
          convert(reading, 'CII')
        }),
        { numRuns: INPUTS / 20 },
      )
    },
    30_000 + INPUTS * MS_PER_INPUT,
  )

  test('bytes that never were XML are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readingOf(bytes)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  test('the files we start from are whole', () => {
    expect(BASES.slice(0, 10).every((bytes) => readingOf(bytes) !== undefined)).toBe(true)
  })
})
