/** Tells an invoice by how its XML begins, whatever its file is called. */
import type { PdfDocument } from '../pdf/document.ts'
import type { PdfStream } from '../pdf/values.ts'

const HEAD_BYTES = 16_384
const ROOT = /<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s>]/

export function sniffInvoice(pdf: PdfDocument, stream: PdfStream): boolean {
  const head = Buffer.from(pdf.decode(stream).subarray(0, HEAD_BYTES)).toString('latin1').replaceAll('\0', '')
  return /^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]*</.test(head) && ROOT.test(head)
}
