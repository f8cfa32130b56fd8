import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { Refusal } from '#core/refusal'
import { refusalSentence } from '../texts.ts'
import { camt053, sampleStatement } from './camt/sample.ts'
import { writeOfx } from './fixtures/ofx-writer.ts'
import { writeQif } from './fixtures/qif-writer.ts'
import { writeXlsx } from './fixtures/xlsx-writer.ts'
import { writeZip } from './fixtures/zip-writer.ts'
import { guessMapping, readStatements, unpack } from './read.ts'
import { openZip } from './zip/archive.ts'

/** `ENCOURS_FUZZ_RUNS=200000 npx vitest run src/banking/formats/fuzz.test.ts` for a night. */
const RUNS = Number(process.env['ENCOURS_FUZZ_RUNS'] ?? 2000)

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
const TEXTS: readonly string[] = [
  ...(['open', 'closed', 'xml'] as const).map((shape) => writeOfx(statement, shape)),
  `${writeQif(statement, 'dmy')}!Account\nNCaisse\n^\n!Type:Cash\nD21/11/26\nT5.00\nSA\nEB\n$2.00\nSC\n$3.00\n^\n`,
  camt053(said, { version: '02' }),
  camt053(said, { version: '08' }),
  csv,
]
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const SAMPLES: readonly Uint8Array[] = [
  ...TEXTS.map(utf8),
  workbook,
  writeZip([
    { name: 'a.ofx', bytes: TEXTS[0] ?? '', stored: true },
    { name: 'b.csv', bytes: csv },
    { name: 'c.xlsx', bytes: workbook },
  ]),
]

/** What damages a file: cut, overwritten, filled with what readers trip over, repeated. */
type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'set' | 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }

const STUMBLES = [
  '\0',
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '<!DOCTYPE a>',
  '"',
  ';',
  '\r',
  '^\n',
  '!Type:',
  '</OFX>',
  '<STMTTRN>',
  '-',
  '[0:GMT]',
  '9'.repeat(40),
  '\uFEFF',
  '2199-12-31T23:59:59Z',
]
const aPlace = fc.double({ min: 0, max: 1, noNaN: true })
const someBytes = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.constantFrom(...STUMBLES).map(utf8))
const aDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: aPlace }),
  fc.record({ kind: fc.constantFrom('set' as const, 'insert' as const), at: aPlace, bytes: someBytes }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: aPlace,
    length: fc.integer({ min: 1, max: 60 }),
    times: fc.integer({ min: 2, max: 50 }),
  }),
)

function damaged(bytes: Uint8Array, damage: Damage): Uint8Array {
  const at = Math.floor(damage.at * bytes.length)
  const before = bytes.subarray(0, at)
  if (damage.kind === 'cut') return before
  if (damage.kind === 'repeat') {
    const part = bytes.subarray(at, at + damage.length)
    return new Uint8Array(Buffer.concat([before, ...Array.from({ length: damage.times }, () => part), bytes.subarray(at)]))
  }
  return new Uint8Array(Buffer.concat([before, damage.bytes, bytes.subarray(damage.kind === 'set' ? at + damage.bytes.length : at)]))
}

const aFile = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...SAMPLES), fc.array(aDamage, { minLength: 1, maxLength: 4 }))
      .map(([sample, damages]) => damages.reduce(damaged, sample)),
  },
  {
    // A sheet damaged before it was packed: the checksum does not save the reader.
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'xl/workbook.xml',
          'xl/_rels/workbook.xml.rels',
          'xl/styles.xml',
          'xl/sharedStrings.xml',
          'xl/worksheets/sheet1.xml',
        ),
        fc.array(aDamage, { minLength: 1, maxLength: 4 }),
      )
      .map(([name, damages]) =>
        writeZip(unpackWorkbook().map((part) => (part.name === name ? { name, bytes: damages.reduce(damaged, part.bytes) } : part))),
      ),
  },
)

/** The workbook's parts, as files of a plain zip. */
function unpackWorkbook(): { name: string; bytes: Uint8Array }[] {
  return openZip(workbook).map(({ bytes, name }) => ({ name, bytes: bytes() }))
}

/** Anything but a refusal with its sentences is a fault. */
function attempt(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const locale of ['fr', 'en'] as const) {
      const sentence = refusalSentence(locale, error.code, error.facts)
      if (sentence === error.code || /\b(?:undefined|NaN)\b/.test(sentence)) throw new Error(`no sentence: ${sentence}`, { cause: error })
    }
  }
}

it(`${RUNS} damaged files are read or refused by name: none crashes a reader`, { timeout: 30_000 + RUNS * 20 }, () => {
  fc.assert(
    fc.property(aFile, (bytes) => {
      attempt(() => readStatements(bytes))
      attempt(() => guessMapping(bytes))
      attempt(() => unpack({ name: 'a', bytes }))
    }),
    { numRuns: RUNS },
  )
  expect(SAMPLES.length).toBe(9)
})

const MEGABYTE = 1024 * 1024
const big = (start: string, part: string, megabytes: number, end = ''): Uint8Array => {
  const bytes = Buffer.alloc(megabytes * MEGABYTE, part)
  bytes.write(start)
  if (end !== '') bytes.write(end, bytes.length - Buffer.byteLength(end))
  return bytes
}

/** Files on which a reader that looks back or ahead would take minutes: each is read or refused in seconds. */
it.each([
  ['60 MB', big('!Type:Bank\n', 'D', 60)],
  ['10 MB of signs <', big('<OFX>', '<', 10)],
  ['10 MB of a tag that never ends', big('<OFX><', 'A', 10)],
  ['10 MB of tags that are never closed', big('<OFX>', '<STMTTRN>', 10)],
  ['10 MB of values that are never closed', big('<OFX><STMTRS>', '<A>', 10)],
  ['10 MB of one label', big('<OFX><STMTRS><STMTTRN><MEMO>', 'a b ', 10, '</STMTTRN></STMTRS></OFX>')],
  ['10 MB of references', big('<OFX><STMTRS><STMTTRN><MEMO>', '&#38;', 10, '</STMTTRN></STMTRS></OFX>')],
  ['10 MB of ends of records', big('!Type:Bank\n', '^\n', 10)],
  ['10 MB of records', big('!Type:Bank\n', 'D30/11/2026\nT5.00\n^\n', 10)],
  ['10 MB of one line', big('!Type:Bank\nD', '1/', 10)],
  ['10 MB of NUL', big('!Type:Bank\n', '\0', 10)],
  ['10 MB of NUL in OFX', big('<OFX>', '\0', 10)],
  ['10 MB of entries of a zip', big('PK\u0003\u0004', 'PK\u0005\u0006', 10)],
] as const)('%s', { timeout: 60_000 }, (_, bytes) => {
  const since = performance.now()
  attempt(() => readStatements(bytes))
  expect(performance.now() - since).toBeLessThan(15_000)
})
