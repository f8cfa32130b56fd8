/** Seller and buyer of the e-invoice, from the facts of company and customer. */
import { decimalText } from '#core/money'
import { formatDecimal } from '#core/text'
import type { Identifier, Party, PartyContact } from '#einvoice'
import type { CompanyFacts, DocumentFacts } from './document-facts.ts'
import { flowOf } from './frame.ts'

/** BR-O-02: what is out of the scope of VAT bears no VAT number in the XML; the paper still prints the seller's, among its legal facts. */
export function isOutOfScope({ lines }: Pick<DocumentFacts, 'lines'>): boolean {
  return lines.some((line) => line.vat.category === 'O')
}

export function sellerOf(facts: Pick<DocumentFacts, 'company' | 'lines'>): Party {
  const { company } = facts
  const { siren, siret, vatNumber, tradingName, email, phone } = company
  return {
    name: company.name,
    ...(tradingName === undefined ? {} : { tradingName }),
    ...siretIdentifier(siret),
    legalId: { scheme: '0002', value: siren },
    ...(isOutOfScope(facts) ? {} : vatNumber === undefined ? { taxRegistration: siren } : { vatNumber }),
    legalInformation: legalSentences(company).join(' – '),
    address: company.address,
    electronicAddress: company.electronicAddress ?? { scheme: '0225', value: siren },
    ...contactOf({ email, phone }),
  }
}

export function buyerOf(facts: Pick<DocumentFacts, 'company' | 'customer' | 'lines'>): Party {
  const { customer } = facts
  const { siren, siret, vatNumber, email, phone, contactName } = customer
  const isConsumer = customer.kind === 'consumer'
  return {
    name: customer.name,
    ...(isConsumer ? {} : siretIdentifier(siret)),
    ...(isConsumer || siren === undefined ? {} : { legalId: { scheme: '0002', value: siren } }),
    ...(isConsumer || isOutOfScope(facts) || vatNumber === undefined ? {} : { vatNumber }),
    address: customer.address,
    electronicAddress: buyerAddress(facts),
    ...contactOf({ name: contactName, email, phone }),
  }
}

/**
 * BT-49 is demanded of everybody (BR-FR-12): between French businesses the address in the directory, by default the SIREN (BR-FR-21/22); of the others
 * their e-mail. Whoever has none is handed the paper, and the seller's own address fills the field.
 */
function buyerAddress({ company, customer }: Pick<DocumentFacts, 'company' | 'customer'>): Identifier {
  if (customer.electronicAddress !== undefined) return customer.electronicAddress
  if (flowOf({ kind: customer.kind, country: customer.address.country }) === 'B2B' && customer.siren !== undefined) {
    return { scheme: '0225', value: customer.siren }
  }
  const email = customer.email ?? company.email
  return email === undefined ? { scheme: '0225', value: company.siren } : { scheme: 'EM', value: email }
}

/** C. com. art. R123-237: form and capital, then the trade register. */
export function legalSentences(company: CompanyFacts): readonly string[] {
  return [formAndCapital(company), registration(company)].filter((sentence) => sentence !== undefined)
}

export function formAndCapital({ legalForm, shareCapitalCents }: CompanyFacts): string | undefined {
  if (legalForm === undefined || shareCapitalCents === undefined) return legalForm
  const capital = formatDecimal(decimalText(shareCapitalCents, 2).replace(/\.00$/, ''), 'fr')
  return `${legalForm} au capital de ${capital}\u00a0€`
}

/** Nothing while the company has not given its number. */
export function registration({ siren, rcsCity }: CompanyFacts): string | undefined {
  if (siren === '') return undefined
  const spaced = siren.replace(/(\d{3})(?=\d)/g, '$1 ')
  return rcsCity === undefined ? `SIREN ${spaced}` : `RCS ${rcsCity} ${spaced}`
}

function siretIdentifier(siret: string | undefined): { identifiers?: readonly Identifier[] } {
  return siret === undefined ? {} : { identifiers: [{ scheme: '0009', value: siret }] }
}

type MaybeContact = { readonly [field in keyof PartyContact]: PartyContact[field] | undefined }

function contactOf({ name, phone, email }: MaybeContact): { contact?: PartyContact } {
  const contact = {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  }
  return Object.keys(contact).length === 0 ? {} : { contact }
}
