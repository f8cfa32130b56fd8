/** Draws documents: a Typst template and plain data in, the bytes of a tagged PDF/A-3a out. In a thread of its own: requests go on meanwhile. */
import { unprintable } from '#platform/printable'
import { documentCoverage } from './pdf/fonts.ts'
import type { PdfOptions } from './pdf/options.ts'
import { orderDrawing } from './pdf/thread.ts'

export { PdfDrawingFailed } from './pdf/errors.ts'
export type { PdfOptions } from './pdf/options.ts'

/** The characters of a text that a document shows as `□`. */
export const undrawable = (text: string): string[] => unprintable(text, documentCoverage())

/** Draws one document. Rejects with `PdfEngineMissing` or `PdfDrawingFailed`. */
export const drawPdf = (options: PdfOptions): Promise<Uint8Array> => orderDrawing(options)
