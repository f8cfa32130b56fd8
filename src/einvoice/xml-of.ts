import { extractFacturX } from './facturx/extract.ts'
import { MAX_PDF_BYTES } from './pdf/document.ts'

/** More is read of no file, XML or PDF; each has a bound of its own within. */
export const MAX_FILE_BYTES = MAX_PDF_BYTES

const PDF_MARK = '%PDF-'
/** The mark may stand a little after the beginning (ISO 32000-1, annex H.3.4.1). */
const MARK_WITHIN_BYTES = 1024

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, MARK_WITHIN_BYTES)).includes(PDF_MARK)

/** The XML invoice of any file: what a PDF carries, else the file itself. Refuses as `extractFacturX` does. */
export const xmlOf = (bytes: Uint8Array): Uint8Array => (isPdf(bytes) ? extractFacturX(bytes) : bytes)
