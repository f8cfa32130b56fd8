import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { Refusal } from '#core/refusal'
import { refusalSentence } from '../texts.ts'
import { camt053, sampleStatement } from './camt/sample.ts'
import { OLD_SAMPLES } from './fixtures/old-samples.ts'
import { writeOfx } from './fixtures/ofx-writer.ts'
import { writeQif } from './fixtures/qif-writer.ts'
import { writeXlsx } from './fixtures/xlsx-writer.ts'
import { writeZip } from './fixtures/zip-writer.ts'
import type { StatementFile } from './model.ts'
import { guessMapping, readStatements, unpack } from './read.ts'
import { openZip } from './zip/archive.ts'

/** `ENCOURS_DAMAGE_RUNS=200000` for a thorough look, which also takes files as large as they may be. */
const RUNS = Number(process.env['ENCOURS_DAMAGE_RUNS'] ?? 4000)
const MEGABYTES = RUNS > 4000 ? 50 : 5

const account = { iban: 'FR7630006000011234567890189', currency: 'EUR' }
const said = {
  account,
  opening: '10.00',
  lines: [
    { bookedOn: parseDay('2026-11-20'), amount: '120.00', text: 'Facture réglée', reference: 'A1' },
    { bookedOn: parseDay('2026-11-21'), amount: '-12.30', text: 'Cotisation', reference: 'A2' },
  ],
}
const statement = sampleStatement(said)
const csv = 'Date;Libellé;Montant;Solde\r\n20/11/2026;"Facture; réglée";120,00;130,00\r\n21/11/2026;Cotisation;-12,30;117,70\r\n'
const workbook = writeXlsx([
  {
    name: 'Relevé',
    rows: [
      ['Date', 'Libellé', 'Montant'],
      [{ day: parseDay('2026-11-20') }, 'Facture', 120],
      ['21/11/2026', 'B', -12.3],
    ],
  },
])
const TEXTS: Readonly<Record<string, string>> = {
  ...OLD_SAMPLES,
  ofx1: writeOfx(statement, 'open'),
  'ofx1 closed': writeOfx(statement, 'closed'),
  ofx2: writeOfx(statement, 'xml'),
  qif: `${writeQif(statement, 'dmy')}!Account\nNCaisse\n^\n!Type:Cash\nD21/11/26\nT5.00\nSA\nEB\n$2.00\nSC\n$3.00\n^\n`,
  'camt.053.02': camt053(said, { version: '02' }),
  'camt.053.08': camt053(said, { version: '08' }),
  csv,
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [name, utf8(text)])),
  xlsx: workbook,
  zip: writeZip([
    { name: 'a.ofx', bytes: TEXTS['ofx1'] ?? '', stored: true },
    { name: 'b.csv', bytes: csv },
    { name: 'c.xlsx', bytes: workbook },
  ]),
}

/** What readers trip over. */
const STUMBLES = [
  '\0',
  '\u001A',
  '<',
  '>',
  '&',
  '{',
  '}',
  ']]>',
  '<!--',
  '<!DOCTYPE a>',
  '"',
  ';',
  '\r',
  '\n',
  '^\n',
  ':',
  '/',
  '?',
  '!Type:',
  '</OFX>',
  '<STMTTRN>',
  '-',
  '[0:GMT]',
  '9'.repeat(40),
  '\uFEFF',
  '2199-12-31T23:59:59Z',
]
const someBytes = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.constantFrom(...STUMBLES).map(utf8))

/** What is done to the bytes of a file on its way; `at` is a place between its start and its end. */
const aDamage = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'repeat', 'move', 'cut'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })),
  times: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 50 })),
  bytes: someBytes,
})
type Damage = typeof aDamage extends fc.Arbitrary<infer T> ? T : never

function damaged(whole: Uint8Array, { at, bytes, kind, length, times }: Damage): Uint8Array {
  const place = Math.floor(at * whole.length)
  const [before, piece, after] = [whole.subarray(0, place), whole.subarray(place, place + length), whole.subarray(place + length)]
  const parts = {
    set: [before, bytes, whole.subarray(place + bytes.length)],
    insert: [before, bytes, piece, after],
    remove: [before, after],
    repeat: [before, ...Array.from({ length: times + 1 }, () => piece), after],
    move: [piece, before, after],
    cut: [before],
  }
  return new Uint8Array(Buffer.concat(parts[kind]))
}

const someDamages = fc.array(aDamage, { minLength: 1, maxLength: 5 })

/** Read, or refused by a name that has its sentences; what is read holds together. Anything else is a fault. */
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
    return refusalIn(error)
  }
}

function refusalIn(error: unknown): string {
  if (!(error instanceof Refusal)) throw error
  for (const locale of ['fr', 'en'] as const) {
    const sentence = refusalSentence(locale, error.code, error.facts)
    if (sentence === error.code || /\b(?:undefined|NaN)\b/.test(sentence)) throw new Error(`no sentence: ${sentence}`, { cause: error })
  }
  return error.code
}

/** What an import asks of a file before it reads it. */
function openOrRefuse(bytes: Uint8Array): void {
  for (const ask of [() => guessMapping(bytes), () => unpack({ name: 'a', bytes })]) {
    try {
      ask()
    } catch (error) {
      refusalIn(error)
    }
  }
}

describe('a damaged file is read as far as it can be, or refused by name: never a crash', () => {
  it.each(Object.entries(OLD_SAMPLES))('%s, whole, is read', (format, text) => {
    const file = readOrRefuse(utf8(text))
    expect(file).toMatchObject({ format })
    const warned = typeof file === 'string' ? [] : file.statements.flatMap(({ warnings }) => warnings.map(({ code }) => code))
    expect(warned).toEqual(format === 'mt942' ? ['lines_not_booked'] : [])
  })

  it.each(Object.entries(SAMPLES))('%s with bytes changed, added, cut, repeated or moved', (_, bytes) => {
    fc.assert(
      fc.property(someDamages, (damages) => {
        const file = damages.reduce(damaged, bytes)
        readOrRefuse(file)
        openOrRefuse(file)
      }),
      { numRuns: RUNS / 10 },
    )
  })

  // The checksum would save the reader: a sheet is damaged before it is packed.
  it.each(openZip(workbook).map(({ name }) => name))('a workbook with %s damaged', (name) => {
    const parts = openZip(workbook).map((part) => ({ name: part.name, bytes: part.bytes() }))
    fc.assert(
      fc.property(someDamages, (damages) => {
        readOrRefuse(writeZip(parts.map((part) => (part.name === name ? { name, bytes: damages.reduce(damaged, part.bytes) } : part))))
      }),
      { numRuns: RUNS / 40 },
    )
  })

  it.each(Object.entries(SAMPLES))('%s cut anywhere', (_, bytes) => {
    for (let length = 0; length < bytes.length; length++) readOrRefuse(bytes.subarray(0, length))
  })

  it.each(Object.entries(SAMPLES))('%s that starts right and goes on with noise', (_, bytes) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
        readOrRefuse(Uint8Array.from([...bytes.subarray(0, 260), ...noise]))
      }),
      { numRuns: RUNS / 40 },
    )
  })

  it('noise alone is no statement', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => void readOrRefuse(noise)),
      { numRuns: RUNS / 10 },
    )
  })

  it('one amount damaged leaves one line out, tells it, and the others stay', () => {
    const file = readOrRefuse(utf8(OLD_SAMPLES.cfonb120.replace('0000000003504{', '0000000@03504{')))
    expect(file).toMatchObject({ statements: [{ proven: false, lines: [{ amountCents: -1255n }] }] })
  })
})

const MEGABYTE = 1024 * 1024

/** A file of `megabytes` that starts like `start`, repeats `more`, and ends so. */
function large(start: string, more: string, megabytes: number, end = ''): Uint8Array {
  const bytes = Buffer.alloc(megabytes * MEGABYTE)
  const [first, last] = [Buffer.from(start), Buffer.from(end)]
  bytes.fill(more, first.length)
  first.copy(bytes)
  last.copy(bytes, bytes.length - last.length)
  return bytes
}

const HEADS = {
  cfonb120: OLD_SAMPLES.cfonb120.slice(0, 120),
  cfonb240: OLD_SAMPLES.cfonb240.slice(0, 240),
  mt940: `${OLD_SAMPLES.mt940.slice(0, OLD_SAMPLES.mt940.indexOf(':86:'))}:86:`,
}

/** How each one starts, what it repeats, how it ends. On some of these a reader that looks back or ahead would take minutes. */
const LARGE: Readonly<Record<string, readonly [start: string, more: string, end?: string]>> = {
  'CFONB 120 and then one line without any record': [HEADS.cfonb120, 'x'],
  'CFONB 120 and then nothing but line ends': [HEADS.cfonb120, '\n'],
  'CFONB 120 and then NUL bytes': [HEADS.cfonb120, '\0'],
  'CFONB 120 with starts of records everywhere': [HEADS.cfonb120, '0130006    00001EUR2'],
  'CFONB 120 with one operation of endless complements': [
    `${OLD_SAMPLES.cfonb120.slice(0, 244)}\r\n`,
    `${OLD_SAMPLES.cfonb120.slice(244, 364)}\n`,
  ],
  'CFONB 240 and then digits': [HEADS.cfonb240, '34'],
  'MT940 with one line of text': [HEADS.mt940, 'SVWZ+ /EREF/ ?20'],
  'MT940 with endless lines of text': [HEADS.mt940, '\r\n/REMI/'],
  'MT940 with endless fields of text': [HEADS.mt940, '\n:86:?20?21'],
  'MT940 with nothing but line ends': [HEADS.mt940, '\n'],
  'MT940 with endless messages': [HEADS.mt940, '\n:20:X\n:61:'],
  'MT940 with endless entries that cannot be read': [HEADS.mt940, '\n:61:2611031103'],
  'OFX of signs <': ['<OFX>', '<'],
  'OFX of a tag that never ends': ['<OFX><', 'A'],
  'OFX of tags that are never closed': ['<OFX>', '<STMTTRN>'],
  'OFX of values that are never closed': ['<OFX><STMTRS>', '<A>'],
  'OFX of one label': ['<OFX><STMTRS><STMTTRN><MEMO>', 'a b ', '</STMTTRN></STMTRS></OFX>'],
  'OFX of references': ['<OFX><STMTRS><STMTTRN><MEMO>', '&#38;', '</STMTTRN></STMTRS></OFX>'],
  'OFX of NUL': ['<OFX>', '\0'],
  'QIF of ends of records': ['!Type:Bank\n', '^\n'],
  'QIF of records': ['!Type:Bank\n', 'D30/11/2026\nT5.00\n^\n'],
  'QIF of one line': ['!Type:Bank\nD', '1/'],
  'QIF of NUL': ['!Type:Bank\n', '\0'],
  'CSV of short rows': ['Date;Montant;Texte\n', '20/11/2026;1,00;A\n'],
  'CSV of separators': ['Date;Montant;Texte\n20/11/2026;1,00;A\n', ';'],
  'ends of a zip': ['PK\u0003\u0004', 'PK\u0005\u0006'],
}

describe('a large file takes seconds, whatever is in it', () => {
  it.each(Object.entries(LARGE))('%s', (_, [start, more, end]) => {
    const since = performance.now()
    readOrRefuse(large(start, more, MEGABYTES, end))
    expect(performance.now() - since).toBeLessThan(20_000)
  })

  it('more than 50 MB is refused before it is looked at', () => {
    for (const more of [' ', 'x']) expect(readOrRefuse(large(HEADS.mt940, more, 60))).toBe('statement_too_large')
  })

  it.each([
    ['camt', '<Document><BkToCstmrStmt><Stmt><Id>1</Id>', '<Ntry></Ntry>'],
    ['CFONB 120', HEADS.cfonb120, `\n${OLD_SAMPLES.cfonb120.slice(122, 160)}`],
    ['CSV', 'Date;Montant;Texte\n', '20/11/2026;1,00;A\n'],
    ['MT940', HEADS.mt940, '\n:61:2611031103C1,NTRFX'],
    ['OFX', '<OFX><STMTRS>', '<STMTTRN></STMTTRN>'],
    ['QIF', '!Type:Bank\n', 'T1\n^\n'],
  ])('250,000 lines are the most that a file of %s may hold', { timeout: 60_000 }, (_, start, more) => {
    expect(readOrRefuse(utf8(start + more.repeat(1_000_000)))).toBe('statement_too_many_lines')
  })
})
