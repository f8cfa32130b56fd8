/** Seller, buyer and delivery: who they are, where, and how they are identified. */
import type { Invoice, Party } from '../../model.ts'
import { type Facts, isBlank, type Rule, when } from '../rule.ts'

const COUNTRY = /^[A-Z]{2}$/
const VAT_PREFIX = /^[A-Z]{2}[0-9A-Za-z+*]+$/

const hasAddress = ({ address }: Party): boolean =>
  [address.line1, address.line2, address.line3, address.postcode, address.city, address.country].some((part) => !isBlank(part))

const vatWithoutCountry = (party: Party): boolean => party.vatNumber !== undefined && !VAT_PREFIX.test(party.vatNumber.replaceAll(' ', ''))

const found = (text: string | undefined): Facts => ({ found: text ?? '' })

type Side = { readonly key: 'seller' | 'buyer'; readonly fr: string; readonly en: string }
const SELLER: Side = { key: 'seller', fr: 'du vendeur', en: 'of the seller' }
const BUYER: Side = { key: 'buyer', fr: 'du client', en: 'of the buyer' }

function nameRule(id: string, term: string, side: Side): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: `${side.key}.name`,
    breaches: (invoice) => when(isBlank(invoice[side.key].name)),
    fr: `Le nom ${side.fr} manque.`,
    en: `The name ${side.en} is missing.`,
  }
}

function addressRule(id: string, term: string, side: Side): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: `${side.key}.address`,
    breaches: (invoice) => when(!hasAddress(invoice[side.key])),
    fr: `L’adresse ${side.fr} manque.`,
    en: `The address ${side.en} is missing.`,
  }
}

function countryRule(id: string, term: string, side: Side): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: `${side.key}.address.country`,
    breaches: (invoice) => when(!COUNTRY.test(invoice[side.key].address.country)),
    fr: `Le pays ${side.fr} manque ou n’est pas un code à deux lettres.`,
    en: `The country ${side.en} is missing or is not a two-letter code.`,
  }
}

function schemeRule(id: string, term: string, side: Side): Rule {
  const address = (invoice: Invoice) => invoice[side.key].electronicAddress
  return {
    id,
    term,
    severity: 'fatal',
    path: `${side.key}.electronicAddress.scheme`,
    breaches: (invoice) => when(!isBlank(address(invoice)?.value) && isBlank(address(invoice)?.scheme)),
    fr: `L’adresse électronique ${side.fr} ne dit pas de quelle sorte elle est.`,
    en: `The electronic address ${side.en} does not say of which kind it is.`,
  }
}

function vatPrefixRule(term: string, side: Side): Rule {
  return {
    id: 'BR-CO-09',
    term,
    severity: 'fatal',
    path: `${side.key}.vatNumber`,
    breaches: (invoice) => when(vatWithoutCountry(invoice[side.key]), found(invoice[side.key].vatNumber)),
    fr: `Le numéro de TVA ${side.fr} ({found}) doit commencer par les deux lettres de son pays.`,
    en: `The VAT number ${side.en} ({found}) must begin with the two letters of its country.`,
  }
}

export const partyRules: readonly Rule[] = [
  nameRule('BR-06', 'BT-27', SELLER),
  nameRule('BR-07', 'BT-44', BUYER),
  addressRule('BR-08', 'BG-5', SELLER),
  addressRule('BR-10', 'BG-8', BUYER),
  countryRule('BR-09', 'BT-40', SELLER),
  countryRule('BR-11', 'BT-55', BUYER),
  schemeRule('BR-62', 'BT-34', SELLER),
  schemeRule('BR-63', 'BT-49', BUYER),
  vatPrefixRule('BT-31', SELLER),
  vatPrefixRule('BT-48', BUYER),
  {
    id: 'BR-57',
    term: 'BT-80',
    severity: 'fatal',
    path: 'delivery.address.country',
    breaches: ({ delivery }) => when(delivery?.address !== undefined && !COUNTRY.test(delivery.address.country)),
    fr: 'Le pays de livraison manque ou n’est pas un code à deux lettres.',
    en: 'The country of delivery is missing or is not a two-letter code.',
  },
  {
    id: 'BR-CO-26',
    term: 'BT-29',
    severity: 'fatal',
    path: 'seller',
    breaches: ({ seller }) =>
      when(isBlank(seller.legalId?.value) && isBlank(seller.vatNumber) && !seller.identifiers?.some((id) => !isBlank(id.value))),
    fr: 'Le vendeur n’a ni SIREN, ni numéro de TVA, ni autre identifiant.',
    en: 'The seller has neither a SIREN, nor a VAT number, nor another identifier.',
  },
]
