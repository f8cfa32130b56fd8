/** A company's receipts with the truth about each: what the matching of bank lines is measured against, never its input. */
import type { Day } from '#core/day'
import type { Cents } from '#core/money'

/** How much a bank lets through: everything (camt), words and half of the names (CFONB), one cut label (CSV). */
export type Bank = (typeof BANKS)[number]
export const BANKS = ['camt', 'cfonb', 'csv'] as const

export type TruthCustomer = { readonly id: string; readonly name: string }

export type TruthInvoice = {
  readonly id: string
  readonly number: string
  readonly customerId: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly amountCents: Cents
}

export type TruthShare = { readonly invoiceId: string; readonly amountCents: Cents }

/** Why a line is what it is; `other` is money that no customer paid. */
export const SHAPES = [
  'whole',
  'group',
  'part',
  'rest',
  'fee',
  'rounded',
  'over',
  'twice',
  'advance',
  'third-party',
  'wrong-number',
  'transposed',
  'other',
] as const
export type Shape = (typeof SHAPES)[number]

export type TruthLine = {
  readonly key: string
  readonly bookedOn: Day
  readonly amountCents: Cents
  /** What the bank prints, then what the payer wrote where the bank lets it through. */
  readonly texts: readonly string[]
  readonly counterparty?: string
  readonly iban?: string
  readonly shape: Shape
  /** Nobody when no customer paid. */
  readonly customerId: string | null
  readonly shares: readonly TruthShare[]
  /** Invoices that are done with although a little is left: a fee kept by a bank, cents rounded off. */
  readonly closes: readonly string[]
}

export type BankWorld = {
  readonly bank: Bank
  readonly customers: readonly TruthCustomer[]
  readonly invoices: readonly TruthInvoice[]
  /** By day. */
  readonly lines: readonly TruthLine[]
}
