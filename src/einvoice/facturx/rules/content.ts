/** What the PDF shows and says, against the XML it carries. */
import { levelOf } from '../levels.ts'
import { printedSirets, printsAmount, printsText, tellsAmounts } from '../printed.ts'
import { type ContainerRule, type Facts, type Hybrid, when } from './rule.ts'

const country = (hybrid: Hybrid, who: 'seller' | 'buyer') => hybrid.invoice?.[who]?.address?.country

/** A profile that one country forbids between its own businesses. */
const forbidden =
  (level: string, where: string) =>
  (hybrid: Hybrid): readonly Facts[] => {
    const isUsed = (levelOf(hybrid.invoice?.guideline) ?? hybrid.container.words?.values.get('ConformanceLevel')) === level
    return when(isUsed && country(hybrid, 'seller') === where && country(hybrid, 'buyer') === where)
  }

/** The SIREN of whoever the invoice names: SIRET numbers printed begin with one of them. */
function sirens({ invoice }: Hybrid): string[] {
  const parties = [invoice?.seller, invoice?.buyer, invoice?.payee, invoice?.sellerTaxRepresentative]
  const identifiers = [...parties.map((party) => party?.legalId), ...parties.flatMap((party) => party?.identifiers ?? [])]
  const french = identifiers.filter((identifier) => identifier?.scheme === '0002' || identifier?.scheme === '0009')
  return french.map((identifier) => (identifier?.value ?? '').slice(0, 9)).filter((siren) => siren.length === 9)
}

export const contentRules: readonly ContainerRule[] = [
  {
    id: 'BR-HYBRID-15',
    pack: 'FACTUR-X',
    term: 'fx:ConformanceLevel',
    severity: 'warning',
    breaches: ({ container, invoice }) => {
      const [found, expected] = [container.words?.values.get('ConformanceLevel'), levelOf(invoice?.guideline)]
      // XRechnung is also sent as the profile it narrows.
      const agree = found === expected || (expected === 'XRECHNUNG' && found === 'EN 16931')
      return found === undefined || invoice === undefined || agree ? [] : [{ found, expected: expected ?? invoice.guideline ?? '—' }]
    },
    fr: 'Les métadonnées du PDF annoncent le profil « {found} », mais le XML suit « {expected} ».',
    en: 'The metadata of the PDF announces the profile “{found}”, but the XML follows “{expected}”.',
  },
  {
    id: 'BR-HYBRID-FR-01',
    pack: 'FACTUR-X',
    term: 'BT-24',
    severity: 'fatal',
    breaches: forbidden('XRECHNUNG', 'FR'),
    fr: 'Entre entreprises françaises, le profil XRECHNUNG est interdit.',
    en: 'Between French businesses, the profile XRECHNUNG is forbidden.',
  },
  {
    id: 'BR-HYBRID-DE-01',
    pack: 'FACTUR-X',
    term: 'BT-24',
    severity: 'fatal',
    breaches: forbidden('MINIMUM', 'DE'),
    fr: 'Entre entreprises allemandes, le profil MINIMUM est interdit.',
    en: 'Between German businesses, the profile MINIMUM is forbidden.',
  },
  {
    id: 'BR-HYBRID-DE-02',
    pack: 'FACTUR-X',
    term: 'BT-24',
    severity: 'fatal',
    breaches: forbidden('BASIC WL', 'DE'),
    fr: 'Entre entreprises allemandes, le profil BASIC WL est interdit.',
    en: 'Between German businesses, the profile BASIC WL is forbidden.',
  },
  {
    id: 'ENCOURS-PDF-07',
    pack: 'ENCOURS',
    term: 'BT-112',
    severity: 'warning',
    breaches: ({ container, invoice }) => {
      const gross = invoice?.totals?.gross
      return gross !== undefined && printsAmount(container.text, gross) === false ? [{ found: gross }] : []
    },
    fr: 'Le total TTC du XML, {money:found}, n’est imprimé nulle part sur le PDF : l’un des deux est faux.',
    en: 'The total with VAT in the XML, {money:found}, is printed nowhere on the PDF: one of the two is wrong.',
  },
  {
    id: 'ENCOURS-PDF-08',
    pack: 'ENCOURS',
    term: 'BT-1',
    severity: 'warning',
    breaches: ({ container, invoice }) => {
      const number = invoice?.number?.trim() ?? ''
      return when(number !== '' && tellsAmounts(container.text) && !printsText(container.text, number), { found: number })
    },
    fr: 'Le numéro de facture du XML, « {found} », n’est pas imprimé sur le PDF.',
    en: 'The invoice number in the XML, “{found}”, is not printed on the PDF.',
  },
  {
    id: 'ENCOURS-PDF-09',
    pack: 'ENCOURS',
    term: 'BT-29',
    severity: 'warning',
    breaches: ({ container }) =>
      printedSirets(container.text)
        .filter((siret) => siret.length !== 14)
        .map((found) => ({ found, digits: String(found.length) })),
    fr: 'Le SIRET imprimé sur le PDF, {found}, a {digits} chiffres au lieu de 14.',
    en: 'The SIRET printed on the PDF, {found}, has {digits} digits instead of 14.',
  },
  {
    id: 'ENCOURS-PDF-10',
    pack: 'ENCOURS',
    term: 'BT-30',
    severity: 'warning',
    breaches: (hybrid) => {
      const known = sirens(hybrid)
      const printed = printedSirets(hybrid.container.text).filter((siret) => siret.length === 14)
      if (known.length === 0) return []
      return printed.filter((siret) => !known.includes(siret.slice(0, 9))).map((found) => ({ found }))
    },
    fr: 'Le SIRET imprimé sur le PDF, {found}, n’est celui d’aucune des entreprises du XML.',
    en: 'The SIRET printed on the PDF, {found}, belongs to none of the businesses in the XML.',
  },
]
