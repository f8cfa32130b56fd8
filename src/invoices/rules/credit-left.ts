/** What earlier credit notes left of an issued invoice: of each line before VAT, and of each of its rows of VAT (category and rate). */
import { type Cents, ZERO, splitCents, sum, toCents } from '#core/money'
import type { Quantity } from '#core/quantity'
import { type LineForTotals, type VatGroup, rowKey } from './totals.ts'

/** A line of the issued invoice, with the amount it was stored with. */
export type InvoicedLine = LineForTotals & { readonly id: string; readonly netCents: Cents }

/** A row of BG-23, or several of them with one category and rate. */
export type TaxedGroup = Pick<VatGroup, 'category' | 'rateBasisPoints' | 'netCents' | 'vatCents'>

/** What one earlier credit note gave back. */
export type PreviousCredit = {
  readonly lines: readonly {
    readonly lineId: string
    /** How much of the line came back: nothing when only an amount did. */
    readonly quantity: Quantity
    readonly givenBackCents: Cents
  }[]
  readonly groups: readonly TaxedGroup[]
}

export type LineLeft = {
  readonly line: InvoicedLine
  /** Before VAT, after the document discounts; the sign is the line's. */
  readonly wholeCents: Cents
  readonly leftCents: Cents
  readonly leftQuantity: Quantity
}

export type RowLeft = { readonly netCents: Cents; readonly vatCents: Cents }

export function linesLeft(
  lines: readonly InvoicedLine[],
  groups: readonly TaxedGroup[],
  credits: readonly PreviousCredit[],
): readonly LineLeft[] {
  const wholes = wholeOfLines(lines, groups)
  return lines.map((line) => {
    const given = credits.flatMap((credit) => credit.lines.filter(({ lineId }) => lineId === line.id))
    const wholeCents = wholes.get(line.id) ?? ZERO
    return {
      line,
      wholeCents,
      leftCents: toCents(wholeCents - sum(given.map(({ givenBackCents }) => givenBackCents))),
      leftQuantity: given.reduce((left, { quantity }) => left - quantity, line.quantity as bigint) as Quantity,
    }
  })
}

export function rowsLeft(groups: readonly TaxedGroup[], credits: readonly PreviousCredit[]): ReadonlyMap<string, RowLeft> {
  const rows = new Map<string, RowLeft>()
  const add = (group: TaxedGroup, sign: bigint): void => {
    const before = rows.get(rowKey(group)) ?? { netCents: ZERO, vatCents: ZERO }
    rows.set(rowKey(group), {
      netCents: toCents(before.netCents + sign * group.netCents),
      vatCents: toCents(before.vatCents + sign * group.vatCents),
    })
  }
  for (const group of groups) add(group, 1n)
  for (const credit of credits) for (const group of credit.groups) add(group, -1n)
  return rows
}

/** What separates the lines of a group from its base is the document discount: each line bears its part. */
function wholeOfLines(lines: readonly InvoicedLine[], groups: readonly TaxedGroup[]): ReadonlyMap<string, Cents> {
  const wholes = new Map<string, Cents>()
  for (const [key, { netCents }] of rowsLeft(groups, [])) {
    const members = lines.filter((line) => rowKey(line.vat) === key)
    const discountCents = toCents(sum(members.map((line) => line.netCents)) - netCents)
    const shares = splitCents(
      discountCents,
      members.map((line) => (line.netCents > 0n ? line.netCents : 0n)),
    )
    for (const [index, line] of members.entries()) wholes.set(line.id, toCents(line.netCents - (shares[index] ?? ZERO)))
  }
  return wholes
}
