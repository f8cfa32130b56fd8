import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { loadGraph, wayTo } from './architecture/reach.ts'
import { readSource, readSources } from './architecture/source.ts'
import { survey } from './architecture.ts'

const ROOT = join(import.meta.dirname, '..')
const planted: string[] = []

afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true })
})

/** The faults of a small house made of these files. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'encours-house-'))
  planted.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return survey(root).faults
}

test('the survey sees the code: its files, an import it knows, a way through doors', () => {
  const sources = readSources(ROOT)
  expect(sources.length).toBeGreaterThan(400)
  const door = sources.find(({ path }) => path === 'src/platform/write-door.ts')
  expect(door?.imports).toContainEqual(expect.objectContaining({ to: './db.ts', typesOnly: false }))
  expect(door?.imports).toContainEqual(expect.objectContaining({ to: './clock.ts', typesOnly: true }))
  const way = wayTo(loadGraph(sources), 'src/app/server.ts', (path) => path === 'src/core/money.ts')
  expect(way?.at(0)).toBe('src/app/server.ts')
})

test('the house is built as it should be', () => {
  expect(survey(ROOT).faults).toEqual([])
}, 60_000)

test('every way of importing is read, with its line and whether something is loaded', () => {
  const text = `import type { A } from './a.ts'
import { type B, c } from './b.ts'
export * from './d.ts'
export { type E } from './e.ts'
import './f.css'
const g = await import('./g.ts')
type H = import('./h.ts').H
// import './not.ts'
const no = "import './not.ts'"`
  const rows = readSource('x.ts', text).imports.map(
    ({ later, line, to, typesOnly }) => `${line} ${to}${typesOnly ? ' types' : ''}${later ? ' later' : ''}`,
  )
  expect(rows.toSorted()).toEqual([
    '1 ./a.ts types',
    '2 ./b.ts',
    '3 ./d.ts',
    '4 ./e.ts types',
    '5 ./f.css',
    '6 ./g.ts later',
    '7 ./h.ts types later',
  ])
})

const SOUND = {
  'src/core/money.ts': `import { sum } from 'somewhere'\nexport const one = sum`,
  'src/platform/contract.ts': `import { one } from '#core/money'\nexport const reads = one`,
  'src/platform/db.ts': `export const database = 1`,
  'src/einvoice/index.ts': `export * from './write.ts'`,
  'src/einvoice/write.ts': `export const write = 1`,
  'src/ui/table.tsx': `export const table = 1`,
  'src/sales/contract.ts': `import { reads } from '#platform/contract'\nexport const contract = reads`,
  'src/sales/index.ts': `export * from './issue.ts'`,
  'src/sales/issue.ts': `import { decide } from './rules/decide.ts'\nimport { rows } from './store.ts'\nexport const issue = [decide, rows]`,
  'src/sales/store.ts': `import { database } from '#platform/db'\nexport const rows = database`,
  'src/sales/rules/decide.ts': `import { write } from '#einvoice'\nimport type { Rows } from '../store.ts'\nexport const decide = write as unknown as Rows`,
  'src/sales/screens/routes.tsx': `import { table } from '#ui/table'\nimport { contract } from '#sales/contract'\nexport const routes = [table, contract]`,
  'src/books/index.ts': `import { issue } from '#sales'\nexport const books = issue`,
  'src/app/server.ts': `import { books } from '#books'\nimport { routes } from '#sales/screens'\nexport const server = [books, routes]`,
}

test('a sound house has no fault', () => {
  expect(faultsOf(SOUND)).toEqual([])
})

/** A file that breaks the sound house, and what is said of it. */
const FAULTS: readonly [path: string, text: string, said: RegExp][] = [
  ['src/core/day.ts', `import { database } from '#platform/db'`, /core imports nothing of ours/],
  ['src/core/day.ts', `import type { contract } from '#sales/contract'`, /core imports nothing of ours/],
  ['src/platform/mail.ts', `import { issue } from '#sales'`, /platform knows no capability/],
  ['src/ui/total.tsx', `import { contract } from '#sales/contract'`, /ui knows no capability/],
  ['src/einvoice/read.ts', `import { database } from '#platform/db'`, /usable alone/],
  ['src/banking/formats/camt.ts', `import { issue } from '#sales'`, /usable alone/],
  ['src/books/post.ts', `import { rows } from '../sales/store.ts'`, /reaches into sales/],
  ['src/books/post.ts', `import { rows } from '#sales/store'`, /reaches into sales/],
  ['src/books/post.ts', `import { routes } from '#sales/screens'`, /the server loads no screen/],
  ['src/books/post.ts', `import { server } from '../app/server.ts'`, /not the other way round/],
  ['src/books/post.ts', `export { rows } from '../sales/store.ts'`, /reaches into sales/],
  ['src/books/post.ts', `const rows = await import('../sales/store.ts')`, /reaches into sales/],
  ['src/app/worker.ts', `import { rows } from '../sales/store.ts'`, /reaches into sales/],
  ['src/sales/rules/price.ts', `import { rows } from '../store.ts'`, /rules import core/],
  ['src/sales/rules/price.ts', `import { database } from '#platform/db'`, /rules import core/],
  ['src/sales/rules/price.ts', `import { books } from '#books'`, /rules import core/],
  ['src/sales/screens/list.tsx', `import { rows } from '../store.ts'`, /a screen imports/],
  ['src/sales/screens/list.tsx', `import { books } from '#books'`, /a screen imports/],
  ['src/sales/screens/list.tsx', `import { database } from '#platform/db'`, /no platform/],
  ['src/books/contract.ts', `import { rows } from './store.ts'`, /the browser loads it/],
  ['src/books/texts.ts', `import { issue } from '#sales'`, /texts import/],
  ['worlds/plan.ts', `import { issue } from '#sales'`, /a sample company is a plan/],
  ['src/books/post.ts', `import { story } from './post.test.ts'`, /imports no test/],
  ['src/books/post.ts', `import { check } from '../../scripts/check.ts'`, /imports no script/],
  [
    'src/sales/store.ts',
    `import { issue } from './issue.ts'`,
    /a ring: src\/sales\/issue\.ts → src\/sales\/store\.ts → src\/sales\/issue\.ts/,
  ],
  ['src/sales/store.ts', `import { books } from '#books'`, /a ring/],
  // The door named pure loads a database two files away: the rules that trust it are told.
  ['src/einvoice/write.ts', `import { database } from '#platform/db'`, /decide\.ts loads the server: .* → src\/platform\/db\.ts/],
  ['src/core/day.ts', `export const today = new Date()`, /new Date\(\)/],
  ['src/core/money.ts', `export const one = new Date(0)`, /new Date\(…\)/],
  ['src/sales/rules/price.ts', `export const at = Date.now()`, /Date\.now/],
  ['src/sales/screens/rules/draft.ts', `export const key = Math.random()`, /Math\.random/],
  ['src/einvoice/read.ts', `export const amount = Number.parseFloat('1.1')`, /parseFloat/],
  ['src/sales/rules/price.ts', `export const text = (1.005).toFixed(2)`, /toFixed/],
  ['src/books/post.ts', `export const anything: any = 1`, /says any/],
  ['src/books/post.ts', `// @ts-expect-error because\nexport const n: string = 1`, /says @ts-expect-error/],
  ['src/books/post.ts', `// oxlint-disable-next-line no-console\nexport const n = 1`, /says oxlint-disable/],
  ['src/books/post.test.ts', `test.only('this one', () => undefined)`, /says test\.only/],
]

test.each(FAULTS)('%s with %j is told', (path, text, said) => {
  expect(faultsOf({ ...SOUND, [path]: text }).join('\n')).toMatch(said)
})

test('types make no ring, and what is loaded later neither', () => {
  expect(
    faultsOf({
      ...SOUND,
      'src/sales/store.ts': `import type { issue } from './issue.ts'\nexport const rows = () => import('./issue.ts')`,
    }),
  ).toEqual([])
})
