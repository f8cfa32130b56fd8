import type { Day } from '#core/day'
import type { Decimal, DeliveryTerms, Identifier, Reference } from './basics.ts'
import type { Account } from './line.ts'
import type { OtherParty } from './party.ts'
import type { AdvancePayment, CurrencyExchange, PaymentIncentive, PaymentTerm, TaxPart } from './payment.ts'

/** What Factur-X EXTENDED and EXTENDED-CTC-FR tell of an invoice beyond EN 16931. */
export type InvoiceExtension = {
  readonly test?: boolean
  readonly name?: string
  readonly copy?: boolean
  readonly language?: string
  /** The contractual end of the invoice. */
  readonly completeOn?: Day
  /** Dates of the documents referred to, each beside its number in the invoice. */
  readonly orderedOn?: Day
  readonly sellerOrderedOn?: Day
  readonly contractedOn?: Day
  readonly despatchAdvisedOn?: Day
  readonly receivingAdvisedOn?: Day
  readonly contractTypeCode?: string
  /** More objects than BT-18: in France one of each scheme AFL and AVV. */
  readonly furtherObjects?: readonly Identifier[]
  readonly salesAgent?: OtherParty
  readonly buyerTaxRepresentative?: OtherParty
  readonly endUser?: OtherParty
  readonly buyerAgent?: OtherParty
  readonly invoicer?: OtherParty
  readonly invoicee?: OtherParty
  readonly payer?: OtherParty
  readonly finalShipTo?: OtherParty
  readonly shipFrom?: OtherParty
  readonly deliveryTerms?: DeliveryTerms
  readonly quotation?: Partial<Reference>
  readonly endCustomerOrders?: readonly Partial<Reference>[]
  readonly deliveryNote?: Partial<Reference>
  /** UN/ECE Rec 19. */
  readonly transports?: readonly { readonly mode: string }[]
  readonly issuerReference?: string
  readonly currencyExchange?: CurrencyExchange
  readonly logisticsCharges?: readonly LogisticsCharge[]
  /** The first instalment, beyond its wording and day; then the others. */
  readonly instalmentAmount?: Decimal
  readonly penalty?: PaymentIncentive
  readonly discount?: PaymentIncentive
  readonly instalmentPayee?: OtherParty
  readonly furtherTerms?: readonly PaymentTerm[]
  readonly adjustments?: readonly { readonly reason: string; readonly amount: Decimal }[]
  readonly accountTypeCode?: string
  readonly furtherAccounts?: readonly Account[]
  readonly advancePayments?: readonly AdvancePayment[]
}

export type LogisticsCharge = {
  readonly description: string
  readonly amount: Decimal
  readonly vat?: readonly TaxPart[]
}
