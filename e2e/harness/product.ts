/** The product as people start it: the real command, on a port and in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const COMMAND = join(import.meta.dirname, '../../bin/encours.js')
/** A first start may build the web application. */
const START_PATIENCE_MS = 180_000
const STOP_PATIENCE_MS = 20_000

export type Product = {
  /** As printed at the start, without a final slash. */
  readonly url: string
  /** The one-time link printed with the sample company. */
  readonly signInLink: string | undefined
  stop(): Promise<void>
}

export async function startProduct({ demo }: { demo: boolean }): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'encours-e2e-'))
  const { DATABASE_URL: _ours, SMTP_URL: _mail, PUBLIC_URL: _address, ...rest } = process.env
  // In a group of its own, so that what does not stop when asked can be ended whole. Its words are French whatever the machine speaks.
  const child = spawn(process.execPath, [COMMAND, 'start', ...(demo ? ['--demo'] : [])], {
    env: { ...rest, LC_ALL: 'C.UTF-8', ENCOURS_DATA: dataDir, PORT: String(await freePort()), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  // Whatever ends us ends the product too, which ends its database.
  const leave = () => child.kill('SIGTERM')
  process.once('exit', leave)
  const stop = async () => {
    await end(child)
    process.off('exit', leave)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    return { ...(await entrance(child)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Reads what a person would read on the terminal: the address, and how to enter. */
async function entrance(child: ChildProcess): Promise<Pick<Product, 'url' | 'signInLink'>> {
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      printed += part
    })
  }
  const since = performance.now()
  while (performance.now() - since < START_PATIENCE_MS) {
    const url = /Adresse : (http\S+)/.exec(printed)?.[1]
    const signInLink = /(http\S+\/connexion\/lien\/\S+)/.exec(printed)?.[1]
    if (url !== undefined && (signInLink !== undefined || printed.includes('Ouvrez cette adresse'))) return { url, signInLink }
    if (child.exitCode !== null) throw new Error(`encours start ended with ${child.exitCode}:\n${printed}`)
    await pause(50)
  }
  throw new Error(`encours start printed no address in ${START_PATIENCE_MS / 1000} s:\n${printed}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit').then(() => true)
  child.kill('SIGTERM')
  if (await Promise.race([gone, pause(STOP_PATIENCE_MS, false, { ref: false })])) return
  process.kill(-child.pid, 'SIGKILL')
  await gone
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
