import { z } from 'zod'
import { reads, refusals } from '#platform/contract'
import { shownInvoice } from './rules/shown-invoice.ts'

/** An invoice with its attachments stays far below; the browser refuses before sending. */
export const MOST_FILE_BYTES = 10_000_000

const failureOut = z.object({
  /** As published: `BR-CO-15`. */
  rule: z.string(),
  pack: z.string(),
  severity: z.enum(['fatal', 'warning']),
  /** The business term (`BT-112`), or the place in the PDF (`/AF`). */
  term: z.string(),
  /** Of `shown`: `totals.gross`, `lines.2.netAmount`, or a group or field around it; empty when the fault is of the file itself. */
  path: z.string(),
  line: z.number().nullable(),
  column: z.number().nullable(),
  found: z.string().nullable(),
  sentence: z.string(),
})

export const checkOut = z.object({
  syntax: z.enum(['CII', 'UBL']),
  /** Of Factur-X; nothing for a specification of others. */
  profile: z.string().nullable(),
  /** BT-24, as written. */
  guideline: z.string().nullable(),
  /** True when the XML came inside a PDF. */
  hybrid: z.boolean(),
  verdict: z.enum(['valid', 'invalid']),
  /** Each pack of rules that judged, and its version. */
  packs: z.record(z.string(), z.string()),
  failures: z.array(failureOut),
  shown: shownInvoice,
})

const notPdf = {
  einvoice_too_large: 413,
  pdf_unreadable: 422,
  pdf_encrypted: 422,
  pdf_filter_unknown: 422,
  pdf_too_large: 422,
  pdf_without_einvoice: 422,
} as const

const unreadable = {
  ...notPdf,
  xml_malformed: 422,
  xml_empty: 422,
  xml_truncated: 422,
  xml_doctype: 422,
  xml_entity: 422,
  xml_too_large: 422,
  xml_too_deep: 422,
  xml_too_many_elements: 422,
  xml_encoding_unknown: 422,
  xml_encoding_broken: 422,
  xml_not_einvoice: 422,
} as const

export const verdictsContract = {
  check: reads('invoices:read')
    .route({
      method: 'POST',
      path: '/einvoices/check',
      summary: 'The verdict on an electronic invoice (CII, UBL, or a PDF that carries one); nothing is kept',
    })
    .input(z.object({ file: z.file() }))
    .output(checkOut)
    .errors(refusals(unreadable)),
  extract: reads('invoices:read')
    .route({ method: 'POST', path: '/einvoices/extract', summary: 'The XML invoice that a PDF carries, byte for byte; nothing is kept' })
    .input(z.object({ file: z.file() }))
    .output(z.instanceof(File))
    .errors(refusals(notPdf)),
}
