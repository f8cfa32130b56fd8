/** Seller, buyer, payee, tax representative and delivery: who they are, where, and how they are identified. */
import type { Identifier, Read, ReadInvoice, ReadParty } from '../../model.ts'
import { count } from '../binding/binding-rule.ts'
import { COUNTRIES } from '../codes/parties.ts'
import { type Breach, isBlank, type Rule, when } from '../rule.ts'

type Side = { readonly key: 'seller' | 'buyer' | 'sellerTaxRepresentative'; readonly fr: string; readonly en: string }
const SELLER: Side = { key: 'seller', fr: 'du vendeur', en: 'of the seller' }
const BUYER: Side = { key: 'buyer', fr: 'du client', en: 'of the buyer' }
const REPRESENTATIVE: Side = {
  key: 'sellerTaxRepresentative',
  fr: 'du représentant fiscal',
  en: 'of the tax representative',
}

/** Seller and buyer must be there; a tax representative only tells these when there is one. */
const isAwaited = (invoice: ReadInvoice, { key }: Side): boolean => key !== REPRESENTATIVE.key || invoice[key] !== undefined

function nameRule(id: string, term: string, side: Side): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: `${side.key}.name`,
    breaches: (invoice) => when(isAwaited(invoice, side) && isBlank(invoice[side.key]?.name)),
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
    breaches: (invoice) => when(isAwaited(invoice, side) && invoice[side.key]?.address === undefined),
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
    // The published rule for UBL is silent when there is no address at all.
    breaches: (invoice, syntax) => {
      const address = invoice[side.key]?.address
      return when(isAwaited(invoice, side) && (syntax === 'CII' || address !== undefined) && isBlank(address?.country))
    },
    fr: `Le pays ${side.fr} manque.`,
    en: `The country ${side.en} is missing.`,
  }
}

function schemeRule(id: string, term: string, side: Side): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: `${side.key}.electronicAddress.scheme`,
    breaches: (invoice) => {
      const address = invoice[side.key]?.electronicAddress
      return when(address !== undefined && address.scheme === undefined)
    },
    fr: `L’adresse électronique ${side.fr} ne dit pas de quelle sorte elle est.`,
    en: `The electronic address ${side.en} does not say of which kind it is.`,
  }
}

/** Greece begins its VAT numbers with EL. */
const beginsWithCountry = (number: string): boolean => COUNTRIES.has(number.slice(0, 2)) || number.startsWith('EL')

function vatPrefixRule(term: string, side: Side): Rule {
  return {
    id: 'BR-CO-09',
    term,
    severity: 'fatal',
    path: `${side.key}.vatNumber`,
    breaches: (invoice, syntax) => {
      const number = invoice[side.key]?.vatNumber
      if (number === undefined || (syntax === 'UBL' && number === '')) return []
      return when(!beginsWithCountry(number), { found: number })
    },
    fr: `Le numéro de TVA ${side.fr} ({found}) doit commencer par les deux lettres de son pays.`,
    en: `The VAT number ${side.en} ({found}) must begin with the two letters of its country.`,
  }
}

const hasIdentifier = (party: ReadParty): boolean =>
  party.legalId?.value !== undefined ||
  party.vatNumber !== undefined ||
  (party.identifiers?.some(({ value }) => value !== undefined) ?? false)

const sharesIdentifier = (a: readonly Read<Identifier>[] | undefined, b: readonly Read<Identifier>[] | undefined): boolean =>
  a?.some(({ value }) => value !== undefined && b?.some((other) => other.value === value)) ?? false

function payeeBreaches({ payee, seller }: ReadInvoice): readonly Breach[] {
  if (!payee) return []
  const isSeller = (payee.name !== undefined && payee.name === seller?.name) || sharesIdentifier(payee.identifiers, seller?.identifiers)
  return when(payee.name === undefined || isSeller)
}

export const partyRules: readonly Rule[] = [
  nameRule('BR-06', 'BT-27', SELLER),
  nameRule('BR-07', 'BT-44', BUYER),
  addressRule('BR-08', 'BG-5', SELLER),
  countryRule('BR-09', 'BT-40', SELLER),
  addressRule('BR-10', 'BG-8', BUYER),
  countryRule('BR-11', 'BT-55', BUYER),
  {
    id: 'BR-17',
    term: 'BT-59',
    severity: 'fatal',
    path: 'payee.name',
    breaches: payeeBreaches,
    fr: 'Le bénéficiaire du paiement doit être nommé, et seulement s’il n’est pas le vendeur.',
    en: 'The payee must be named, and only when it is not the seller.',
  },
  nameRule('BR-18', 'BT-62', REPRESENTATIVE),
  addressRule('BR-19', 'BG-12', REPRESENTATIVE),
  countryRule('BR-20', 'BT-69', REPRESENTATIVE),
  {
    id: 'BR-56',
    term: 'BT-63',
    severity: 'fatal',
    path: 'sellerTaxRepresentative.vatNumber',
    breaches: ({ sellerTaxRepresentative }) =>
      when(sellerTaxRepresentative !== undefined && sellerTaxRepresentative.vatNumber === undefined),
    fr: 'Le numéro de TVA du représentant fiscal manque.',
    en: 'The VAT number of the tax representative is missing.',
  },
  {
    id: 'BR-57',
    term: 'BT-80',
    severity: 'fatal',
    path: 'delivery.address.country',
    breaches: ({ delivery }, syntax) => {
      const address = delivery?.address
      if (!address) return []
      return when(syntax === 'CII' ? isBlank(address.country) : address.country === undefined)
    },
    fr: 'Le pays de livraison manque.',
    en: 'The country of delivery is missing.',
  },
  schemeRule('BR-62', 'BT-34', SELLER),
  schemeRule('BR-63', 'BT-49', BUYER),
  vatPrefixRule('BT-31', SELLER),
  vatPrefixRule('BT-48', BUYER),
  vatPrefixRule('BT-63', REPRESENTATIVE),
  {
    id: 'BR-CO-26',
    term: 'BT-29',
    severity: 'fatal',
    path: 'seller',
    breaches: ({ seller }, _, reading) => {
      const isThere = reading?.syntax === 'UBL' ? count(reading.tree, 'AccountingSupplierParty') > 0 : seller !== undefined
      return when(isThere && !hasIdentifier(seller ?? {}))
    },
    fr: 'Le vendeur n’a ni SIREN, ni numéro de TVA, ni autre identifiant.',
    en: 'The seller has neither a SIREN, nor a VAT number, nor another identifier.',
  },
]
