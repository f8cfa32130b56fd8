/** The rules only one category has: goods sent to another country of the Union, sales outside the scope of VAT, the Italian split payment. */
import type { ReadInvoice } from '../../../model.ts'
import { isBlank, type Rule, when } from '../../rule.ts'
import { bearings, type Place, PLACES, taxedParts } from './taxed.ts'

const hasRow = ({ vatBreakdown }: ReadInvoice, category: string): boolean =>
  vatBreakdown?.some((row) => row.category?.trim() === category) ?? false

const mixesRows = ({ vatBreakdown }: ReadInvoice): boolean => vatBreakdown?.some((row) => row.category?.trim() !== 'O') ?? false

/** What bears VAT at these places while the invoice is outside of its scope. */
const partsBeside = (invoice: ReadInvoice, places: readonly Place[]) =>
  taxedParts(invoice).filter((part) => places.includes(part.place) && part.category !== 'O')

/** Every country an invoice names: the published rule asks them all. */
const countries = ({ buyer, delivery, payee, seller, sellerTaxRepresentative, lines = [] }: ReadInvoice): readonly string[] =>
  [
    ...[seller, buyer, payee, sellerTaxRepresentative, delivery].map((party) => party?.address?.country),
    ...lines.map(({ item }) => item?.originCountry),
  ].filter((country) => country !== undefined)

export const specialRules: readonly Rule[] = [
  {
    id: 'BR-IC-11',
    term: 'BT-72',
    severity: 'fatal',
    path: 'delivery.deliveredOn',
    breaches: (invoice, syntax) => {
      const { delivery, period, vatPointCode } = invoice
      // In UBL the VAT point stands among the dates of the period, and the published rule takes it for one.
      const hasPeriod = period?.from !== undefined || period?.to !== undefined || (syntax === 'UBL' && vatPointCode !== undefined)
      return when(hasRow(invoice, 'K') && isBlank(delivery?.deliveredOn) && !hasPeriod)
    },
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
    breaches: (invoice, syntax) =>
      when(hasRow(invoice, 'O') && (mixesRows(invoice) || (syntax === 'CII' && partsBeside(invoice, ['line']).length > 0))),
    fr: 'Une vente hors du champ de la TVA ne peut pas être mêlée à une autre sur la même facture.',
    en: 'A sale outside the scope of VAT cannot be mixed with another on the same invoice.',
  },
  ...PLACES.map(({ place, category, fr, en }, index): Rule => ({
    id: `BR-O-${index + 12}`,
    term: category,
    severity: 'fatal',
    path: 'lines',
    // For CII the same is published for rows and lines, and for allowances and charges.
    breaches: (invoice, syntax) => {
      if (!hasRow(invoice, 'O')) return []
      if (syntax === 'CII' && place === 'line' && mixesRows(invoice)) return [{ path: 'vatBreakdown' }]
      const places = syntax === 'CII' && place !== 'line' ? (['allowance', 'charge'] as const) : [place]
      return partsBeside(invoice, places).map((part) => ({ path: `${part.path}.vat.category` }))
    },
    fr: `${fr} porte de la TVA alors que la facture est hors du champ de la TVA.`,
    en: `${en} bears VAT while the invoice is outside the scope of VAT.`,
  })),
  {
    id: 'BR-B-01',
    term: 'BT-151',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => when(bearings(invoice).has('B') && countries(invoice).some((country) => country !== 'IT')),
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
