/**
 * One invoice in the terms of EN 16931 (BT/BG numbers beside each field). Plain JSON: amounts and quantities are exact decimal texts
 * (`"1234.50"`), days are `"YYYY-MM-DD"`. An issued invoice is stored as this, drawn from this, and written as XML from this.
 */
import type { Day } from '#core/day'
import type { Decimal, Identifier, Note, Period } from './model/basics.ts'
import type { InvoiceExtension } from './model/extension.ts'
import type { InvoiceLine } from './model/line.ts'
import type { Address, OtherParty, Party } from './model/party.ts'
import type { PaymentInstructions } from './model/payment.ts'

export type * from './model/basics.ts'
export type * from './model/extension.ts'
export type * from './model/line.ts'
export type * from './model/party.ts'
export type * from './model/payment.ts'
export type * from './model/read.ts'

/** BT-3, the types France accepts (BR-FR-04). */
export type InvoiceTypeCode =
  | '380'
  | '381'
  | '384'
  | '386'
  | '389'
  | '393'
  | '396'
  | '261'
  | '262'
  | '471'
  | '472'
  | '473'
  | '500'
  | '501'
  | '502'
  | '503'

/** BT-151, the VAT categories France accepts (BR-FR-15). */
export type VatCategory = 'S' | 'E' | 'AE' | 'K' | 'G' | 'O' | 'Z'

/** BT-23, the invoicing frame: letter B goods, S services, M mixed; digit 1 normal, 2 already paid, 4 final after deposit (BR-FR-08). */
export type InvoicingFrame = `${'B' | 'S' | 'M'}${1 | 2 | 4 | 7 | 8}` | 'S3' | 'S5' | 'S6'

/** BG-3. */
export type PrecedingInvoice = {
  /** BT-25, BT-26. */
  readonly number: string
  readonly issuedOn?: Day
  /** EXTENDED. */
  readonly typeCode?: string
}

/** BG-24. */
export type SupportingDocument = {
  /** BT-122, BT-123, BT-124. */
  readonly reference: string
  readonly description?: string
  readonly uri?: string
  /** BT-125, in base 64. */
  readonly content?: string
  readonly mimeType?: string
  readonly filename?: string
  /** EXTENDED. */
  readonly typeCode?: string
  readonly referenceTypeCode?: string
  readonly line?: string
  readonly issuedOn?: Day
}

/** BG-20 and BG-21 on the document, BG-27 and BG-28 on a line. */
export type AllowanceCharge = {
  readonly kind: 'allowance' | 'charge'
  readonly amount: Decimal
  readonly baseAmount?: Decimal
  /** Percent of the base, at most two decimals. */
  readonly percent?: Decimal
  readonly reason?: string
  readonly reasonCode?: string
  /** BT-95/102 and BT-96/103: only on the document. */
  readonly vat?: { readonly category: VatCategory; readonly rate?: Decimal; readonly taxType?: string }
  /** EXTENDED. */
  readonly sequence?: Decimal
  readonly baseQuantity?: Decimal
  readonly baseUnit?: string
}

/** BG-23: one row per category and rate. */
export type VatBreakdown = {
  readonly category: VatCategory
  /** BT-119; absent for category O. */
  readonly rate?: Decimal
  /** BT-116. */
  readonly taxableAmount: Decimal
  /** BT-117. */
  readonly taxAmount: Decimal
  /** BT-120, the wording printed. */
  readonly exemptionReason?: string
  /** BT-121, VATEX code. */
  readonly exemptionCode?: string
  /** Only when the tax is another than VAT. */
  readonly taxType?: string
  /** EXTENDED: the lines, and the allowances and charges, in `taxableAmount`. */
  readonly lineNet?: Decimal
  readonly allowancesAndCharges?: Decimal
}

/** BG-22. */
export type InvoiceTotals = {
  /** BT-106. */
  readonly lineNet: Decimal
  /** BT-107, BT-108. */
  readonly allowances?: Decimal
  readonly charges?: Decimal
  /** BT-109, "total HT". */
  readonly net: Decimal
  /** BT-110, in the invoice currency. */
  readonly vat: Decimal
  /** BT-111, in `vatCurrency`, when it is not the invoice currency. */
  readonly vatInAccountingCurrency?: Decimal
  /** BT-112, "total TTC". */
  readonly gross: Decimal
  /** BT-113. */
  readonly paid?: Decimal
  /** BT-114. */
  readonly rounding?: Decimal
  /** BT-115. */
  readonly due: Decimal
}

export type Invoice = {
  /** BT-24. */
  readonly guideline: string
  /** BT-23. */
  readonly frame: InvoicingFrame
  /** BT-1: at most 20 characters in practice, `[A-Za-z0-9+\-_/]` (BR-FR-01/02). */
  readonly number: string
  /** BT-2. */
  readonly issuedOn: Day
  /** BT-3. */
  readonly typeCode: InvoiceTypeCode
  /** BT-5. */
  readonly currency: string
  /** BT-6, when it differs. */
  readonly vatCurrency?: string
  /** BT-7, instead of BT-8. */
  readonly vatPointOn?: Day
  /** BT-8: 72 on receipts, 5 on debits, 29 on delivery (CII codes; UBL writes 432, 3, 35). */
  readonly vatPointCode?: '72' | '5' | '29'
  /** BT-9: the last due date when there are several instalments. */
  readonly dueOn?: Day
  /** BT-10, BT-11, BT-12, BT-13, BT-14. */
  readonly buyerReference?: string
  readonly projectReference?: string
  readonly contractReference?: string
  readonly orderReference?: string
  readonly sellerOrderReference?: string
  /** Known in CII only, which wants one beside BT-11. */
  readonly projectName?: string
  /** BT-15, BT-16, BT-17, BT-18, BT-19. */
  readonly receivingAdviceReference?: string
  readonly despatchAdviceReference?: string
  readonly tenderReference?: string
  readonly invoicedObject?: Identifier
  readonly buyerAccountingReference?: string
  /** BT-20. */
  readonly paymentTerms?: string
  readonly notes: readonly Note[]
  readonly precedingInvoices?: readonly PrecedingInvoice[]
  readonly seller: Party
  readonly buyer: Party
  /** BG-10. */
  readonly payee?: OtherParty
  /** BG-11. */
  readonly sellerTaxRepresentative?: OtherParty
  readonly delivery?: Delivery
  /** BG-14. */
  readonly period?: Period
  readonly payment?: PaymentInstructions
  /** BG-17 has as many accounts as the seller has banks: each further one with its means. */
  readonly furtherPayments?: readonly PaymentInstructions[]
  /** BT-89, BT-90: what a direct debit needs. */
  readonly mandate?: string
  readonly creditorId?: string
  readonly allowancesCharges?: readonly AllowanceCharge[]
  readonly vatBreakdown: readonly VatBreakdown[]
  readonly totals: InvoiceTotals
  /** BG-24. */
  readonly supportingDocuments?: readonly SupportingDocument[]
  readonly lines: readonly InvoiceLine[]
  readonly extended?: InvoiceExtension
}

/** BG-13. */
export type Delivery = {
  /** BT-70. */
  readonly name?: string
  /** BT-71. */
  readonly identifiers?: readonly Identifier[]
  /** BT-72. */
  readonly deliveredOn?: Day
  /** BG-15. */
  readonly address?: Address
  /** EXTENDED: whatever else the party that receives tells. */
  readonly party?: OtherParty
}
