/** What an invoice of the plan adds up to, with the rounding of the house: each line, then VAT once for each treatment. */
import { type Cents, moneyText, sum, toCents } from '#core/money'
import { type BasisPoints, parseQuantity, parseRate, parseUnitPrice, percentOf, priceOf } from '#core/quantity'
import type { Decimal, Line, VatTreatment } from './plan.ts'

export const RATE_PERCENT: Readonly<Record<VatTreatment, Decimal>> = {
  FR_20: '20',
  FR_10: '10',
  FR_5_5: '5.5',
  AE_BTP: '0',
  EU_GOODS: '0',
  EU_SERVICES: '0',
  EXPORT_GOODS: '0',
  NON_EU_SERVICES: '0',
  EXEMPT_BARE_RENT: '0',
  FRANCHISE: '0',
}

export type TotalsCents = { readonly netCents: Cents; readonly vatCents: Cents; readonly grossCents: Cents }

export function totalsOf(lines: readonly Line[]): TotalsCents {
  const netByTreatment = new Map<VatTreatment, Cents>()
  for (const line of lines) {
    netByTreatment.set(line.vat, toCents((netByTreatment.get(line.vat) ?? 0n) + netOf(line)))
  }
  const netCents = sum(netByTreatment.values())
  const vatCents = sum([...netByTreatment].map(([treatment, net]) => percentOf(net, parseRate(RATE_PERCENT[treatment]))))
  return { netCents, vatCents, grossCents: toCents(netCents + vatCents) }
}

export function totalsText({ netCents, vatCents, grossCents }: TotalsCents): { net: Decimal; vat: Decimal; gross: Decimal } {
  return { net: moneyText(netCents), vat: moneyText(vatCents), gross: moneyText(grossCents) }
}

/** Line net (BT-131): the price of the quantity less its discount (BT-136), each rounded to the cent. */
function netOf({ quantity, unitPrice, discountPercent }: Line): Cents {
  const fullCents = priceOf(parseQuantity(quantity), parseUnitPrice(unitPrice))
  const discount: BasisPoints = parseRate(discountPercent ?? '0')
  return toCents(fullCents - percentOf(fullCents, discount))
}
