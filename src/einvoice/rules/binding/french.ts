/** The rules of the French layer that look at the file: what a model with one field for each term cannot show. */
import { isDay } from '#core/day'
import type { XmlElement } from '../../xml/read.ts'
import { SINGLE_OBJECTS } from '../french/kinds.ts'
import { type BindingRule, childNamed, textOf } from './binding-rule.ts'

const GLOBAL_IDS: readonly (readonly [party: string, name: string, fr: string, en: string])[] = [
  ['SellerTradeParty', 'BT-29', 'du vendeur', 'of the seller'],
  ['BuyerTradeParty', 'BT-46', 'du client', 'of the buyer'],
  ['PayeeTradeParty', 'BT-60', 'du bénéficiaire', 'of the payee'],
  ['ShipToTradeParty', 'BT-71', 'du lieu de livraison', 'of the place of delivery'],
  ['InvoiceeTradeParty', 'EXT-FR-FE-92', 'de l’adressé à', 'of the invoicee'],
]

const PERIOD = 'BillingSpecifiedPeriod'
const DELIVERED = 'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString'

const DATES: readonly (readonly [name: string, term: string, at: string])[] = [
  ['BT-2', 'BT-2', 'ExchangedDocument/IssueDateTime/DateTimeString'],
  ['BT-7', 'BT-7', 'ApplicableTradeTax/TaxPointDate/DateString'],
  ['BT-9', 'BT-9', 'SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString'],
  ['BT-26', 'BT-26', 'ApplicableHeaderTradeSettlement/InvoiceReferencedDocument/FormattedIssueDateTime/DateTimeString'],
  ['BT-72', 'BT-72', `ApplicableHeaderTradeDelivery/${DELIVERED}`],
  ['BT-73', 'BT-73', `ApplicableHeaderTradeSettlement/${PERIOD}/StartDateTime/DateTimeString`],
  ['BT-74', 'BT-74', `ApplicableHeaderTradeSettlement/${PERIOD}/EndDateTime/DateTimeString`],
  ['EXT-FR-FE-134', 'BT-134', `SpecifiedLineTradeSettlement/${PERIOD}/StartDateTime/DateTimeString`],
  ['EXT-FR-FE-135', 'BT-135', `SpecifiedLineTradeSettlement/${PERIOD}/EndDateTime/DateTimeString`],
  ['EXT-FR-FE-158', 'BG-25', `SpecifiedLineTradeDelivery/${DELIVERED}`],
]

const schemesOf = (party: XmlElement): string[] =>
  party.children.flatMap(({ name, attributes }) => (name === 'GlobalID' ? (attributes['schemeID'] ?? []) : []))

/** The kinds (AFL, AVV) that the invoiced objects of a group tell more than once. */
const repeatedObjects = (group: XmlElement, schemeOf: (document: XmlElement) => string | undefined): string[] => {
  const schemes = group.children.map(schemeOf)
  return SINGLE_OBJECTS.filter((single) => schemes.filter((scheme) => scheme === single).length > 1)
}

const ciiScheme = (document: XmlElement): string | undefined =>
  document.name === 'AdditionalReferencedDocument' ? textOf(document, 'ReferenceTypeCode') : undefined

const ublScheme = (document: XmlElement): string | undefined =>
  document.name.endsWith('DocumentReference') ? childNamed(document, 'ID')?.attributes['schemeID'] : undefined

const objectRules = (header: readonly string[], lines: readonly string[], schemeOf: typeof ciiScheme): BindingRule[] =>
  (
    [
      ['BR-FR-29_BT-18', 'BT-18', header],
      ['BR-FR-30_BT-128', 'BT-128', lines],
    ] as const
  ).map(([id, term, at]) => ({
    id,
    term,
    severity: 'fatal',
    at,
    breaks: (group) => repeatedObjects(group, schemeOf).length > 0,
    found: (group) => repeatedObjects(group, schemeOf).join(', '),
    fr: 'L’objet facturé de sorte {found} ne doit figurer qu’une fois.',
    en: 'The invoiced object of kind {found} may appear only once.',
  }))

export const frenchUblRules: readonly BindingRule[] = objectRules(['/Invoice', '/CreditNote'], ['InvoiceLine', 'CreditNoteLine'], ublScheme)

export const frenchCiiRules: readonly BindingRule[] = [
  ...objectRules(['ApplicableHeaderTradeAgreement'], ['SpecifiedLineTradeSettlement'], ciiScheme),
  ...GLOBAL_IDS.map(([party, name, fr, en]): BindingRule => ({
    id: `BR-FR-CO-10_${name}-1`,
    term: name.startsWith('BT') ? name : 'BT-29',
    severity: 'fatal',
    at: [`${party}/GlobalID`],
    breaks: (id) => (id.attributes['schemeID'] ?? '').trim() === '',
    fr: `L’identifiant {found} ${fr} doit dire sa nature (SIRET, GLN…).`,
    en: `The identifier {found} ${en} must say its kind (SIRET, GLN…).`,
  })),
  ...GLOBAL_IDS.map(([party, name, fr, en]): BindingRule => ({
    id: `BR-FR-CO-10_${name}-2`,
    term: name.startsWith('BT') ? name : 'BT-29',
    severity: 'fatal',
    at: [party],
    breaks: (element) => {
      const schemes = schemesOf(element)
      return new Set(schemes).size < schemes.length
    },
    found: (element) => schemesOf(element).join(', '),
    fr: `Deux identifiants ${fr} sont de même nature ({found}) : chaque nature ne vient qu’une fois.`,
    en: `Two identifiers ${en} are of the same kind ({found}): each kind may come only once.`,
  })),
  // A real day written with dashes is a day of the model; CII wants it without.
  ...DATES.map(([name, term, at]): BindingRule => ({
    id: `BR-FR-03_${name}`,
    term,
    severity: 'fatal',
    at: [at],
    breaks: ({ text, attributes }) => attributes['format'] === '102' && isDay(text.trim()),
    fr: 'La date {found} n’est pas écrite AAAAMMJJ.',
    en: 'The date {found} is not written YYYYMMDD.',
  })),
]
