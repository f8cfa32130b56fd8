/** The public CFONB and SWIFT files beside plain searches in them, and beside what another parser published of them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Cents, parseMoney, sum } from '#core/money'
import { DISAGREEMENTS, differencesFrom, sourceOf } from './fixtures/mt940-expected.ts'
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

describe.skipIf(!existsSync(expectedFolder))('the published expectations of MT940 (skipped without the corpora)', () => {
  const names = existsSync(expectedFolder) ? readdirSync(expectedFolder) : []

  it.each(names)('%s', (name) => {
    const lines = linesOf(readFile('mt940', sourceOf(name, files('mt940')) ?? ''))
    const differences = differencesFrom(name, readFileSync(path.join(expectedFolder, name), 'utf8'), lines)
    expect(differences).toEqual(Object.keys(DISAGREEMENTS[name] ?? {}))
  })
})
