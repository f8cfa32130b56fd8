/** The public CFONB and SWIFT files: each one's lines, total and proof, counted by hand in the file before any reader saw it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Cents, parseMoney, sum } from '#core/money'
import type { StatementFile, StatementLine } from './model.ts'
import { readStatements } from './read.ts'

const corpora = process.env['ENCOURS_CORPORA'] ?? '../shared/corpora'
const folder = path.join(corpora, 'bank')
const expectedFolder = path.join(corpora, 'mt940-expected')
const here = existsSync(folder)
const files = (kind: string): string[] => (here ? readdirSync(path.join(folder, kind)) : [])
const readFile = (kind: string, file: string): StatementFile => readStatements(readFileSync(path.join(folder, kind, file)))
const linesOf = (file: StatementFile): readonly StatementLine[] => file.statements.flatMap((statement) => statement.lines)
const totalOf = (lines: readonly StatementLine[]): Cents => sum(lines.map((line) => line.amountCents))

/** One letter a statement: it proves, does not, or does not say enough (`-`). */
type Counted = readonly [lines: number, total: string, proofs: string]

const COUNTED: Readonly<Record<string, Readonly<Record<string, Counted>>>> = {
  cfonb120: {
    'nseaSeb__cfonb-elixir__example.txt': [6, '26.68', 'yy'],
    'pennylane-hq__cfonb__invalid_date.txt': [1, '-10.70', 'n-'],
    'pennylane-hq__cfonb__new_statement_without_previous_ended.txt': [2, '-18.60', '-n'],
    'pennylane-hq__cfonb__operation_already_defined.txt': [2, '-64.42', '-'],
    'pennylane-hq__cfonb__operation_detail_without_operation.txt': [1, '-10.70', 'n'],
    'silarhi__cfonb-parser__simple-test.txt': [0, '0.00', 'y'],
  },
  cfonb240: { 'silarhi__cfonb-parser__cfonb.240-complex-test.txt': [3, '4702.40', '--'] },
  mt940: {
    'centrapay__swift-parser__test-with-NS.mt940x': [4, '-532.07', 'yy'],
    'centrapay__swift-parser__test1.mt940': [3, '-1760.00', 'yy'],
    'centrapay__swift-parser__testX.mt940': [3, '-1760.00', 'yy'],
    'prowide__prowide-core__sample_JPchar.txt': [1, '1234.00', 'n'],
    'sandermarechal__jejik-mt940__deutschebank.txt': [1, '-12.35', 'n'],
    'sandermarechal__jejik-mt940__ing-dos.txt': [7, '-45.59', 'n'],
    'sandermarechal__jejik-mt940__oldenburgischelandesbank.txt': [1, '104.50', 'n'],
    'sandermarechal__jejik-mt940__oldenburgischelandesbank2.txt': [1, '230.00', '-'],
    'sandermarechal__jejik-mt940__oldenburgischelandesbankmitbindestrich.txt': [1, '1727.00', 'n'],
    'sandermarechal__jejik-mt940__postfinance.txt': [4, '159.40', 'yn'],
    'sandermarechal__jejik-mt940__rabobank-iban.txt': [4, '-70.00', 'yy'],
    'sandermarechal__jejik-mt940__rabobank.txt': [5, '-1589.09', 'nyny'],
    'sandermarechal__jejik-mt940__sns.txt': [2, '-25.00', 'yy'],
    'sandermarechal__jejik-mt940__sparkasse2.txt': [1, '1027.25', 'n'],
    'sandermarechal__jejik-mt940__volksbankenraiffeisenbanken.txt': [12, '745.00', 'yyyyyyyy'],
    'sebastienrousseau__bankstatementparser__sample.mt940': [2, '1170.25', 'y'],
    'wolph__mt940__171011_01234945.sta': [3, '-9437.00', 'y'],
    'wolph__mt940__2_mt940.sta': [3, '0.03', 'y'],
    'wolph__mt940__details_60-63.sta': [1, '-233.15', 'n'],
    'wolph__mt940__february_30.sta': [1, '-6.00', 'y'],
    'wolph__mt940__ing.sta': [7, '-45.59', 'n'],
    'wolph__mt940__knab.sta': [3, '-6260.00', 'yn'],
    'wolph__mt940__long_statement_number.sta': [0, '0.00', 'y'],
    'wolph__mt940__mt940.txt': [8, '56.94', 'y'.repeat(31)],
    'wolph__mt940__multiline.sta': [1, '-5.00', 'y'],
    'wolph__mt940__overly_long_details.sta': [1, '-233.15', 'n'],
    'wolph__mt940__postfinance.sta': [4, '159.40', 'yn'],
    'wolph__mt940__rabobank.sta': [5, '-1589.09', 'nyny'],
    'wolph__mt940__raphaelm.sta': [9, '95000.00', 'yyy'],
    'wolph__mt940__sepa_snippet.sta': [11, '-2143323.39', 'yn'],
    'wolph__mt940__sns.sta': [2, '-25.00', 'yy'],
    'wolph__mt940__transaction_details_wrapped.sta': [1, '-6.00', 'y'],
    'wolph__mt940__with_binary_character.sta': [4, '-179066.75', 'yy'],
  },
  mt942: {
    'centrapay__swift-parser__test2.mt942': [3, '0.00', '-'],
    'wolph__mt940__2_mt942.sta': [1, '-0.42', '-'],
    'wolph__mt940__mt942.sta': [3, '0.03', '-'],
  },
}

/** The `:61:` of a file by a plain search: the sign of a reversal is turned round. */
function searchEntries(text: string): { entries: number; total: Cents } {
  const entries = [...text.matchAll(/^:61:\d{6}(?:\d{4})?(R?)([CD])[A-Z]?(\d+),?(\d{0,2})/gm)]
  const cents = entries.map(([, reversed, side, whole = '', fraction = '']) => {
    const magnitude = parseMoney(`${BigInt(whole)}.${fraction.padEnd(2, '0')}`)
    return ((side === 'D') === (reversed === '') ? -magnitude : magnitude) as Cents
  })
  return { entries: entries.length, total: sum(cents) }
}

/** Left out of the sum: an entry after the end of its message, with neither account nor currency. */
const STRAY: Readonly<Record<string, string>> = { 'wolph__mt940__multiline.sta': '119.00' }

describe.skipIf(!here)('the public CFONB and SWIFT files (skipped without the corpora)', () => {
  it('are all counted', () => {
    for (const [kind, counted] of Object.entries(COUNTED)) expect([kind, files(kind)]).toEqual([kind, Object.keys(counted)])
  })

  it.each(Object.entries(COUNTED))('%s: the lines, the total and the proofs of each file are those counted by hand', (kind, counted) => {
    for (const [file, [lines, total, proofs]] of Object.entries(counted)) {
      const read = readFile(kind, file)
      const found = read.statements.map(({ proven }) => (proven === null ? '-' : proven ? 'y' : 'n')).join('')
      expect([file, read.format, linesOf(read).length, totalOf(linesOf(read)), found]).toEqual([
        file,
        kind,
        lines,
        parseMoney(total),
        proofs,
      ])
    }
  })

  it('no entry of SWIFT is dropped without a word, and the total is the one a plain search gives', () => {
    for (const kind of ['mt940', 'mt942']) {
      for (const file of files(kind)) {
        const read = readFile(kind, file)
        const leftOut = read.warnings.reduce(
          (count, { code, facts }) => count + (code === 'statement_left_out' ? Number(facts['count']) : 0),
          0,
        )
        const { entries, total } = searchEntries(readFileSync(path.join(folder, kind, file), 'utf8').replace(/\r/g, ''))
        expect([file, linesOf(read).length + leftOut, totalOf(linesOf(read)) + parseMoney(STRAY[file] ?? '0')]).toEqual([
          file,
          entries,
          total,
        ])
      }
    }
  })

  it('every record 04 and 34 is a line, with the digits it holds', () => {
    for (const [kind, start, place] of [
      ['cfonb120', '04', [90, 103]],
      ['cfonb240', '34', [228, 240]],
    ] as const) {
      for (const file of files(kind)) {
        const records = readFileSync(path.join(folder, kind, file), 'utf8')
          .split('\n')
          .filter((record) => record.startsWith(start))
        const digits = records.map((record) => record.slice(...place).replace(/^0+/, ''))
        const magnitudes = linesOf(readFile(kind, file)).map(({ amountCents }) => String(amountCents).replace('-', ''))
        expect([file, magnitudes.map((text) => (kind === 'cfonb120' ? text.slice(0, -1) : text))]).toEqual([file, digits])
      }
    }
  })
})

/** One transaction of a published expectation, as the parser of its authors dumped it. */
type Expected = { readonly cents: Cents; readonly valueOn: string; readonly bookedOn: string; readonly fields: ReadonlyMap<string, string> }

/** Their YAML holds Python objects: amounts, days in four bytes and plain fields are searched in it. */
function expectedOf(yaml: string): Expected[] {
  return yaml
    .slice(yaml.indexOf('\ntransactions:'))
    .split('- !!python/object:mt940.models.Transaction\n')
    .slice(1)
    .map((text) => {
      const days = new Map(
        [...text.matchAll(/\n {4}(\w+): .*models\.Date\n.*\n +(\S+)/g)].map(([, name, bytes]) => [name, dayOfBytes(bytes ?? '')]),
      )
      const fields = [...text.matchAll(/\n {4}(\w+): (?!!|&|null)((?:.|\n {6})*)/g)]
      return {
        cents: parseMoney(/Decimal\n +- '(.*)'/.exec(text)?.[1] ?? ''),
        valueOn: days.get('date') ?? '',
        bookedOn: days.get('entry_date') ?? days.get('date') ?? '',
        fields: new Map(fields.map(([, name = '', value = '']) => [name, scalarOf(value)])),
      }
    })
}

function dayOfBytes(base64: string): string {
  const [high = 0, low = 0, month, day] = Buffer.from(base64, 'base64')
  return `${high * 256 + low}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const scalarOf = (yaml: string): string =>
  yaml
    .replace(/\\\n +\\?/g, '')
    .replace(/\n +/g, ' ')
    .replace(/^(['"])(.*)\1$/s, '$2')
    .replace(/\\x([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const tight = (text: string | undefined): string => (text ?? '').replace(/\s/g, '')

const FEBRUARY = 'the 30th of February becomes the 29th there; we say there is no such day'
const FURTHER_PARTS = 'parts 60 to 63 are a field of their own there; here they go on with the remittance'

/** Where we part from them, and why. */
const DISAGREEMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'wolph__mt940__mt940.yml': { file: 'is the dump of another file of the same name (BPH, 16 transactions); ours is of ASN' },
  'wolph__mt940__multiline.yml': {
    lines: 'an entry after the end of the message is counted to it there: the balance would no longer prove',
    text: FURTHER_PARTS,
  },
  'wolph__mt940__february_30.yml': { valueOn: FEBRUARY },
  'wolph__mt940__transaction_details_wrapped.yml': { valueOn: FEBRUARY, text: FURTHER_PARTS },
  'wolph__mt940__sepa_snippet.yml': { endToEndId: '“MTLG:” and the reason of a return are part of the reference there' },
  'wolph__mt940__overly_long_details.yml': { text: FURTHER_PARTS },
}

describe.skipIf(!existsSync(expectedFolder))('the published expectations of MT940 (skipped without the corpora)', () => {
  const names = existsSync(expectedFolder) ? readdirSync(expectedFolder) : []
  const sourceOf = (name: string): string => {
    const base = name.replace(/\.yml$/, '')
    return files('mt940').find((file) => file.replace(/\.\w+$/, '') === base) ?? ''
  }

  it.each(names)('%s', (name) => {
    const apart = DISAGREEMENTS[name] ?? {}
    const expected = expectedOf(readFileSync(path.join(expectedFolder, name), 'utf8'))
    const lines = linesOf(readFile('mt940', sourceOf(name)))
    const found: string[] = []
    const hold = (what: string, same: boolean): void => void (same || found.includes(what) || found.push(what))
    if (!apart['file']) {
      hold('lines', lines.length === expected.length)
      for (const [index, line] of lines.entries()) {
        const { bookedOn, cents, fields, valueOn } = expected[index] as Expected
        hold('amount', line.amountCents === cents)
        hold('bookedOn', line.bookedOn === bookedOn)
        hold('valueOn', line.valueOn === valueOn)
        hold('endToEndId', !fields.has('end_to_end_reference') || tight(line.endToEndId) === tight(fields.get('end_to_end_reference')))
        hold('counterparty', !fields.has('applicant_name') || tight(line.counterparty) === tight(fields.get('applicant_name')))
        hold('code', !fields.has('transaction_code') || line.bankOperationCode === fields.get('transaction_code'))
        const bank = fields.get('bank_reference')
        hold('reference', bank === undefined || bank === 'NONREF' || line.reference === bank)
        const text = fields.get('purpose')
        hold('text', text === undefined || tight(line.text) === tight(text))
      }
    } else {
      hold('file', expected.length === lines.length)
    }
    expect([name, found]).toEqual([name, Object.keys(apart)])
  })
})
