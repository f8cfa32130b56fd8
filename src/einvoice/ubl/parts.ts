/** The small parts that recur in UBL 2.1. Row order is the element order of the schema. */
import { chargeKind, decimal, documentType, must, taxType } from '../binding/codecs.ts'
import { rowsOf, type Table, text } from '../binding/rows.ts'
import type { AllowanceCharge, Identifier, Note, SupportingDocument, TaxPart } from '../model.ts'
import { amount, day, note as noteText } from './codecs.ts'

const identifierRows = rowsOf<Identifier>()
export const identifier: Table = [identifierRows.leaf('.', 'value'), identifierRows.leaf('@schemeID', 'scheme')]
/** An identifier one level further in, as parties and items carry theirs. */
export const innerIdentifier: Table = [identifierRows.leaf('ID', 'value'), identifierRows.leaf('ID@schemeID', 'scheme')]

/** BT-18, BT-128. */
export const object: Table = [...innerIdentifier, identifierRows.constant('DocumentTypeCode', '130')]

const noteRows = rowsOf<Note>()
export const note: Table = [noteRows.leaf('.', '.', noteText)]

const taxRows = rowsOf<TaxPart>()
/** Category and rate; category O has no rate. */
export const taxCategory: Table = [
  taxRows.leaf('ID', 'category', must(text)),
  taxRows.leaf('Percent', 'rate', decimal),
  taxRows.leaf('TaxExemptionReasonCode', 'exemptionCode', 'EXTENDED'),
  taxRows.leaf('TaxExemptionReason', 'exemptionReason', 'EXTENDED'),
  taxRows.leaf('TaxScheme+/ID', 'taxType', taxType),
]

const partRows = rowsOf<AllowanceCharge>()
/** BG-20, BG-21, BG-27, BG-28. */
export const allowanceCharge: Table = [
  partRows.leaf('ChargeIndicator', 'kind', chargeKind),
  partRows.leaf('AllowanceChargeReasonCode', 'reasonCode'),
  partRows.leaf('AllowanceChargeReason', 'reason'),
  partRows.leaf('MultiplierFactorNumeric', 'percent', decimal),
  partRows.leaf('SequenceNumeric', 'sequence', decimal, 'EXTENDED'),
  partRows.leaf('Amount', 'amount', must(amount)),
  partRows.leaf('BaseAmount', 'baseAmount', amount),
  partRows.group('TaxCategory', 'vat', taxCategory),
]

const documentRows = rowsOf<SupportingDocument>()
/** BG-24. */
export const supportingDocument: Table = [
  documentRows.leaf('ID', 'reference', must(text)),
  documentRows.leaf('IssueDate', 'issuedOn', day, 'EXTENDED'),
  documentRows.leaf('DocumentTypeCode', 'typeCode', documentType, 'EXTENDED'),
  documentRows.leaf('DocumentDescription', 'description'),
  documentRows.leaf('Attachment/EmbeddedDocumentBinaryObject', 'content', must(text)),
  documentRows.leaf('Attachment/EmbeddedDocumentBinaryObject@mimeCode', 'mimeType'),
  documentRows.leaf('Attachment/EmbeddedDocumentBinaryObject@filename', 'filename'),
  documentRows.leaf('Attachment/ExternalReference/URI', 'uri'),
]

/** For rows that are only read: another row writes the field. */
export const neverWritten = (): boolean => false
