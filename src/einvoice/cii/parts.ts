/** The small parts that recur in a UN/CEFACT Cross Industry Invoice. Row order is the element order of the D22B schema. */
import { chargeKind, decimal, must, taxType, unlessSaid } from '../binding/codecs.ts'
import { rowsOf, type Table, text } from '../binding/rows.ts'
import type {
  Account,
  AllowanceCharge,
  DeliveryTerms,
  Identifier,
  Note,
  Quantity,
  Reference,
  SupportingDocument,
  TaxPart,
} from '../model.ts'
import { day } from './codecs.ts'

const identifierRows = rowsOf<Identifier>()
export const identifier: Table = [identifierRows.leaf('.', 'value'), identifierRows.leaf('@schemeID', 'scheme')]

/** BT-18, BT-128. */
export const object: Table = [
  identifierRows.leaf('IssuerAssignedID', 'value'),
  identifierRows.constant('TypeCode', '130'),
  identifierRows.leaf('ReferenceTypeCode', 'scheme'),
]

const quantityRows = rowsOf<Quantity>()
export const quantity: Table = [quantityRows.leaf('.', 'value', decimal), quantityRows.leaf('@unitCode', 'unit')]

const noteRows = rowsOf<Note>()
/** BG-1. */
export const note: Table = [
  noteRows.leaf('ContentCode', 'contentCode', 'EXTENDED'),
  noteRows.leaf('Content', 'text', must(text)),
  noteRows.leaf('SubjectCode', 'subject'),
]

const taxRows = rowsOf<TaxPart>()
/** Category and rate as lines, allowances and charges carry them; category O has no rate. */
export const taxPart: Table = [
  taxRows.leaf('CalculatedAmount', 'amount', decimal, 'EXTENDED'),
  taxRows.leaf('TypeCode', 'taxType', taxType),
  taxRows.leaf('ExemptionReason', 'exemptionReason', 'EXTENDED'),
  taxRows.leaf('CategoryCode', 'category', must(text)),
  taxRows.leaf('ExemptionReasonCode', 'exemptionCode', 'EXTENDED'),
  taxRows.leaf('RateApplicablePercent', 'rate', decimal),
]

const partRows = rowsOf<AllowanceCharge>()
/** BG-20, BG-21, BG-27, BG-28. */
export const allowanceCharge: Table = [
  partRows.leaf('ChargeIndicator/udt:Indicator', 'kind', chargeKind),
  partRows.leaf('SequenceNumeric', 'sequence', decimal, 'EXTENDED'),
  partRows.leaf('CalculationPercent', 'percent', decimal),
  partRows.leaf('BasisAmount', 'baseAmount', decimal),
  partRows.leaf('BasisQuantity', 'baseQuantity', decimal, 'EXTENDED'),
  partRows.leaf('BasisQuantity@unitCode', 'baseUnit', 'EXTENDED'),
  partRows.leaf('ActualAmount', 'amount', must(decimal)),
  partRows.leaf('ReasonCode', 'reasonCode'),
  partRows.leaf('Reason', 'reason'),
  partRows.group('CategoryTradeTax', 'vat', taxPart),
]

const referenceRows = rowsOf<Reference>()
/** Another document, with the day it was issued where EXTENDED allows. */
export const reference: Table = [
  referenceRows.leaf('IssuerAssignedID', 'number'),
  referenceRows.leaf('LineID', 'line'),
  referenceRows.leaf('FormattedIssueDateTime/qdt:DateTimeString', 'issuedOn', day),
]

const documentRows = rowsOf<SupportingDocument>()
/** BG-24. */
export const supportingDocument: Table = [
  documentRows.leaf('IssuerAssignedID', 'reference', must(text)),
  documentRows.leaf('URIID', 'uri'),
  documentRows.leaf('LineID', 'line', 'EXTENDED'),
  documentRows.leaf('TypeCode', 'typeCode', unlessSaid('916')),
  documentRows.leaf('Name', 'description'),
  documentRows.leaf('AttachmentBinaryObject', 'content', must(text)),
  documentRows.leaf('AttachmentBinaryObject@mimeCode', 'mimeType'),
  documentRows.leaf('AttachmentBinaryObject@filename', 'filename'),
  documentRows.leaf('ReferenceTypeCode', 'referenceTypeCode', 'EXTENDED'),
  documentRows.leaf('FormattedIssueDateTime/qdt:DateTimeString', 'issuedOn', day, 'EXTENDED'),
]

const accountRows = rowsOf<Account>()
export const account: Table = [accountRows.leaf('ID', 'id'), accountRows.leaf('TypeCode', 'typeCode')]

const termsRows = rowsOf<DeliveryTerms>()
export const deliveryTerms: Table = [
  termsRows.leaf('DeliveryTypeCode', 'code'),
  termsRows.leaf('RelevantTradeLocation/CountryID', 'country'),
  termsRows.leaf('RelevantTradeLocation/Name', 'place'),
]
