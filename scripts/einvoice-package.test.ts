import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleInvoice } from '../src/einvoice/fixtures/sample-invoice.ts'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'encours-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Package = { readonly dependencies: Readonly<Record<string, string>> }

const installed = join(folder, 'node_modules/encours')
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Packed, and installed as npm would, without a network: the files of the package, and of its dependencies those the library asks for. */
beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', folder, '--silent'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  mkdirSync(installed, { recursive: true })
  run('tar', '-xzf', join(folder, 'encours-0.1.0.tgz'), '-C', installed, '--strip-components', '1')
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Package
  const library = readFileSync(join(installed, 'dist/einvoice/index.js'), 'utf8')
  const asked = [...library.matchAll(/^import .* from "([^"]+)";$/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:'))
  for (const name of new Set(asked.map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? ''))) {
    expect(Object.keys(dependencies)).toContain(name)
    const target = join(folder, 'node_modules', name)
    mkdirSync(dirname(target), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', name), target)
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
}, 120_000)

test('others import the library from the package, and it writes, reads and judges', () => {
  writeFileSync(
    join(folder, 'use.js'),
    `import { examine, writeCii } from 'encours/einvoice'
const { failures, verdict } = examine(new TextEncoder().encode(writeCii(${JSON.stringify(sampleInvoice())})))
process.stdout.write(JSON.stringify({ verdict, failures }))`,
  )
  expect(JSON.parse(run(process.execPath, 'use.js'))).toEqual({ verdict: 'valid', failures: [] })
})

test('its types say what it takes and gives', () => {
  const compiled = (line: string): void => {
    writeFileSync(join(folder, 'use.ts'), `import { examine, type Examination } from 'encours/einvoice'\n${line}\n`)
    run(
      process.execPath,
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...'use.ts --noEmit --strict --module NodeNext --target ES2024 --lib ES2024,DOM,ESNext.Disposable --ignoreConfig --types'.split(' '),
      '',
    )
  }
  compiled(`export const told: Examination['verdict'] = examine(new Uint8Array()).verdict`)
  expect(() => compiled(`export const told: number = examine('text').verdict`)).toThrow()
})
