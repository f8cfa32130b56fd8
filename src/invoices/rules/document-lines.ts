/** Lines, discounts, VAT and totals of the e-invoice: the figures are those of `computeTotals`, written as text. */
import { type Cents, moneyText, sum } from '#core/money'
import { type BasisPoints, quantityText, rateText, unitPriceText } from '#core/quantity'
import { type Locale, type Texts, textsOf } from '#core/text'
import type { AllowanceCharge, InvoiceLine, InvoiceTotals, VatBreakdown, VatCategory } from '#einvoice'
import type { DocumentFacts, DocumentLine } from './document-facts.ts'
import { type LineAmounts, type VatGroup, rowKey } from './totals.ts'

const DISCOUNT: Texts<string> = { fr: 'Remise', en: 'Discount' }
/** UNTDID 5189: discount. */
const DISCOUNT_CODE = '95'

export function linesOf({ lines, totals, locale }: DocumentFacts): readonly InvoiceLine[] {
  return lines.map((line, index) => {
    const amounts = totals.lines[index]
    if (amounts === undefined) throw new RangeError(`line ${line.id} has no amounts`)
    return lineOf(line, amounts, locale)
  })
}

function lineOf(line: DocumentLine, amounts: LineAmounts, locale: Locale): InvoiceLine {
  const { description, itemCode, note, period } = line
  return {
    id: line.id,
    ...(note === undefined ? {} : { note }),
    quantity: quantityText(line.quantity),
    unit: line.unit,
    netAmount: moneyText(amounts.netCents),
    ...(period === undefined ? {} : { period }),
    ...lineDiscount(line, amounts, locale),
    netPrice: unitPriceText(line.unitPrice),
    vat: vatOf(line.vat),
    item: {
      name: line.name,
      ...(description === undefined ? {} : { description }),
      ...(itemCode === undefined ? {} : { sellerId: itemCode }),
    },
  }
}

function lineDiscount({ discountBasisPoints }: DocumentLine, { grossCents, discountCents }: LineAmounts, locale: Locale) {
  if (discountBasisPoints === undefined || discountCents === 0n) return {}
  const discount: AllowanceCharge = {
    kind: 'allowance',
    amount: moneyText(discountCents),
    baseAmount: moneyText(grossCents),
    percent: rateText(discountBasisPoints),
    reason: textsOf(DISCOUNT, locale),
    reasonCode: DISCOUNT_CODE,
  }
  return { allowancesCharges: [discount] }
}

/** Category O has no rate at all (BR-O-05). */
function vatOf({ category, rateBasisPoints }: { readonly category: VatCategory; readonly rateBasisPoints: BasisPoints }) {
  return category === 'O' ? { category } : { category, rate: rateText(rateBasisPoints) }
}

/** BG-20: one a VAT group, since each must name its VAT. */
export function discountsOf({ totals, documentDiscounts, locale }: DocumentFacts): readonly AllowanceCharge[] {
  return totals.discountShares.map(({ discountIndex, vat, amountCents }) => {
    const discount = documentDiscounts[discountIndex]
    return {
      kind: 'allowance',
      amount: moneyText(amountCents),
      ...(discount !== undefined && 'basisPoints' in discount ? { percent: rateText(discount.basisPoints) } : {}),
      reason: textsOf(DISCOUNT, locale),
      reasonCode: DISCOUNT_CODE,
      vat: vatOf(vat),
    }
  })
}

/**
 * BG-23: one row a category and rate (BR-E-01, BR-AE-01 allow no two of a category without VAT), so that two reasons of exemption share a row,
 * which then tells both in words and neither by code.
 */
export function breakdownOf({ totals, lines }: DocumentFacts): readonly VatBreakdown[] {
  const wordings = new Map(lines.map((line) => [line.vat.code, line.vat.wording]))
  const rows = Map.groupBy(totals.groups, rowKey)
  return [...rows.values()].map((groups) => breakdownRow(groups, wordings))
}

function breakdownRow(groups: readonly VatGroup[], wordings: ReadonlyMap<string, string | undefined>): VatBreakdown {
  const [first] = groups
  if (first === undefined) throw new Error('a row has a group')
  const reasons = [...new Set(groups.flatMap((group) => group.codes.map((code) => wordings.get(code))))].filter(
    (text) => text !== undefined,
  )
  const total = (pick: (group: VatGroup) => Cents): string => moneyText(sum(groups.map(pick)))
  return {
    ...vatOf(first),
    taxableAmount: total((group) => group.netCents),
    taxAmount: total((group) => group.vatCents),
    ...(reasons.length === 0 ? {} : { exemptionReason: reasons.join(' ; ') }),
    ...(groups.length > 1 || first.exemptionCode === undefined ? {} : { exemptionCode: first.exemptionCode }),
  }
}

export function totalsOf({ totals }: DocumentFacts): InvoiceTotals {
  return {
    lineNet: moneyText(totals.lineNetCents),
    ...(totals.discountCents === 0n ? {} : { allowances: moneyText(totals.discountCents) }),
    net: moneyText(totals.netCents),
    vat: moneyText(totals.vatCents),
    gross: moneyText(totals.grossCents),
    due: moneyText(totals.grossCents),
  }
}
