/** For tests: the invoice of a joiner to a bookshop, with everything the law asks. */
import { parseDay } from '#core/day'
import type { Invoice, InvoiceLine } from '#einvoice'

export const sampleLine = (id: number, name: string, more: Partial<InvoiceLine> = {}): InvoiceLine => ({
  id: String(id),
  quantity: '2',
  unit: 'H87',
  netPrice: '890.000000',
  netAmount: '1780.00',
  vat: { category: 'S', rate: '20.00' },
  item: { name },
  ...more,
})

export const sampleInvoice: Invoice = {
  guideline: 'urn:cen.eu:en16931:2017',
  frame: 'M1',
  number: 'F2026-00042',
  issuedOn: parseDay('2026-11-21'),
  typeCode: '380',
  currency: 'EUR',
  vatPointCode: '5',
  dueOn: parseDay('2026-12-21'),
  orderReference: 'BC-7781',
  paymentTerms: '30 jours date de facture',
  notes: [
    { subject: 'PMT', text: 'Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €.' },
    { subject: 'PMD', text: 'Pénalité exigible le jour suivant la date d’échéance : trois fois le taux d’intérêt légal.' },
    { subject: 'AAB', text: 'Pas d’escompte pour règlement anticipé.' },
    { subject: 'BAR', text: 'B2B' },
    { text: 'Merci de votre confiance.' },
  ],
  seller: {
    name: 'Atelier Dubois',
    identifiers: [{ value: '73282932000074', scheme: '0009' }],
    legalId: { value: '732829320', scheme: '0002' },
    vatNumber: 'FR44732829320',
    legalInformation: 'SARL au capital de 10 000 € · RCS Lyon 732 829 320',
    address: { line1: '12 rue des Tanneurs', postcode: '69001', city: 'Lyon', country: 'FR' },
  },
  buyer: {
    name: 'Librairie des Trois Ponts',
    legalId: { value: '100000009', scheme: '0002' },
    vatNumber: 'FR88100000009',
    address: { line1: '4 place du Marché', postcode: '38000', city: 'Grenoble', country: 'FR' },
  },
  delivery: {
    deliveredOn: parseDay('2026-11-18'),
    address: { line1: '3 chemin des Alpes', postcode: '38400', city: 'Saint-Martin-d’Hères', country: 'FR' },
  },
  payment: { meansCode: '30', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', accountName: 'Atelier Dubois' },
  vatBreakdown: [{ category: 'S', rate: '20.00', taxableAmount: '2036.50', taxAmount: '407.30' }],
  totals: { lineNet: '2036.50', net: '2036.50', vat: '407.30', gross: '2443.80', due: '2443.80' },
  lines: [
    sampleLine(1, 'Bibliothèque murale en chêne'),
    sampleLine(2, 'Tablette supplémentaire', {
      quantity: '3',
      netPrice: '95.00',
      netAmount: '256.50',
      allowancesCharges: [{ kind: 'allowance', amount: '28.50', baseAmount: '285.00', percent: '10', reason: 'Remise fidélité' }],
    }),
  ],
}
