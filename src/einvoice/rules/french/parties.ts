/** BR-FR-09 to 13, 21 to 26, 32 and CO-10: how seller and buyer are identified and reached in the French network. */
import type { Identifier, Invoice, Party } from '../../model.ts'
import { type Breach, isBlank, type Rule, when, whereEach } from '../rule.ts'
import { FRENCH_ADDRESS, ROUTING_CODE, SELF_BILLED, SINGLE_TAXABLE_PERSON, SIREN, SIRET } from './kinds.ts'
import { isDomesticBusiness } from './notes.ts'

const MAX_ADDRESS_LENGTH = 125
const MAX_ROUTING_LENGTH = 100
const ADDRESS = /^[A-Za-z0-9+\-_.]+$/

type Side = 'seller' | 'buyer'
const SIDES = [
  { side: 'seller', fr: 'du vendeur', en: 'of the seller', identifiers: 'BT-29', legal: 'BT-30', address: 'BT-34' },
  { side: 'buyer', fr: 'du client', en: 'of the buyer', identifiers: 'BT-46', legal: 'BT-47', address: 'BT-49' },
] as const

const sirenOf = (party: Party): string | undefined => (party.legalId?.scheme === SIREN ? party.legalId.value : undefined)
const isNineDigits = (text: string | undefined): boolean => text !== undefined && /^\d{9}$/.test(text)

const wrongSiret = (party: Party, { value }: Identifier): boolean => {
  const siren = sirenOf(party)
  return !/^\d{14}$/.test(value) || (siren !== undefined && !value.startsWith(siren))
}

function identifiersWhere(party: Party, side: Side, wrong: (id: Identifier) => boolean): readonly Breach[] {
  return whereEach(
    party.identifiers,
    (index) => `${side}.identifiers.${index}`,
    (id) => wrong(id) && { found: id.value },
  )
}

/** Without a scheme, or of a scheme already used. */
function doubtfulIdentifiers(party: Party, side: Side): readonly Breach[] {
  const schemes = party.identifiers?.map((id) => id.scheme) ?? []
  return whereEach(
    party.identifiers,
    (index) => `${side}.identifiers.${index}`,
    ({ scheme, value }) => (isBlank(scheme) || schemes.indexOf(scheme) !== schemes.lastIndexOf(scheme)) && { found: value },
  )
}

/** In a sale between French businesses the receiver is found by an address that begins with its SIREN. */
const unreachable = (party: Party): boolean => {
  const { scheme, value } = party.electronicAddress ?? {}
  return scheme !== FRENCH_ADDRESS || !value?.startsWith(sirenOf(party) ?? '')
}

const isSelfBilled = (invoice: Invoice): boolean => SELF_BILLED.has(invoice.typeCode)

const frenchAddress = (party: Party): string => (party.electronicAddress?.scheme === FRENCH_ADDRESS ? party.electronicAddress.value : '')

const bothSides: readonly Rule[] = SIDES.flatMap(({ side, fr, en, identifiers, legal, address }): Rule[] => [
  {
    id: 'BR-FR-09',
    term: identifiers,
    severity: 'fatal',
    path: `${side}.identifiers`,
    breaches: (invoice) => identifiersWhere(invoice[side], side, (id) => id.scheme === SIRET && wrongSiret(invoice[side], id)),
    fr: `Le SIRET ${fr} ({found}) doit avoir 14 chiffres et commencer par son SIREN.`,
    en: `The SIRET ${en} ({found}) must have 14 digits and begin with its SIREN.`,
  },
  {
    id: 'BR-FR-23',
    term: address,
    severity: 'fatal',
    path: `${side}.electronicAddress.value`,
    breaches: (invoice) => {
      const found = frenchAddress(invoice[side])
      return when(found !== '' && !ADDRESS.test(found), { found })
    },
    fr: `L’adresse électronique ${fr} ({found}) ne doit contenir que des lettres sans accent, des chiffres et + - _ . `.trim(),
    en: `The electronic address ${en} ({found}) may hold only unaccented letters, digits and + - _ . `.trim(),
  },
  {
    id: 'BR-FR-25',
    term: address,
    severity: 'fatal',
    path: `${side}.electronicAddress.value`,
    breaches: (invoice) => when(frenchAddress(invoice[side]).length > MAX_ADDRESS_LENGTH),
    fr: `L’adresse électronique ${fr} dépasse 125 caractères.`,
    en: `The electronic address ${en} is longer than 125 characters.`,
  },
  {
    id: 'BR-FR-24',
    term: identifiers,
    severity: 'fatal',
    path: `${side}.identifiers`,
    breaches: (invoice) => identifiersWhere(invoice[side], side, ({ scheme, value }) => scheme === ROUTING_CODE && !ADDRESS.test(value)),
    fr: `Le code de routage ${fr} ({found}) ne doit contenir que des lettres sans accent, des chiffres et + - _ . `.trim(),
    en: `The routing code ${en} ({found}) may hold only unaccented letters, digits and + - _ . `.trim(),
  },
  {
    id: 'BR-FR-26',
    term: identifiers,
    severity: 'fatal',
    path: `${side}.identifiers`,
    breaches: (invoice) =>
      identifiersWhere(invoice[side], side, ({ scheme, value }) => scheme === ROUTING_CODE && value.length > MAX_ROUTING_LENGTH),
    fr: `Le code de routage ${fr} ({found}) dépasse 100 caractères.`,
    en: `The routing code ${en} ({found}) is longer than 100 characters.`,
  },
  {
    id: 'BR-FR-32',
    term: legal,
    severity: 'fatal',
    path: `${side}.legalId.value`,
    breaches: (invoice) => {
      const { scheme, value } = invoice[side].legalId ?? {}
      return when((scheme === SIREN || scheme === SINGLE_TAXABLE_PERSON) && !isNineDigits(value), { found: value ?? '' })
    },
    fr: `Le SIREN ${fr} ({found}) doit avoir 9 chiffres.`,
    en: `The SIREN ${en} ({found}) must have 9 digits.`,
  },
  {
    id: 'BR-FR-CO-10',
    term: identifiers,
    severity: 'fatal',
    path: `${side}.identifiers`,
    breaches: (invoice) => doubtfulIdentifiers(invoice[side], side),
    fr: `L’identifiant {found} ${fr} doit dire sa nature (SIRET, GLN…), et chaque nature ne vient qu’une fois.`,
    en: `The identifier {found} ${en} must say its kind (SIRET, GLN…), and each kind may come only once.`,
  },
])

export const partyRules: readonly Rule[] = [
  ...bothSides,
  {
    id: 'BR-FR-10',
    term: 'BT-30',
    severity: 'fatal',
    path: 'seller.legalId',
    breaches: ({ seller }) => when(!isNineDigits(sirenOf(seller))),
    fr: 'Le SIREN du vendeur manque ou n’a pas 9 chiffres.',
    en: 'The SIREN of the seller is missing or does not have 9 digits.',
  },
  {
    id: 'BR-FR-11',
    term: 'BT-47',
    severity: 'fatal',
    path: 'buyer.legalId',
    breaches: (invoice) => when(isDomesticBusiness(invoice) && !isNineDigits(sirenOf(invoice.buyer))),
    fr: 'Le SIREN du client manque : il est obligatoire pour une entreprise française.',
    en: 'The SIREN of the buyer is missing: it is mandatory for a French business.',
  },
  {
    id: 'BR-FR-12',
    term: 'BT-49',
    severity: 'fatal',
    path: 'buyer.electronicAddress',
    breaches: ({ buyer }) => when(isBlank(buyer.electronicAddress?.value)),
    fr: 'L’adresse électronique du client manque (adresse de facturation, ou à défaut son courriel).',
    en: 'The electronic address of the buyer is missing (e-invoicing address, or else an e-mail).',
  },
  {
    id: 'BR-FR-13',
    term: 'BT-34',
    severity: 'fatal',
    path: 'seller.electronicAddress',
    breaches: ({ seller }) => when(isBlank(seller.electronicAddress?.value)),
    fr: 'L’adresse électronique du vendeur manque (adresse de facturation, ou à défaut son courriel).',
    en: 'The electronic address of the seller is missing (e-invoicing address, or else an e-mail).',
  },
  {
    id: 'BR-FR-21',
    term: 'BT-49',
    severity: 'fatal',
    path: 'buyer.electronicAddress',
    breaches: (invoice) => when(isDomesticBusiness(invoice) && !isSelfBilled(invoice) && unreachable(invoice.buyer)),
    fr: 'L’adresse électronique d’un client français doit être une adresse de l’annuaire et commencer par son SIREN.',
    en: 'The electronic address of a French business must be one of the directory and begin with its SIREN.',
  },
  {
    id: 'BR-FR-22',
    term: 'BT-34',
    severity: 'fatal',
    path: 'seller.electronicAddress',
    breaches: (invoice) => when(isDomesticBusiness(invoice) && isSelfBilled(invoice) && unreachable(invoice.seller)),
    fr: 'En autofacturation, l’adresse électronique du vendeur doit être une adresse de l’annuaire et commencer par son SIREN.',
    en: 'In self-billing, the electronic address of the seller must be one of the directory and begin with its SIREN.',
  },
]
