/** CII-SR and CII-DT, those that are fatal (CEN/TS 16931-3-3), and what only the file shows of other rules. */
import type { XmlElement } from '../../../xml/read.ts'
import { type BindingRule, childNamed, namesOf, textOf } from '../binding-rule.ts'
import { dateRules } from './dates.ts'
import { documentRules } from './documents.ts'
import { forbiddenRules } from './forbidden.ts'
import { timesRules } from './times.ts'

function textsNamed(element: XmlElement, name: string, found: Set<string>): Set<string> {
  for (const child of element.children) {
    if (child.name === name) found.add(child.text)
    else if (child.children.length > 0) textsNamed(child, name, found)
  }
  return found
}

/** Of the settlement's groups of a name, what one of their elements says, without the white space around and within it. */
function textsOf(root: XmlElement, group: string, name: string): ReadonlySet<string> {
  const settlements = namesOf(root, ['SupplyChainTradeTransaction', 'ApplicableHeaderTradeSettlement', group, name])
  return new Set(settlements.map(({ text }) => text.trim().replaceAll(/\s+/g, ' ')))
}

export const ciiRules: readonly BindingRule[] = [
  ...timesRules,
  ...dateRules,
  ...documentRules,
  ...forbiddenRules,
  {
    id: 'CII-SR-046',
    term: 'BT-157',
    severity: 'fatal',
    at: ['SpecifiedTradeProduct/GlobalID'],
    breaks: (id) => id.attributes['schemeID'] === undefined,
    fr: 'Le code article {found} ne dit pas de quelle liste il vient.',
    en: 'The item code {found} does not say from which list it comes.',
  },
  {
    id: 'CII-SR-462',
    term: 'BT-8',
    severity: 'fatal',
    at: ['ApplicableHeaderTradeSettlement'],
    breaks: (settlement) => textsNamed(settlement, 'DueDateTypeCode', new Set()).size > 1,
    found: () => '',
    fr: 'L’exigibilité de la TVA est donnée par plusieurs codes différents.',
    en: 'The VAT point is given by several different codes.',
  },
  {
    id: 'CII-SR-467',
    term: 'BT-81',
    severity: 'fatal',
    at: ['/CrossIndustryInvoice'],
    breaks: (root) => textsOf(root, 'SpecifiedTradeSettlementPaymentMeans', 'TypeCode').size > 1,
    found: (root) => [...textsOf(root, 'SpecifiedTradeSettlementPaymentMeans', 'TypeCode')].join(', '),
    fr: 'La facture donne plusieurs moyens de paiement différents ({found}).',
    en: 'The invoice gives several different means of payment ({found}).',
  },
  {
    id: 'CII-SR-468',
    term: 'BT-82',
    severity: 'fatal',
    at: ['/CrossIndustryInvoice'],
    breaks: (root) => textsOf(root, 'SpecifiedTradeSettlementPaymentMeans', 'Information').size > 1,
    found: (root) => [...textsOf(root, 'SpecifiedTradeSettlementPaymentMeans', 'Information')].join(', '),
    fr: 'La facture nomme différemment son moyen de paiement ({found}).',
    en: 'The invoice names its means of payment in different ways ({found}).',
  },
  {
    id: 'CII-SR-470',
    term: 'BT-84',
    severity: 'fatal',
    at: ['PayeePartyCreditorFinancialAccount'],
    breaks: (account) => !childNamed(account, 'IBANID') && !childNamed(account, 'ProprietaryID'),
    found: () => '',
    fr: 'Le compte à créditer n’a pas de numéro.',
    en: 'The account to be credited has no number.',
  },
  {
    id: 'BR-62',
    term: 'BT-34',
    severity: 'fatal',
    at: ['SellerTradeParty/URIUniversalCommunication'],
    breaks: (address) => !childNamed(address, 'URIID'),
    found: () => '',
    fr: 'L’adresse électronique du vendeur est vide.',
    en: 'The electronic address of the seller is empty.',
  },
  {
    id: 'BR-63',
    term: 'BT-49',
    severity: 'fatal',
    at: ['BuyerTradeParty/URIUniversalCommunication'],
    breaks: (address) => !childNamed(address, 'URIID'),
    found: () => '',
    fr: 'L’adresse électronique du client est vide.',
    en: 'The electronic address of the buyer is empty.',
  },
  {
    id: 'BR-50',
    term: 'BT-84',
    severity: 'fatal',
    at: ['PayeePartyCreditorFinancialAccount'],
    breaks: (account) => !childNamed(account, 'IBANID') && !childNamed(account, 'ProprietaryID'),
    found: () => '',
    fr: 'Le compte à créditer n’a pas de numéro.',
    en: 'The account to be credited has no number.',
  },
  {
    id: 'BR-CO-15',
    term: 'BT-110',
    severity: 'fatal',
    at: ['ApplicableHeaderTradeSettlement'],
    breaks: (settlement) => {
      const currency = textOf(settlement, 'InvoiceCurrencyCode')
      const totals = settlement.children.filter(({ name }) => name === 'SpecifiedTradeSettlementHeaderMonetarySummation')
      const vat = totals.flatMap((total) => total.children.filter(({ name }) => name === 'TaxTotalAmount'))
      return vat.filter(({ attributes }) => attributes['currencyID'] === currency).length > 1
    },
    found: () => '',
    fr: 'Le total de TVA dans la monnaie de la facture figure plusieurs fois.',
    en: 'The VAT total in the invoice currency stands several times.',
  },
  {
    id: 'CII-DT-031',
    term: 'BT-5',
    severity: 'fatal',
    at: ['@currencyID'],
    breaks: ({ name }) => name !== 'TaxTotalAmount',
    found: ({ attributes }) => attributes['currencyID'] ?? '',
    fr: 'Seul le total de TVA dit sa monnaie ({found}) : les autres montants sont dans celle de la facture.',
    en: 'Only the VAT total says its currency ({found}): other amounts are in that of the invoice.',
  },
  {
    id: 'CII-DT-037',
    term: 'BT-118',
    severity: 'fatal',
    at: ['ApplicableTradeTax/TypeCode', 'CategoryTradeTax/TypeCode'],
    breaks: ({ text }) => text !== 'VAT',
    fr: 'La facture porte un autre impôt que la TVA (« {found} »).',
    en: 'The invoice bears a tax other than VAT (“{found}”).',
  },
]
