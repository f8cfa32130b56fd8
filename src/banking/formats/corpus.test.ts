import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { moneyText, sum } from '#core/money'
import { Refusal } from '#core/refusal'
import { COUNTED, type Counted } from './fixtures/corpus-counts.ts'
import type { StatementFile, Warning } from './model.ts'
import { readStatements } from './read.ts'

const folder = path.join(process.env['ENCOURS_CORPORA'] ?? '../shared/corpora', 'bank')
const here = existsSync(folder)
const files = (kind: string): string[] => (here ? readdirSync(path.join(folder, kind)) : [])
const readFile = (kind: string, file: string): StatementFile => readStatements(readFileSync(path.join(folder, kind, file)))
const KINDS = ['camt052', 'camt053', 'camt054'] as const

const leftOut = ({ code, facts }: Warning): number =>
  code === 'lines_not_booked' ? Number(facts['count']) : code === 'line_unreadable' ? 1 : 0

/** Without any XML reader: the first amount, side and status after each `<Ntry>`. */
function searchEntries(xml: string): { entries: number; bookedCents: bigint } {
  const entries = xml
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/<Ntry>/)
    .slice(1)
  const booked = entries
    .filter((entry) => /<Sts>\s*(?:<Cd>)?BOOK/.test(entry))
    .map((entry) => {
      const magnitude = Math.round(Number(/<Amt Ccy="\w+">([\d.]+)</.exec(entry)?.[1]) * 100)
      const cents = Number.isNaN(magnitude) ? 0 : magnitude
      return /<CdtDbtInd>(\w+)/.exec(entry)?.[1] === 'DBIT' ? -cents : cents
    })
  return { entries: entries.length, bookedCents: BigInt(booked.reduce((total, cents) => total + cents, 0)) }
}

function outcomeOf({ file, folder: kind }: Counted): object {
  try {
    const { statements } = readFile(kind, file)
    const lines = statements.flatMap((statement) => statement.lines)
    const total = moneyText(sum(lines.map((line) => line.amountCents)))
    return { folder: kind, file, lines: lines.length, total, proven: statements.map((statement) => statement.proven) }
  } catch (error) {
    if (error instanceof Refusal) return { folder: kind, file, refused: error.code }
    throw error
  }
}

describe.skipIf(!here)('every public file (skipped without the corpora: ENCOURS_CORPORA says where they are)', () => {
  it.each(COUNTED)('$folder $file: the lines, total and proofs counted by hand', (counted) => {
    expect(outcomeOf(counted)).toEqual(counted)
  })

  it('none of them is left uncounted', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const there = folders.flatMap(({ name }) => files(name).map((file) => `${name}/${file}`))
    expect(COUNTED.map((counted) => `${counted.folder}/${counted.file}`).toSorted()).toEqual(there.toSorted())
  })

  it('each is of the format of its folder', () => {
    for (const { file, folder: kind } of COUNTED.filter((counted) => !('refused' in counted)))
      expect([file, readFile(kind, file).format.replace('.', '')]).toEqual([file, kind])
  })
})

describe.skipIf(!here)('the public camt files (skipped without the corpora)', () => {
  it('no line is dropped without a word, and the signed total is the one a plain search in the file gives', () => {
    for (const kind of KINDS) {
      for (const file of files(kind)) {
        const { statements } = readFile(kind, file)
        const lines = statements.flatMap((statement) => statement.lines)
        const told = statements.flatMap((statement) => statement.warnings).reduce((total, warning) => total + leftOut(warning), 0)
        const searched = searchEntries(readFileSync(path.join(folder, kind, file), 'utf8'))
        expect([file, lines.length + told, sum(lines.map((line) => line.amountCents))]).toEqual([
          file,
          searched.entries,
          searched.bookedCents,
        ])
      }
    }
  })

  it('a return of PostFinance names its reason, and nobody in place of the customer it does not name', () => {
    const file = files('camt054').find((name) => name.includes('returns')) ?? ''
    const line = readFile('camt054', file).statements[0]?.lines[0]
    expect(line).toMatchObject({ returnReason: 'AC01', amountCents: 40_000n, text: 'Kontouebertrag' })
    expect(line).not.toHaveProperty('counterparty')
  })

  it('the Finnish sample proves over its ten lines and shows the children of its batches', () => {
    const file = files('camt053').find((name) => name.includes('FI_camt')) ?? ''
    const [statement] = readFile('camt053', file).statements
    expect(statement).toMatchObject({ proven: true, opening: { amountCents: 1_000_000n }, closing: { amountCents: 2_364_483n } })
    expect(statement?.lines.map((line) => line.details.length)).toEqual([0, 0, 3, 0, 0, 0, 0, 0, 0, 2])
  })
})
