#!/usr/bin/env node
/**
 * The command `encours`. This file alone runs on whatever Node the machine has; the product runs on the Node 24 that npm brought, because
 * it reads TypeScript as it stands.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const cli = join(here, '../src/app/cli.ts')

/** The Node that came with the packages, or this one when it is recent enough. */
function findNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(nodeModule.createRequire(import.meta.url).resolve(`${name}/package.json`))
    const binary = join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
    if (existsSync(binary)) return binary
  } catch {
    // Not shipped for this platform: fall through.
  }
  return undefined
}

const recent = Number(process.versions.node.split('.')[0]) >= 24
/** Node would let the space of young objects grow to 134 MB, for nothing that can be measured here. Only a fresh process can be told. */
const YOUNG_SPACE = '--max-semi-space-size=8'
// What Node has compiled is kept from one start to the next: half the work of starting.
const compiled = join(here, '../node_modules/.cache/node')

if (recent && process.execArgv.includes(YOUNG_SPACE)) {
  nodeModule.enableCompileCache(compiled)
  await import(pathToFileURL(cli).href)
} else {
  startOn(recent ? process.execPath : findNode())
}

function startOn(node) {
  if (node === undefined) {
    process.stderr.write(
      `Encours a besoin de Node 24 ; cette machine a Node ${process.versions.node} et npm n’en a pas fourni pour ${process.platform} ${process.arch}.\n` +
        `Encours needs Node 24; this machine has Node ${process.versions.node} and npm brought none for ${process.platform} ${process.arch}.\n`,
    )
    process.exit(1)
  }
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env }
  const child = spawn(node, [YOUNG_SPACE, cli, ...process.argv.slice(2)], { stdio: 'inherit', env })
  // Ctrl-C reaches the child by itself (same terminal); other signals are handed on.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exit(signal ? 1 : (code ?? 1))
  })
}
