/** `npm run bench`, `npm run bench -- chain reads`, `npm run bench -- --json`; `--large FOLDER` keeps the company of 100,000 invoices there. */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { chain } from './chain.ts'
import { einvoice } from './einvoice.ts'
import { facturx } from './facturx.ts'
import { type Figure, type Measure, table } from './figures.ts'
import { memory } from './memory.ts'
import { reads } from './reads.ts'
import { reconciliation } from './reconciliation.ts'
import { starting } from './starting.ts'
import { imports, matching } from './statements.ts'

const MEASURES: Readonly<Record<string, Measure>> = {
  facturx,
  einvoice,
  start: starting,
  memory,
  chain,
  reads,
  reconciliation,
  matching,
  imports,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, large: { type: 'string' } },
})
const unknown = positionals.filter((name) => MEASURES[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(
    `unknown: ${unknown.join(', ')}. Measures:\n${Object.entries(MEASURES)
      .map(([name, { about }]) => `  ${name.padEnd(14)} ${about}\n`)
      .join('')}`,
  )
  process.exit(2)
}

const names = positionals.length > 0 ? positionals : Object.keys(MEASURES)
const results: Record<string, Figure[]> = {}
for (const name of names) {
  const measure = MEASURES[name]
  if (!measure) continue
  if (!values.json) process.stdout.write(`\n${name}: ${measure.about}\n`)
  const figures = await measure.run({ large: values.large, say: (line) => void process.stderr.write(`${line}\n`) })
  results[name] = figures
  if (!values.json) process.stdout.write(`${table(figures)}\n`)
}
if (values.json) process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, results }, undefined, 2)}\n`)
