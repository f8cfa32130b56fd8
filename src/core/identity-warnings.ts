/** What looks wrong in the identifiers of a company or a customer. Only warnings: INSEE has given numbers that break the rule. */
import { isSiren, isSiret, isVatNumber, sirenOfSiret, sirenOfVatNumber } from '#core/identifiers'
import type { Texts } from '#core/text'

export type Identity = { readonly siren: string | null; readonly siret: string | null; readonly vatNumber: string | null }

export const IDENTITY_WARNINGS = ['siren_key', 'siret_key', 'siret_of_another', 'vat_number_key', 'vat_number_of_another'] as const
export type IdentityWarningCode = (typeof IDENTITY_WARNINGS)[number]
export type IdentityWarning = { readonly code: IdentityWarningCode; readonly field: keyof Identity }

/** Takes identifiers put in order by `normaliseIdentifier`, of the right shape. */
export function identityWarnings({ siren, siret, vatNumber }: Identity): readonly IdentityWarning[] {
  const warnings: IdentityWarning[] = []
  if (siren !== null && !isSiren(siren)) warnings.push({ code: 'siren_key', field: 'siren' })
  if (siret !== null && !isSiret(siret)) warnings.push({ code: 'siret_key', field: 'siret' })
  else if (siret !== null && siren !== null && sirenOfSiret(siret) !== siren) warnings.push({ code: 'siret_of_another', field: 'siret' })
  if (vatNumber !== null && !isVatNumber(vatNumber)) warnings.push({ code: 'vat_number_key', field: 'vatNumber' })
  else if (vatNumber !== null && siren !== null && (sirenOfVatNumber(vatNumber) ?? siren) !== siren) {
    warnings.push({ code: 'vat_number_of_another', field: 'vatNumber' })
  }
  return warnings
}

export const identityWarningTexts: Texts<Readonly<Record<IdentityWarningCode, string>>> = {
  fr: {
    siren_key: 'La clé de ce SIREN ne correspond pas : vérifiez les neuf chiffres.',
    siret_key: 'La clé de ce SIRET ne correspond pas : vérifiez les quatorze chiffres.',
    siret_of_another: 'Ce SIRET ne commence pas par le SIREN indiqué.',
    vat_number_key: 'Ce numéro de TVA ne respecte pas la forme de son pays : vérifiez-le.',
    vat_number_of_another: 'Ce numéro de TVA est celui d’un autre SIREN.',
  },
  en: {
    siren_key: 'The check digit of this SIREN does not match: check the nine digits.',
    siret_key: 'The check digit of this SIRET does not match: check the fourteen digits.',
    siret_of_another: 'This SIRET does not begin with the SIREN given.',
    vat_number_key: 'This VAT number does not have the shape of its country: check it.',
    vat_number_of_another: 'This VAT number belongs to another SIREN.',
  },
}
