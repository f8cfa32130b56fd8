/** What stands around the lines on paper: who sells, who buys, how to pay. Of an issued document as it was issued, of a draft as things are now. */
import type { z } from 'zod'
import { type CompanyRow, loadCompany } from '#company'
import { type ContactRow, contactsOf, type CustomerRow, findCustomer } from '#customers'
import type { Id } from '#core/ids'
import { moneyText, sum } from '#core/money'
import type { Locale } from '#core/text'
import type { Address, Party } from '#einvoice'
import type { ReadContext } from '#platform/context'
import { openItems } from '#receivables'
import { describeTerms, type PaymentTerms } from '#terms'
import { type CustomerKind, type Nature, suggestTreatment, type VatRegime } from '#vat'
import type { customerStandingOut, paperOut } from './contract.ts'
import type { StoredInvoice } from './draft.ts'
import { billingContact, companyFacts } from './facts.ts'
import { legalSentences } from './rules/document-parties.ts'

export type Paper = z.input<typeof paperOut>
type PartyOut = NonNullable<Paper['buyer']>

/** The terms of a draft: its own, or else the customer's, or else the company's. */
export function termsOf(own: PaymentTerms | null, customer: CustomerRow | undefined, company: CompanyRow): PaymentTerms {
  return (
    own ?? (customer?.payment_terms as unknown as PaymentTerms | null | undefined) ?? (company.payment_terms as unknown as PaymentTerms)
  )
}

/** Who sells and who buys, as things are now. */
export type Parties = {
  readonly company: CompanyRow
  readonly customer: CustomerRow | undefined
  readonly contacts: readonly ContactRow[]
}

export async function loadParties(context: ReadContext, customerId: Id | null): Promise<Parties> {
  const company = await loadCompany(context)
  const customer = customerId === null ? undefined : await findCustomer(context, customerId)
  return { company, customer, contacts: customer ? await contactsOf(context, customer.id) : [] }
}

export function paperOf(stored: StoredInvoice, { company, customer }: Parties, locale: Locale): Paper {
  if (stored.document !== null) return issuedPaper(stored.document, company)
  return unissuedPaper(company, customer, stored.options.paymentTerms, locale)
}

/** The paper of a draft that nobody has begun. */
export async function blankPaper(context: ReadContext): Promise<Paper> {
  return unissuedPaper(await loadCompany(context), undefined, null, context.locale)
}

function unissuedPaper(company: CompanyRow, customer: CustomerRow | undefined, own: PaymentTerms | null, locale: Locale): Paper {
  const facts = companyFacts(company)
  return {
    seller: {
      ...partyOf(company),
      legal: legalSentences(facts).join(' – '),
    },
    buyer: customer ? partyOf(customer) : null,
    accentColor: company.accent_color,
    usualVat: usualVat(company, customer),
    terms: describeTerms(termsOf(own, customer, company), locale),
    payTo: facts.iban === undefined ? null : { iban: facts.iban, bic: facts.bic ?? null },
    footer: company.footer_note,
  }
}

function usualVat(company: CompanyRow, customer: CustomerRow | undefined): Paper['usualVat'] {
  const code = (nature: Nature): string =>
    suggestTreatment({
      regime: company.vat_regime as VatRegime,
      customerKind: (customer?.kind ?? 'company') as CustomerKind,
      customerCountry: customer?.country ?? company.country,
      nature,
    })
  return { goods: code('goods'), service: code('service') }
}

function issuedPaper(document: NonNullable<StoredInvoice['document']>, company: CompanyRow): Paper {
  const { buyer, payment, paymentTerms = '', seller } = document
  return {
    seller: { ...partyOfDocument(seller), legal: seller.legalInformation ?? '' },
    buyer: partyOfDocument(buyer),
    accentColor: company.accent_color,
    usualVat: usualVat(company, undefined),
    terms: paymentTerms,
    payTo: payment?.iban === undefined ? null : { iban: payment.iban, bic: payment.bic ?? null },
    footer: company.footer_note,
  }
}

type PartyColumns = Pick<CompanyRow, 'name' | 'siren' | 'vat_number' | 'address_line1' | 'address_line2' | 'postcode' | 'city' | 'country'>

function partyOf(row: PartyColumns): PartyOut {
  return {
    name: row.name,
    siren: row.siren,
    vatNumber: row.vat_number,
    address: { line1: row.address_line1, line2: row.address_line2, postcode: row.postcode, city: row.city, country: row.country },
  }
}

function partyOfDocument({ address, legalId, name, vatNumber }: Party): PartyOut {
  return { name, siren: legalId?.value ?? null, vatNumber: vatNumber ?? null, address: wholeAddress(address) }
}

function wholeAddress({ city = '', country, line1 = '', line2 = '', postcode = '' }: Address): PartyOut['address'] {
  return { line1, line2, postcode, city, country }
}

/** Whom the document would be sent to, and what the customer owes already: asked while one decides whether to sell to them. */
export async function customerStanding(
  context: ReadContext,
  { contacts, customer }: Parties,
): Promise<z.input<typeof customerStandingOut> | null> {
  if (!customer) return null
  const items = await openItems(context, customer.id)
  const late = items.filter((item) => item.kind === 'instalment' && item.dueOn < context.today)
  return {
    recipient: billingContact(contacts)?.email || null,
    open: moneyText(sum(items.map((item) => item.openCents))),
    late: moneyText(sum(late.map((item) => item.openCents))),
    lateCount: new Set(late.map((item) => item.invoiceId)).size,
  }
}
