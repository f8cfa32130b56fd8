/** The rules only one category has: goods sent to another country of the Union, sales outside the scope of VAT, the Italian split payment. */
import type { ReadInvoice } from '../../../model.ts'
import { isBlank, type Rule, when } from '../../rule.ts'
import { bearings, PLACES, taxedParts } from './taxed.ts'

const hasRow = ({ vatBreakdown }: ReadInvoice, category: string): boolean =>
  vatBreakdown?.some((row) => row.category?.trim() === category) ?? false

export const specialRules: readonly Rule[] = [
  {
    id: 'BR-IC-11',
    term: 'BT-72',
    severity: 'fatal',
    path: 'delivery.deliveredOn',
    breaches: (invoice) =>
      when(
        hasRow(invoice, 'K') &&
          isBlank(invoice.delivery?.deliveredOn) &&
          invoice.period?.from === undefined &&
          invoice.period?.to === undefined,
      ),
    fr: 'Une livraison intracommunautaire demande la date de livraison ou la période facturée.',
    en: 'An intra-community supply needs the date of delivery or the invoiced period.',
  },
  {
    id: 'BR-IC-12',
    term: 'BT-80',
    severity: 'fatal',
    path: 'delivery.address.country',
    breaches: (invoice, syntax) => {
      const country = invoice.delivery?.address?.country
      return when(hasRow(invoice, 'K') && (syntax === 'CII' ? country === undefined : isBlank(country)))
    },
    fr: 'Une livraison intracommunautaire demande le pays de livraison.',
    en: 'An intra-community supply needs the country of delivery.',
  },
  {
    id: 'BR-O-11',
    term: 'BG-23',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: (invoice) => when(hasRow(invoice, 'O') && (invoice.vatBreakdown ?? []).some((row) => row.category?.trim() !== 'O')),
    fr: 'Une vente hors du champ de la TVA ne peut pas être mêlée à une autre sur la même facture.',
    en: 'A sale outside the scope of VAT cannot be mixed with another on the same invoice.',
  },
  ...PLACES.map(({ place, category, fr, en }, index): Rule => ({
    id: `BR-O-${index + 12}`,
    term: category,
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) =>
      hasRow(invoice, 'O')
        ? taxedParts(invoice)
            .filter((part) => part.place === place && part.category !== 'O')
            .map((part) => ({ path: `${part.path}.vat.category` }))
        : [],
    fr: `${fr} porte de la TVA alors que la facture est hors du champ de la TVA.`,
    en: `${en} bears VAT while the invoice is outside the scope of VAT.`,
  })),
  {
    id: 'BR-B-01',
    term: 'BT-151',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) =>
      when(
        bearings(invoice).has('B') &&
          (invoice.seller?.address?.country?.trim() !== 'IT' || invoice.buyer?.address?.country?.trim() !== 'IT'),
      ),
    fr: 'Le paiement scindé de la TVA n’existe qu’en Italie, entre un vendeur et un client italiens.',
    en: 'Split payment of VAT exists in Italy only, between an Italian seller and an Italian buyer.',
  },
  {
    id: 'BR-B-02',
    term: 'BT-151',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => when(bearings(invoice).has('B') && bearings(invoice).has('S')),
    fr: 'Le paiement scindé de la TVA ne peut pas être mêlé au taux normal sur la même facture.',
    en: 'Split payment of VAT cannot be mixed with the standard rate on the same invoice.',
  },
]
