/**
 * The cases without VAT on the invoice, dated: franchise, reverse charge, other countries, margin, exemptions, suspension.
 * The wordings are those of CGI ann. II art. 242 nonies A, 12° to 15°, and of the articles named.
 */
import { parseDay } from '#core/day'
import type { BasisPoints } from '#core/quantity'
import type { VatTreatment } from './treatment.ts'

type Case = Omit<VatTreatment, 'rateBasisPoints' | 'natures' | 'territories' | 'audience' | 'requires' | 'validFrom'> &
  Partial<Pick<VatTreatment, 'natures' | 'territories' | 'audience' | 'requires'>> & { readonly from?: string }

/** The table's first day, when a case is older than anything one could invoice here. */
const LONG_AGO = '2000-01-01'

function treatmentOf({ from = LONG_AGO, ...row }: Case): VatTreatment {
  return {
    natures: ['goods', 'service'],
    territories: ['metropole', 'corse', 'dom'],
    audience: 'anyone',
    requires: [],
    ...row,
    rateBasisPoints: 0 as BasisPoints,
    validFrom: parseDay(from),
  }
}

const franchise: readonly Case[] = [
  {
    code: 'FRANCHISE',
    category: 'E',
    exemptionCode: 'VATEX-FR-FRANCHISE',
    wording: { fr: 'TVA non applicable, art. 293 B du CGI', en: 'VAT not applicable, art. 293 B of the French tax code (CGI)' },
    label: { fr: 'Franchise en base', en: 'Small-business exemption (franchise en base)' },
    source: 'CGI art. 293 B, 293 E',
  },
]

const reverseCharge: readonly Case[] = [
  {
    code: 'AE_BTP',
    category: 'AE',
    exemptionCode: 'VATEX-FR-AE',
    wording: { fr: 'Autoliquidation, art. 283, 2 nonies du CGI', en: 'Reverse charge, art. 283, 2 nonies of the CGI' },
    label: { fr: 'Autoliquidation, sous-traitance BTP', en: 'Reverse charge, construction subcontracting' },
    natures: ['service'],
    audience: 'business',
    requires: ['seller_vat_number', 'buyer_vat_number'],
    from: '2014-01-01',
    source: 'CGI art. 283, 2 nonies',
  },
  {
    code: 'AE_WASTE',
    category: 'AE',
    exemptionCode: 'VATEX-FR-AE',
    wording: { fr: 'Autoliquidation, art. 283, 2 sexies du CGI', en: 'Reverse charge, art. 283, 2 sexies of the CGI' },
    label: { fr: 'Autoliquidation, déchets neufs et matières de récupération', en: 'Reverse charge, waste and scrap' },
    audience: 'business',
    requires: ['seller_vat_number', 'buyer_vat_number'],
    from: '2008-01-01',
    source: 'CGI art. 283, 2 sexies',
  },
  {
    code: 'EU_SERVICES',
    category: 'AE',
    exemptionCode: 'VATEX-EU-AE',
    wording: {
      fr: 'Autoliquidation, art. 283, 2 du CGI et art. 196 de la directive 2006/112/CE',
      en: 'Reverse charge, art. 196 of Directive 2006/112/EC',
    },
    label: { fr: 'Service à une entreprise de l’Union européenne', en: 'Service to a business in the European Union' },
    natures: ['service'],
    audience: 'eu',
    requires: ['seller_vat_number', 'buyer_vat_number'],
    from: '2010-01-01',
    source: 'CGI art. 259, 1°, et 283, 2',
  },
]

const otherCountries: readonly Case[] = [
  {
    code: 'EU_GOODS',
    category: 'K',
    exemptionCode: 'VATEX-EU-IC',
    wording: {
      fr: 'Exonération de TVA, art. 262 ter, I du CGI',
      en: 'VAT exempt intra-Community supply, art. 138 of Directive 2006/112/EC',
    },
    label: { fr: 'Livraison intracommunautaire de biens', en: 'Intra-Community supply of goods' },
    natures: ['goods'],
    audience: 'eu',
    requires: ['seller_vat_number', 'buyer_vat_number', 'delivery_country', 'delivery_day'],
    source: 'CGI art. 262 ter, I',
  },
  {
    code: 'EXPORT_GOODS',
    category: 'G',
    exemptionCode: 'VATEX-EU-G',
    wording: { fr: 'Exonération de TVA, art. 262, I du CGI', en: 'VAT exempt export, art. 146 of Directive 2006/112/EC' },
    label: { fr: 'Exportation de biens', en: 'Export of goods' },
    natures: ['goods'],
    requires: ['seller_vat_number', 'delivery_country'],
    source: 'CGI art. 262, I',
  },
  {
    code: 'NON_EU_SERVICES',
    category: 'O',
    exemptionCode: 'VATEX-EU-O',
    wording: { fr: 'TVA non applicable, art. 259, 1° du CGI', en: 'Not subject to French VAT, art. 44 of Directive 2006/112/EC' },
    label: { fr: 'Service à une entreprise hors de l’Union européenne', en: 'Service to a business outside the European Union' },
    natures: ['service'],
    audience: 'abroad',
    requires: ['no_vat_numbers'],
    from: '2010-01-01',
    source: 'CGI art. 259, 1°',
  },
]

const margin: readonly Case[] = [
  {
    code: 'MARGIN_SECOND_HAND',
    category: 'E',
    exemptionCode: 'VATEX-EU-F',
    wording: { fr: 'Régime particulier – Biens d’occasion', en: 'Margin scheme – Second-hand goods' },
    label: { fr: 'TVA sur la marge, biens d’occasion', en: 'Margin scheme, second-hand goods' },
    natures: ['goods'],
    source: 'CGI art. 297 A',
  },
  {
    code: 'MARGIN_ART',
    category: 'E',
    exemptionCode: 'VATEX-EU-I',
    wording: { fr: 'Régime particulier – Objets d’art', en: 'Margin scheme – Works of art' },
    label: { fr: 'TVA sur la marge, objets d’art', en: 'Margin scheme, works of art' },
    natures: ['goods'],
    source: 'CGI art. 297 A',
  },
  {
    code: 'MARGIN_ANTIQUES',
    category: 'E',
    exemptionCode: 'VATEX-EU-J',
    wording: { fr: 'Régime particulier – Objets de collection et d’antiquité', en: 'Margin scheme – Collector’s items and antiques' },
    label: { fr: 'TVA sur la marge, collection et antiquités', en: 'Margin scheme, collector’s items and antiques' },
    natures: ['goods'],
    source: 'CGI art. 297 A',
  },
  {
    code: 'MARGIN_TRAVEL',
    category: 'E',
    exemptionCode: 'VATEX-EU-D',
    wording: { fr: 'Régime particulier – Agences de voyages', en: 'Margin scheme – Travel agents' },
    label: { fr: 'TVA sur la marge, agences de voyages', en: 'Margin scheme, travel agents' },
    natures: ['service'],
    source: 'CGI art. 266, 1, e',
  },
]

function exemption(article: string, code: string, suffix: string, fr: string, en: string, natures?: VatTreatment['natures']): Case {
  return {
    code,
    category: 'E',
    exemptionCode: `VATEX-FR-CGI${suffix}`,
    wording: { fr: `Exonération de TVA, art. ${article} du CGI`, en: `VAT exempt, art. ${article} of the French tax code (CGI)` },
    label: { fr: `Exonéré : ${fr}`, en: `Exempt: ${en}` },
    ...(natures === undefined ? {} : { natures }),
    source: `CGI art. ${article}`,
  }
}

const exemptions: readonly Case[] = [
  exemption('261, 4', 'EXEMPT_261_4', '261-4', 'santé, enseignement', 'health, teaching'),
  exemption('261, 5', 'EXEMPT_261_5', '261-5', 'opérations immobilières', 'real estate transactions', ['goods']),
  exemption('261, 7', 'EXEMPT_261_7', '261-7', 'organismes d’utilité générale', 'non-profit bodies'),
  exemption('261 C, 1°', 'EXEMPT_261C_1', '261C-1', 'opérations bancaires et financières', 'banking and finance', ['service']),
  exemption('261 C, 2°', 'EXEMPT_261C_2', '261C-2', 'assurance et courtage', 'insurance and brokerage', ['service']),
  exemption('261 D, 1°', 'EXEMPT_261D_1', '261D-1', 'location de terres et bâtiments agricoles', 'letting of farm land and buildings', [
    'service',
  ]),
  exemption('261 D, 2°', 'EXEMPT_261D_2', '261D-2', 'location de locaux nus', 'letting of unfurnished premises', ['service']),
  exemption('261 D, 4°', 'EXEMPT_261D_4', '261D-4', 'location de logements meublés', 'letting of furnished housing', ['service']),
]

const suspension: readonly Case[] = [
  {
    ...exemption('275', 'SUSPENSION_275', '275', 'achat en franchise (attestation AI2)', 'purchase under suspension (AI2 certificate)'),
    audience: 'business',
    requires: ['seller_vat_number'],
  },
  {
    ...exemption('277 A', 'SUSPENSION_277A', '277A', 'régime suspensif, entrepôt', 'tax warehouse', ['goods']),
    audience: 'business',
    requires: ['seller_vat_number'],
  },
]

const creditNotes: readonly Case[] = [
  {
    code: 'CREDIT_NET_OF_VAT',
    category: 'E',
    exemptionCode: 'VATEX-FR-CNWVAT',
    wording: { fr: 'Avoir net de taxe', en: 'Credit note net of VAT' },
    label: { fr: 'Avoir net de taxe', en: 'Credit note net of VAT' },
    requires: ['credit_note'],
    source: 'CGI art. 272, 1',
  },
]

export const EXEMPTIONS: readonly VatTreatment[] = [
  ...franchise,
  ...reverseCharge,
  ...otherCountries,
  ...margin,
  ...exemptions,
  ...suspension,
  ...creditNotes,
].map(treatmentOf)
