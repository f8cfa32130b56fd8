/** The rates of VAT, dated. Allowed in e-invoices: BR-FR-16. */
import { type Day, parseDay } from '#core/day'
import { type BasisPoints, rateText } from '#core/quantity'
import { formatRate } from '#core/text'
import type { Territory, VatTreatment } from './treatment.ts'

type RateRow = {
  readonly code: string
  readonly rateBasisPoints: number
  readonly territories: readonly Territory[]
  readonly of: { readonly fr: string; readonly en: string }
  readonly from: string
  readonly to?: string
  readonly source: string
}

const metropoleAndCorsica = ['metropole', 'corse'] as const

const rows: readonly RateRow[] = [
  {
    code: 'FR_20',
    rateBasisPoints: 2000,
    territories: metropoleAndCorsica,
    of: { fr: 'taux normal', en: 'standard rate' },
    from: '2014-01-01',
    source: 'CGI art. 278',
  },
  {
    code: 'FR_10',
    rateBasisPoints: 1000,
    territories: metropoleAndCorsica,
    of: { fr: 'taux intermédiaire', en: 'intermediate rate' },
    from: '2014-01-01',
    source: 'CGI art. 278 bis, 279, 279-0 bis',
  },
  {
    code: 'FR_5_5',
    rateBasisPoints: 550,
    territories: metropoleAndCorsica,
    of: { fr: 'taux réduit', en: 'reduced rate' },
    from: '2014-01-01',
    source: 'CGI art. 278-0 bis, 278-0 bis A',
  },
  {
    code: 'FR_2_1',
    rateBasisPoints: 210,
    territories: metropoleAndCorsica,
    of: { fr: 'taux particulier', en: 'super-reduced rate' },
    from: '2014-01-01',
    source: 'CGI art. 281 quater à 281 nonies',
  },
  {
    code: 'CORSE_13',
    rateBasisPoints: 1300,
    territories: ['corse'],
    of: { fr: 'Corse, produits pétroliers', en: 'Corsica, petroleum products' },
    from: '2014-01-01',
    source: 'CGI art. 297, I, 1, 5°',
  },
  {
    code: 'CORSE_10',
    rateBasisPoints: 1000,
    territories: ['corse'],
    of: { fr: 'Corse, travaux immobiliers et autres', en: 'Corsica, building works and others' },
    from: '2014-01-01',
    source: 'CGI art. 297, I, 1, 6°',
  },
  {
    code: 'CORSE_2_1',
    rateBasisPoints: 210,
    territories: ['corse'],
    of: { fr: 'Corse, taux réduit', en: 'Corsica, reduced rate' },
    from: '2014-01-01',
    source: 'CGI art. 297, I, 1, 2°',
  },
  {
    code: 'CORSE_0_9',
    rateBasisPoints: 90,
    territories: ['corse'],
    of: { fr: 'Corse, spectacles et bétail', en: 'Corsica, shows and livestock' },
    from: '2014-01-01',
    source: 'CGI art. 297, I, 1, 1°',
  },
  {
    code: 'DOM_8_5',
    rateBasisPoints: 850,
    territories: ['dom'],
    of: { fr: 'Guadeloupe, Martinique, La Réunion, taux normal', en: 'Guadeloupe, Martinique, La Réunion, standard rate' },
    from: '2014-01-01',
    source: 'CGI art. 296, 1°, b',
  },
  {
    code: 'DOM_2_1',
    rateBasisPoints: 210,
    territories: ['dom'],
    of: { fr: 'Guadeloupe, Martinique, La Réunion, taux réduit', en: 'Guadeloupe, Martinique, La Réunion, reduced rate' },
    from: '2014-01-01',
    source: 'CGI art. 296, 1°, a',
  },
  {
    code: 'DOM_1_75',
    rateBasisPoints: 175,
    territories: ['dom'],
    of: { fr: 'Guadeloupe, Martinique, La Réunion, bétail', en: 'Guadeloupe, Martinique, La Réunion, livestock' },
    from: '2014-01-01',
    source: 'CGI art. 296 bis',
  },
  {
    code: 'DOM_1_05',
    rateBasisPoints: 105,
    territories: ['dom'],
    of: { fr: 'Guadeloupe, Martinique, La Réunion, presse et spectacles', en: 'Guadeloupe, Martinique, La Réunion, press and shows' },
    from: '2014-01-01',
    source: 'CGI art. 296 ter',
  },
  {
    code: 'FR_19_6',
    rateBasisPoints: 1960,
    territories: metropoleAndCorsica,
    of: { fr: 'ancien taux normal', en: 'former standard rate' },
    from: '2000-04-01',
    to: '2013-12-31',
    source: 'CGI art. 278',
  },
  {
    code: 'FR_7',
    rateBasisPoints: 700,
    territories: metropoleAndCorsica,
    of: { fr: 'ancien taux intermédiaire', en: 'former intermediate rate' },
    from: '2012-01-01',
    to: '2013-12-31',
    source: 'CGI art. 279',
  },
]

function treatmentOf(row: RateRow): VatTreatment {
  const rateBasisPoints = row.rateBasisPoints as BasisPoints
  const rate = rateText(rateBasisPoints)
  return {
    code: row.code,
    category: 'S',
    rateBasisPoints,
    label: { fr: `${formatRate(rate, 'fr')} (${row.of.fr})`, en: `${formatRate(rate, 'en')} (${row.of.en})` },
    natures: ['goods', 'service'],
    territories: row.territories,
    audience: 'anyone',
    requires: ['seller_vat_number'],
    validFrom: parseDay(row.from),
    ...(row.to === undefined ? {} : { validTo: parseDay(row.to) satisfies Day }),
    source: row.source,
  }
}

export const RATES: readonly VatTreatment[] = rows.map(treatmentOf)
