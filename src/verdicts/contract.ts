import { z } from 'zod'
import { reads, refusals } from '#platform/contract'
import { shownInvoice } from '#readings/contract'
import { LEVEL_NAMES, TARGET_NAMES } from './rules/targets.ts'

export { LEVELS, TARGETS } from './rules/targets.ts'

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
  /** CDAR: not an invoice, but a message of its life. */
  syntax: z.enum(['CII', 'UBL', 'CDAR']),
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
  /** Of a CDAR nothing. */
  shown: shownInvoice,
  /** What a CDAR says, in sentences; nothing for an invoice. */
  message: z.array(z.string()).nullable(),
})

const convertOut = z.object({
  name: z.string(),
  xml: z.string(),
  /** What the target has no place for; empty when nothing was lost. */
  losses: z.array(
    z.object({
      /** `BT-18`; nothing for what is of no standard, or of EXTENDED alone. */
      term: z.string().nullable(),
      /** Of the invoice (`invoicedObject.value`), or the element of the file. */
      path: z.string(),
      value: z.string(),
    }),
  ),
  /** What makes the result no valid invoice, and was not wrong before. */
  faults: z.array(z.object({ rule: z.string(), sentence: z.string() })),
})

const packOut = z.object({
  name: z.string(),
  /** In base 64. */
  pdf: z.string(),
  /** `declared`: it says that it is a PDF/A-3, and nothing found speaks against it. */
  pdfA: z.enum(['declared', 'impossible']),
  /** What keeps the invoice itself from passing, whatever carries it. */
  faults: z.array(z.object({ rule: z.string(), sentence: z.string() })),
  /** Why it cannot be a PDF/A-3. */
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
})

const notPdf = {
  einvoice_too_large: 413,
  einvoice_busy: 429,
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
  xml_zugferd_1: 422,
  xml_too_many_attributes: 422,
} as const

export const verdictsContract = {
  check: reads('invoices:read')
    .route({
      method: 'POST',
      path: '/einvoices/check',
      summary:
        'The verdict on an electronic invoice (CII, UBL, or a PDF that carries one), or on a message of its life (CDAR); nothing is kept',
    })
    .input(z.object({ file: z.file() }))
    .output(checkOut)
    .errors(refusals(unreadable)),
  extract: reads('invoices:read')
    .route({ method: 'POST', path: '/einvoices/extract', summary: 'The XML invoice that a PDF carries, byte for byte; nothing is kept' })
    .input(z.object({ file: z.file() }))
    .output(z.instanceof(File))
    .errors(refusals(notPdf)),
  show: reads('invoices:read')
    .route({
      method: 'POST',
      path: '/einvoices/show',
      summary:
        'An electronic invoice for a person to read, as a page of one file or as a PDF, in the language of Accept-Language; nothing is kept',
    })
    .input(z.object({ file: z.file(), format: z.enum(['html', 'pdf']).default('html') }))
    .output(z.instanceof(File))
    .errors(refusals({ ...unreadable, einvoice_too_long_to_draw: 422 })),
  convert: reads('invoices:read')
    .route({
      method: 'POST',
      path: '/einvoices/convert',
      summary: 'An electronic invoice in the other syntax, or in a profile of Factur-X, and what has no place in it; nothing is kept',
    })
    .input(z.object({ file: z.file(), to: z.enum(TARGET_NAMES, { error: 'not_a_target' }) }))
    .output(convertOut)
    .errors(refusals(unreadable)),
  pack: reads('invoices:read')
    .route({
      method: 'POST',
      path: '/einvoices/pack',
      summary: 'An XML invoice (CII) attached to a PDF as Factur-X, and why it is no PDF/A-3 when it cannot be one; nothing is kept',
    })
    .input(z.object({ xml: z.file(), pdf: z.file(), level: z.enum(LEVEL_NAMES).optional() }))
    .output(packOut)
    .errors(
      refusals({
        ...unreadable,
        pdf_damaged: 422,
        pdf_already_packed: 422,
        pack_not_cii: 422,
        pack_level_unknown: 422,
        pack_level_differs: 422,
        pack_swapped: 422,
      }),
    ),
}
