/** From the rows of the company and the customer to the plain facts a document is built of. An empty text is an absent fact. */
import { sirenOfSiret } from '#core/identifiers'
import type { CompanyRow } from '#company'
import type { ContactRow, CustomerRow } from '#customers'
import type { AddressInput } from '#platform/contract'
import { toCents } from '#core/money'
import type { Address, Identifier } from '#einvoice'
import type { CustomerKind, VatRegime } from '#vat'
import type { CompanyFacts, CustomerFacts } from './rules/document-facts.ts'

type Columns = Pick<CompanyRow, 'address_line1' | 'address_line2' | 'postcode' | 'city' | 'country'>

/** Keeps the entries that say something: a missing fact is absent, never an empty text. */
function present<T extends Record<string, unknown>>(entries: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null && value !== undefined && value !== '')) as never
}

export function addressOf(lines: AddressInput): Address {
  const { country, ...rest } = lines
  return { ...present(rest), country }
}

const addressColumns = (row: Columns): Address =>
  addressOf({ line1: row.address_line1, line2: row.address_line2, postcode: row.postcode, city: row.city, country: row.country })

function electronicAddressOf(row: { e_address: string | null; e_address_scheme: string | null }): Identifier | undefined {
  return row.e_address === null ? undefined : { value: row.e_address, scheme: row.e_address_scheme ?? '0225' }
}

export function companyFacts(row: CompanyRow): CompanyFacts {
  const electronicAddress = electronicAddressOf(row)
  return {
    name: row.name,
    siren: row.siren ?? '',
    vatRegime: row.vat_regime as VatRegime,
    vatOnDebits: row.vat_on_debits,
    address: addressColumns(row),
    ...(row.share_capital_cents === null ? {} : { shareCapitalCents: toCents(row.share_capital_cents) }),
    ...present({
      legalForm: row.legal_form,
      siret: row.siret,
      rcsCity: row.rcs_city,
      vatNumber: row.vat_number,
      email: row.email,
      phone: row.phone,
      iban: row.iban,
      bic: row.bic,
      electronicAddress,
    }),
  }
}

/** Who reads the invoice: the accounts payable contact if there is one, else the first. */
export function billingContact(contacts: readonly ContactRow[]): ContactRow | undefined {
  return contacts.find((contact) => contact.roles.includes('accounts_payable')) ?? contacts[0]
}

export function customerFacts(row: CustomerRow, contacts: readonly ContactRow[]): CustomerFacts {
  const contact = billingContact(contacts)
  const electronicAddress = electronicAddressOf(row)
  return {
    kind: row.kind as CustomerKind,
    name: row.name,
    address: addressColumns(row),
    ...present({
      // An establishment is one of its company: its number begins with that of the company.
      siren: row.siren ?? (row.siret === null ? null : sirenOfSiret(row.siret)),
      siret: row.siret,
      vatNumber: row.vat_number,
      contactName: contact?.name,
      email: contact?.email,
      phone: contact?.phone,
      electronicAddress,
    }),
  }
}
