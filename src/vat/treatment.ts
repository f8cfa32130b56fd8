/** What a row of the table of VAT treatments says. The rows are dated data: articles and rates change, code does not. */
import type { Day } from '#core/day'
import type { BasisPoints } from '#core/quantity'
import type { Texts } from '#core/text'
import type { VatCategory } from '#einvoice'

export type Nature = 'goods' | 'service'

/** Where the seller taxes: Corsica and Guadeloupe, Martinique and La Réunion (`dom`) have rates of their own. */
export type Territory = 'metropole' | 'corse' | 'dom'

/** What a document must hold to use the treatment; `no_vat_numbers` forbids both VAT numbers in the XML (BR-O-02). */
export type Requirement = 'seller_vat_number' | 'buyer_vat_number' | 'delivery_country' | 'delivery_day' | 'no_vat_numbers' | 'credit_note'

/** Whom one may invoice with it. `eu` and `abroad` are businesses of the other Member States and of the rest of the world. */
export type Audience = 'anyone' | 'business' | 'eu' | 'abroad'

export type VatTreatment = {
  /** Stable for ever: stored with every line. */
  readonly code: string
  /** EN 16931 category, BT-151. */
  readonly category: VatCategory
  readonly rateBasisPoints: BasisPoints
  /** VATEX code, BT-121. */
  readonly exemptionCode?: string
  /** The words the invoice must print, BT-120. Nothing for an ordinary rate. */
  readonly wording?: Texts<string>
  /** For menus. */
  readonly label: Texts<string>
  readonly natures: readonly Nature[]
  readonly territories: readonly Territory[]
  readonly audience: Audience
  readonly requires: readonly Requirement[]
  readonly validFrom: Day
  /** Last day of use. Nothing: still in force. */
  readonly validTo?: Day
  /** The article it comes from. */
  readonly source: string
}
