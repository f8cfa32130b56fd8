import { identityWarningTexts } from '#core/identity-warnings'
import { formatMoney, type Locale } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'
import type { CustomerWarningCode } from './rules/warnings.ts'

export const refusals: RefusalTexts = {
  fr: {
    customer_unknown: 'Ce client n’existe pas dans cette entreprise.',
    customer_changed_elsewhere: 'Cette fiche a été modifiée ailleurs. Rechargez la page pour voir la dernière version.',
    customer_owes: (facts) =>
      `Le solde de ${facts['customer']} n’est pas nul (${formatMoney(String(facts['balance']), 'fr')}) : un client qui doit, ou à qui l’on doit, ne s’archive pas.`,
  },
  en: {
    customer_unknown: 'There is no such customer in this company.',
    customer_changed_elsewhere: 'This customer was changed elsewhere. Reload the page to see their latest version.',
    customer_owes: (facts) =>
      `The balance of ${facts['customer']} is not zero (${formatMoney(String(facts['balance']), 'en')}): a customer who owes, or is owed, is not archived.`,
  },
}

export const fields: FieldNames = {
  fr: {
    kind: 'La nature du client',
    customerId: 'Le client',
    deliveryAddress: 'L’adresse de livraison',
    addressLine: 'L’adresse',
    buyerReference: 'La référence de l’acheteur',
    notes: 'Les notes',
    language: 'La langue',
    contacts: 'Le contact',
    roles: 'Le rôle du contact',
  },
  en: {
    kind: 'The kind of customer',
    customerId: 'The customer',
    deliveryAddress: 'The delivery address',
    addressLine: 'The address',
    buyerReference: 'The buyer reference',
    notes: 'The notes',
    language: 'The language',
    contacts: 'The contact',
    roles: 'The role of the contact',
  },
}

type Facts = Readonly<Record<string, string>>
type OwnWarning = 'kind_not_of_country' | 'same_siren' | 'terms_beyond_cap'

const WARNINGS: Record<Locale, Record<OwnWarning, (facts: Facts) => string>> = {
  fr: {
    kind_not_of_country: () => 'Le pays de l’adresse ne correspond pas à cette nature de client.',
    same_siren: ({ names }) => `Ce SIREN est déjà celui de ${names}.`,
    terms_beyond_cap: ({ cap }) => `Délai plus long que la loi ne le permet : ${cap}.`,
  },
  en: {
    kind_not_of_country: () => 'The country of the address does not go with this kind of customer.',
    same_siren: ({ names }) => `${names} already has this SIREN.`,
    terms_beyond_cap: ({ cap }) => `Longer terms than the law allows: ${cap}.`,
  },
}

export function warningSentence(code: CustomerWarningCode, facts: Facts, locale: Locale): string {
  const own = WARNINGS[locale] as Partial<Record<CustomerWarningCode, (facts: Facts) => string>>
  return own[code]?.(facts) ?? (identityWarningTexts[locale] as Record<string, string>)[code] ?? code
}
