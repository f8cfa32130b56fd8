/** What an invoice of the plan adds up to, with the rounding of the house: each line, then VAT once for each treatment. */
import { type Cents, divideRounded, moneyText, sum, toCents } from '#core/money'
import { parseQuantity, parseRate, parseUnitPrice, percentOf } from '#core/quantity'
import { treatment } from '#vat'
import type { Decimal, Line, VatTreatment } from './plan.ts'

export type TotalsCents = { readonly netCents: Cents; readonly vatCents: Cents; readonly grossCents: Cents }

export function totalsOf(lines: readonly Line[]): TotalsCents {
  const netByTreatment = new Map<VatTreatment, Cents>()
  for (const line of lines) {
    netByTreatment.set(line.vat, toCents((netByTreatment.get(line.vat) ?? 0n) + netOf(line)))
  }
  const netCents = sum(netByTreatment.values())
  const vatCents = sum([...netByTreatment].map(([code, net]) => percentOf(net, treatment(code).rateBasisPoints)))
  return { netCents, vatCents, grossCents: toCents(netCents + vatCents) }
}

export function totalsText({ netCents, vatCents, grossCents }: TotalsCents): { net: Decimal; vat: Decimal; gross: Decimal } {
  return { net: moneyText(netCents), vat: moneyText(vatCents), gross: moneyText(grossCents) }
}

/** Line net (BT-131): quantity × price less the discount, rounded once. 1e-4 × 1e-6 EUR × 1e-4 of the whole: a cent is 1e12 of them. */
function netOf({ quantity, unitPrice, discountPercent }: Line): Cents {
  const kept = BigInt(10_000 - parseRate(discountPercent ?? '0'))
  return toCents(divideRounded(parseQuantity(quantity) * parseUnitPrice(unitPrice) * kept, 1_000_000_000_000n))
}
