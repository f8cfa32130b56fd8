/**
 * One invoice in the terms of EN 16931 (BT/BG numbers beside each field). Plain JSON: amounts and quantities are exact decimal texts
 * (`"1234.50"`), days are `"YYYY-MM-DD"`. An issued invoice is stored as this, drawn from this, and written as XML from this.
 */
import type { Day } from '#core/day'

/** Exact decimal text: dot, optional minus, no exponent, no thousands separator. */
export type Decimal = string

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

/** An identifier and the list it comes from: 0002 SIREN, 0009 SIRET, 0223 EU VAT number, 0225 French e-address, EM e-mail. */
export type Identifier = { readonly value: string; readonly scheme?: string }

export type Address = {
  /** BT-35, BT-36, BT-162 (seller); BT-50, BT-51, BT-163 (buyer). */
  readonly line1?: string
  readonly line2?: string
  readonly line3?: string
  readonly postcode?: string
  readonly city?: string
  readonly subdivision?: string
  /** ISO 3166-1 alpha-2, mandatory. */
  readonly country: string
}

export type PartyContact = { readonly name?: string; readonly phone?: string; readonly email?: string }

/** BG-4 seller, BG-7 buyer. */
export type Party = {
  /** BT-27, BT-44. */
  readonly name: string
  /** BT-28, BT-45. */
  readonly tradingName?: string
  /** BT-29, BT-46: SIRET goes here with scheme 0009. */
  readonly identifiers?: readonly Identifier[]
  /** BT-30, BT-47: SIREN with scheme 0002. */
  readonly legalId?: Identifier
  /** BT-31, BT-48. */
  readonly vatNumber?: string
  /** BT-32: the tax registration of a seller without a VAT number (its SIREN). */
  readonly taxRegistration?: string
  /** BT-33: legal form, capital, RCS. */
  readonly legalInformation?: string
  readonly address: Address
  /** BT-34, BT-49. */
  readonly electronicAddress?: Identifier
  /** BG-6, BG-9. */
  readonly contact?: PartyContact
}

/** BG-1. Subject codes of the French layer: PMT 40 EUR, PMD penalties, AAB discount, REG/ABL seller's registration, BAR kind of flow, TXD. */
export type Note = { readonly subject?: string; readonly text: string }

/** BG-3. */
export type PrecedingInvoice = { readonly number: string; readonly issuedOn?: Day }

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
  readonly vat?: { readonly category: VatCategory; readonly rate?: Decimal }
}

/** BG-25. */
export type InvoiceLine = {
  /** BT-126. */
  readonly id: string
  /** BT-127. */
  readonly note?: string
  /** BT-129. */
  readonly quantity: Decimal
  /** BT-130, UN/ECE Rec 20: C62 piece, HUR hour, DAY, MTR, MTK, KGM… */
  readonly unit: string
  /** BT-131 = quantity × net price − allowances + charges, rounded to the cent. */
  readonly netAmount: Decimal
  /** BG-14 of the line (BG-26). */
  readonly period?: { readonly from?: Day; readonly to?: Day }
  readonly allowancesCharges?: readonly AllowanceCharge[]
  /** BT-146, per `priceBaseQuantity` (BT-149) units. */
  readonly netPrice: Decimal
  readonly priceBaseQuantity?: Decimal
  readonly vat: { readonly category: VatCategory; readonly rate?: Decimal }
  readonly item: {
    /** BT-153. */
    readonly name: string
    /** BT-154. */
    readonly description?: string
    /** BT-155. */
    readonly sellerId?: string
    /** BT-157, for example an EAN with scheme 0160. */
    readonly standardId?: Identifier
  }
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

/** BG-16. */
export type PaymentInstructions = {
  /** BT-81, UNTDID 4461: 30 or 58 transfer, 59 SEPA debit, 10 cash, 20 cheque, 48 card, 97 clearing. */
  readonly meansCode: string
  readonly meansText?: string
  /** BT-83: what the payer should quote. */
  readonly remittance?: string
  /** BT-84, BT-85, BT-86. */
  readonly iban?: string
  readonly accountName?: string
  readonly bic?: string
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
  /** BT-7 or BT-8: 72 on receipts, 5 on debits, 29 on delivery (CII codes; UBL writes 432, 3, 35). */
  readonly vatPointCode?: '72' | '5' | '29'
  /** BT-9: the last due date when there are several instalments. */
  readonly dueOn?: Day
  /** BT-10, BT-12, BT-13, BT-14. */
  readonly buyerReference?: string
  readonly contractReference?: string
  readonly orderReference?: string
  readonly sellerOrderReference?: string
  /** BT-20. */
  readonly paymentTerms?: string
  readonly notes: readonly Note[]
  readonly precedingInvoices?: readonly PrecedingInvoice[]
  readonly seller: Party
  readonly buyer: Party
  /** BG-13: BT-70 name, BT-72 date, BG-15 address. */
  readonly delivery?: { readonly name?: string; readonly deliveredOn?: Day; readonly address?: Address }
  /** BG-14. */
  readonly period?: { readonly from?: Day; readonly to?: Day }
  readonly payment?: PaymentInstructions
  readonly allowancesCharges?: readonly AllowanceCharge[]
  readonly vatBreakdown: readonly VatBreakdown[]
  readonly totals: InvoiceTotals
  readonly lines: readonly InvoiceLine[]
}
