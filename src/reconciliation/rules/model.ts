/** What the decision looks at, and what it answers. Plain data: no database, no clock. */
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'

/** Why, in facts that `texts.ts` puts into words. */
export type Evidence = { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }

export type OpenInvoice = {
  readonly invoiceId: Id
  readonly number: string
  readonly customerId: Id
  readonly issuedOn: Day
  /** Of all its instalments. */
  readonly openCents: Cents
  /** Those still open, in the order they fall due. */
  readonly instalments: readonly { readonly dueOn: Day; readonly openCents: Cents }[]
}

export type KnownCustomer = { readonly customerId: Id; readonly name: string }

/** What tells a payer: its account, or the name its bank writes. */
export type Mark = { readonly kind: 'iban' | 'alias'; readonly text: string }

/** A mark that stood on lines of this customer before: its own account, a trade name, a parent company. */
export type LearntMark = Mark & { readonly customerId: Id; readonly times: number }

/** A payment typed by hand that no bank line has confirmed yet. */
export type TypedPayment = {
  readonly paymentId: Id
  readonly customerId: Id
  readonly paidOn: Day
  readonly amountCents: Cents
  readonly method: string
}

export type LineFacts = {
  readonly amountCents: Cents
  readonly bookedOn: Day
  /** Each thing that was written on it: remittance, label of the bank, end-to-end id. */
  readonly texts: readonly string[]
  /** Structured references of the remittance. */
  readonly references: readonly string[]
  readonly counterparty?: string | undefined
  readonly iban?: string | undefined
  /** A returned or reversed operation never settles anything by itself. */
  readonly returned: boolean
}

/** A credit note, or money of a customer, that is on no invoice yet. */
export type OpenCredit = {
  readonly itemId: Id
  readonly customerId: Id
  readonly reference: string
  /** Above zero. */
  readonly openCents: Cents
}

/** Part of a credit put on an invoice, beside the line. */
export type CreditShare = { readonly itemId: Id; readonly invoiceId: Id; readonly amountCents: Cents }

export type Share = { readonly invoiceId: Id; readonly amountCents: Cents }

export type Proposal = {
  /** The same for the same invoices or payments of a customer, whatever the reasons: what a person refuses. */
  readonly key: string
  /** Of money out: a payment the bank takes back, or credit given back. */
  readonly out?: 'returned' | 'refund'
  /** Null when the payments already typed are of several customers. */
  readonly customerId: Id | null
  readonly shares: readonly Share[]
  /** The customer's credit put on the same invoices. */
  readonly credits?: readonly CreditShare[]
  /** Payments already typed that this line is; then nothing new is recorded. */
  readonly paymentIds: readonly Id[]
  /** What stays with the customer as credit. */
  readonly restCents: Cents
  readonly evidence: readonly Evidence[]
  /** The rule of a person that says so. */
  readonly ruleId?: Id
}

/** A part of the line that was recognised, as it is written there. */
export type Recognised = { readonly kind: 'number' | 'name' | 'iban'; readonly text: string }

export type Verdict = {
  /** Settles by itself: no other open invoice could be meant. It is the first of the proposals too. */
  readonly certain: Proposal | undefined
  /** What makes it certain: numbers and their exact amount, or a payer known by account or name and an amount that says one thing only. */
  readonly ground: 'number' | 'payer' | undefined
  readonly proposals: readonly Proposal[]
  readonly recognised: readonly Recognised[]
}
