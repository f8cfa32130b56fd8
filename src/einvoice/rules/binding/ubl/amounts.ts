/** Totals, periods, lines and attachments of a UBL file, beyond what the model of an invoice shows. */
import type { XmlElement } from '../../../xml/read.ts'
import { figure, roundToCent, sumOf } from '../../figures.ts'
import { type BindingRule, childNamed, count, namesOf, textOf } from '../binding-rule.ts'
import { DOCUMENT, LINES } from './places.ts'

/** An amount has cents; prices, and what is taken off them, may have more. */
const hasManyDecimals = (text: string): boolean => {
  const point = text.indexOf('.')
  return point >= 0 && text.length - point - 1 > 2
}

/** VAT rows that are numbers, added up and rounded; `undefined` when one of them is none. */
function rowsOf(total: XmlElement): bigint | undefined {
  return sumOf(namesOf(total, ['TaxSubtotal', 'TaxAmount']).map(({ text }) => text))
}

export const amountRules: readonly BindingRule[] = [
  {
    id: 'BR-CO-14',
    term: 'BT-110',
    severity: 'fatal',
    at: DOCUMENT.map((document) => `${document}/TaxTotal`),
    breaks: (total) => {
      if (!childNamed(total, 'TaxSubtotal')) return false
      const amount = childNamed(total, 'TaxAmount')
      if (!amount) return true
      const [found, expected] = [figure(amount.text), rowsOf(total)]
      return found !== undefined && expected !== undefined && found !== roundToCent(expected)
    },
    found: (total) => textOf(total, 'TaxAmount'),
    fr: 'Le total de TVA ({found}) n’est pas la somme de la TVA de chaque taux.',
    en: 'The VAT total ({found}) is not the sum of the VAT of each rate.',
  },
  {
    id: 'BR-CO-15',
    term: 'BT-110',
    severity: 'fatal',
    at: DOCUMENT,
    breaks: (document) => {
      const currency = childNamed(document, 'DocumentCurrencyCode')?.text
      if (currency === undefined) return false
      return namesOf(document, ['TaxTotal', 'TaxAmount']).filter(({ attributes }) => attributes['currencyID'] === currency).length !== 1
    },
    found: () => '',
    fr: 'Le total de TVA dans la monnaie de la facture doit figurer une fois et une seule.',
    en: 'The VAT total in the invoice currency must stand once and only once.',
  },
  {
    id: 'BR-50',
    term: 'BT-84',
    severity: 'fatal',
    at: ['PaymentMeans'],
    breaks: (means) =>
      ['30', '58'].includes(textOf(means, 'PaymentMeansCode')) &&
      means.children.some((account) => account.name === 'PayeeFinancialAccount' && textOf(account, 'ID') === ''),
    found: () => '',
    fr: 'Le compte à créditer n’a pas de numéro.',
    en: 'The account to be credited has no number.',
  },
  {
    id: 'BR-CO-19',
    term: 'BG-14',
    severity: 'fatal',
    at: DOCUMENT.map((document) => `${document}/InvoicePeriod`),
    breaks: (period) => period.children.every(({ name }) => name !== 'StartDate' && name !== 'EndDate' && name !== 'DescriptionCode'),
    found: () => '',
    fr: 'La période facturée n’a ni début ni fin.',
    en: 'The invoiced period has neither a start nor an end.',
  },
  {
    id: 'BR-CO-20',
    term: 'BG-26',
    severity: 'fatal',
    at: LINES.map((line) => `${line}/InvoicePeriod`),
    breaks: (period) => !childNamed(period, 'StartDate') && !childNamed(period, 'EndDate'),
    found: () => '',
    fr: 'La période d’une ligne n’a ni début ni fin.',
    en: 'The period of a line has neither a start nor an end.',
  },
  {
    id: 'UBL-SR-07',
    term: 'BT-25',
    severity: 'fatal',
    at: ['BillingReference'],
    breaks: (reference) => count(reference, 'InvoiceDocumentReference/ID') === 0,
    found: () => '',
    fr: 'Une facture antérieure est citée sans son numéro.',
    en: 'A preceding invoice is referred to without its number.',
  },
  {
    id: 'UBL-SR-48',
    term: 'BT-151',
    severity: 'fatal',
    at: LINES,
    breaks: (line) => count(line, 'Item/ClassifiedTaxCategory') !== 1,
    found: (line) => String(count(line, 'Item/ClassifiedTaxCategory')),
    fr: 'Une ligne doit avoir une catégorie de TVA et une seule ; elle en a {found}.',
    en: 'A line must have one VAT category and only one; it has {found}.',
  },
  {
    id: 'UBL-DT-01',
    term: 'BT-131',
    severity: 'fatal',
    at: ['*'],
    breaks: ({ name, text }, _, ancestors) =>
      name.endsWith('Amount') && hasManyDecimals(text) && name !== 'PriceAmount' && ancestors.at(-2)?.name !== 'Price',
    fr: 'Le montant {found} a plus de deux décimales.',
    en: 'The amount {found} has more than two decimals.',
  },
  {
    id: 'UBL-DT-06',
    term: 'BT-125',
    severity: 'fatal',
    at: ['EmbeddedDocumentBinaryObject'],
    breaks: (attachment) => attachment.attributes['mimeCode'] === undefined,
    found: () => '',
    fr: 'Une pièce jointe ne dit pas de quelle sorte de fichier elle est.',
    en: 'An attachment does not say which kind of file it is.',
  },
  {
    id: 'UBL-DT-07',
    term: 'BT-125',
    severity: 'fatal',
    at: ['EmbeddedDocumentBinaryObject'],
    breaks: (attachment) => attachment.attributes['filename'] === undefined,
    found: () => '',
    fr: 'Une pièce jointe n’a pas de nom de fichier.',
    en: 'An attachment has no file name.',
  },
]
