/** BR-CL on an invoice that is not yet a file: the codes one may choose. In a file `binding/code-lists.ts` judges every code there is. */
import type { AllowanceCharge, Read } from '../../model.ts'
import type { CodeList } from '../codes/codes.ts'
import { MIME_TYPES, NOTE_SUBJECTS } from '../codes/documents.ts'
import { ITEM_CLASSIFICATIONS, UNITS } from '../codes/items.ts'
import { ALLOWANCE_REASONS, CHARGE_REASONS, CURRENCIES, PAYMENT_MEANS } from '../codes/money.ts'
import { COUNTRIES, EAS, ICD } from '../codes/parties.ts'
import { VATEX } from '../codes/tax.ts'
import { ofEach, ofEachInLines, ofLineParts, ofLines, ofParts, ofRows, single, type Texts, together } from '../places.ts'
import type { Rule } from '../rule.ts'

type Row = readonly [id: string, term: string, path: string, list: CodeList, codes: Texts, fr: string, en: string]

const PARTIES = ['seller', 'buyer', 'payee', 'sellerTaxRepresentative'] as const

const ofParties = (of: (party: (typeof PARTIES)[number]) => Texts): Texts => together(...PARTIES.map(of))

function reasons(kind: AllowanceCharge['kind']): Texts {
  const code = (part: Read<AllowanceCharge>) => (part.kind === kind ? part.reasonCode : undefined)
  return together(ofParts('reasonCode', code), ofLineParts('reasonCode', code))
}

const ROWS: readonly Row[] = [
  [
    'BR-CL-04',
    'BT-5',
    'currency',
    CURRENCIES,
    single('currency', ({ currency }) => currency),
    'La monnaie de la facture « {found} » n’existe pas.',
    'There is no currency “{found}”.',
  ],
  [
    'BR-CL-05',
    'BT-6',
    'vatCurrency',
    CURRENCIES,
    single('vatCurrency', ({ vatCurrency }) => vatCurrency),
    'La monnaie de la TVA « {found} » n’existe pas.',
    'There is no currency “{found}” for the VAT.',
  ],
  [
    'BR-CL-08',
    'BT-21',
    'notes',
    NOTE_SUBJECTS,
    ofEach(
      ({ notes }) => notes,
      'notes',
      'subject',
      ({ subject }) => subject,
    ),
    'L’objet de note « {found} » n’existe pas.',
    'There is no subject of note “{found}”.',
  ],
  [
    'BR-CL-10',
    'BT-29',
    'seller.identifiers',
    ICD,
    ofParties((party) =>
      ofEach(
        (invoice) => invoice[party]?.identifiers,
        `${party}.identifiers`,
        'scheme',
        ({ scheme }) => scheme,
      ),
    ),
    'Un identifiant vient d’une liste inconnue ({found}).',
    'An identifier comes from an unknown list ({found}).',
  ],
  [
    'BR-CL-11',
    'BT-30',
    'seller.legalId',
    ICD,
    ofParties((party) => single(`${party}.legalId.scheme`, (invoice) => invoice[party]?.legalId?.scheme)),
    'Un identifiant légal vient d’une liste inconnue ({found}).',
    'A legal identifier comes from an unknown list ({found}).',
  ],
  [
    'BR-CL-13',
    'BT-158',
    'lines',
    ITEM_CLASSIFICATIONS,
    ofEachInLines(
      ({ item }) => item?.classifications,
      'item.classifications',
      'list',
      ({ list }) => list,
    ),
    'Le code de classification d’un article vient d’une liste inconnue ({found}).',
    'The classification code of an item comes from an unknown list ({found}).',
  ],
  [
    'BR-CL-14',
    'BT-40',
    'seller.address.country',
    COUNTRIES,
    together(
      ofParties((party) => single(`${party}.address.country`, (invoice) => invoice[party]?.address?.country)),
      single('delivery.address.country', ({ delivery }) => delivery?.address?.country),
    ),
    'Le pays « {found} » n’existe pas.',
    'There is no country “{found}”.',
  ],
  [
    'BR-CL-15',
    'BT-159',
    'lines',
    COUNTRIES,
    ofLines('item.originCountry', ({ item }) => item?.originCountry),
    'Le pays d’origine « {found} » n’existe pas.',
    'There is no country of origin “{found}”.',
  ],
  [
    'BR-CL-16',
    'BT-81',
    'payment.meansCode',
    PAYMENT_MEANS,
    together(
      single('payment.meansCode', ({ payment }) => payment?.meansCode),
      ofEach(
        ({ furtherPayments }) => furtherPayments,
        'furtherPayments',
        'meansCode',
        ({ meansCode }) => meansCode,
      ),
    ),
    'Le moyen de paiement « {found} » n’existe pas.',
    'There is no means of payment “{found}”.',
  ],
  [
    'BR-CL-19',
    'BT-98',
    'allowancesCharges',
    ALLOWANCE_REASONS,
    reasons('allowance'),
    'Le code de motif de remise « {found} » n’existe pas.',
    'There is no reason code “{found}” for an allowance.',
  ],
  [
    'BR-CL-20',
    'BT-105',
    'allowancesCharges',
    CHARGE_REASONS,
    reasons('charge'),
    'Le code de motif de frais « {found} » n’existe pas.',
    'There is no reason code “{found}” for a charge.',
  ],
  [
    'BR-CL-21',
    'BT-157',
    'lines',
    ICD,
    ofLines('item.standardId.scheme', ({ item }) => item?.standardId?.scheme),
    'Un code article vient d’une liste inconnue ({found}).',
    'An item code comes from an unknown list ({found}).',
  ],
  [
    'BR-CL-22',
    'BT-121',
    'vatBreakdown',
    VATEX,
    ofRows('exemptionCode', ({ exemptionCode }) => exemptionCode?.toUpperCase()),
    'Le motif d’exonération « {found} » n’est pas dans la liste VATEX.',
    'The reason for exemption “{found}” is not in the list VATEX.',
  ],
  [
    'BR-CL-23',
    'BT-130',
    'lines',
    UNITS,
    together(
      ofLines('unit', ({ unit }) => unit),
      ofLines('priceBaseUnit', ({ priceBaseUnit }) => priceBaseUnit),
    ),
    'L’unité de mesure « {found} » n’existe pas.',
    'There is no unit of measure “{found}”.',
  ],
  [
    'BR-CL-24',
    'BT-125',
    'supportingDocuments',
    MIME_TYPES,
    ofEach(
      ({ supportingDocuments }) => supportingDocuments,
      'supportingDocuments',
      'mimeType',
      ({ mimeType }) => mimeType,
    ),
    'Une pièce jointe est d’une sorte de fichier qui n’est pas admise ({found}).',
    'An attachment is of a kind of file that is not accepted ({found}).',
  ],
  [
    'BR-CL-25',
    'BT-34',
    'seller.electronicAddress',
    EAS,
    ofParties((party) => single(`${party}.electronicAddress.scheme`, (invoice) => invoice[party]?.electronicAddress?.scheme)),
    'Une adresse électronique est d’une sorte inconnue ({found}).',
    'An electronic address is of an unknown kind ({found}).',
  ],
  [
    'BR-CL-26',
    'BT-71',
    'delivery.identifiers',
    ICD,
    ofEach(
      ({ delivery }) => delivery?.identifiers,
      'delivery.identifiers',
      'scheme',
      ({ scheme }) => scheme,
    ),
    'Le lieu de livraison vient d’une liste inconnue ({found}).',
    'The place of delivery comes from an unknown list ({found}).',
  ],
]

/** Those whose codes stand in one field alone have its term; the others that of the field found. */
export const codeRules: readonly Rule[] = ROWS.map(([id, term, path, list, codes, fr, en]) => ({
  id,
  term,
  termOfField: true,
  severity: 'fatal',
  path,
  breaches: (invoice) => codes(invoice, (code) => !list.has(code.trim())),
  fr,
  en,
}))
