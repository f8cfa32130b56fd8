/** Where a customer stands by country, and what follows from it. */
import { areaOf } from '#core/area'

export type CustomerKind = 'company' | 'public' | 'consumer' | 'eu' | 'other'

const KIND_BY_AREA = { home: 'company', eu: 'eu', abroad: 'other' } as const

/** The kind of a business in that country: what is taken when nobody says otherwise. */
export const kindOfCountry = (country: string): CustomerKind => KIND_BY_AREA[areaOf(country)]

/** Companies and public bodies are those of France; a consumer may live anywhere. */
export function fitsCountry(kind: CustomerKind, country: string): boolean {
  if (kind === 'consumer') return true
  return kindOfCountry(country) === (kind === 'public' ? 'company' : kind)
}

export type EAddress = { readonly value: string; readonly scheme: string }

/** BT-49: a French business is found by its SIREN (scheme 0225) unless it asked for another address; an e-mail is scheme EM. */
export function eAddressOf(customer: { kind: CustomerKind; siren: string | null; wished: string | null }): EAddress | undefined {
  if (customer.wished) return { value: customer.wished, scheme: customer.wished.includes('@') ? 'EM' : '0225' }
  const isFrenchBusiness = customer.kind === 'company' || customer.kind === 'public'
  return isFrenchBusiness && customer.siren !== null ? { value: customer.siren, scheme: '0225' } : undefined
}
