/** The drawing thread: one document after the other, while the main thread goes on with requests. */
import { parentPort } from 'node:worker_threads'
import { drawWithTypst } from './engine.ts'
import { PdfDrawingFailed } from './errors.ts'
import type { DrawingAnswer, DrawingOrder } from './thread.ts'

parentPort?.on('message', ({ number, options }: DrawingOrder) => {
  parentPort?.postMessage(answer(number, options))
})

function answer(number: number, options: DrawingOrder['options']): DrawingAnswer {
  try {
    return { number, bytes: drawWithTypst(options) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { number, refused: error instanceof PdfDrawingFailed, message }
  }
}
