/** The product as people run it: the real command, in a folder of its own, on a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const COMMAND = join(import.meta.dirname, '../bin/encours.js')
/** A first start makes a database, and the web application when its sources have changed. */
const START_PATIENCE_MS = 180_000
const ENTRANCE = /(?:Adresse|Address)\s*: .*\n.*\S.*\n/

export type Running = {
  readonly url: string
  readonly pid: number
  readonly dataDir: string
  readonly startMs: number
  stop(): Promise<void>
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'encours-bench-'))
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Runs a command of `encours` on the folder to its end, and returns what it printed. */
export async function runCommand(dataDir: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = launch(dataDir, args, {})
  const output = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? 1, output: output() }
}

/** Starts the server and waits until it is ready to work. */
export async function start(dataDir: string): Promise<Running> {
  const port = await freePort()
  const since = performance.now()
  const child = launch(dataDir, ['start'], { PORT: String(port), HOST: '127.0.0.1' })
  const output = collect(child)
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`encours start ended with ${child.exitCode}:\n${output()}`)
    if (performance.now() - since > START_PATIENCE_MS) throw new Error(`not ready after ${START_PATIENCE_MS / 1000} s:\n${output()}`)
    await pause(5)
  }
  const startMs = performance.now() - since
  // Only once it has said how to enter does it listen to the signal that stops it with its database.
  while (!ENTRANCE.test(output())) {
    if (child.exitCode !== null) throw new Error(`encours start ended with ${child.exitCode}:\n${output()}`)
    await pause(5)
  }
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    startMs,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function launch(dataDir: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _ours, ...rest } = process.env
  // As `npm start` runs it.
  return spawn(process.execPath, ['--max-semi-space-size=8', COMMAND, ...args], {
    env: { ...rest, ENCOURS_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function collect(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  }
  return () => text
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ready`)).ok
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
