/** All that bears VAT on an invoice: its lines, and the allowances and charges of the document. */
import type { Decimal, Invoice, VatCategory } from '../../../model.ts'

export type Place = 'line' | 'allowance' | 'charge'

export type Taxed = {
  readonly place: Place
  readonly path: string
  readonly category: VatCategory
  readonly rate: Decimal | undefined
  readonly amount: Decimal
}

export function taxedParts(invoice: Invoice): Taxed[] {
  const parts: Taxed[] = invoice.lines.map((line, index) => ({
    place: 'line',
    path: `lines.${index}`,
    category: line.vat.category,
    rate: line.vat.rate,
    amount: line.netAmount,
  }))
  for (const [index, part] of (invoice.allowancesCharges ?? []).entries()) {
    if (!part.vat) continue
    parts.push({
      place: part.kind,
      path: `allowancesCharges.${index}`,
      category: part.vat.category,
      rate: part.vat.rate,
      amount: part.amount,
    })
  }
  return parts
}

export const PLACES: readonly {
  readonly place: Place
  readonly category: string
  readonly rate: string
  readonly fr: string
  readonly en: string
}[] = [
  { place: 'line', category: 'BT-151', rate: 'BT-152', fr: 'Une ligne', en: 'A line' },
  { place: 'allowance', category: 'BT-95', rate: 'BT-96', fr: 'Une remise', en: 'An allowance' },
  { place: 'charge', category: 'BT-102', rate: 'BT-103', fr: 'Un frais', en: 'A charge' },
]
