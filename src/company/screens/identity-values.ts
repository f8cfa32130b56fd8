/** The identity as a form holds it: texts only, nothing is an empty text. */
import type { Company } from './api.tsx'

export function emptyIdentity() {
  return {
    name: '',
    legalForm: '',
    shareCapital: '',
    siren: '',
    siret: '',
    rcsCity: '',
    vatNumber: '',
    vatRegime: 'normal' as 'normal' | 'franchise',
    vatOnDebits: false,
    address: { line1: '', line2: '', postcode: '', city: '', country: 'FR' },
    email: '',
    phone: '',
    website: '',
    language: 'fr' as 'fr' | 'en',
    footerNote: '',
    eAddress: '',
  }
}

export type IdentityValues = ReturnType<typeof emptyIdentity>

export function identityValues(company: Company): IdentityValues {
  const { address, email, footerNote, language, legalForm, name, phone, rcsCity, vatOnDebits, vatRegime, website } = company
  return {
    address,
    email,
    footerNote,
    language,
    legalForm,
    name,
    phone,
    rcsCity,
    vatOnDebits,
    vatRegime,
    website,
    shareCapital: company.shareCapital ?? '',
    siren: company.siren ?? '',
    siret: company.siret ?? '',
    vatNumber: company.vatNumber ?? '',
    eAddress: company.eAddress ?? '',
  }
}

export const identityInput = ({ eAddress, shareCapital, ...values }: IdentityValues) => ({
  ...values,
  shareCapital: shareCapital === '' ? null : shareCapital,
  eAddress: eAddress === '' ? null : eAddress,
})
