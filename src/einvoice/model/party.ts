import type { Identifier } from './basics.ts'

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

export type PartyContact = {
  /** BT-41, BT-56. */
  readonly name?: string
  /** BT-42, BT-57. */
  readonly phone?: string
  /** BT-43, BT-58. */
  readonly email?: string
  /** EXTENDED. */
  readonly department?: string
  readonly typeCode?: string
  readonly fax?: string
}

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
  /** EXTENDED: UNTDID 3035, for example `DL` for the factor. */
  readonly role?: string
  /** EXTENDED: the registered office, when it is not the postal address. */
  readonly legalAddress?: Address
}

/** Any other party of an invoice: payee BG-10, tax representative BG-11, and those that EXTENDED adds. Only the rules say what each must tell. */
export type OtherParty = Omit<Party, 'address' | 'name'> & { readonly name?: string; readonly address?: Address }
