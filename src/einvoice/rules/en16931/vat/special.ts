/** The rules only one category has: goods sent to another country of the Union, and sales outside the scope of VAT. */
import type { Invoice } from '../../../model.ts'
import { isBlank, type Rule, when } from '../../rule.ts'
import { PLACES, taxedParts } from './taxed.ts'

const hasRow = ({ vatBreakdown }: Invoice, category: string): boolean => vatBreakdown.some((row) => row.category === category)

export const specialRules: readonly Rule[] = [
  {
    id: 'BR-IC-11',
    term: 'BT-72',
    severity: 'fatal',
    path: 'delivery.deliveredOn',
    breaches: (invoice) =>
      when(
        hasRow(invoice, 'K') &&
          invoice.delivery?.deliveredOn === undefined &&
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
    breaches: (invoice) => when(hasRow(invoice, 'K') && isBlank(invoice.delivery?.address?.country)),
    fr: 'Une livraison intracommunautaire demande le pays de livraison.',
    en: 'An intra-community supply needs the country of delivery.',
  },
  {
    id: 'BR-O-11',
    term: 'BG-23',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: (invoice) => when(hasRow(invoice, 'O') && invoice.vatBreakdown.some((row) => row.category !== 'O')),
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
]
