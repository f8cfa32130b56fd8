/** `npm run check`: everything that can be judged without running the product. One line a part; a part that fails shows all it says. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name)

/** The tools run on the Node that npm brought, whatever the machine has. */
const ENVIRONMENT = {
  ...process.env,
  PATH: `${bin('')}${delimiter}${process.env['PATH'] ?? ''}`,
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  // The type checker and the linter are Go programs that live for seconds: collecting less halves their time.
  GOGC: '500',
  GOMEMLIMIT: '3GiB',
}

type Part = { readonly name: string; readonly command: readonly [string, ...string[]] }

/** Two lanes for two cores. The linter has every type at hand for its own rules: it tells the compiler's errors too, in half the time of both. */
const LANES: readonly (readonly Part[])[] = [
  [{ name: 'types and lint', command: [bin('oxlint'), '--type-aware', '--type-check'] }],
  [
    { name: 'dead code', command: [bin('knip'), '--no-progress'] },
    { name: 'architecture', command: [process.execPath, 'scripts/architecture.ts'] },
    { name: 'format', command: [bin('oxfmt'), '--check'] },
  ],
]

/** Runs a part to its end; true when it has nothing to say against the code. */
async function judge({ command: [file, ...args], name }: Part): Promise<boolean> {
  const since = performance.now()
  if (!existsSync(file)) throw new Error(`${file} is missing: npm ci installs it`)
  const child = spawn(file, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ENVIRONMENT,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
  }
  const [code] = (await once(child, 'close')) as [number | null]
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name.padEnd(14)} ${seconds.padStart(5)} s\n${code === 0 ? '' : `${said.trimEnd()}\n`}`)
  return code === 0
}

const since = performance.now()
const verdicts = await Promise.all(
  LANES.map(async (lane) => {
    const sound: boolean[] = []
    for (const part of lane) sound.push(await judge(part))
    return sound
  }),
)
const failed = verdicts.flat().filter((isSound) => !isSound).length
process.stdout.write(`${failed === 0 ? 'all sound' : `${failed} failed`}, ${((performance.now() - since) / 1000).toFixed(1)} s\n`)
process.exitCode = failed === 0 ? 0 : 1
