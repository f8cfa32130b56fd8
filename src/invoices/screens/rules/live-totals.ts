/** The sums while one types, by the same rules as the server's; a figure that cannot be read yet counts for nothing. */
import { type Cents, ZERO } from '#core/money'
import {
  type BasisPoints,
  isQuantityText,
  isRateText,
  isUnitPriceText,
  parseQuantity,
  parseRate,
  parseUnitPrice,
  type Quantity,
  type UnitPrice,
} from '#core/quantity'
import { computeTotals, type LineVat, type Totals } from '../../rules/totals.ts'
import { type DraftValues, isBlank } from './draft-values.ts'

export type LiveTotals = { readonly totals: Totals; readonly netOf: (key: string) => Cents }

const WITHOUT_VAT: Omit<LineVat, 'code'> = { category: 'Z', rateBasisPoints: 0 as BasisPoints }

export function liveTotals(values: DraftValues, vatOf: (code: string) => LineVat | undefined): LiveTotals {
  const lines = values.lines.filter((line) => !isBlank(line))
  const totals = computeTotals(
    lines.map((line) => ({
      quantity: isQuantityText(line.quantity) ? parseQuantity(line.quantity) : (0n as Quantity),
      unitPrice: isUnitPriceText(line.unitPrice) ? parseUnitPrice(line.unitPrice) : (0n as UnitPrice),
      discountBasisPoints: isRateText(line.discount) ? parseRate(line.discount) : (0 as BasisPoints),
      vat: vatOf(line.vatCode) ?? { ...WITHOUT_VAT, code: line.vatCode },
    })),
  )
  const nets = new Map(lines.map((line, index) => [line.key, totals.lines[index]?.netCents ?? ZERO]))
  return { totals, netOf: (key) => nets.get(key) ?? ZERO }
}
