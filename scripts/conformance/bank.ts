/** `npm run conformance -- bank`: the lines, signed totals and proofs of public statements, beside those counted by hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { moneyText, parseMoney, sum, toCents } from '../../src/core/money.ts'
import { Refusal } from '../../src/core/refusal.ts'
import { COUNTED, type Counted } from '../../src/banking/formats/fixtures/corpus-counts.ts'
import { readStatements } from '../../src/banking/formats/read.ts'

const ROOT = join(process.env['ENCOURS_CORPORA'] ?? '../shared/corpora', 'bank')

type Outcome =
  | { readonly lines: number; readonly total: string; readonly proven: readonly (boolean | null)[] }
  | { readonly refused: string }

function outcomeOf({ file, folder }: Counted): Outcome {
  try {
    const { statements } = readStatements(readFileSync(join(ROOT, folder, file)))
    const lines = statements.flatMap((statement) => statement.lines)
    return {
      lines: lines.length,
      total: moneyText(sum(lines.map((line) => line.amountCents))),
      proven: statements.map((statement) => statement.proven),
    }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    throw error
  }
}

const toldBy = (outcome: Outcome): string =>
  'refused' in outcome ? `refused as ${outcome.refused}` : `${outcome.lines} lines, ${outcome.total}, proven ${outcome.proven.join(' ')}`

const say = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

const cells = (first: string, ...figures: readonly (string | number)[]): string =>
  `${first.padEnd(10)}${figures.map((figure) => String(figure).padStart(14)).join('')}`

function sayFolder(folder: string, counted: readonly Counted[]): string[] {
  const compared = counted.map((expected) => ({ expected, outcome: outcomeOf(expected) }))
  const differing = compared.filter(({ expected, outcome }) => toldBy(expected) !== toldBy(outcome))
  const read = compared.flatMap(({ outcome }) => ('refused' in outcome ? [] : [outcome]))
  const wanted = counted.flatMap((expected) => ('refused' in expected ? [] : [expected]))
  const proven = read.flatMap((outcome) => outcome.proven)
  const count = (state: boolean | null): number => proven.filter((one) => one === state).length
  const lines = (outcomes: readonly { readonly lines: number }[]): number => outcomes.reduce((total, { lines: own }) => total + own, 0)
  const money = (outcomes: readonly { readonly total: string }[]): string =>
    moneyText(toCents(outcomes.reduce((total, outcome) => total + parseMoney(outcome.total), 0n)))
  const refused = compared.length - read.length
  const agreeing = compared.length - differing.length
  say(
    cells(
      folder,
      compared.length,
      agreeing,
      refused,
      `${lines(read)}/${lines(wanted)}`,
      money(read),
      money(wanted),
      count(true),
      count(false),
      count(null),
    ),
  )
  return differing.map(({ expected, outcome }) => `${folder}/${expected.file}: ${toldBy(outcome)}; by hand ${toldBy(expected)}`)
}

export function printBank(): void {
  if (!existsSync(ROOT)) {
    say(`The corpora are absent (${ROOT}): set ENCOURS_CORPORA to hold our readers against what was counted by hand.`)
    return
  }
  const byFolder = Map.groupBy(COUNTED, ({ folder }) => folder)
  say(cells('format', 'files', 'as by hand', 'refused', 'lines/by hand', 'total', 'by hand', 'proven', 'not proven', 'untold'))
  const differing = [...byFolder].flatMap(([folder, counted]) => sayFolder(folder, counted))
  const uncounted = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !byFolder.has(entry.name))
  if (uncounted.length > 0) say(`\nNot counted by hand: ${uncounted.map(({ name }) => name).join(', ')}`)
  say(`\nFiles that differ: ${differing.length}`)
  for (const line of differing) say(line)
  process.exitCode = differing.length === 0 ? 0 : 1
}
