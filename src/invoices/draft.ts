/** A draft as the operations hold it, and its sums: computed here, stored, and shown everywhere; a client's total is never believed. */
import type { z } from 'zod'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, isWithinReach, MOST_CENTS, moneyText } from '#core/money'
import type { BasisPoints, Quantity, UnitPrice } from '#core/quantity'
import { Refusal } from '#core/refusal'
import { isTreatmentCode, treatment, type VatTreatment } from '#vat'
import type { Invoice } from '#einvoice'
import type { draftInput } from './contract.ts'
import type { DocumentKind } from './events.ts'
import { computeTotals, type LineForTotals, type LineVat, type Totals } from './rules/totals.ts'
import type { LineRow } from './store.ts'

export type DraftInput = z.output<typeof draftInput>
export type DraftLine = DraftInput['lines'][number]

/** What a draft wishes besides its customer and lines; stored as it came. */
export type DraftOptions = Omit<DraftInput, 'customerId' | 'lines'>

export type StoredInvoice = {
  readonly id: Id
  readonly kind: DocumentKind
  readonly status: 'draft' | 'issued'
  readonly customer_id: Id | null
  readonly customer_name: string
  readonly options: DraftOptions
  readonly credited_invoice_id: Id | null
  readonly net_cents: Cents
  readonly vat_cents: Cents
  readonly total_cents: Cents
  readonly version: number
  readonly number: string | null
  readonly issued_on: Day | null
  readonly due_on: Day | null
  readonly document: Invoice | null
  readonly updated_at: Date
}

export const NO_OPTIONS: DraftOptions = {
  issuedOn: null,
  deliveredOn: null,
  deliveryAddress: null,
  orderReference: '',
  buyerReference: '',
  paymentTerms: null,
  note: '',
}

export function lineVat(row: VatTreatment): LineVat {
  return {
    code: row.code,
    category: row.category,
    rateBasisPoints: row.rateBasisPoints,
    ...(row.exemptionCode === undefined ? {} : { exemptionCode: row.exemptionCode }),
  }
}

/** The sums of a draft. Refuses a VAT code that the table does not hold, and an amount beyond all reach, naming the line. */
export function priceDraft(lines: readonly Pick<DraftLine, 'quantity' | 'unitPrice' | 'discount' | 'vatCode'>[]): Totals {
  const totals = computeTotals(
    lines.map((line, index): LineForTotals => {
      if (!isTreatmentCode(line.vatCode)) {
        throw new Refusal('vat_code_unknown', { field: `lines.${index}.vatCode`, facts: { code: line.vatCode, line: index + 1 } })
      }
      return {
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        discountBasisPoints: line.discount,
        vat: lineVat(treatment(line.vatCode)),
      }
    }),
  )
  refuseTooLarge(totals)
  return totals
}

function refuseTooLarge({ grossCents, lines }: Totals): void {
  const most = moneyText(MOST_CENTS)
  // Before its discount: that amount is written on the document too.
  const index = lines.findIndex((line) => !isWithinReach(line.grossCents))
  if (index >= 0) throw new Refusal('invoice_line_too_large', { field: `lines.${index}.quantity`, facts: { line: index + 1, most } })
  if (!isWithinReach(grossCents)) throw new Refusal('invoice_too_large', { field: 'lines', facts: { most } })
}

export function withNets(lines: readonly DraftLine[], totals: Totals): (DraftLine & { netCents: Cents })[] {
  return lines.map((line, index) => ({ ...line, netCents: totals.lines[index]?.netCents ?? (0n as Cents) }))
}

/** A stored line as a draft's line again. */
export function draftLine(row: LineRow): DraftLine {
  return {
    itemId: row.item_id,
    name: row.name,
    description: row.description,
    nature: row.nature as 'goods' | 'service',
    quantity: row.quantity_e4 as Quantity,
    unit: row.unit,
    unitPrice: row.unit_price_e6 as UnitPrice,
    discount: row.discount_bp as BasisPoints,
    vatCode: row.vat_code,
    creditedLineId: row.credited_line_id,
  }
}
