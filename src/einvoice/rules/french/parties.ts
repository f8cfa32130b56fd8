/** BR-FR-10 to 13, 21 to 25 and CO-14, 15: how the parties are reached in the French network. */
import type { ReadInvoice, ReadParty } from '../../model.ts'
import type { Syntax } from '../../reading.ts'
import { count } from '../binding/binding-rule.ts'
import { isBlank, type Rule, when } from '../rule.ts'
import { identifierRules } from './identifiers.ts'
import { FRENCH_ADDRESS, MEMBER_OF_SINGLE_TAXABLE_PERSON, SELF_BILLED, SINGLE_TAXABLE_PERSON } from './kinds.ts'
import { isDomesticBusiness, notesOf } from './notes.ts'
import { ADDRESS, isNineDigits, type Role, ROLES, sirenOf } from './roles.ts'

const MAX_ADDRESS_LENGTH = 125

const frenchAddress = (party: ReadParty | undefined): string | undefined =>
  party?.electronicAddress?.scheme === FRENCH_ADDRESS ? (party.electronicAddress.value ?? '') : undefined

function addressRules({ path, of, fr, en, address }: Role): Rule[] {
  if (address === undefined) return []
  const term = address.startsWith('BT') ? address : 'BT-34'
  return [
    {
      id: `BR-FR-23_${address}`,
      term,
      severity: 'fatal',
      path: `${path}.electronicAddress.value`,
      breaches: (invoice) => {
        const found = frenchAddress(of(invoice))
        return when(found !== undefined && !ADDRESS.test(found), { found: found ?? '' })
      },
      fr: `L’adresse électronique ${fr} ({found}) ne doit contenir que des lettres sans accent, des chiffres et + - _ ou point.`,
      en: `The electronic address ${en} ({found}) may hold only unaccented letters, digits and + - _ or a dot.`,
    },
    {
      id: `BR-FR-25_${address}`,
      term,
      severity: 'fatal',
      path: `${path}.electronicAddress.value`,
      breaches: (invoice) => when((of(invoice)?.electronicAddress?.value ?? '').length > MAX_ADDRESS_LENGTH),
      fr: `L’adresse électronique ${fr} dépasse 125 caractères.`,
      en: `The electronic address ${en} is longer than 125 characters.`,
    },
  ]
}

/** In a sale between French businesses the receiver is found by an address that begins with its SIREN. */
const isUnreachable = (party: ReadParty | undefined, syntax: Syntax): boolean => {
  const { scheme, value } = party?.electronicAddress ?? {}
  // For CII the published rule takes the legal identifier for a SIREN, whatever its kind.
  const siren = syntax === 'CII' ? party?.legalId?.value : sirenOf(party)
  return scheme !== FRENCH_ADDRESS || !value?.startsWith(siren ?? '')
}

const isSelfBilled = (invoice: ReadInvoice): boolean => SELF_BILLED.has(invoice.typeCode)

const isMember = ({ seller }: ReadInvoice): boolean =>
  seller?.legalId?.scheme === SINGLE_TAXABLE_PERSON ||
  (seller?.identifiers?.some(({ scheme }) => scheme === SINGLE_TAXABLE_PERSON) ?? false)

export const partyRules: readonly Rule[] = [
  ...identifierRules,
  ...ROLES.flatMap(addressRules),
  {
    id: 'BR-FR-10_BT-30',
    term: 'BT-30',
    severity: 'fatal',
    path: 'seller.legalId',
    // The published rule for UBL is silent when the seller has no legal entity at all.
    breaches: ({ seller }, _, reading) => {
      const hasEntity = reading?.syntax !== 'UBL' || count(reading.tree, 'AccountingSupplierParty/Party/PartyLegalEntity') > 0
      return when(hasEntity && !isNineDigits(sirenOf(seller)))
    },
    fr: 'Le SIREN du vendeur manque ou n’a pas 9 chiffres.',
    en: 'The SIREN of the seller is missing or does not have 9 digits.',
  },
  {
    id: 'BR-FR-11_BT-47',
    term: 'BT-47',
    severity: 'fatal',
    path: 'buyer.legalId',
    breaches: (invoice) => when(isDomesticBusiness(invoice) && !isNineDigits(sirenOf(invoice.buyer))),
    fr: 'Le SIREN du client manque : il est obligatoire pour une entreprise française.',
    en: 'The SIREN of the buyer is missing: it is mandatory for a French business.',
  },
  {
    id: 'BR-FR-12_BT-49',
    term: 'BT-49',
    severity: 'fatal',
    path: 'buyer.electronicAddress',
    breaches: ({ buyer }) => when(isBlank(buyer?.electronicAddress?.value)),
    fr: 'L’adresse électronique du client manque (adresse de facturation, ou à défaut son courriel).',
    en: 'The electronic address of the buyer is missing (e-invoicing address, or else an e-mail).',
  },
  {
    id: 'BR-FR-13_BT-34',
    term: 'BT-34',
    severity: 'fatal',
    path: 'seller.electronicAddress',
    breaches: ({ seller }) => when(isBlank(seller?.electronicAddress?.value)),
    fr: 'L’adresse électronique du vendeur manque (adresse de facturation, ou à défaut son courriel).',
    en: 'The electronic address of the seller is missing (e-invoicing address, or else an e-mail).',
  },
  {
    id: 'BR-FR-21_BT-49',
    term: 'BT-49',
    severity: 'fatal',
    path: 'buyer.electronicAddress',
    breaches: (invoice, syntax) => when(isDomesticBusiness(invoice) && !isSelfBilled(invoice) && isUnreachable(invoice.buyer, syntax)),
    fr: 'L’adresse électronique d’un client français doit être une adresse de l’annuaire et commencer par son SIREN.',
    en: 'The electronic address of a French business must be one of the directory and begin with its SIREN.',
  },
  {
    id: 'BR-FR-22_BT-34',
    term: 'BT-34',
    severity: 'fatal',
    path: 'seller.electronicAddress',
    breaches: (invoice, syntax) => when(isDomesticBusiness(invoice) && isSelfBilled(invoice) && isUnreachable(invoice.seller, syntax)),
    fr: 'En autofacturation, l’adresse électronique du vendeur doit être une adresse de l’annuaire et commencer par son SIREN.',
    en: 'In self-billing, the electronic address of the seller must be one of the directory and begin with its SIREN.',
  },
  {
    id: 'BR-FR-CO-14_BT-29-1',
    term: 'BT-22',
    severity: 'fatal',
    path: 'notes',
    breaches: (invoice) =>
      when(isMember(invoice) && !notesOf(invoice, 'TXD').some(({ text }) => text?.trim() === MEMBER_OF_SINGLE_TAXABLE_PERSON)),
    fr: 'Le vendeur est membre d’un assujetti unique : la note TXD doit le dire (MEMBRE_ASSUJETTI_UNIQUE).',
    en: 'The seller is a member of a single taxable person: the note TXD must say so (MEMBRE_ASSUJETTI_UNIQUE).',
  },
  {
    id: 'BR-FR-CO-15_BT-29-1',
    term: 'BT-63',
    severity: 'fatal',
    path: 'sellerTaxRepresentative.vatNumber',
    breaches: (invoice) => when(isMember(invoice) && isBlank(invoice.sellerTaxRepresentative?.vatNumber)),
    fr: 'Le vendeur est membre d’un assujetti unique : le numéro de TVA de celui-ci manque.',
    en: 'The seller is a member of a single taxable person: the VAT number of that person is missing.',
  },
]
