/** UBL-SR: what the UBL binding lets stand once (CEN/TS 16931-3-2). */
import { type BindingRule, count } from '../binding-rule.ts'
import { BUYER, DOCUMENT, LINES, SELLER } from './places.ts'

type AtMostOnce = readonly [id: string, term: string, at: readonly string[], path: string, fr: string, en: string]

/** What may stand once, under the element named. */
const AT_MOST_ONCE: readonly AtMostOnce[] = [
  ['UBL-SR-01', 'BT-12', DOCUMENT, 'ContractDocumentReference/ID', 'Le contrat', 'The contract'],
  ['UBL-SR-02', 'BT-15', DOCUMENT, 'ReceiptDocumentReference/ID', 'L’avis de réception', 'The receiving advice'],
  ['UBL-SR-03', 'BT-16', DOCUMENT, 'DespatchDocumentReference/ID', 'L’avis d’expédition', 'The despatch advice'],
  ['UBL-SR-05', 'BT-20', DOCUMENT, 'PaymentTerms/Note', 'Le texte des conditions de paiement', 'The text of the payment terms'],
  [
    'UBL-SR-06',
    'BG-3',
    ['BillingReference'],
    'InvoiceDocumentReference',
    'La facture antérieure d’une référence',
    'The invoice of a reference',
  ],
  ['UBL-SR-08', 'BG-14', DOCUMENT, 'InvoicePeriod', 'La période facturée', 'The invoiced period'],
  ['UBL-SR-09', 'BT-27', DOCUMENT, `${SELLER}/PartyLegalEntity/RegistrationName`, 'Le nom du vendeur', 'The name of the seller'],
  ['UBL-SR-10', 'BT-28', DOCUMENT, `${SELLER}/PartyName/Name`, 'Le nom commercial du vendeur', 'The trading name of the seller'],
  [
    'UBL-SR-11',
    'BT-30',
    DOCUMENT,
    `${SELLER}/PartyLegalEntity/CompanyID`,
    'L’identifiant légal du vendeur',
    'The legal identifier of the seller',
  ],
  [
    'UBL-SR-14',
    'BT-33',
    DOCUMENT,
    `${SELLER}/PartyLegalEntity/CompanyLegalForm`,
    'La forme légale du vendeur',
    'The legal form of the seller',
  ],
  ['UBL-SR-15', 'BT-44', DOCUMENT, `${BUYER}/PartyLegalEntity/RegistrationName`, 'Le nom du client', 'The name of the buyer'],
  ['UBL-SR-16', 'BT-46', DOCUMENT, `${BUYER}/PartyIdentification/ID`, 'L’identifiant du client', 'The identifier of the buyer'],
  [
    'UBL-SR-17',
    'BT-47',
    DOCUMENT,
    `${BUYER}/PartyLegalEntity/CompanyID`,
    'L’identifiant légal du client',
    'The legal identifier of the buyer',
  ],
  [
    'UBL-SR-22',
    'BT-62',
    DOCUMENT,
    'TaxRepresentativeParty/PartyName/Name',
    'Le nom du représentant fiscal',
    'The name of the tax representative',
  ],
  [
    'UBL-SR-23',
    'BT-63',
    DOCUMENT,
    'TaxRepresentativeParty/PartyTaxScheme/CompanyID',
    'Le numéro de TVA du représentant fiscal',
    'The VAT number of the tax representative',
  ],
  ['UBL-SR-24', 'BG-13', DOCUMENT, 'Delivery', 'La livraison', 'The delivery'],
  ['UBL-SR-25', 'BT-70', ['Delivery'], 'DeliveryParty/PartyName/Name', 'Le nom du destinataire', 'The name of the receiving party'],
  ['UBL-SR-26', 'BT-83', ['PaymentMeans'], 'PaymentID', 'La référence de paiement', 'The payment reference'],
  ['UBL-SR-28', 'BT-89', ['PaymentMeans'], 'PaymentMandate/ID', 'Le mandat de prélèvement', 'The direct debit mandate'],
  ['UBL-SR-32', 'BT-120', ['TaxSubtotal/TaxCategory'], 'TaxExemptionReason', 'Le motif d’exonération', 'The reason for exemption'],
  [
    'UBL-SR-33',
    'BT-123',
    ['AdditionalDocumentReference'],
    'DocumentDescription',
    'La description d’un document',
    'The description of a document',
  ],
  ['UBL-SR-34', 'BT-127', LINES, 'Note', 'La note d’une ligne', 'The note of a line'],
  ['UBL-SR-35', 'BT-132', LINES, 'OrderLineReference/LineID', 'La ligne de commande d’une ligne', 'The order line of a line'],
  ['UBL-SR-36', 'BG-26', LINES, 'InvoicePeriod', 'La période d’une ligne', 'The period of a line'],
  [
    'UBL-SR-37',
    'BT-147',
    LINES,
    'Price/AllowanceCharge/Amount',
    'La remise sur le prix d’un article',
    'The discount on the price of an item',
  ],
  ['UBL-SR-39', 'BT-11', DOCUMENT, 'ProjectReference/ID', 'Le projet', 'The project'],
  ['UBL-SR-40', 'BT-45', DOCUMENT, `${BUYER}/PartyName/Name`, 'Le nom commercial du client', 'The trading name of the buyer'],
  ['UBL-SR-45', 'BT-9', DOCUMENT, 'PaymentMeans/PaymentDueDate', 'L’échéance', 'The due date'],
  ['UBL-SR-49', 'BT-8', DOCUMENT, 'InvoicePeriod/DescriptionCode', 'L’exigibilité de la TVA', 'The VAT point'],
  ['UBL-SR-50', 'BT-154', LINES, 'Item/Description', 'La description d’un article', 'The description of an item'],
  ['UBL-SR-51', 'BT-162', ['PostalAddress', 'Address'], 'AddressLine', 'La troisième ligne d’une adresse', 'The third line of an address'],
  ['UBL-SR-52', 'BT-128', LINES, 'DocumentReference', 'L’objet facturé d’une ligne', 'The invoiced object of a line'],
  ['UBL-SR-54', 'BG-18', DOCUMENT, 'PaymentMeans/CardAccount', 'La carte de paiement', 'The payment card'],
  ['UBL-SR-55', 'BG-19', ['PaymentMeans'], 'PaymentMandate', 'Le prélèvement', 'The direct debit'],
  ['UBL-SR-56', 'BT-17', DOCUMENT, 'OriginatorDocumentReference/ID', 'L’appel d’offres', 'The tender'],
]

const once = ([id, term, at, path, fr, en]: AtMostOnce): BindingRule => ({
  id,
  term,
  severity: 'fatal',
  at,
  breaks: (element) => count(element, path) > 1,
  found: (element) => String(count(element, path)),
  fr: `${fr} ne doit figurer qu’une fois, et figure {found} fois.`,
  en: `${en} may stand only once, and stands {found} times.`,
})

export const onceRules: readonly BindingRule[] = AT_MOST_ONCE.map(once)
