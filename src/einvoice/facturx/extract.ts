import { Refusal } from '#core/refusal'
import { openPdf } from '../pdf/document.ts'
import { streamBytes } from '../pdf/filters.ts'
import { as } from '../pdf/values.ts'
import { invoiceAttachment } from './attachment.ts'

/**
 * The bytes of the XML invoice that a Factur-X (or ZUGFeRD) PDF carries, exactly as attached.
 * Refuses `pdf_unreadable`, `pdf_encrypted`, `pdf_filter_unknown` and `pdf_without_einvoice`.
 */
export function extractFacturX(pdf: Uint8Array): Uint8Array {
  const document = openPdf(pdf)
  const attachment = invoiceAttachment(document)
  const files = as(document.resolve(attachment?.fileSpec.entries.get('EF')), 'dict')
  const stream = as(document.resolve(files?.entries.get('F') ?? files?.entries.get('UF')), 'stream')
  if (!stream) throw new Refusal('pdf_without_einvoice')
  return streamBytes(stream)
}
