/** `npm run e2e`, `npm run e2e -- banque`: whole journeys in a real browser, on the product as people start it, one after the other. */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, HOW_TO_INSTALL, openBrowser } from './harness/chromium.ts'
import { openStage, type Journey, type Theatre } from './harness/stage.ts'
import type { Watch } from './harness/watch.ts'
import { journeys } from './journeys/index.ts'

const NO_BROWSER = 3
const INTERRUPTED = 130
const FAILURES = join(tmpdir(), 'encours-e2e-failures')

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const secondsSince = (start: number): string => ((performance.now() - start) / 1000).toFixed(1)

async function main(wanted: readonly string[]): Promise<number> {
  const chosen = journeys.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word.toLowerCase())))
  const program = findChromium()
  if (program === undefined) {
    process.stderr.write(`${HOW_TO_INSTALL}\n`)
    return NO_BROWSER
  }
  const start = performance.now()
  const browser = await openBrowser(program)
  try {
    const stage = await openStage(browser)
    print(`· L’entreprise d’exemple est ouverte à ${stage.demo.url} (${secondsSince(start)} s)`)
    try {
      let passed = 0
      for (const journey of chosen) if (await runJourney(journey, stage)) passed += 1
      print(`${passed} passed, ${chosen.length - passed} failed`)
      return passed === chosen.length && passed > 0 ? 0 : 1
    } finally {
      await stage.close()
    }
  } finally {
    await browser.close()
  }
}

async function runJourney({ name, run }: Journey, stage: Theatre): Promise<boolean> {
  const start = performance.now()
  const watches = stage.beginJourney()
  try {
    await run(stage)
    mindManners(watches)
    print(`✓ ${name} (${secondsSince(start)} s)`)
    return true
  } catch (error) {
    print(`✗ ${name} (${secondsSince(start)} s)`)
    print(indented(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    await describe(name, watches)
    return false
  } finally {
    await stage.endJourney()
  }
}

/** Whatever the story, no page logs an error and none calls another host. */
function mindManners(watches: readonly Watch[]): void {
  const faults = watches.flatMap(({ errors, strangers }) => [...errors, ...strangers.map((url) => `request to another host: ${url}`)])
  if (faults.length > 0) throw new Error(`behind the scenes:\n${faults.join('\n')}`)
}

/** What was on the screens when the story broke. */
async function describe(name: string, watches: readonly Watch[]): Promise<void> {
  mkdirSync(FAILURES, { recursive: true })
  let place = 0
  for (const { errors, pages } of watches) {
    for (const error of errors) print(indented(`console: ${error}`))
    for (const page of pages) {
      if (page.isClosed()) continue
      place += 1
      const path = join(FAILURES, `${name.replaceAll(/[^\p{L}\d]+/gu, '-')}-${place}.png`)
      await page.screenshot({ path }).then(
        () => print(indented(`${page.url()} → ${path}`)),
        () => undefined,
      )
    }
  }
}

const indented = (text: string): string => text.replaceAll(/^/gm, '    ')

// Leaving early is leaving: what was started goes as well.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(INTERRUPTED))
process.exitCode = await main(process.argv.slice(2))
