/**
 * A world is the life of an invented company as plain records: who is there, what is sold, and what happens, day by day.
 * It knows nothing of the application; a player replays `events` through its operations, in order.
 * Amounts, prices and quantities are decimal texts (`"1234.50"`), days are `"YYYY-MM-DD"`; keys join the records, numbers are those expected.
 */
import type { Day } from '#core/day'

export type Decimal = string

export type World = {
  readonly name: string
  /** The first and the last day that are told: nothing in `events` happens outside. */
  readonly from: Day
  readonly until: Day
  readonly company: WorldCompany
  readonly people: readonly Person[]
  readonly terms: readonly Terms[]
  readonly items: readonly Item[]
  readonly customers: readonly Customer[]
  /** In order of `on`; on one day, in the order in which they must be played. */
  readonly events: readonly WorldEvent[]
}

export type Address = {
  readonly line1: string
  readonly line2?: string
  readonly postcode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

export type WorldCompany = {
  readonly name: string
  readonly legalForm: string
  readonly shareCapital?: Decimal
  readonly siren: string
  readonly siret: string
  /** Absent for a company under the franchise (CGI art. 293 B). */
  readonly vatNumber?: string
  readonly registeredAt: string
  readonly nafCode: string
  readonly address: Address
  readonly email: string
  readonly phone: string
  readonly website: string
  readonly colour: string
  /** `{YYYY}` is the year of issue, `{00000}` the rank in that year. */
  readonly numbering: { readonly invoices: string; readonly creditNotes: string }
  readonly bankAccounts: readonly BankAccount[]
}

export type BankAccount = {
  readonly key: string
  readonly name: string
  readonly bankName: string
  readonly iban: string
  readonly bic: string
  readonly openingBalance: Decimal
}

export type Person = { readonly name: string; readonly email: string; readonly role: 'owner' | 'bookkeeper' | 'reader' }

/** Codes of the table in `src/vat`: those that this company needs. */
export type VatTreatment =
  | 'FR_20'
  | 'FR_10'
  | 'FR_5_5'
  | 'AE_BTP'
  | 'EU_GOODS'
  | 'EU_SERVICES'
  | 'EXPORT_GOODS'
  | 'NON_EU_SERVICES'
  | 'EXEMPT_261D_2'
  | 'FRANCHISE'

/** UN/ECE Recommendation 20: piece, hour, square metre, metre. */
export type UnitCode = 'C62' | 'HUR' | 'MTK' | 'MTR'

export type Item = {
  readonly key: string
  /** The reference printed in the catalogue. */
  readonly reference: string
  readonly name: string
  readonly unit: UnitCode
  readonly unitPrice: Decimal
  readonly nature: 'goods' | 'service'
  readonly vat: VatTreatment
}

export type TermsKey = 'on_receipt' | 'net_15' | 'net_30' | 'net_45' | 'net_60' | 'eom_30' | 'eom_45' | 'two_halves'

export type Terms = {
  readonly key: TermsKey
  readonly name: string
  readonly instalments: readonly {
    readonly sharePercent: number
    readonly days: number
    /** `before`: end of the month of issue, then the days. `none`: the days alone. */
    readonly endOfMonth: 'none' | 'before'
  }[]
}

export type CustomerKind = 'company' | 'public' | 'consumer' | 'eu' | 'other'

export type Contact = {
  readonly name: string
  readonly roles: readonly ('buyer' | 'accounts_payable')[]
  readonly email: string
  readonly phone: string
}

export type Customer = {
  readonly key: string
  readonly kind: CustomerKind
  readonly name: string
  readonly legalForm?: string
  readonly siren?: string
  readonly siret?: string
  readonly vatNumber?: string
  readonly address: Address
  readonly contacts: readonly Contact[]
  readonly terms: TermsKey
  readonly language: 'fr' | 'en'
  /** The account its transfers come from. */
  readonly iban: string
  /** Who its bank says it is, when that differs from the name: public bodies pay through the Treasury. */
  readonly payerName: string
}

/** A line names a catalogue item (whose description, unit and nature it keeps) or describes itself. */
export type Line = {
  readonly item?: string
  readonly description: string
  readonly unit: UnitCode
  readonly nature: 'goods' | 'service'
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  readonly discountPercent?: Decimal
  readonly vat: VatTreatment
}

/** What a payment or a bank line pays: never more than the invoice still owes that day. */
export type Settlement = { readonly invoice: string; readonly amount: Decimal }

export type InvoiceIssued = {
  readonly kind: 'invoice-issued'
  readonly on: Day
  readonly key: string
  /** The number the series must give when the events are played in order. */
  readonly number: string
  readonly customer: string
  readonly subject: string
  readonly lines: readonly Line[]
  readonly terms: TermsKey
  readonly deliveredOn: Day
  /** Where the goods went or the works stand, when not the customer's address. Always there for goods that leave France. */
  readonly deliveryAddress?: Address
  /** The order or commitment number of the customer. */
  readonly purchaseOrder?: string
  readonly note?: string
  /** As computed by the plan, to be compared with what the application says. */
  readonly totals: { readonly net: Decimal; readonly vat: Decimal; readonly gross: Decimal }
  readonly instalments: readonly { readonly dueOn: Day; readonly amount: Decimal }[]
}

export type CreditNoteIssued = {
  readonly kind: 'credit-note'
  readonly on: Day
  readonly key: string
  readonly number: string
  readonly invoice: string
  readonly scope: 'full' | 'partial'
  /** Positive quantities; `ofLine` is the rank (from 0) of the invoice line that is credited. */
  readonly lines: readonly (Line & { readonly ofLine: number })[]
  readonly reason: string
  readonly totals: { readonly net: Decimal; readonly vat: Decimal; readonly gross: Decimal }
}

export type PaymentTyped = {
  readonly kind: 'payment-typed'
  readonly on: Day
  readonly key: string
  readonly customer: string
  readonly method: 'cheque' | 'cash' | 'card'
  readonly amount: Decimal
  /** Cheque number or card slip. */
  readonly reference: string
  readonly settles: readonly Settlement[]
}

/** What a bank line really is: the answer that reconciliation must find, never shown to it. */
export type BankTruth =
  | {
      readonly kind: 'customer-transfer'
      readonly customer: string
      readonly settles: readonly Settlement[]
      readonly unallocated: Decimal
    }
  /** Cheques, notes or card slips that were typed as payments and now reach the account. */
  | { readonly kind: 'deposit'; readonly payments: readonly string[] }
  | { readonly kind: 'supplier' | 'payroll' | 'tax' | 'fee' | 'overhead' | 'own-transfer' }

export type BankLine = {
  readonly key: string
  readonly bookedOn: Day
  readonly valueOn: Day
  /** Negative when money leaves. */
  readonly amount: Decimal
  /** As a French bank prints it: capitals, no accents, cut short. */
  readonly label: string
  readonly counterparty?: { readonly name: string; readonly iban?: string }
  readonly remittance?: string
  readonly endToEndId?: string
  readonly truth: BankTruth
}

export type BankStatement = {
  readonly kind: 'bank-statement'
  /** The day it is imported. */
  readonly on: Day
  readonly key: string
  readonly account: string
  readonly number: number
  readonly from: Day
  readonly to: Day
  readonly openingBalance: Decimal
  readonly closingBalance: Decimal
  readonly lines: readonly BankLine[]
}

export type WorldEvent =
  | { readonly kind: 'item-created'; readonly on: Day; readonly item: string }
  | { readonly kind: 'customer-created'; readonly on: Day; readonly customer: string }
  | InvoiceIssued
  | CreditNoteIssued
  | PaymentTyped
  | BankStatement
  | { readonly kind: 'dispute-noted'; readonly on: Day; readonly invoice: string; readonly text: string }
