/**
 * `npm run build:einvoice`: the library `encours/einvoice` for those who install the package. Node reads TypeScript nowhere below `node_modules`, so they get one
 * JavaScript file for Node 20 and above, and its types. `npm pack` runs it by itself.
 */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const ENTRY = join(ROOT, 'src/einvoice/index.ts')
const TARGET = join(ROOT, 'dist/einvoice')

async function script(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      // What the package depends on is installed beside it.
      ssr: ENTRY,
      outDir: TARGET,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'index.js' } },
    },
  })
}

/** Written by the compiler, then with names that mean the same outside of this project. */
function types(): void {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'src', '--outDir', join(TARGET, 'types')]
  const settings = ['--module', 'NodeNext', '--target', 'ES2024', '--lib', 'ES2024,ESNext.Iterator,DOM', '--types', 'node']
  const checks = ['--strict', '--exactOptionalPropertyTypes', '--allowImportingTsExtensions', '--skipLibCheck', '--ignoreConfig']
  execFileSync(process.execPath, [compiler, ENTRY, ...options, ...settings, ...checks], { cwd: ROOT, stdio: 'inherit' })
  const folder = join(TARGET, 'types')
  for (const name of globSync('**/*.d.ts', { cwd: folder })) {
    const here = dirname(name).split(sep).join(posix.sep)
    const written = readFileSync(join(folder, name), 'utf8')
      .replaceAll(/(["'])#core\/([\w-]+)\1/g, (_, quote: string, core: string) => `${quote}${outside(here, `core/${core}.js`)}${quote}`)
      .replaceAll(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, '$1$2.js$1')
    writeFileSync(join(folder, name), written)
  }
}

function outside(from: string, to: string): string {
  const path = relative(from, to).split(sep).join(posix.sep)
  return path.startsWith('.') ? path : `./${path}`
}

rmSync(TARGET, { recursive: true, force: true })
await script()
types()
