/** Rules 02 to 07 of each category: which tax numbers a sale of that kind needs, and which rate its parts may carry. */
import type { ReadInvoice } from '../../../model.ts'
import type { Syntax } from '../../../reading.ts'
import { figure, isSignedZero } from '../../figures.ts'
import { type Rule, when } from '../../rule.ts'
import { CATEGORY_LAWS, type CategoryLaw } from './categories.ts'
import { bearings, PLACES, taxedParts } from './taxed.ts'

type Condition = { readonly holds: (invoice: ReadInvoice) => boolean; readonly path: string; readonly fr: string; readonly en: string }

/** The tax representative (BT-63) declares VAT in the name of the seller. */
const hasSellerVat = ({ seller, sellerTaxRepresentative }: ReadInvoice) =>
  seller?.vatNumber !== undefined || sellerTaxRepresentative?.vatNumber !== undefined
const hasSellerTax = (invoice: ReadInvoice) => hasSellerVat(invoice) || invoice.seller?.taxRegistration !== undefined
const hasBuyerVat = ({ buyer }: ReadInvoice) => buyer?.vatNumber !== undefined

const CONDITIONS: Readonly<Record<CategoryLaw['parties'], Condition>> = {
  'seller tax number': {
    holds: hasSellerTax,
    path: 'seller.vatNumber',
    fr: 'demande le numéro de TVA du vendeur, ou à défaut son SIREN comme numéro fiscal',
    en: 'needs the VAT number of the seller, or else its SIREN as tax number',
  },
  'seller VAT number': {
    holds: hasSellerVat,
    path: 'seller.vatNumber',
    fr: 'demande le numéro de TVA du vendeur',
    en: 'needs the VAT number of the seller',
  },
  'both VAT numbers': {
    holds: (invoice) => hasSellerVat(invoice) && hasBuyerVat(invoice),
    path: 'buyer.vatNumber',
    fr: 'demande les numéros de TVA du vendeur et du client',
    en: 'needs the VAT numbers of the seller and of the buyer',
  },
  'seller tax and buyer number': {
    holds: (invoice) => hasSellerTax(invoice) && (hasBuyerVat(invoice) || invoice.buyer?.legalId !== undefined),
    path: 'buyer.vatNumber',
    fr: 'demande le numéro de TVA du vendeur, et le numéro de TVA ou le SIREN du client',
    en: 'needs the VAT number of the seller, and the VAT number or the SIREN of the buyer',
  },
  'no VAT number': {
    holds: (invoice) => !hasSellerVat(invoice) && !hasBuyerVat(invoice),
    path: 'seller.vatNumber',
    fr: 'ne doit porter le numéro de TVA ni du vendeur ni du client',
    en: 'must carry the VAT number neither of the seller nor of the buyer',
  },
}

const RATES: Readonly<
  Record<
    CategoryLaw['rate'],
    { readonly fits: (rate: string | undefined, syntax: Syntax) => boolean; readonly fr: string; readonly en: string }
  >
> = {
  positive: {
    fits: (rate) => rate !== undefined && (figure(rate) ?? 1n) > 0n,
    fr: 'doit porter un taux de TVA supérieur à zéro',
    en: 'must carry a VAT rate above zero',
  },
  zero: {
    fits: (rate, syntax) =>
      rate !== undefined && (figure(rate) ?? 0n) === 0n && !(syntax === 'CII' && isSignedZero(rate) && rate.includes('.')),
    fr: 'doit porter un taux de TVA de zéro',
    en: 'must carry a VAT rate of zero',
  },
  any: {
    fits: (rate) => rate !== undefined && (figure(rate) ?? 0n) >= 0n,
    fr: 'doit porter un taux, de zéro ou plus',
    en: 'must carry a rate, of zero or more',
  },
  none: { fits: (rate) => rate === undefined, fr: 'ne doit porter aucun taux de TVA', en: 'must carry no VAT rate' },
}

function numberRules(law: CategoryLaw): Rule[] {
  const condition = CONDITIONS[law.parties]
  return PLACES.map(({ place, category, fr, en }, index) => ({
    id: `BR-${law.prefix}-0${index + 2}`,
    term: category,
    severity: 'fatal',
    path: condition.path,
    breaches: (invoice) => when(bearings(invoice).get(law.code)?.places.has(place) === true && !condition.holds(invoice)),
    fr: `${fr} ${law.fr} ${condition.fr}.`,
    en: `${en} ${law.en} ${condition.en}.`,
  }))
}

function rateRules(law: CategoryLaw): Rule[] {
  const rates = RATES[law.rate]
  return PLACES.map(({ place, rate, fr, en }, index) => ({
    id: `BR-${law.prefix}-0${index + 5}`,
    term: rate,
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice, syntax) =>
      bearings(invoice).get(law.code)?.places.has(place)
        ? taxedParts(invoice)
            .filter((part) => part.place === place && part.category === law.code && !rates.fits(part.rate, syntax))
            .map((part) => ({ path: `${part.path}.vat.rate` }))
        : [],
    fr: `${fr} ${law.fr} ${rates.fr}.`,
    en: `${en} ${law.en} ${rates.en}.`,
  }))
}

export const conditionRules: readonly Rule[] = CATEGORY_LAWS.flatMap((law) => numberRules(law).concat(rateRules(law)))
