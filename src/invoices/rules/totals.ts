/**
 * The only place where the sums of a document are made. A line is rounded once, VAT is rounded once per group (BR-CO-17), everything else adds up:
 * no result depends on the order of the lines.
 */
import { type Cents, ZERO, divideRounded, splitCents, sum, toCents } from '#core/money'
import { type BasisPoints, type Quantity, type UnitPrice, percentOf, priceOf } from '#core/quantity'
import type { VatCategory } from '#einvoice'

export type LineVat = {
  /** Code of the VAT treatment. */
  readonly code: string
  readonly category: VatCategory
  readonly rateBasisPoints: BasisPoints
  /** VATEX code. */
  readonly exemptionCode?: string
}

export type LineForTotals = {
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  readonly discountBasisPoints?: BasisPoints
  readonly vat: LineVat
}

/** A discount on the whole document: a percentage of it, or an amount before VAT. */
export type DocumentDiscount = { readonly basisPoints: BasisPoints } | { readonly amountCents: Cents }

export type LineAmounts = {
  /** Quantity × unit price. */
  readonly grossCents: Cents
  readonly discountCents: Cents
  /** BT-131. */
  readonly netCents: Cents
}

/** The part of a document discount that falls on one VAT group (BG-20). */
export type DiscountShare = { readonly discountIndex: number; readonly vat: LineVat; readonly amountCents: Cents }

export type VatGroup = {
  /** The treatments whose lines are in the group, sorted. */
  readonly codes: readonly string[]
  readonly category: VatCategory
  readonly rateBasisPoints: BasisPoints
  readonly exemptionCode?: string
  /** BT-116, after the document discounts. */
  readonly netCents: Cents
  /** BT-117. */
  readonly vatCents: Cents
}

export type Totals = {
  /** In the order of the lines given. */
  readonly lines: readonly LineAmounts[]
  readonly discountShares: readonly DiscountShare[]
  /** By descending rate. */
  readonly groups: readonly VatGroup[]
  /** BT-106. */
  readonly lineNetCents: Cents
  /** BT-107. */
  readonly discountCents: Cents
  /** BT-109, "total HT". */
  readonly netCents: Cents
  /** BT-110. */
  readonly vatCents: Cents
  /** BT-112, "total TTC". */
  readonly grossCents: Cents
}

/**
 * Quantity × price less discount, rounded once. The discount shown is what separates the rounded gross from the net, so that the three figures
 * of the line always add up on paper.
 */
export function lineAmounts({ quantity, unitPrice, discountBasisPoints = 0 as BasisPoints }: Omit<LineForTotals, 'vat'>): LineAmounts {
  const grossCents = priceOf(quantity, unitPrice)
  // 1e-4 × 1e-6 EUR × 1e-4 of the whole: a cent is 1e12 of them.
  const netCents = toCents(divideRounded(quantity * unitPrice * BigInt(10_000 - discountBasisPoints), 1_000_000_000_000n))
  return { grossCents, discountCents: toCents(grossCents - netCents), netCents }
}

export function computeTotals(lines: readonly LineForTotals[], documentDiscounts: readonly DocumentDiscount[] = []): Totals {
  const amounts = lines.map(lineAmounts)
  const bases = groupBases(lines, amounts)
  const discountShares = documentDiscounts.flatMap((discount, index) => shareDiscount(discount, index, bases))
  const groups = bases.map((base) => taxed(base, discountShares))
  const lineNetCents = sum(amounts.map((line) => line.netCents))
  const discountCents = sum(discountShares.map((share) => share.amountCents))
  const netCents = toCents(lineNetCents - discountCents)
  const vatCents = sum(groups.map((group) => group.vatCents))
  return {
    lines: amounts,
    discountShares,
    groups,
    lineNetCents,
    discountCents,
    netCents,
    vatCents,
    grossCents: toCents(netCents + vatCents),
  }
}

type GroupBase = { readonly vat: LineVat; readonly codes: readonly string[]; readonly netCents: Cents }

/** Lines of one category, rate and reason bear one VAT: 20 % on two lines is rounded together. */
const groupKey = (vat: LineVat): string => `${rowKey(vat)} ${vat.exemptionCode ?? ''}`

/** One row of BG-23: reasons of exemption aside, since VAT is rounded by category and rate. */
export function rowKey(vat: Pick<LineVat, 'category' | 'rateBasisPoints'>): string {
  return `${vat.category} ${vat.rateBasisPoints}`
}

function groupBases(lines: readonly LineForTotals[], amounts: readonly LineAmounts[]): GroupBase[] {
  const members = Map.groupBy(lines.entries(), ([, line]) => groupKey(line.vat))
  return [...members.values()]
    .map((group) => {
      const codes = [...new Set(group.map(([, line]) => line.vat.code))].sort()
      const first = group.find(([, line]) => line.vat.code === codes[0])
      if (first === undefined) throw new Error('a group has a line')
      return { vat: first[1].vat, codes, netCents: sum(group.map(([index]) => amounts[index]?.netCents ?? ZERO)) }
    })
    .sort((a, b) => b.vat.rateBasisPoints - a.vat.rateBasisPoints || (groupKey(a.vat) < groupKey(b.vat) ? -1 : 1))
}

/** A percentage falls on each group; an amount is spread over the groups in proportion to what they owe. */
function shareDiscount(discount: DocumentDiscount, discountIndex: number, bases: readonly GroupBase[]): DiscountShare[] {
  const parts =
    'basisPoints' in discount
      ? bases.map((base) => percentOf(base.netCents, discount.basisPoints))
      : splitCents(
          discount.amountCents,
          bases.map((base) => (base.netCents > 0n ? base.netCents : 0n)),
        )
  return bases
    .map((base, index) => ({ discountIndex, vat: base.vat, amountCents: parts[index] ?? ZERO }))
    .filter((share) => share.amountCents !== 0n)
}

function taxed({ vat, codes, netCents: before }: GroupBase, shares: readonly DiscountShare[]): VatGroup {
  const discounted = sum(shares.filter((share) => groupKey(share.vat) === groupKey(vat)).map((share) => share.amountCents))
  const netCents = toCents(before - discounted)
  return {
    codes,
    category: vat.category,
    rateBasisPoints: vat.rateBasisPoints,
    ...(vat.exemptionCode === undefined ? {} : { exemptionCode: vat.exemptionCode }),
    netCents,
    vatCents: percentOf(netCents, vat.rateBasisPoints),
  }
}
