/** The parties of an invoice, and how the French rules name their identifiers. */
import type { ReadInvoice, ReadParty } from '../../model.ts'
import { SIREN } from './kinds.ts'

/** A party and the terms of its identifiers, as the rules name them. */
export type Role = {
  readonly path: string
  readonly of: (invoice: ReadInvoice) => ReadParty | undefined
  readonly fr: string
  readonly en: string
  readonly identifiers?: string
  readonly address?: string
}

export const ROLES: readonly Role[] = [
  { path: 'seller', of: ({ seller }) => seller, fr: 'du vendeur', en: 'of the seller', identifiers: 'BT-29', address: 'BT-34' },
  { path: 'buyer', of: ({ buyer }) => buyer, fr: 'du client', en: 'of the buyer', identifiers: 'BT-46', address: 'BT-49' },
  { path: 'payee', of: ({ payee }) => payee, fr: 'du bénéficiaire', en: 'of the payee', identifiers: 'BT-60', address: 'EXT-FR-FE-29' },
  {
    path: 'delivery',
    of: ({ delivery }) => delivery && { ...(delivery.identifiers && { identifiers: delivery.identifiers }) },
    fr: 'du lieu de livraison',
    en: 'of the place of delivery',
    identifiers: 'BT-71',
  },
  {
    path: 'extended.payer',
    of: ({ extended }) => extended?.payer,
    fr: 'du payeur',
    en: 'of the payer',
    identifiers: 'EXT-FR-FE-46',
    address: 'EXT-FR-FE-52',
  },
  {
    path: 'extended.invoicee',
    of: ({ extended }) => extended?.invoicee,
    fr: 'de l’adressé à',
    en: 'of the invoicee',
    identifiers: 'EXT-FR-FE-92',
    address: 'EXT-FR-FE-98',
  },
  {
    path: 'extended.invoicer',
    of: ({ extended }) => extended?.invoicer,
    fr: 'du facturant',
    en: 'of the invoicer',
    identifiers: 'EXT-FR-FE-115',
    address: 'EXT-FR-FE-121',
  },
  {
    path: 'extended.salesAgent',
    of: ({ extended }) => extended?.salesAgent,
    fr: 'de l’agent du vendeur',
    en: 'of the sales agent',
    identifiers: 'EXT-FR-FE-69',
    address: 'EXT-FR-FE-75',
  },
  {
    path: 'extended.buyerAgent',
    of: ({ extended }) => extended?.buyerAgent,
    fr: 'de l’agent du client',
    en: 'of the buyer’s agent',
    identifiers: 'EXT-FR-FE-06',
    address: 'EXT-FR-FE-12',
  },
  {
    path: 'sellerTaxRepresentative',
    of: ({ sellerTaxRepresentative }) => sellerTaxRepresentative,
    fr: 'du représentant fiscal',
    en: 'of the tax representative',
  },
]

export const sirenOf = (party: ReadParty | undefined): string | undefined =>
  party?.legalId?.scheme === SIREN ? party.legalId.value : undefined
export const isNineDigits = (text: string | undefined): boolean => text !== undefined && /^\d{9}$/.test(text)

/** Of routing codes and French addresses. */
export const ADDRESS = /^[A-Za-z0-9+\-_.]+$/
