/** Draws documents: a Typst template and plain data in, the bytes of a tagged PDF/A-3a out. In a thread of its own: requests go on meanwhile. */
import type { PdfOptions } from './pdf/options.ts'
import { orderDrawing } from './pdf/thread.ts'

export { PdfDrawingFailed, PdfEngineMissing } from './pdf/errors.ts'
export type { PdfAttachment, PdfOptions } from './pdf/options.ts'

/** Draws one document. Rejects with `PdfEngineMissing` or `PdfDrawingFailed`. */
export const drawPdf = (options: PdfOptions): Promise<Uint8Array> => orderDrawing(options)
