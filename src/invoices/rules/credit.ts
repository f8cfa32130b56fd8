/**
 * A credit note gives back an issued invoice, in full or in part, and never more than is left. Its lines keep the VAT of the invoice. The credit
 * that empties a VAT group takes the VAT left in it, to the cent: credits of everything give back exactly everything.
 */
import type { Day } from '#core/day'
import { type Cents, ZERO, divideRounded, moneyText, sum, toCents } from '#core/money'
import { type Quantity, type UnitPrice, quantityText } from '#core/quantity'
import { Refusal } from '#core/refusal'
import { type RowLeft, type InvoicedLine, type LineLeft, type PreviousCredit, type TaxedGroup, rowsLeft, linesLeft } from './credit-left.ts'
import { type DocumentDiscount, type LineForTotals, type Totals, type VatGroup, computeTotals, rowKey, lineAmounts } from './totals.ts'

export type InvoicedDocument = {
  readonly issuedOn: Day
  readonly lines: readonly InvoicedLine[]
  readonly documentDiscounts: readonly DocumentDiscount[]
  readonly groups: readonly TaxedGroup[]
}

/** `all` is everything still left. Of a line: a quantity of it, or an amount before VAT (of the sign of the line). */
export type CreditRequest = { readonly kind: 'all' } | { readonly kind: 'lines'; readonly lines: readonly CreditRequestLine[] }

export type CreditRequestLine = { readonly lineId: string } & ({ readonly quantity: Quantity } | { readonly amountCents: Cents })

export type CreditLine = LineForTotals & {
  readonly lineId: string
  /** What the line gives back before VAT, document discounts counted, and how much of its quantity: the next credit note asks for both. */
  readonly givenBackCents: Cents
  readonly givenBackQuantity: Quantity
}

export type Credit = {
  readonly lines: readonly CreditLine[]
  readonly documentDiscounts: readonly DocumentDiscount[]
  readonly totals: Totals
}

/** Refuses by name a credit of more than is left, of nothing, or dated before the invoice. */
export function makeCredit(invoice: InvoicedDocument, previous: readonly PreviousCredit[], request: CreditRequest, issuedOn: Day): Credit {
  if (issuedOn < invoice.issuedOn)
    throw new Refusal('credit_before_invoice', { field: 'issuedOn', facts: { invoiceIssuedOn: invoice.issuedOn } })
  const left = linesLeft(invoice.lines, invoice.groups, previous)
  const isMirror = request.kind === 'all' && previous.length === 0
  const lines = isMirror ? left.map(mirrorLine) : request.kind === 'all' ? restOfLines(left) : requestedLines(left, request.lines)
  if (lines.length === 0) throw new Refusal('credit_of_nothing', { field: 'lines' })
  const documentDiscounts = isMirror ? invoice.documentDiscounts : []
  const totals = withVatLeft(computeTotals(lines, documentDiscounts), rowsLeft(invoice.groups, previous))
  return { lines, documentDiscounts, totals }
}

function mirrorLine({ line, wholeCents }: LineLeft): CreditLine {
  return { ...priceOfLine(line), quantity: line.quantity, lineId: line.id, givenBackCents: wholeCents, givenBackQuantity: line.quantity }
}

function restOfLines(left: readonly LineLeft[]): CreditLine[] {
  return left.filter(({ leftCents }) => leftCents !== 0n).map((each) => creditLine(each, each.leftQuantity, each.leftCents))
}

function requestedLines(left: readonly LineLeft[], requests: readonly CreditRequestLine[]): CreditLine[] {
  if (new Set(requests.map(({ lineId }) => lineId)).size < requests.length) throw new Refusal('credit_line_twice', { field: 'lines' })
  return requests.map((request, index) => {
    const field = `lines.${index}`
    const found = left.find(({ line }) => line.id === request.lineId)
    if (found === undefined) throw new Refusal('credit_line_unknown', { field })
    return 'quantity' in request ? byQuantity(found, request.quantity, field) : byAmount(found, request.amountCents, field)
  })
}

function byQuantity(left: LineLeft, quantity: Quantity, field: string): CreditLine {
  if (!isWithin(quantity, left.leftQuantity)) {
    throw new Refusal('credit_exceeds_quantity', { field, facts: { left: quantityText(left.leftQuantity) } })
  }
  // The last units take what is left, so that the cents of rounding are neither lost nor given twice.
  if (quantity === left.leftQuantity) return creditLine(left, quantity, left.leftCents)
  const magnitude = left.line.quantity < 0n ? -1n : 1n
  const share = toCents(divideRounded(left.wholeCents * quantity * magnitude, left.line.quantity * magnitude))
  return creditLine(left, quantity, share === 0n || isWithin(share, left.leftCents) ? share : left.leftCents)
}

function byAmount(left: LineLeft, amountCents: Cents, field: string): CreditLine {
  if (!isWithin(amountCents, left.leftCents))
    throw new Refusal('credit_exceeds_line', { field, facts: { left: moneyText(left.leftCents) } })
  return { ...asOneAmount(left.line, amountCents), givenBackQuantity: 0n as Quantity }
}

/** Not nothing, and not beyond the limit on the limit's side of zero. */
function isWithin(value: bigint, limit: bigint): boolean {
  return limit < 0n ? value < 0n && value >= limit : value > 0n && value <= limit
}

const ONE = 10_000n

/** Quantity × the invoice's price when that makes the amount; else the price that does; else one lump. */
function creditLine({ line }: LineLeft, quantity: Quantity, amountCents: Cents): CreditLine {
  const base = { lineId: line.id, givenBackCents: amountCents, givenBackQuantity: quantity }
  const same = { ...priceOfLine(line), quantity }
  if (lineAmounts(same).netCents === amountCents) return { ...same, ...base }
  const sign = quantity < 0n ? -1n : 1n
  if (quantity !== 0n && amountCents * sign > 0n) {
    const unitPrice = divideRounded(amountCents * 100_000_000n * sign, quantity * sign) as UnitPrice
    if (lineAmounts({ quantity, unitPrice }).netCents === amountCents) return { quantity, unitPrice, vat: line.vat, ...base }
  }
  return { ...asOneAmount(line, amountCents), givenBackQuantity: quantity }
}

function asOneAmount(line: InvoicedLine, amountCents: Cents): Omit<CreditLine, 'givenBackQuantity'> {
  const [quantity, magnitude] = amountCents < 0n ? [-ONE, -amountCents] : [ONE, amountCents]
  return {
    quantity: quantity as Quantity,
    unitPrice: (magnitude * 10_000n) as UnitPrice,
    vat: line.vat,
    lineId: line.id,
    givenBackCents: amountCents,
  }
}

function priceOfLine({ unitPrice, discountBasisPoints, vat }: InvoicedLine): Omit<LineForTotals, 'quantity'> {
  return discountBasisPoints === undefined ? { unitPrice, vat } : { unitPrice, discountBasisPoints, vat }
}

/** Never more VAT than is left in the row, and all of it with its last cent of base: a cent or two from BR-CO-17, as the official rules allow. */
function withVatLeft(totals: Totals, left: ReadonlyMap<string, RowLeft>): Totals {
  const rows = Map.groupBy(totals.groups, rowKey)
  const groups = totals.groups.map((group) => {
    const rowCents = sum((rows.get(rowKey(group)) ?? []).map(({ netCents }) => netCents))
    return { ...group, vatCents: vatGivenBack(group, rowCents, left.get(rowKey(group))) }
  })
  const vatCents = sum(groups.map((group) => group.vatCents))
  return { ...totals, groups, vatCents, grossCents: toCents(totals.netCents + vatCents) }
}

function vatGivenBack(group: VatGroup, rowCents: Cents, left: RowLeft = { netCents: ZERO, vatCents: ZERO }): Cents {
  // Only rows without VAT hold several groups: what is left of theirs is nothing.
  if (rowCents === left.netCents) return left.vatCents
  if (rowCents !== 0n && !isWithin(rowCents, left.netCents))
    throw new Refusal('credit_exceeds_invoice', { facts: { left: moneyText(left.netCents) } })
  return group.vatCents === 0n || isWithin(group.vatCents, left.vatCents) ? group.vatCents : left.vatCents
}
