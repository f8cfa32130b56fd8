import { openThread } from '#platform/thread'
import { PdfDrawingFailed, PdfEngineMissing } from './errors.ts'
import type { PdfOptions } from './options.ts'

const order = openThread(new URL('./worker.ts', import.meta.url), {
  errorOf: ({ message, name }) => (name === 'PdfDrawingFailed' ? new PdfDrawingFailed(message) : new PdfEngineMissing(message)),
})

/** Draws in the drawing thread. */
export const orderDrawing = (options: PdfOptions): Promise<Uint8Array> => order(options) as Promise<Uint8Array>
