import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/refusal'
import { OLD_SAMPLES } from './fixtures/old-samples.ts'
import type { StatementFile } from './model.ts'
import { readStatements } from './read.ts'

/** `ENCOURS_DAMAGE_RUNS=200000` for a thorough look, which also takes files as large as they may be. */
const RUNS = Number(process.env['ENCOURS_DAMAGE_RUNS'] ?? 2000)
const MEGABYTES = RUNS > 2000 ? 50 : 5

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Bytes that mean something to a reader, and any other. */
const byte = fc.oneof(fc.constantFrom(0, 10, 13, 26, 32, 45, 47, 48, 57, 58, 63, 123, 125, 255), fc.integer({ min: 0, max: 255 }))

/** What is done to the bytes of a file on its way; `at` is a place between its start and its end. */
const damage = fc.record({
  kind: fc.constantFrom('set', 'insert', 'cut', 'double', 'move'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })),
  byte,
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let result = [...bytes]
  for (const { at, byte, kind, length } of damages) {
    const place = Math.floor(at * result.length)
    const piece = result.slice(place, place + length)
    if (kind === 'set') result[place] = byte
    else if (kind === 'insert') result.splice(place, 0, byte)
    else if (kind === 'cut') result.splice(place, length)
    else if (kind === 'double') result.splice(place, 0, ...piece)
    else result = [...piece, ...result.slice(0, place), ...result.slice(place + length)]
  }
  return Uint8Array.from(result)
}

/** Read or refused by name; what is read holds together. */
function readOrRefuse(bytes: Uint8Array): StatementFile | string {
  try {
    const file = readStatements(bytes)
    for (const statement of file.statements) {
      expect(statement.account.currency).toMatch(/^\S{3}$/)
      if (statement.proven === true) {
        const total = statement.lines.reduce((sum, line) => sum + line.amountCents, statement.opening?.amountCents ?? 0n)
        expect(total).toBe(statement.closing?.amountCents)
      }
      for (const line of statement.lines) {
        expect(line.bookedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
        // PostgreSQL takes no NUL, and no person reads the other ones.
        for (const text of [line.text, line.bankText, line.counterparty, line.reference]) expect(text ?? '').not.toMatch(/\p{Cc}/u)
      }
    }
    return file
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('a damaged file is read as far as it can be, or refused by name: never a crash', () => {
  it.each(Object.entries(OLD_SAMPLES))('%s, whole, is read', (format, text) => {
    const file = readOrRefuse(utf8(text))
    expect(file).toMatchObject({ format })
    const warned = typeof file === 'string' ? [] : file.statements.flatMap(({ warnings }) => warnings.map(({ code }) => code))
    expect(warned).toEqual(format === 'mt942' ? ['lines_not_booked'] : [])
  })

  it.each(Object.entries(OLD_SAMPLES))('%s with bytes changed, added, cut, doubled or moved', (_, text) => {
    const bytes = utf8(text)
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
        readOrRefuse(damaged(bytes, damages))
      }),
      { numRuns: RUNS / 4 },
    )
  })

  it.each(Object.entries(OLD_SAMPLES))('%s cut anywhere', (_, text) => {
    const bytes = utf8(text)
    for (let length = 0; length < bytes.length; length++) readOrRefuse(bytes.subarray(0, length))
  })

  it.each(Object.entries(OLD_SAMPLES))('%s that starts right and goes on with noise', (_, text) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
        readOrRefuse(Uint8Array.from([...utf8(text.slice(0, 260)), ...noise]))
      }),
      { numRuns: RUNS / 20 },
    )
  })

  it('one amount damaged leaves one line out, tells it, and the others stay', () => {
    const file = readOrRefuse(utf8(OLD_SAMPLES.cfonb120.replace('0000000003504{', '0000000@03504{')))
    expect(file).toMatchObject({ statements: [{ proven: false, lines: [{ amountCents: -1255n }] }] })
  })
})

const MEGABYTE = 1024 * 1024

/** A file of `megabytes` that starts like `start` and repeats `more`. */
const large = (start: string, more: string, megabytes: number): Uint8Array =>
  Buffer.concat([utf8(start), Buffer.alloc(megabytes * MEGABYTE, more)]).subarray(0, megabytes * MEGABYTE)

const HEADS = {
  cfonb120: OLD_SAMPLES.cfonb120.slice(0, 120),
  cfonb240: OLD_SAMPLES.cfonb240.slice(0, 240),
  mt940: `${OLD_SAMPLES.mt940.slice(0, OLD_SAMPLES.mt940.indexOf(':86:'))}:86:`,
}

describe('a large file takes seconds, whatever is in it', () => {
  it.each([
    ['CFONB 120 and then one line without any record', HEADS.cfonb120, 'x'],
    ['CFONB 120 and then nothing but line ends', HEADS.cfonb120, '\n'],
    ['CFONB 120 and then NUL bytes', HEADS.cfonb120, '\0'],
    ['CFONB 120 with starts of records everywhere', HEADS.cfonb120, '0130006    00001EUR2'],
    [
      'CFONB 120 with one operation of endless complements',
      `${OLD_SAMPLES.cfonb120.slice(0, 244)}\r\n`,
      `${OLD_SAMPLES.cfonb120.slice(244, 364)}\n`,
    ],
    ['CFONB 240 and then digits', HEADS.cfonb240, '34'],
    ['MT940 with one line of text', HEADS.mt940, 'SVWZ+ /EREF/ ?20'],
    ['MT940 with endless lines of text', HEADS.mt940, '\r\n/REMI/'],
    ['MT940 with endless fields of text', HEADS.mt940, '\n:86:?20?21'],
    ['MT940 with nothing but line ends', HEADS.mt940, '\n'],
    ['MT940 with endless messages', HEADS.mt940, '\n:20:X\n:61:'],
    ['MT940 with endless entries that cannot be read', HEADS.mt940, '\n:61:2611031103'],
  ])('%s', (_, start, more) => {
    const since = performance.now()
    readOrRefuse(large(start, more, MEGABYTES))
    expect(performance.now() - since).toBeLessThan(20_000)
  })

  it('more than 50 MB is refused before it is looked at', () => {
    expect(readOrRefuse(large(HEADS.mt940, 'x', 60))).toBe('statement_too_large')
  })
})
