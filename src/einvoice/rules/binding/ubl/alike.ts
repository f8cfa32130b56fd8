/** UBL-SR: what may stand several times, if it says the same, or for its kind alone. */
import type { XmlElement } from '../../../xml/read.ts'
import { type BindingRule, childNamed, count, namesOf, textOf } from '../binding-rule.ts'
import { DOCUMENT } from './places.ts'

const reasonsOf = (part: XmlElement): number => count(part, 'AllowanceChargeReason')
const indicatorOf = (part: XmlElement): string => textOf(part, 'ChargeIndicator')
const isOf = (part: XmlElement, values: readonly string[]): boolean => values.includes(indicatorOf(part))

const isInvoicedObject = (document: XmlElement): boolean => textOf(document, 'DocumentTypeCode') === '130'

function distinct(document: XmlElement, path: string, value: (element: XmlElement) => string | undefined): number {
  const values = namesOf(document, path.split('/')).map(value)
  return new Set(values.filter((found) => found !== undefined)).size
}

export const alikeRules: readonly BindingRule[] = [
  {
    id: 'UBL-SR-04',
    term: 'BT-18',
    severity: 'fatal',
    at: DOCUMENT,
    breaks: (document) =>
      document.children.filter((child) => child.name === 'AdditionalDocumentReference' && isInvoicedObject(child)).length > 1,
    found: () => '',
    fr: 'L’objet facturé ne doit figurer qu’une fois.',
    en: 'The invoiced object may stand only once.',
  },
  {
    id: 'UBL-CR-666',
    term: 'BT-18',
    severity: 'fatal',
    at: ['AdditionalDocumentReference'],
    breaks: (document) => isInvoicedObject(document) && childNamed(document, 'Attachment') !== undefined,
    found: (document) => textOf(document, 'ID'),
    fr: 'L’objet facturé ({found}) ne peut porter de pièce jointe.',
    en: 'The invoiced object ({found}) can have no attachment.',
  },
  {
    id: 'UBL-CR-673',
    term: 'BT-18',
    severity: 'fatal',
    at: ['AdditionalDocumentReference'],
    breaks: (document) => isInvoicedObject(document) && childNamed(document, 'DocumentDescription') !== undefined,
    found: (document) => textOf(document, 'DocumentDescription'),
    fr: 'L’objet facturé ne peut porter de description ({found}).',
    en: 'The invoiced object can have no description ({found}).',
  },
  {
    id: 'UBL-SR-27',
    term: 'BT-82',
    severity: 'fatal',
    at: ['PaymentMeans'],
    breaks: (means) => count(means, 'PaymentMeansCode') > 1,
    found: () => '',
    fr: 'Le moyen de paiement ne doit figurer qu’une fois.',
    en: 'The means of payment may stand only once.',
  },
  {
    id: 'UBL-SR-30',
    term: 'BT-97',
    severity: 'fatal',
    at: ['AllowanceCharge'],
    breaks: (part) => isOf(part, ['false', '0']) && reasonsOf(part) > 1,
    found: () => '',
    fr: 'Le motif d’une remise ne doit figurer qu’une fois.',
    en: 'The reason of an allowance may stand only once.',
  },
  {
    id: 'UBL-SR-31',
    term: 'BT-104',
    severity: 'fatal',
    at: ['AllowanceCharge'],
    breaks: (part) => isOf(part, ['true', '1']) && reasonsOf(part) > 1,
    found: () => '',
    fr: 'Le motif d’un frais ne doit figurer qu’une fois.',
    en: 'The reason of a charge may stand only once.',
  },
  {
    id: 'UBL-SR-43',
    term: 'BT-18',
    severity: 'fatal',
    at: ['AdditionalDocumentReference'],
    breaks: (document, root) => {
      const type = textOf(document, 'DocumentTypeCode')
      if (type === '130' || (root.name === 'CreditNote' && type === '50')) return false
      return childNamed(document, 'ID')?.attributes['schemeID'] !== undefined || childNamed(document, 'DocumentTypeCode') !== undefined
    },
    found: (document) => textOf(document, 'DocumentTypeCode'),
    fr: 'Seul l’objet facturé (type 130) porte un type et une sorte : une pièce jointe n’en porte pas ({found}).',
    en: 'Only the invoiced object (type 130) has a type and a kind: an attachment has none ({found}).',
  },
  {
    id: 'UBL-SR-44',
    term: 'BT-83',
    severity: 'fatal',
    at: DOCUMENT,
    breaks: (document) => distinct(document, 'PaymentMeans/PaymentID', (id) => id.text) > 1,
    found: () => '',
    fr: 'La facture donne plusieurs références de paiement différentes.',
    en: 'The invoice gives several different payment references.',
  },
  {
    id: 'UBL-SR-46',
    term: 'BT-82',
    severity: 'fatal',
    at: DOCUMENT,
    breaks: (document) =>
      namesOf(document, ['PaymentMeans', 'PaymentMeansCode']).filter(({ attributes }) => attributes['name'] !== undefined).length > 1,
    found: () => '',
    fr: 'La facture ne doit nommer en clair son moyen de paiement qu’une fois.',
    en: 'The invoice may name its means of payment in words only once.',
  },
  {
    id: 'UBL-SR-47',
    term: 'BT-81',
    severity: 'fatal',
    at: DOCUMENT,
    breaks: (document) => distinct(document, 'PaymentMeans/PaymentMeansCode', (code) => code.text) > 1,
    found: () => '',
    fr: 'La facture donne plusieurs moyens de paiement différents.',
    en: 'The invoice gives several different means of payment.',
  },
]
