import type { Day } from '#core/day'
import type { Cents } from '#core/money'
import type { BasisPoints } from '#core/quantity'
import { eventKind } from '#platform/events'
import type { Instalment } from '#terms'

export type DocumentKind = 'invoice' | 'credit_note'

/** What issuing states, complete enough for the books: nobody has to ask the invoice again. Amounts of a credit note are positive. */
export type IssuedFacts = {
  readonly kind: DocumentKind
  readonly number: string
  readonly issuedOn: Day
  readonly customerCode: string
  readonly customerName: string
  readonly netCents: Cents
  readonly vatCents: Cents
  readonly totalCents: Cents
  /** A credit note has one, due the day it is issued. */
  readonly instalments: readonly Instalment[]
  /** One row per nature and VAT treatment, VAT of each rate shared between natures to the cent. */
  readonly sales: readonly SalesFacts[]
  readonly creditedInvoiceId: string | null
}

export type SalesFacts = {
  readonly nature: 'goods' | 'service'
  readonly vatCode: string
  readonly category: string
  readonly rateBasisPoints: BasisPoints
  readonly netCents: Cents
  readonly vatCents: Cents
  /** VAT falls due when the customer pays: services, unless the company opted for debits (CGI 269-2 c). */
  readonly vatOnReceipts: boolean
}

/** An invoice or credit note got its number. `about`: invoiceId, customerId. */
export const invoiceIssued = eventKind<IssuedFacts>('invoice.issued')
/** A draft was made, kept or thrown away: for the timeline. */
export const draftDeleted = eventKind<{ readonly kind: DocumentKind }>('invoice.draft_deleted')
/** The customer opened the hosted invoice. */
export const invoiceViewed = eventKind<{ readonly number: string }>('invoice.viewed')
/** Somebody wants the document mailed, to these addresses or, when none is named, to the customer's. */
export const invoiceSendWished = eventKind<{ readonly number: string; readonly kind: DocumentKind; readonly to: readonly string[] | null }>(
  'invoice.send_wished',
)
/** The mail with the document was handed over to be sent to these addresses; it `leaves` only when there is a mail server. */
export const invoiceSent = eventKind<{ readonly number: string; readonly to: readonly string[]; readonly leaves: boolean }>('invoice.sent')
