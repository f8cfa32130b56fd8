/** The rules of the French layer that look at the file: what a model with one field for each term cannot show. */
import { isDay } from '#core/day'
import type { XmlElement } from '../../xml/read.ts'
import { SINGLE_OBJECTS } from '../french/kinds.ts'
import type { Severity } from '../rule.ts'
import { type BindingRule, childNamed, textOf } from './binding-rule.ts'

const GLOBAL_IDS: readonly (readonly [party: string, name: string, fr: string, en: string])[] = [
  ['SellerTradeParty', 'BT-29', 'du vendeur', 'of the seller'],
  ['BuyerTradeParty', 'BT-46', 'du client', 'of the buyer'],
  ['PayeeTradeParty', 'BT-60', 'du bénéficiaire', 'of the payee'],
  ['ApplicableHeaderTradeDelivery/ShipToTradeParty', 'BT-71', 'du lieu de livraison', 'of the place of delivery'],
  ['InvoiceeTradeParty', 'EXT-FR-FE-92', 'de l’adressé à', 'of the invoicee'],
  ['InvoicerTradeParty', 'EXT-FR-FE-115', 'du facturant', 'of the invoicer'],
  ['SalesAgentTradeParty', 'EXT-FR-FE-69', 'de l’agent du vendeur', 'of the sales agent'],
  ['BuyerAgentTradeParty', 'EXT-FR-FE-06', 'de l’agent du client', 'of the buyer’s agent'],
  [
    'SpecifiedLineTradeDelivery/ShipToTradeParty',
    'EXT-FR-FE-146',
    'du lieu de livraison d’une ligne',
    'of the place of delivery of a line',
  ],
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

/**
 * All are published as fatal; but for UBL, and for the lines of a CII, the published check looks where a schema lets stand only one, and can
 * never fail: platforms take such invoices.
 */
const objectRules = (
  header: readonly [severity: Severity, at: readonly string[]],
  lines: readonly string[],
  schemeOf: typeof ciiScheme,
): BindingRule[] =>
  (
    [
      ['BR-FR-29_BT-18', 'BT-18', ...header],
      ['BR-FR-30_BT-128', 'BT-128', 'warning', lines],
    ] as const
  ).map(([id, term, severity, at]) => ({
    id,
    term,
    severity,
    at,
    breaks: (group) => repeatedObjects(group, schemeOf).length > 0,
    found: (group) => repeatedObjects(group, schemeOf).join(', '),
    fr: 'L’objet facturé de sorte {found} ne doit figurer qu’une fois.',
    en: 'The invoiced object of kind {found} may appear only once.',
  }))

/** BR-FR-29 and 30: an object of these kinds has an identifier. */
const emptyObjectRules = (
  number: '29' | '30',
  term: string,
  at: readonly string[],
  schemeOf: (id: XmlElement, document?: XmlElement) => string | undefined,
) =>
  SINGLE_OBJECTS.map((kind): BindingRule => ({
    id: `BR-FR-${number}_${kind}`,
    term,
    severity: 'fatal',
    at,
    breaks: (id, _, ancestors) => id.text.trim() === '' && schemeOf(id, ancestors.at(-1)) === kind,
    found: () => '',
    fr: `L’objet facturé de sorte ${kind} n’a pas d’identifiant.`,
    en: `The invoiced object of kind ${kind} has no identifier.`,
  }))

const ownScheme = (id: XmlElement): string | undefined => id.attributes['schemeID']

/** BR-FR-27: what names an attribute of an item is not empty. */
const emptyAttributeRule = (name: string, element: string): BindingRule => ({
  id: `BR-FR-27_${name}`,
  term: 'BT-160',
  severity: 'fatal',
  at: [`ApplicableProductCharacteristic/${element}`],
  breaks: ({ text }) => text.trim() === '',
  found: () => '',
  fr: 'Le nom ou le code d’une caractéristique d’article est vide.',
  en: 'The name or the code of an attribute of an item is empty.',
})

export const frenchUblRules: readonly BindingRule[] = [
  ...objectRules(['warning', ['/Invoice', '/CreditNote']], ['InvoiceLine', 'CreditNoteLine'], ublScheme),
  ...emptyObjectRules('29', 'BT-18', ['/Invoice/AdditionalDocumentReference/ID', '/CreditNote/AdditionalDocumentReference/ID'], ownScheme),
  ...emptyObjectRules('30', 'BT-128', ['InvoiceLine/DocumentReference/ID', 'CreditNoteLine/DocumentReference/ID'], ownScheme),
]

export const frenchCiiRules: readonly BindingRule[] = [
  ...objectRules(['fatal', ['ApplicableHeaderTradeAgreement']], ['SpecifiedLineTradeSettlement'], ciiScheme),
  ...emptyObjectRules(
    '29',
    'BT-18',
    ['ApplicableHeaderTradeAgreement/AdditionalReferencedDocument/IssuerAssignedID'],
    (_, document) => document && ciiScheme(document),
  ),
  emptyAttributeRule('BT-160', 'Description'),
  emptyAttributeRule('EXT-FR-FE-159', 'TypeCode'),
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
