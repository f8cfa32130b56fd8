/** The product at work on long statements: how long, how much memory, and whether others wait meanwhile. */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, type Credentials, Failed } from '../client.ts'
import type { Running } from '../installation.ts'

export type Progress = {
  readonly state: 'keeping' | 'matching' | 'done' | 'failed'
  readonly linesTotal: number
  readonly linesRead: number
  readonly linesNew: number
  readonly matched: number
  readonly problem: string | null
}

/** Sends a file; a short one is done with the answer, a long one has a name to ask after. */
export async function sendFile({ url }: Running, credentials: Credentials, file: File): Promise<string | undefined> {
  const body = new FormData()
  body.set('file', file)
  const response = await fetch(`${url}/api/bank/statements`, { method: 'POST', headers: { ...credentials }, body })
  const text = await response.text()
  if (!response.ok) throw new Failed('import', response.status, text)
  const answer = JSON.parse(text) as { outcome: string; importId?: string }
  if (answer.outcome !== 'under_way' && answer.outcome !== 'imported') throw new Error(`the file asks: ${answer.outcome}`)
  return answer.importId
}

const ASK_EVERY_MS = 250

/** Asks as the page does, until the import has reached a state. */
export async function waitFor(client: Client, importId: string, reached: (progress: Progress) => boolean): Promise<Progress> {
  for (;;) {
    const progress = await client<Progress>('GET', `/reconciliation/imports/${importId}`)
    if (progress.state === 'failed') throw new Error(progress.problem ?? 'the import failed')
    if (reached(progress)) return progress
    await pause(ASK_EVERY_MS)
  }
}

export type Watched = { readonly seconds: number; readonly peakMb: number; readonly slowestMs: number }

/** Runs work while somebody else keeps asking the same server. */
export async function watch({ pid, url }: Running, work: () => Promise<unknown>): Promise<Watched> {
  const over = new AbortController()
  let slowestMs = 0
  const asking = (async () => {
    while (!over.signal.aborted) {
      const asked = performance.now()
      await fetch(`${url}/ready`)
      slowestMs = Math.max(slowestMs, performance.now() - asked)
      await pause(20)
    }
  })()
  const since = performance.now()
  await work()
  const seconds = (performance.now() - since) / 1000
  over.abort()
  await asking
  return { seconds, slowestMs, peakMb: peakMbOf(pid) }
}

/** The most that the process ever held, as Linux remembers it. */
function peakMbOf(pid: number): number {
  const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kb ?? 0) / 1024
}
