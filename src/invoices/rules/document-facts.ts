/** All that an invoice or a credit note is made of at issue, as plain data: nothing is looked up afterwards. */
import type { Day } from '#core/day'
import type { Cents } from '#core/money'
import type { Locale } from '#core/text'
import type { Address, Identifier, PrecedingInvoice } from '#einvoice'
import type { CustomerKind, Nature, Requirement, VatRegime } from '#vat'
import type { EarlyPaymentDiscount, MentionKind } from './mentions.ts'
import type { Instalment } from '#terms'
import type { DocumentDiscount, LineForTotals, LineVat, Totals } from './totals.ts'

export type CompanyFacts = {
  readonly name: string
  readonly tradingName?: string
  /** As printed: `SARL`, `SAS`, `Entrepreneur individuel`. */
  readonly legalForm?: string
  readonly shareCapitalCents?: Cents
  readonly siren: string
  readonly siret?: string
  /** The town of the trade register. */
  readonly rcsCity?: string
  readonly vatNumber?: string
  readonly vatRegime: VatRegime
  readonly vatOnDebits: boolean
  readonly address: Address
  readonly email?: string
  readonly phone?: string
  readonly iban?: string
  readonly bic?: string
  readonly electronicAddress?: Identifier
  /** The company's own wording of a mention. */
  readonly ownMentions?: Partial<Record<MentionKind, string>>
}

export type CustomerFacts = {
  readonly kind: CustomerKind
  readonly name: string
  readonly siren?: string
  readonly siret?: string
  readonly vatNumber?: string
  readonly address: Address
  readonly email?: string
  readonly phone?: string
  readonly contactName?: string
  readonly electronicAddress?: Identifier
}

export type DocumentLine = LineForTotals & {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly note?: string
  readonly nature: Nature
  /** UN/ECE Recommendation 20. */
  readonly unit: string
  readonly itemCode?: string
  readonly period?: { readonly from?: Day; readonly to?: Day }
  readonly vat: LineVat & {
    /** What the treatment makes print, in the language of the document. */
    readonly wording?: string
    readonly requires: readonly Requirement[]
  }
}

export type DocumentFacts = {
  readonly kind: 'invoice' | 'credit_note'
  /** BT-24. */
  readonly guideline: string
  readonly number: string
  readonly issuedOn: Day
  readonly locale: Locale
  readonly currency: string
  readonly company: CompanyFacts
  readonly customer: CustomerFacts
  readonly lines: readonly DocumentLine[]
  readonly documentDiscounts: readonly DocumentDiscount[]
  readonly totals: Totals
  /** None on a credit note. */
  readonly instalments: readonly Instalment[]
  /** The terms in words, from `describeTerms`. */
  readonly termsText?: string
  readonly earlyPaymentDiscount?: EarlyPaymentDiscount
  readonly precedingInvoices?: readonly PrecedingInvoice[]
  readonly delivery?: { readonly name?: string; readonly deliveredOn?: Day; readonly address?: Address }
  readonly period?: { readonly from?: Day; readonly to?: Day }
  /** What the customer wants to read on its invoices (BT-10), its order (BT-13), the contract (BT-12). */
  readonly buyerReference?: string
  readonly orderNumber?: string
  readonly contractNumber?: string
  /** Words of one's own to this customer. */
  readonly message?: string
}
