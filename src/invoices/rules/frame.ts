/** What kind of business an invoice is: the invoicing frame (BT-23) from what is sold, and the flow (note BAR) from who buys. */
import { areaOf } from '#core/area'
import { Refusal } from '#core/refusal'
import type { InvoicingFrame } from '#einvoice'
import type { CustomerKind, Nature } from '#vat'

/** B goods, S services, M both; 2 when it was paid before it was issued, else 1 (BR-FR-08, CGI ann. II art. 242 nonies A, 7° bis). */
export function invoicingFrame(natures: readonly Nature[], alreadyPaid = false): InvoicingFrame {
  if (natures.length === 0) throw new Refusal('invoice_without_lines', { field: 'lines' })
  const goods = natures.includes('goods')
  const services = natures.includes('service')
  const letter = goods && services ? 'M' : goods ? 'B' : 'S'
  return `${letter}${alreadyPaid ? 2 : 1}`
}

/** The flow of the reform: between French businesses, with a foreign one, or with a consumer (BR-FR-20). */
export type Flow = 'B2B' | 'B2BINT' | 'B2C'

export function flowOf({ kind, country }: { readonly kind: CustomerKind; readonly country: string }): Flow {
  if (kind === 'consumer') return 'B2C'
  return areaOf(country) === 'home' && (kind === 'company' || kind === 'public') ? 'B2B' : 'B2BINT'
}
