/** Rules 02 to 07 of each category: which tax numbers a sale of that kind needs, and which rate its parts may carry. */
import type { Decimal, Invoice } from '../../../model.ts'
import { figure } from '../../figures.ts'
import { isBlank, type Rule, when } from '../../rule.ts'
import { CATEGORY_LAWS, type CategoryLaw } from './categories.ts'
import { PLACES, taxedParts } from './taxed.ts'

type Condition = { readonly holds: (invoice: Invoice) => boolean; readonly path: string; readonly fr: string; readonly en: string }

const hasSellerVat = ({ seller }: Invoice) => !isBlank(seller.vatNumber)
const hasSellerTax = (invoice: Invoice) => hasSellerVat(invoice) || !isBlank(invoice.seller.taxRegistration)
const hasBuyerVat = ({ buyer }: Invoice) => !isBlank(buyer.vatNumber)

/** The seller's tax representative (BT-63) would do too; the model has none yet. */
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
    holds: (invoice) => hasSellerTax(invoice) && (hasBuyerVat(invoice) || !isBlank(invoice.buyer.legalId?.value)),
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
  Record<CategoryLaw['rate'], { readonly fits: (rate: Decimal | undefined) => boolean; readonly fr: string; readonly en: string }>
> = {
  positive: {
    fits: (rate) => rate !== undefined && (figure(rate) ?? 1n) > 0n,
    fr: 'doit porter un taux de TVA supérieur à zéro',
    en: 'must carry a VAT rate above zero',
  },
  zero: {
    fits: (rate) => rate !== undefined && figure(rate) === 0n,
    fr: 'doit porter un taux de TVA de zéro',
    en: 'must carry a VAT rate of zero',
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
    breaches: (invoice) =>
      when(!condition.holds(invoice) && taxedParts(invoice).some((part) => part.place === place && part.category === law.code)),
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
    breaches: (invoice) =>
      taxedParts(invoice)
        .filter((part) => part.place === place && part.category === law.code && !rates.fits(part.rate))
        .map((part) => ({ path: `${part.path}.vat.rate` })),
    fr: `${fr} ${law.fr} ${rates.fr}.`,
    en: `${en} ${law.en} ${rates.en}.`,
  }))
}

export const conditionRules: readonly Rule[] = CATEGORY_LAWS.flatMap((law) => numberRules(law).concat(rateRules(law)))
