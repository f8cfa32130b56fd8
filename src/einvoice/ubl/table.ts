/** Which element of a UBL 2.1 Invoice or CreditNote is which field of the model. */
import { decimal, must, readOnly, required, taxType, unlessSaid } from '../binding/codecs.ts'
import { compiler, type Content } from '../binding/compile.ts'
import { type Codec, rowsOf, type Row, type Table, text } from '../binding/rows.ts'
import type { AdvancePayment, Invoice, PaymentInstructions, PrecedingInvoice, VatBreakdown } from '../model.ts'
import { account, amount, amountInVatCurrency, CONDITIONS, day, noVat, vatPointCode } from './codecs.ts'
import { lineOf } from './line.ts'
import { buyer, delivery, party, payee, representative, seller } from './parties.ts'
import { allowanceCharge, neverWritten, note, object, supportingDocument } from './parts.ts'

type Root = 'Invoice' | 'CreditNote'

export const UBL_NAMESPACES = {
  Invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  CreditNote: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const

const precedingRows = rowsOf<PrecedingInvoice>()
/** BG-3. */
const precedingInvoice: Table = [
  precedingRows.leaf('InvoiceDocumentReference/ID', 'number', must(text)),
  precedingRows.leaf('InvoiceDocumentReference/IssueDate', 'issuedOn', day),
  precedingRows.leaf('InvoiceDocumentReference/DocumentTypeCode', 'typeCode', 'EXTENDED'),
]

/** Rows for one of the two roots. */
const only = (root: Root, wanted: Root, ...table: Row[]): Row[] => (root === wanted ? table : [])

const paymentRows = rowsOf<PaymentInstructions>()
const invoiceRows = rowsOf<Invoice>()
/**
 * BG-16 to BG-19. What is of the whole invoice is written with the first means; files may repeat it with the others. A credit note has no
 * other place for BT-9.
 */
const paymentOf = (root: Root, isFirst: boolean): Table => {
  const once = (codec: Codec): Codec => (isFirst ? codec : readOnly(codec))
  return [
    paymentRows.leaf('PaymentMeansCode', 'meansCode', required(must(text))),
    paymentRows.leaf('PaymentMeansCode@name', 'meansText'),
    ...only(root, 'CreditNote', invoiceRows.leaf('PaymentDueDate', '/dueOn', once(day))),
    paymentRows.leaf('PaymentID', 'remittance'),
    paymentRows.leaf('CardAccount/PrimaryAccountNumberID', 'card.number'),
    // The schema wants a network, EN 16931 knows none.
    paymentRows.constant('CardAccount/NetworkID', 'NA'),
    paymentRows.leaf('CardAccount/HolderName', 'card.holder'),
    paymentRows.leaf('PayeeFinancialAccount/ID', '.', account),
    paymentRows.leaf('PayeeFinancialAccount/Name', 'accountName'),
    paymentRows.leaf('PayeeFinancialAccount/FinancialInstitutionBranch/ID', 'bic'),
    paymentRows.leaf('PaymentMandate/ID', '/mandate', once(text)),
    ...(isFirst ? [paymentRows.group('PaymentMandate/PayerParty', '/extended.payer', party, 'EXTENDED')] : []),
    paymentRows.leaf('PaymentMandate/PayerFinancialAccount/ID', 'debitedIban'),
  ]
}

const vatRows = rowsOf<VatBreakdown>()
/** BG-23. */
const vatRow: Table = [
  vatRows.leaf('TaxableAmount', 'taxableAmount', must(amount)),
  vatRows.leaf('TaxAmount', 'taxAmount', must(amount)),
  vatRows.leaf('TaxCategory/ID', 'category', must(text)),
  vatRows.leaf('TaxCategory/Percent', 'rate', decimal),
  vatRows.leaf('TaxCategory/TaxExemptionReasonCode', 'exemptionCode'),
  vatRows.leaf('TaxCategory/TaxExemptionReason', 'exemptionReason'),
  vatRows.leaf('TaxCategory/TaxScheme+/ID', 'taxType', taxType),
]

const advanceRows = rowsOf<AdvancePayment>()
const advancePayment: Table = [
  advanceRows.leaf('ID', 'id'),
  advanceRows.leaf('PaidAmount', 'amount', amount),
  advanceRows.leaf('ReceivedDate', 'receivedOn', day),
  advanceRows.leaf('InstructionID', 'instructionId'),
]

const rows = rowsOf<Invoice>()

const documentReference = (
  name: string,
  field: 'despatchAdviceReference' | 'receivingAdviceReference' | 'contractReference' | 'tenderReference',
): Row => rows.leaf(`${name}/ID`, field)

const objectPath = 'AdditionalDocumentReference[DocumentTypeCode=130]'
const project = 'AdditionalDocumentReference[DocumentTypeCode=50]'

const header = (root: Root): Table => [
  rows.leaf('CustomizationID', 'guideline', must(text)),
  rows.leaf('ProfileID', 'frame'),
  rows.leaf('ID', 'number', must(text)),
  rows.leaf('IssueDate', 'issuedOn', must(day)),
  ...only(root, 'CreditNote', rows.leaf('TaxPointDate', 'vatPointOn', day), rows.leaf('CreditNoteTypeCode', 'typeCode', must(text))),
  ...only(root, 'Invoice', rows.leaf('DueDate', 'dueOn', day), rows.leaf('InvoiceTypeCode', 'typeCode', must(text))),
  rows.list('Note', 'notes', note),
  ...only(root, 'Invoice', rows.leaf('TaxPointDate', 'vatPointOn', day)),
  rows.leaf('DocumentCurrencyCode', 'currency', must(text)),
  rows.leaf('TaxCurrencyCode', 'vatCurrency'),
  rows.leaf('AccountingCost', 'buyerAccountingReference'),
  rows.leaf('BuyerReference', 'buyerReference'),
]

const references = (root: Root): Table => [
  rows.leaf('InvoicePeriod/StartDate', 'period.from', day),
  rows.leaf('InvoicePeriod/EndDate', 'period.to', day),
  rows.leaf('InvoicePeriod/DescriptionCode', 'vatPointCode', vatPointCode),
  // The schema wants the order's number even beside the seller's own.
  rows.leaf('OrderReference/ID', 'orderReference', unlessSaid('NA')),
  rows.leaf('OrderReference/SalesOrderID', 'sellerOrderReference'),
  rows.leaf('OrderReference/IssueDate', 'extended.orderedOn', day, 'EXTENDED'),
  rows.list('BillingReference', 'precedingInvoices', precedingInvoice),
  documentReference('DespatchDocumentReference', 'despatchAdviceReference'),
  documentReference('ReceiptDocumentReference', 'receivingAdviceReference'),
  ...only(root, 'Invoice', documentReference('OriginatorDocumentReference', 'tenderReference')),
  documentReference('ContractDocumentReference', 'contractReference'),
  rows.group(objectPath, 'invoicedObject', object),
  rows.list(objectPath, 'extended.furtherObjects', object, 'EXTENDED'),
  ...only(root, 'CreditNote', rows.leaf(`${project}/ID`, 'projectReference'), rows.constant(`${project}/DocumentTypeCode`, '50')),
  rows.list('AdditionalDocumentReference', 'supportingDocuments', supportingDocument),
  ...only(root, 'CreditNote', documentReference('OriginatorDocumentReference', 'tenderReference')),
  ...only(root, 'Invoice', rows.leaf('ProjectReference/ID', 'projectReference')),
]

const parties: Table = [
  rows.group('AccountingSupplierParty/Party', 'seller', seller),
  rows.group('AccountingCustomerParty/Party', 'buyer', buyer),
  rows.group('PayeeParty', 'payee', payee),
  rows.group('TaxRepresentativeParty', 'sellerTaxRepresentative', representative),
  rows.group('Delivery', 'delivery', delivery),
]

const sums = 'LegalMonetaryTotal'
const totals = (root: Root): Table => [
  ...only(root, 'Invoice', rows.list('PrepaidPayment', 'extended.advancePayments', advancePayment, 'EXTENDED')),
  rows.list('AllowanceCharge', 'allowancesCharges', allowanceCharge),
  rows.leaf('TaxTotal[:mainTotal]/TaxAmount', 'totals.vat', must(amount)),
  rows.leaf('TaxTotal[:mainTotal]/TaxAmount[:never]', '.', noVat),
  rows.list('TaxTotal[:mainTotal]/TaxSubtotal', 'vatBreakdown', vatRow),
  rows.leaf('TaxTotal*/TaxAmount[:inVatCurrency]', 'totals.vatInAccountingCurrency', amountInVatCurrency),
  // Rows belong to the main total; those a file has elsewhere are rows all the same.
  rows.list('TaxTotal*/TaxSubtotal', 'vatBreakdown', vatRow, undefined, neverWritten),
  rows.leaf(`${sums}/LineExtensionAmount`, 'totals.lineNet', must(amount)),
  rows.leaf(`${sums}/TaxExclusiveAmount`, 'totals.net', must(amount)),
  rows.leaf(`${sums}/TaxInclusiveAmount`, 'totals.gross', must(amount)),
  rows.leaf(`${sums}/AllowanceTotalAmount`, 'totals.allowances', amount),
  rows.leaf(`${sums}/ChargeTotalAmount`, 'totals.charges', amount),
  rows.leaf(`${sums}/PrepaidAmount`, 'totals.paid', amount),
  rows.leaf(`${sums}/PayableRoundingAmount`, 'totals.rounding', amount),
  rows.leaf(`${sums}/PayableAmount`, 'totals.due', must(amount)),
]

const tableOf = (root: Root): Table => {
  return [
    ...header(root),
    ...references(root),
    ...parties,
    rows.group('PaymentMeans', 'payment', paymentOf(root, true)),
    rows.list('PaymentMeans', 'furtherPayments', paymentOf(root, false)),
    rows.leaf('PaymentTerms/Note', 'paymentTerms'),
    ...totals(root),
    rows.list(`${root}Line`, 'lines', lineOf(root)),
  ]
}

const compile = compiler({
  uris: UBL_NAMESPACES,
  prefixOf: (_, isLeaf) => (isLeaf ? 'cbc' : 'cac'),
  conditions: CONDITIONS,
})

export const UBL: Readonly<Record<Root, Content>> = { Invoice: compile(tableOf('Invoice')), CreditNote: compile(tableOf('CreditNote')) }
