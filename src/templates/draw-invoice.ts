/** The PDF/A-3a of an invoice or credit note, its XML inside. */
import { fileURLToPath } from 'node:url'
import type { Locale } from '#core/text'
import type { Invoice } from '#einvoice'
import { drawPdf } from '#platform/pdf'
import { type Look, drawnLook } from './look.ts'
import { qrPicture } from './qr.ts'
import { invoiceSheet } from './sheets/invoice.ts'
import type { Instalment } from './sheets/payment.ts'

export type InvoiceDrawing = {
  readonly invoice: Invoice
  /** In the order of their days; one or none is the plain case. */
  readonly instalments: readonly Instalment[]
  readonly look: Look
  readonly locale: Locale
  /** CII, attached as `factur-x.xml`. */
  readonly xml: Uint8Array
  /** Legal texts to print that are not notes of the document. */
  readonly mentions?: readonly string[]
  /** EPC payload (`epcPayload`). */
  readonly qr?: string
  readonly at: Date
}

const TEMPLATE = fileURLToPath(new URL('./typst/invoice.typ', import.meta.url))
const QR_FILE = 'qr.svg'

export function drawInvoice({ invoice, instalments, look, locale, xml, mentions = [], qr, at }: InvoiceDrawing): Promise<Uint8Array> {
  const { drawn, assets } = drawnLook(look)
  if (qr !== undefined) assets[QR_FILE] = qrPicture(qr)
  return drawPdf({
    template: TEMPLATE,
    data: invoiceSheet({ invoice, instalments, locale, mentions, look: drawn, qr: qr === undefined ? null : QR_FILE }),
    // Factur-X 1.09: text/xml always, relationship Alternative (the only one Germany takes, allowed in France).
    attachment: { name: 'factur-x.xml', bytes: xml, mimeType: 'text/xml', relationship: 'alternative', description: 'Factur-X' },
    at,
    locale,
    assets,
  })
}
