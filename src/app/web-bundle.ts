/** The web bundle: built at the first start and whenever its sources are newer, so that no step has to be remembered. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '../..')
export const BUNDLE = join(ROOT, 'dist/web')
const STAMP = join(ROOT, 'dist/web.stamp')

/** Builds when needed; true when it did. Needs the development packages only then. */
export async function ensureWebBundle(): Promise<boolean> {
  const wanted = sourcesHash()
  if (existsSync(join(BUNDLE, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return false
  await runVite()
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  writeFileSync(STAMP, wanted)
  return true
}

/** In a process of its own: what a build takes in memory is given back when it ends. */
async function runVite(): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) throw new Error('the web bundle is not built and vite is not installed: run npm ci')
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: ROOT })
}

/** Names, sizes and dates of every source a bundle may hold: cheap, and different as soon as one of them is. */
function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const path of globSync('src/**/*.{ts,tsx,css,html,svg}', { cwd: ROOT }).sort()) {
    const { mtimeMs, size } = statSync(join(ROOT, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  hash.update(readFileSync(join(ROOT, 'package-lock.json')))
  return hash.digest('hex')
}
