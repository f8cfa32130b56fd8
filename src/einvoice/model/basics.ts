/** The small parts every group of an invoice is made of. */
import type { Day } from '#core/day'

/** Exact decimal text: dot, optional minus, no exponent, no thousands separator. */
export type Decimal = string

/** An identifier and the list it comes from: 0002 SIREN, 0009 SIRET, 0223 EU VAT number, 0225 French e-address, EM e-mail. */
export type Identifier = { readonly value: string; readonly scheme?: string }

export type Period = { readonly from?: Day; readonly to?: Day }

/** BG-1. Subject codes of the French layer: PMT 40 EUR, PMD penalties, AAB discount, REG/ABL seller's registration, BAR kind of flow, TXD. */
export type Note = {
  /** BT-21. */
  readonly subject?: string
  /** BT-22. */
  readonly text: string
  /** EXTENDED: a text agreed in advance, by its code. */
  readonly contentCode?: string
}

export type Quantity = { readonly value: Decimal; readonly unit?: string }

/** A document by its number; EXTENDED adds its date, and on a line the line of that document. */
export type Reference = { readonly number: string; readonly line?: string; readonly issuedOn?: Day }

/** EXTENDED: Incoterms and the place they name. */
export type DeliveryTerms = { readonly code: string; readonly place?: string; readonly country?: string }
