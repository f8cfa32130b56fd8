import { Refusal } from '#core/refusal'
import { openPdf } from '../pdf/document.ts'
import { invoiceAttachments } from './attachment.ts'

/**
 * The bytes of the XML invoice that a Factur-X (or ZUGFeRD) PDF carries, exactly as attached.
 * Refuses `pdf_unreadable`, `pdf_encrypted`, `pdf_filter_unknown`, `pdf_too_large` and `pdf_without_einvoice`.
 */
export function extractFacturX(pdf: Uint8Array): Uint8Array {
  const document = openPdf(pdf)
  const stream = invoiceAttachments(document)[0]?.stream
  if (!stream) throw new Refusal('pdf_without_einvoice')
  return document.decode(stream)
}
