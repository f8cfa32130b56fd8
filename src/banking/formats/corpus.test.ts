import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sum } from '#core/money'
import { Refusal } from '#core/refusal'
import type { StatementFile, Warning } from './model.ts'
import { readStatements } from './read.ts'

const folder = path.join(process.env['ENCOURS_CORPORA'] ?? '../shared/corpora', 'bank')
const here = existsSync(folder)
const files = (kind: string): string[] => (here ? readdirSync(path.join(folder, kind)) : [])
const readFile = (kind: string, file: string): StatementFile => readStatements(readFileSync(path.join(folder, kind, file)))
const KINDS = ['camt052', 'camt053', 'camt054'] as const
/** `corpus-cfonb-swift.test.ts` reads them. */
const READ_ELSEWHERE = /^(?:camt|cfonb|mt9)/
const formatOf = (kind: string): string => kind.replace('camt', 'camt.')

/** Counted by hand in the files: statements, booked lines, and how many prove, do not prove, cannot be told. */
const COUNTED = {
  camt052: { statements: 8, lines: 5, proven: 1, notProven: 0, untold: 7 },
  camt053: { statements: 10, lines: 23, proven: 3, notProven: 2, untold: 5 },
  camt054: { statements: 11, lines: 19, proven: 0, notProven: 0, untold: 11 },
} as const

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

describe.skipIf(!here)('the public camt files (skipped without the corpora)', () => {
  it.each(KINDS)('%s: every file is read, with the statements and lines counted by hand', (kind) => {
    const read = files(kind).map((file) => readFile(kind, file))
    expect(new Set(read.map((file) => file.format))).toEqual(new Set([formatOf(kind)]))
    const statements = read.flatMap((file) => file.statements)
    const proven = (state: boolean | null) => statements.filter((statement) => statement.proven === state).length
    expect({
      statements: statements.length,
      lines: statements.reduce((total, statement) => total + statement.lines.length, 0),
      proven: proven(true),
      notProven: proven(false),
      untold: proven(null),
    }).toEqual(COUNTED[kind])
  })

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

  it('files of other formats are refused by name, never read as CSV', () => {
    for (const kind of readdirSync(folder).filter((name) => !name.includes('.') && !READ_ELSEWHERE.test(name))) {
      for (const file of files(kind)) {
        let refused: unknown
        try {
          readFile(kind, file)
        } catch (error) {
          refused = error
        }
        expect([file, refused instanceof Refusal && refused.code]).toEqual([file, 'statement_not_recognised'])
      }
    }
  })
})
