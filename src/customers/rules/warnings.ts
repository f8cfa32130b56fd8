/** What looks wrong in a customer, said and never refused. */
import { type Identity, type IdentityWarningCode, identityWarnings } from '#core/identity-warnings'
import { type CustomerKind, fitsCountry } from './kind.ts'

export type CustomerWarningCode = IdentityWarningCode | 'kind_not_of_country' | 'same_siren' | 'terms_beyond_cap'
export type CustomerWarning = {
  readonly code: CustomerWarningCode
  readonly field: string
  readonly facts: Readonly<Record<string, string>>
}

export type WarnedCustomer = Identity & {
  readonly kind: CustomerKind
  readonly country: string
  /** Names of other customers with this SIREN. */
  readonly sameSiren: readonly string[]
  /** The law's longest terms, in words, when the customer's own go beyond. */
  readonly termsBeyond: string | undefined
}

export function customerWarnings(customer: WarnedCustomer): readonly CustomerWarning[] {
  const warnings: CustomerWarning[] = identityWarnings(customer).map(({ code, field }) => ({ code, field, facts: {} }))
  if (!fitsCountry(customer.kind, customer.country)) warnings.push({ code: 'kind_not_of_country', field: 'kind', facts: {} })
  if (customer.sameSiren.length > 0) warnings.push({ code: 'same_siren', field: 'siren', facts: { names: customer.sameSiren.join(', ') } })
  if (customer.termsBeyond !== undefined)
    warnings.push({ code: 'terms_beyond_cap', field: 'paymentTerms', facts: { cap: customer.termsBeyond } })
  return warnings
}
