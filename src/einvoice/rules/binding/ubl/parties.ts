/** UBL-SR: who stands in a UBL invoice, under how many names and numbers. */
import type { XmlElement } from '../../../xml/read.ts'
import { type BindingRule, childNamed, count, namesOf, textOf } from '../binding-rule.ts'
import { DOCUMENT, SELLER } from './places.ts'

const schemeOf = (scheme: XmlElement): string => textOf(childNamed(scheme, 'TaxScheme') ?? scheme, 'ID').toUpperCase()

/** Tax registrations of a party that have a number, of VAT or of another tax. */
function registrations(document: XmlElement, party: string, isVat: boolean): number {
  const accounting = childNamed(document, party)
  const schemes = (accounting && childNamed(accounting, 'Party')?.children.filter((child) => child.name === 'PartyTaxScheme')) ?? []
  return schemes.filter((scheme) => childNamed(scheme, 'CompanyID') && (schemeOf(scheme) === 'VAT') === isVat).length
}

const registrationRule = (id: string, term: string, party: string, isVat: boolean, fr: string, en: string): BindingRule => ({
  id,
  term,
  severity: 'fatal',
  at: DOCUMENT,
  breaks: (document) => registrations(document, party, isVat) > 1,
  found: (document) => String(registrations(document, party, isVat)),
  fr: `${fr} ne doit figurer qu’une fois, et figure {found} fois.`,
  en: `${en} may stand only once, and stands {found} times.`,
})

/** The payee has a name that is not the seller's. */
function isSomeoneElse(payee: XmlElement, root: XmlElement): boolean {
  const sellers = namesOf(root, `${SELLER}/PartyLegalEntity/RegistrationName`.split('/')).map((name) => name.text)
  return namesOf(payee, ['PartyName', 'Name']).some((name) => sellers.some((seller) => seller !== name.text))
}

/** Of a direct debit: not an identifier of the payee. */
const isCreditorId = (id: XmlElement): boolean => id.attributes['schemeID']?.toUpperCase() === 'SEPA'

const payeeRule = (id: string, term: string, path: string, fr: string, en: string): BindingRule => ({
  id,
  term,
  severity: 'fatal',
  at: DOCUMENT.map((document) => `${document}/PayeeParty`),
  breaks: (payee, root) => namesOf(payee, path.split('/')).filter((one) => !isCreditorId(one)).length > 1 || !isSomeoneElse(payee, root),
  found: () => '',
  fr: `${fr} ne doit figurer qu’une fois, et d’un bénéficiaire nommé autre que le vendeur.`,
  en: `${en} may stand only once, and of a named payee other than the seller.`,
})

export const partyRules: readonly BindingRule[] = [
  registrationRule('UBL-SR-12', 'BT-31', 'AccountingSupplierParty', true, 'Le numéro de TVA du vendeur', 'The VAT number of the seller'),
  registrationRule('UBL-SR-13', 'BT-32', 'AccountingSupplierParty', false, 'Le numéro fiscal du vendeur', 'The tax number of the seller'),
  registrationRule('UBL-SR-18', 'BT-48', 'AccountingCustomerParty', true, 'Le numéro de TVA du client', 'The VAT number of the buyer'),
  payeeRule('UBL-SR-19', 'BT-59', 'PartyName/Name', 'Le nom du bénéficiaire', 'The name of the payee'),
  payeeRule('UBL-SR-20', 'BT-60', 'PartyIdentification/ID', 'L’identifiant du bénéficiaire', 'The identifier of the payee'),
  payeeRule('UBL-SR-21', 'BT-61', 'PartyLegalEntity/CompanyID', 'L’identifiant légal du bénéficiaire', 'The legal identifier of the payee'),
  {
    id: 'UBL-SR-29',
    term: 'BT-90',
    severity: 'fatal',
    at: DOCUMENT,
    breaks: (document) =>
      [`${SELLER}/PartyIdentification/ID`, 'PayeeParty/PartyIdentification/ID']
        .flatMap((path) => namesOf(document, path.split('/')))
        .filter(isCreditorId).length > 1,
    found: () => '',
    fr: 'L’identifiant du créancier des prélèvements ne doit figurer qu’une fois.',
    en: 'The identifier of the creditor of direct debits may stand only once.',
  },
  {
    id: 'UBL-SR-42',
    term: 'BT-31',
    severity: 'fatal',
    at: DOCUMENT,
    breaks: (document) => count(document, `${SELLER}/PartyTaxScheme`) > 2,
    found: () => '',
    fr: 'Le vendeur a plus de deux immatriculations fiscales.',
    en: 'The seller has more than two tax registrations.',
  },
  {
    id: 'UBL-SR-53',
    term: 'BT-31',
    severity: 'fatal',
    at: ['PartyTaxScheme'],
    breaks: (scheme) => !childNamed(scheme, 'CompanyID') || count(scheme, 'TaxScheme/ID') === 0,
    found: (scheme) => textOf(scheme, 'CompanyID'),
    fr: 'Une immatriculation fiscale n’a pas de numéro, ou ne dit pas pour quel impôt.',
    en: 'A tax registration has no number, or does not say for which tax.',
  },
]
