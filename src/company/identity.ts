/** Between the company as the contract says it and its row. */
import type { z } from 'zod'
import { identityWarnings, identityWarningTexts } from '#core/identity-warnings'
import { moneyText, toCents } from '#core/money'
import { type Locale, textsOf } from '#core/text'
import type { PaymentTerms } from '#terms'
import type { companyOut, identityInput } from './contract.ts'
import type { CompanyColumns, CompanyRow } from './store.ts'

type IdentityInput = z.output<typeof identityInput>

/** Scheme 0225 is the French electronic address (AFNOR XP Z12-014); a company without one of its own is found by its SIREN. */
const FRENCH_E_ADDRESS = '0225'

export function identityColumns(input: IdentityInput): CompanyColumns & { name: string } {
  const eAddress = input.eAddress || input.siren
  return {
    name: input.name,
    legal_form: input.legalForm,
    share_capital_cents: input.shareCapital,
    siren: input.siren,
    siret: input.siret,
    rcs_city: input.rcsCity,
    vat_number: input.vatNumber,
    vat_regime: input.vatRegime,
    vat_on_debits: input.vatOnDebits,
    address_line1: input.address.line1,
    address_line2: input.address.line2,
    postcode: input.address.postcode,
    city: input.address.city,
    country: input.address.country,
    email: input.email,
    phone: input.phone,
    website: input.website,
    language: input.language,
    footer_note: input.footerNote,
    e_address: eAddress,
    e_address_scheme: eAddress === null ? null : FRENCH_E_ADDRESS,
  }
}

export function presentCompany(row: CompanyRow, locale: Locale): z.input<typeof companyOut> {
  const sentences = textsOf(identityWarningTexts, locale)
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    legalForm: row.legal_form,
    shareCapital: row.share_capital_cents === null ? null : moneyText(toCents(row.share_capital_cents)),
    siren: row.siren,
    siret: row.siret,
    rcsCity: row.rcs_city ?? '',
    vatNumber: row.vat_number,
    vatRegime: row.vat_regime as 'normal' | 'franchise',
    vatOnDebits: row.vat_on_debits,
    address: { line1: row.address_line1, line2: row.address_line2, postcode: row.postcode, city: row.city, country: row.country },
    email: row.email,
    phone: row.phone,
    website: row.website,
    language: row.language as Locale,
    footerNote: row.footer_note,
    eAddress: row.e_address,
    eAddressScheme: row.e_address_scheme,
    accentColor: row.accent_color,
    hasLogo: row.logo !== null,
    paymentTerms: row.payment_terms as unknown as z.input<typeof companyOut>['paymentTerms'] & PaymentTerms,
    iban: row.iban,
    bic: row.bic,
    bankName: row.bank_name,
    onboarded: row.onboarded_at !== null,
    version: row.version,
    warnings: identityWarnings({ siren: row.siren, siret: row.siret, vatNumber: row.vat_number }).map(({ code, field }) => ({
      code,
      field,
      sentence: sentences[code],
    })),
  }
}
