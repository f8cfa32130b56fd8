/** Where the codes of EN 16931 stand in each syntax, and the list each comes from. */
import type { Syntax } from '../../reading.ts'
import type { CodeList } from '../codes/codes.ts'
import { CREDIT_NOTE_TYPES, INVOICE_TYPES, MIME_TYPES, NOTE_SUBJECTS, REFERENCE_TYPES } from '../codes/documents.ts'
import { ITEM_CLASSIFICATIONS, UNITS } from '../codes/items.ts'
import { CURRENCIES, PAYMENT_MEANS } from '../codes/money.ts'
import { COUNTRIES, EAS, ICD } from '../codes/parties.ts'
import { VAT_CATEGORIES, VATEX } from '../codes/tax.ts'

export type CodePlace = {
  readonly id: string
  readonly term: string
  /** The code stands in several fields. */
  readonly termOfField?: true
  readonly codes: CodeList
  readonly fr: string
  readonly en: string
  readonly cii?: readonly string[]
  readonly ubl?: readonly string[]
  /** The code is an attribute; it is judged where it stands, unless it must stand. */
  readonly attribute?: string
  readonly mustStand?: readonly Syntax[]
  readonly ignoreCase?: true
}

const VAT_POINT_CII: CodeList = new Set(['5', '29', '72'])
const VAT_POINT_UBL: CodeList = new Set(['3', '35', '432'])
const CII_DOCUMENT_TYPES: CodeList = new Set([...INVOICE_TYPES, ...CREDIT_NOTE_TYPES])
/** A creditor of SEPA direct debits is identified among the identifiers of the party (BT-90). */
const ICD_OR_SEPA: CodeList = new Set([...ICD, 'SEPA'])

const AMOUNTS_UBL = [
  'Amount',
  'BaseAmount',
  'PriceAmount',
  'TaxAmount',
  'TaxableAmount',
  'LineExtensionAmount',
  'TaxExclusiveAmount',
  'TaxInclusiveAmount',
  'AllowanceTotalAmount',
  'ChargeTotalAmount',
  'PrepaidAmount',
  'PayableRoundingAmount',
  'PayableAmount',
]

export const CODE_PLACES: readonly CodePlace[] = [
  {
    id: 'BR-CL-01',
    term: 'BT-3',
    codes: INVOICE_TYPES,
    ubl: ['/Invoice/InvoiceTypeCode'],
    fr: 'Le type de document « {found} » n’est pas celui d’une facture.',
    en: 'The document type “{found}” is not that of an invoice.',
  },
  {
    id: 'BR-CL-01',
    term: 'BT-3',
    codes: CREDIT_NOTE_TYPES,
    ubl: ['/CreditNote/CreditNoteTypeCode'],
    fr: 'Le type de document « {found} » n’est pas celui d’un avoir.',
    en: 'The document type “{found}” is not that of a credit note.',
  },
  {
    id: 'BR-CL-01',
    term: 'BT-3',
    codes: CII_DOCUMENT_TYPES,
    cii: ['ExchangedDocument/TypeCode'],
    fr: 'Le type de document « {found} » n’est pas celui d’une facture ou d’un avoir.',
    en: 'The document type “{found}” is not that of an invoice or a credit note.',
  },
  {
    id: 'BR-CL-03',
    term: 'BT-5',
    codes: CURRENCIES,
    attribute: 'currencyID',
    mustStand: ['UBL'],
    cii: ['TaxTotalAmount'],
    ubl: AMOUNTS_UBL,
    fr: 'La monnaie d’un montant manque ou n’existe pas ({found}).',
    en: 'The currency of an amount is missing or unknown ({found}).',
  },
  {
    id: 'BR-CL-04',
    term: 'BT-5',
    codes: CURRENCIES,
    cii: ['InvoiceCurrencyCode'],
    ubl: ['DocumentCurrencyCode'],
    fr: 'La monnaie de la facture « {found} » n’existe pas.',
    en: 'There is no currency “{found}”.',
  },
  {
    id: 'BR-CL-05',
    term: 'BT-6',
    codes: CURRENCIES,
    cii: ['TaxCurrencyCode'],
    ubl: ['TaxCurrencyCode'],
    fr: 'La monnaie de la TVA « {found} » n’existe pas.',
    en: 'There is no currency “{found}” for the VAT.',
  },
  {
    id: 'BR-CL-06',
    term: 'BT-8',
    codes: VAT_POINT_CII,
    cii: ['DueDateTypeCode'],
    fr: 'Le code d’exigibilité de la TVA « {found} » n’existe pas (CII : 5, 29 ou 72).',
    en: 'There is no VAT point code “{found}” (CII: 5, 29 or 72).',
  },
  {
    id: 'BR-CL-06',
    term: 'BT-8',
    codes: VAT_POINT_UBL,
    ubl: ['InvoicePeriod/DescriptionCode'],
    fr: 'Le code d’exigibilité de la TVA « {found} » n’existe pas (UBL : 3, 35 ou 432).',
    en: 'There is no VAT point code “{found}” (UBL: 3, 35 or 432).',
  },
  {
    id: 'BR-CL-07',
    term: 'BT-18',
    codes: REFERENCE_TYPES,
    cii: ['ReferenceTypeCode'],
    fr: 'La sorte d’objet facturé « {found} » n’existe pas.',
    en: 'There is no kind of invoiced object “{found}”.',
  },
  {
    id: 'BR-CL-07',
    term: 'BT-18',
    codes: REFERENCE_TYPES,
    attribute: 'schemeID',
    ubl: ['AdditionalDocumentReference/ID', 'DocumentReference/ID'],
    fr: 'La sorte d’objet facturé « {found} » n’existe pas.',
    en: 'There is no kind of invoiced object “{found}”.',
  },
  {
    id: 'BR-CL-08',
    term: 'BT-21',
    codes: NOTE_SUBJECTS,
    cii: ['ExchangedDocument/IncludedNote/SubjectCode'],
    fr: 'L’objet de note « {found} » n’existe pas.',
    en: 'There is no subject of note “{found}”.',
  },
  {
    id: 'BR-CL-10',
    term: 'BT-29',
    termOfField: true,
    codes: ICD_OR_SEPA,
    attribute: 'schemeID',
    cii: [
      'SellerTradeParty/GlobalID',
      'BuyerTradeParty/GlobalID',
      'PayeeTradeParty/GlobalID',
      'InvoiceeTradeParty/GlobalID',
      'SellerTaxRepresentativeTradeParty/GlobalID',
    ],
    ubl: ['PartyIdentification/ID'],
    fr: 'Un identifiant vient d’une liste inconnue ({found}).',
    en: 'An identifier comes from an unknown list ({found}).',
  },
  {
    id: 'BR-CL-11',
    term: 'BT-30',
    termOfField: true,
    codes: ICD,
    attribute: 'schemeID',
    cii: [
      'SpecifiedLegalOrganization/ID',
      'SellerTradeParty/ID',
      'BuyerTradeParty/ID',
      'PayeeTradeParty/ID',
      'InvoiceeTradeParty/ID',
      'SellerTaxRepresentativeTradeParty/ID',
    ],
    ubl: ['PartyLegalEntity/CompanyID'],
    fr: 'Un identifiant légal vient d’une liste inconnue ({found}).',
    en: 'A legal identifier comes from an unknown list ({found}).',
  },
  {
    id: 'BR-CL-13',
    term: 'BT-158',
    codes: ITEM_CLASSIFICATIONS,
    attribute: 'listID',
    cii: ['DesignatedProductClassification/ClassCode'],
    ubl: ['CommodityClassification/ItemClassificationCode'],
    fr: 'Le code de classification d’un article vient d’une liste inconnue ({found}).',
    en: 'The classification code of an item comes from an unknown list ({found}).',
  },
  {
    id: 'BR-CL-14',
    term: 'BT-40',
    termOfField: true,
    codes: COUNTRIES,
    cii: ['CountryID'],
    ubl: ['Country/IdentificationCode'],
    fr: 'Le pays « {found} » n’existe pas.',
    en: 'There is no country “{found}”.',
  },
  {
    id: 'BR-CL-15',
    term: 'BT-159',
    codes: COUNTRIES,
    cii: ['OriginTradeCountry/ID'],
    ubl: ['OriginCountry/IdentificationCode'],
    fr: 'Le pays d’origine « {found} » n’existe pas.',
    en: 'There is no country of origin “{found}”.',
  },
  {
    id: 'BR-CL-16',
    term: 'BT-81',
    codes: PAYMENT_MEANS,
    cii: ['SpecifiedTradeSettlementPaymentMeans/TypeCode'],
    ubl: ['PaymentMeans/PaymentMeansCode'],
    fr: 'Le moyen de paiement « {found} » n’existe pas.',
    en: 'There is no means of payment “{found}”.',
  },
  {
    id: 'BR-CL-17',
    term: 'BT-118',
    termOfField: true,
    codes: VAT_CATEGORIES,
    cii: ['CategoryTradeTax/CategoryCode'],
    ubl: ['TaxCategory/ID'],
    fr: 'La catégorie de TVA « {found} » n’existe pas.',
    en: 'There is no VAT category “{found}”.',
  },
  {
    id: 'BR-CL-18',
    term: 'BT-151',
    codes: VAT_CATEGORIES,
    cii: ['ApplicableTradeTax/CategoryCode'],
    ubl: ['ClassifiedTaxCategory/ID'],
    fr: 'La catégorie de TVA « {found} » n’existe pas.',
    en: 'There is no VAT category “{found}”.',
  },
  {
    id: 'BR-CL-21',
    term: 'BT-157',
    codes: ICD,
    attribute: 'schemeID',
    cii: ['SpecifiedTradeProduct/GlobalID'],
    ubl: ['StandardItemIdentification/ID'],
    fr: 'Un code article vient d’une liste inconnue ({found}).',
    en: 'An item code comes from an unknown list ({found}).',
  },
  {
    id: 'BR-CL-22',
    term: 'BT-121',
    codes: VATEX,
    ignoreCase: true,
    cii: ['ExemptionReasonCode'],
    ubl: ['TaxExemptionReasonCode'],
    fr: 'Le motif d’exonération « {found} » n’est pas dans la liste VATEX.',
    en: 'The reason for exemption “{found}” is not in the list VATEX.',
  },
  {
    id: 'BR-CL-23',
    term: 'BT-130',
    termOfField: true,
    codes: UNITS,
    attribute: 'unitCode',
    cii: ['BasisQuantity', 'BilledQuantity'],
    ubl: ['InvoicedQuantity', 'CreditedQuantity', 'BaseQuantity'],
    fr: 'L’unité de mesure « {found} » n’existe pas.',
    en: 'There is no unit of measure “{found}”.',
  },
  {
    id: 'BR-CL-24',
    term: 'BT-125',
    codes: MIME_TYPES,
    attribute: 'mimeCode',
    cii: ['AttachmentBinaryObject'],
    ubl: ['EmbeddedDocumentBinaryObject'],
    fr: 'Une pièce jointe est d’une sorte de fichier qui n’est pas admise ({found}).',
    en: 'An attachment is of a kind of file that is not accepted ({found}).',
  },
  {
    id: 'BR-CL-25',
    term: 'BT-34',
    termOfField: true,
    codes: EAS,
    attribute: 'schemeID',
    cii: ['URIUniversalCommunication/URIID'],
    ubl: ['EndpointID'],
    fr: 'Une adresse électronique est d’une sorte inconnue ({found}).',
    en: 'An electronic address is of an unknown kind ({found}).',
  },
  {
    id: 'BR-CL-26',
    term: 'BT-71',
    codes: ICD,
    attribute: 'schemeID',
    cii: ['ShipToTradeParty/GlobalID'],
    ubl: ['DeliveryLocation/ID'],
    fr: 'Le lieu de livraison vient d’une liste inconnue ({found}).',
    en: 'The place of delivery comes from an unknown list ({found}).',
  },
]
