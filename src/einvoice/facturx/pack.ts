import { Refusal } from '#core/refusal'
import type { ConformanceLevel } from '../guidelines.ts'
import { openPdf } from '../pdf/document.ts'
import { appendUpdate, streamBody } from '../pdf/update.ts'
import { as } from '../pdf/values.ts'
import { attachmentsOf } from './attachment.ts'
import { addFacturX } from './xmp.ts'

export type PackOptions = { readonly conformanceLevel: ConformanceLevel; readonly documentFileName?: 'factur-x.xml' }

/**
 * Makes a Factur-X of a PDF/A-3 that already carries its XML: an incremental update whose only content is the metadata with the Factur-X
 * words. Nothing drawn changes; the same input gives the same bytes. Refuses `pdf_unreadable`, `pdf_encrypted`, `pdf_without_einvoice`
 * (not attached, or not associated with the document), `pdf_metadata_unknown` and `pdf_already_packed`.
 */
export function packFacturX(pdf: Uint8Array, { conformanceLevel, documentFileName = 'factur-x.xml' }: PackOptions): Uint8Array {
  const document = openPdf(pdf)
  const attachment = attachmentsOf(document).find(({ name }) => name === documentFileName)
  if (!attachment?.embedded || !attachment.associated) throw new Refusal('pdf_without_einvoice')
  const place = as(document.catalog.entries.get('Metadata'), 'ref')
  const metadata = as(document.resolve(place ?? null), 'stream')
  if (!place || !metadata) throw new Refusal('pdf_metadata_unknown')
  const xmp = addFacturX(new TextDecoder().decode(document.decode(metadata)), { conformanceLevel, documentFileName })
  const body = streamBody('/Type/Metadata/Subtype/XML', new TextEncoder().encode(xmp))
  return appendUpdate(document, [{ id: place.id, generation: place.generation, body }])
}
