/** The main thread's end of the drawing thread. It starts with the first drawing and never keeps the process alive by itself. */
import { Worker } from 'node:worker_threads'
import { PdfDrawingFailed, PdfEngineMissing } from './errors.ts'
import type { PdfOptions } from './options.ts'

export type DrawingOrder = { readonly number: number; readonly options: PdfOptions }
export type DrawingAnswer =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly refused: boolean; readonly message: string }

type Waiting = { resolve(bytes: Uint8Array): void; reject(error: Error): void }

let thread: Worker | undefined
let ordered = 0
const waiting = new Map<number, Waiting>()

export function orderDrawing(options: PdfOptions): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    ordered += 1
    waiting.set(ordered, { resolve, reject })
    thread ??= startThread()
    thread.ref()
    thread.postMessage({ number: ordered, options } satisfies DrawingOrder)
  })
}

function startThread(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  worker.on('message', deliver)
  // What was being drawn is lost; the next order starts a new thread.
  worker.on('error', (error) => forget(worker, error))
  worker.on('exit', (code) => forget(worker, new Error(`the drawing thread ended with code ${code}`)))
  return worker
}

function deliver(answer: DrawingAnswer): void {
  const order = waiting.get(answer.number)
  waiting.delete(answer.number)
  if (waiting.size === 0) thread?.unref()
  if ('bytes' in answer) order?.resolve(answer.bytes)
  else order?.reject(answer.refused ? new PdfDrawingFailed(answer.message) : new PdfEngineMissing(answer.message))
}

function forget(worker: Worker, reason: unknown): void {
  if (thread !== worker) return
  thread = undefined
  const lost = [...waiting.values()]
  waiting.clear()
  for (const order of lost) order.reject(new PdfEngineMissing(reason instanceof Error ? reason.message : String(reason)))
}
