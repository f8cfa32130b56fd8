import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from '#core/refusal'
import { judgeCdar } from './cdar/judge.ts'
import { readCdar } from './cdar/read.ts'
import { writeCii } from './cii/write.ts'
import { convert } from './convert.ts'
import { inspectPdf, judgeContainer } from './facturx/inspect.ts'
import { anyMessageMutant, anyMutant, anyPdfMutant, BASES } from './fixtures/mutations.ts'
import { judge } from './judge.ts'
import { readInvoice } from './read.ts'
import type { Reading } from './reading.ts'
import { writeUbl } from './ubl/write.ts'
import { Unreadable } from './unreadable.ts'

/** Over all parsers. 1,000,000 once before a release: `ENCOURS_FUZZ_INPUTS=1000000 npx vitest run src/einvoice/fuzz`. */
const INPUTS = Number(process.env['ENCOURS_FUZZ_INPUTS'] ?? 20_000)
const MS_PER_INPUT = 20
const timeout = 30_000 + INPUTS * MS_PER_INPUT
/** Far more than a sound file of this size needs, on a busy machine too: what takes longer does not end in proportion to its size. */
const MAX_MS = 3_000
const MAX_GROWTH_BYTES = 600_000_000

type Memory = { readonly rss: number; readonly heapUsed: number }
const started: Memory = process.memoryUsage()
let peak = started
let slowestMs = 0

/** What the work answers, within its time; nothing when the file is refused by name. Anything else thrown fails the test. */
function within<T>(work: () => T, isRefusal: (error: unknown) => boolean): T | undefined {
  const before = performance.now()
  try {
    return work()
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  } finally {
    const took = performance.now() - before
    slowestMs = Math.max(slowestMs, took)
    expect(took).toBeLessThan(MAX_MS)
    watch()
  }
}

const WATCH_EVERY = 1_000
let seen = 0

function watch(): void {
  seen += 1
  if (seen % WATCH_EVERY !== 0) return
  const { rss, heapUsed } = process.memoryUsage()
  peak = { rss: Math.max(peak.rss, rss), heapUsed: Math.max(peak.heapUsed, heapUsed) }
}

const readingOf = (bytes: Uint8Array): Reading | undefined =>
  within(
    () => readInvoice(bytes),
    (error) => error instanceof Unreadable,
  )
const isRefusal = (error: unknown): boolean => error instanceof Refusal

/** Mutants that never parse would prove little. */
function readsShareOf(inputs: number, share: number, anyBytes: fc.Arbitrary<Uint8Array>, read: (bytes: Uint8Array) => unknown): void {
  let done = 0
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      if (read(bytes) !== undefined) done += 1
    }),
    { numRuns: inputs },
  )
  expect(done).toBeGreaterThan(inputs * share)
}

afterAll(() => {
  if (process.env['ENCOURS_FUZZ_INPUTS'] === undefined) return
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  process.stdout.write(
    `${seen} inputs, the slowest in ${slowestMs.toFixed(0)} ms; memory ${megabytes(started.rss)} at first, ${megabytes(peak.rss)} at most; heap ${megabytes(started.heapUsed)}, ${megabytes(peak.heapUsed)}\n`,
  )
})

describe('whatever the bytes', () => {
  test(
    'a changed invoice is read, judged and placed, or refused by name',
    () => {
      readsShareOf(INPUTS * 0.75, 1 / 4, anyMutant, (bytes) => {
        const reading = readingOf(bytes)
        if (reading) judge(reading)
        return reading
      })
    },
    timeout,
  )

  test(
    'so is a changed message of an invoice’s life',
    () => {
      readsShareOf(INPUTS * 0.2, 1 / 4, anyMessageMutant, (bytes) => within(() => judgeCdar(readCdar(bytes)), isRefusal))
    },
    timeout,
  )

  test(
    'so is a changed PDF, and the invoice in it',
    () => {
      readsShareOf(INPUTS * 0.05, 1 / 4, anyPdfMutant(), (bytes) =>
        within(() => {
          const container = inspectPdf(bytes)
          return judgeContainer(container, container.xml && readingOf(container.xml)?.invoice)
        }, isRefusal),
      )
    },
    timeout,
  )

  test('and memory does not grow with their number', () => {
    expect(peak.heapUsed - started.heapUsed).toBeLessThan(MAX_GROWTH_BYTES)
  })

  test(
    'what was read has places, remarks, and can be written in both syntaxes',
    () => {
      fc.assert(
        fc.property(anyMutant, (bytes) => {
          const reading = readingOf(bytes)
          if (!reading) return
          const verdict = judge(reading)
          for (const place of reading.places.values()) expect(place.line * place.column).toBeGreaterThan(0)
          // Judged before, it looked for the places of what failed alone.
          expect(judge(reading)).toEqual(verdict)
          expect(() => readInvoice(new TextEncoder().encode(writeCii(reading.invoice)))).not.toThrow()
          expect(() => readInvoice(new TextEncoder().encode(writeUbl(reading.invoice)))).not.toThrow()
          convert(reading, 'UBL')
          convert(reading, 'CII')
        }),
        { numRuns: INPUTS / 20 },
      )
    },
    timeout,
  )

  test('bytes that never were XML are refused, wherever they stand in their buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(7), (bytes, from) => {
        expect(readingOf(bytes.subarray(from))).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  test('the files we start from are whole', () => {
    expect(BASES.slice(0, 10).every((bytes) => readingOf(bytes) !== undefined)).toBe(true)
  })
})
