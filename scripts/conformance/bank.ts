/**
 * `npm run conformance -- bank`: the lines, signed totals and proofs of public statements, beside those counted by hand, and the transactions
 * of MT940 beside those that another parser published. Ends with 1 when one differs, is not counted or is not there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { moneyText, parseMoney, sum, toCents } from '../../src/core/money.ts'
import { Refusal } from '../../src/core/refusal.ts'
import { COUNTED, type Counted } from '../../src/banking/formats/fixtures/corpus-counts.ts'
import { DISAGREEMENTS, differencesFrom, sourceOf } from '../../src/banking/formats/fixtures/mt940-expected.ts'
import { readStatements } from '../../src/banking/formats/read.ts'

const CORPORA = process.env['ENCOURS_CORPORA'] ?? '../shared/corpora'
const ROOT = join(CORPORA, 'bank')
const PUBLISHED = join(CORPORA, 'mt940-expected')

type Outcome =
  | { readonly lines: number; readonly total: string; readonly proven: readonly (boolean | null)[] }
  | { readonly refused: string }

function outcomeOf({ file, folder }: Counted): Outcome {
  const path = join(ROOT, folder, file)
  if (!existsSync(path)) return { refused: 'not there' }
  try {
    const { statements } = readStatements(readFileSync(path))
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

/** Files without a row of what a person counted: nothing would hold the reader to them. */
function uncountedFiles(byFolder: ReadonlyMap<string, readonly Counted[]>): string[] {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) => {
    const counted = new Set(byFolder.get(name)?.map(({ file }) => file))
    return readdirSync(join(ROOT, name)).flatMap((file) => (counted.has(file) ? [] : [`${name}/${file}`]))
  })
}

/** Each published expectation, where it parts from ours with a reason, and where it does so without one. */
function sayPublished(): string[] {
  const names = existsSync(PUBLISHED) ? readdirSync(PUBLISHED).filter((name) => name.endsWith('.yml')) : []
  const mt940 = readdirSync(join(ROOT, 'mt940'))
  const compared = names.map((name) => {
    const reasons = DISAGREEMENTS[name] ?? {}
    const source = sourceOf(name, mt940)
    if (source === undefined) return { name, reasons, unexplained: ['no file of that name'] }
    const { statements } = readStatements(readFileSync(join(ROOT, 'mt940', source)))
    const found = differencesFrom(
      name,
      readFileSync(join(PUBLISHED, name), 'utf8'),
      statements.flatMap(({ lines }) => lines),
    )
    const settled = Object.keys(reasons).filter((what) => !found.includes(what))
    return {
      name,
      reasons,
      unexplained: [...found.filter((what) => !(what in reasons)), ...settled.map((what) => `${what} agrees, against the reason given`)],
    }
  })
  const asPublished = compared.filter(({ reasons, unexplained }) => unexplained.length === 0 && Object.keys(reasons).length === 0)
  const differing = compared.filter(({ unexplained }) => unexplained.length > 0)
  say(`\nPublished expectations of MT940: ${names.length}, as published ${asPublished.length}, without a reason ${differing.length}`)
  for (const { name, reasons } of compared) for (const [what, why] of Object.entries(reasons)) say(`    ${name} ${what}: ${why}`)
  return differing.map(({ name, unexplained }) => `mt940-expected/${name}: ${unexplained.join(', ')}`)
}

export function printBank(): void {
  if (!existsSync(ROOT)) {
    say(`The corpora are absent (${ROOT}): set ENCOURS_CORPORA to hold our readers against what was counted by hand.`)
    return
  }
  const byFolder = Map.groupBy(COUNTED, ({ folder }) => folder)
  say(cells('format', 'files', 'as by hand', 'refused', 'lines/by hand', 'total', 'by hand', 'proven', 'not proven', 'untold'))
  const differing = [...byFolder].flatMap(([folder, counted]) => sayFolder(folder, counted))
  differing.push(...sayPublished(), ...uncountedFiles(byFolder).map((file) => `${file}: not counted by hand`))
  say(`\nFiles that differ: ${differing.length}`)
  for (const line of differing) say(line)
  process.exitCode = differing.length === 0 ? 0 : 1
}
