import type { Day } from '#core/day'
import type { AllowanceCharge, PrecedingInvoice, SupportingDocument, VatCategory } from '../model.ts'
import type { Decimal, DeliveryTerms, Identifier, Note, Period, Quantity, Reference } from './basics.ts'
import type { OtherParty } from './party.ts'
import type { TaxPart } from './payment.ts'

/** BG-25. */
export type InvoiceLine = {
  /** BT-126. */
  readonly id: string
  /** BT-127. */
  readonly note?: string
  /** BT-128. */
  readonly object?: Identifier
  /** BT-129. */
  readonly quantity: Decimal
  /** BT-130, UN/ECE Rec 20: C62 piece, HUR hour, DAY, MTR, MTK, KGM… */
  readonly unit: string
  /** BT-131 = quantity × net price − allowances + charges, rounded to the cent. */
  readonly netAmount: Decimal
  /** BT-132: the line of the order. */
  readonly orderLine?: string
  /** BT-133. */
  readonly buyerAccountingReference?: string
  /** BG-26. */
  readonly period?: Period
  /** BG-27, BG-28. */
  readonly allowancesCharges?: readonly AllowanceCharge[]
  /** BT-146, per `priceBaseQuantity` (BT-149) units. */
  readonly netPrice: Decimal
  /** BT-147. */
  readonly priceDiscount?: Decimal
  /** BT-148. */
  readonly grossPrice?: Decimal
  readonly priceBaseQuantity?: Decimal
  /** BT-150, when it is told: it can only be the unit of the line. */
  readonly priceBaseUnit?: string
  /** BG-30. */
  readonly vat: LineVat
  readonly item: Item
  readonly extended?: LineExtension
  /** Known in UBL only: lines inside this one (XRechnung extension). */
  readonly subLines?: readonly InvoiceLine[]
}

/** BG-30. */
export type LineVat = {
  /** BT-151, BT-152. */
  readonly category: VatCategory
  readonly rate?: Decimal
  /** Only when the tax is another than VAT. */
  readonly taxType?: string
  /** EXTENDED. */
  readonly exemptionReason?: string
  readonly exemptionCode?: string
}

/** BG-31. */
export type Item = {
  /** BT-153. */
  readonly name: string
  /** BT-154. */
  readonly description?: string
  /** BT-155. */
  readonly sellerId?: string
  /** BT-156. */
  readonly buyerId?: string
  /** BT-157, for example an EAN with scheme 0160. */
  readonly standardId?: Identifier
  /** BT-158, with the list (UNTDID 7143) and its version. */
  readonly classifications?: readonly ItemClassification[]
  /** BT-159. */
  readonly originCountry?: string
  /** BG-32. */
  readonly attributes?: readonly ItemAttribute[]
  readonly extended?: ItemExtension
}

export type ItemClassification = {
  readonly code: string
  readonly list?: string
  readonly listVersion?: string
  /** EXTENDED. */
  readonly name?: string
}

export type ItemAttribute = {
  /** BT-160. */
  readonly name: string
  /** BT-161. */
  readonly value?: string
  /** EXTENDED: the attribute by its code, and its value as a measure. */
  readonly code?: string
  readonly measure?: Quantity
}

/** What EXTENDED tells of an item beyond EN 16931. */
export type ItemExtension = {
  readonly id?: string
  readonly industryId?: string
  readonly modelId?: string
  readonly modelName?: string
  readonly brandName?: string
  readonly batches?: readonly Identifier[]
  readonly instances?: readonly { readonly batch?: string; readonly serialNumber?: string }[]
  readonly manufacturer?: OtherParty
  readonly parts?: readonly IncludedItem[]
}

export type IncludedItem = {
  readonly id?: string
  readonly globalIds?: readonly Identifier[]
  readonly sellerId?: string
  readonly buyerId?: string
  readonly industryId?: string
  readonly name: string
  readonly description?: string
  readonly quantity?: Quantity
}

/** What EXTENDED and EXTENDED-CTC-FR tell of a line beyond EN 16931. */
export type LineExtension = {
  /** The line this one is part of, and whether it counts: DETAIL, GROUP or INFORMATION. */
  readonly parentId?: string
  readonly statusCode?: string
  readonly statusReason?: string
  readonly noteSubject?: string
  readonly noteCode?: string
  readonly furtherNotes?: readonly Note[]
  /** More objects than BT-128: in France one of each scheme AFL and AVV. */
  readonly furtherObjects?: readonly Identifier[]
  readonly deliveryTerms?: DeliveryTerms
  readonly sellerOrder?: Partial<Reference>
  /** The order itself: its line is BT-132. */
  readonly order?: { readonly number?: string; readonly issuedOn?: Day }
  readonly quotation?: Partial<Reference>
  readonly contract?: Partial<Reference>
  readonly documents?: readonly SupportingDocument[]
  readonly endCustomerOrders?: readonly Partial<Reference>[]
  readonly itemSeller?: OtherParty
  /** What more is told of BT-147; then the other discounts and charges between the gross and the net price. */
  readonly discount?: Partial<Omit<AllowanceCharge, 'amount' | 'vat'>>
  readonly furtherPriceParts?: readonly AllowanceCharge[]
  readonly grossPriceBaseQuantity?: Decimal
  readonly grossPriceBaseUnit?: string
  readonly includedTax?: TaxPart
  readonly freeQuantity?: Quantity
  readonly packages?: Quantity
  readonly perPackage?: Quantity
  readonly shipTo?: OtherParty
  readonly finalShipTo?: OtherParty
  readonly deliveredOn?: Day
  readonly despatchAdvice?: Partial<Reference>
  readonly receivingAdvice?: Partial<Reference>
  readonly deliveryNote?: Partial<Reference>
  /** VAT of the line, when it is written. */
  readonly vatAmount?: Decimal
  readonly charges?: Decimal
  readonly allowances?: Decimal
  readonly gross?: Decimal
  readonly allowancesAndCharges?: Decimal
  readonly precedingInvoice?: Partial<PrecedingInvoice> & { readonly line?: string }
  readonly accountTypeCode?: string
  readonly furtherAccounts?: readonly Account[]
}

/** BT-19 and BT-133 with their kind (UNTDID 4437 in EXTENDED). */
export type Account = { readonly id: string; readonly typeCode?: string }
