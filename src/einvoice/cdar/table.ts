/** Which element of a CDAR D22B message is which field of the model, in the order of the schema. */
import { decimal, flag, must, readOnly } from '../binding/codecs.ts'
import { compiler } from '../binding/compile.ts'
import { type Row, type Table, rowsOf, text } from '../binding/rows.ts'
import { day } from '../cii/codecs.ts'
import type { Identifier } from '../model.ts'
import { time } from './codecs.ts'
import type { Acknowledgement, Characteristic, InvoiceStatus, LifecycleMessage, LifecycleParty, StatusDetail } from './model.ts'

export const CDAR_NAMESPACES = {
  rsm: 'urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
} as const

const identifierRows = rowsOf<Identifier>()
const identifier: Table = [identifierRows.leaf('.', 'value'), identifierRows.leaf('@schemeID', 'scheme')]

const partyRows = rowsOf<LifecycleParty>()
const party: Table = [
  partyRows.list('GlobalID', 'identifiers', identifier),
  partyRows.leaf('Name', 'name'),
  partyRows.leaf('RoleCode', 'role'),
  partyRows.group('URIUniversalCommunication/URIID', 'electronicAddress', identifier),
]

const characteristicRows = rowsOf<Characteristic>()
const characteristic: Table = [
  characteristicRows.leaf('ID', 'id'),
  characteristicRows.leaf('TypeCode', 'type', must(text)),
  characteristicRows.leaf('ValueChangedIndicator/udt:Indicator', 'isChanged', flag),
  characteristicRows.leaf('ValueChangedIndicator/udt:IndicatorString', 'isChanged', readOnly(flag)),
  characteristicRows.leaf('Name', 'name'),
  characteristicRows.leaf('Location', 'location'),
  characteristicRows.leaf('Value', 'text'),
  characteristicRows.leaf('ValueAmount', 'amount', decimal),
  characteristicRows.leaf('ValueAmount@currencyID', 'currency'),
  characteristicRows.leaf('ValueDateTime/udt:DateTimeString[@format=102]', 'on', day),
  characteristicRows.leaf('ValueDateTime/udt:DateTimeString[@format=204]', 'at', time),
  characteristicRows.leaf('ValueCode', 'code'),
  characteristicRows.leaf('ValueQuantity', 'quantity', decimal),
  characteristicRows.leaf('ValueQuantity@unitCode', 'unit'),
  characteristicRows.leaf('ValueNumeric', 'number', decimal),
  characteristicRows.leaf('ValuePercent', 'percent', decimal),
]

const noteRows = rowsOf<{ readonly text: string }>()
const note: Table = [noteRows.leaf('Content', 'text', must(text))]

const detailRows = rowsOf<StatusDetail>()
const detail: Table = [
  detailRows.leaf('ReasonCode', 'reasonCode'),
  detailRows.leaf('Reason', 'reason'),
  detailRows.leaf('ProcessConditionCode', 'status'),
  detailRows.leaf('ProcessCondition', 'label'),
  detailRows.leaf('RequestedActionCode', 'actionCode'),
  detailRows.leaf('RequestedAction', 'action'),
  detailRows.leaf('SequenceNumeric', 'sequence', decimal),
  detailRows.list('IncludedNote', 'notes', note),
  detailRows.list('SpecifiedDocumentCharacteristic', 'characteristics', characteristic),
]

const invoiceRows = rowsOf<InvoiceStatus>()
const invoice: Table = [
  invoiceRows.leaf('IssuerAssignedID', 'number', must(text)),
  invoiceRows.leaf('StatusCode', 'documentStatus'),
  invoiceRows.leaf('TypeCode', 'typeCode'),
  invoiceRows.leaf('ReceiptDateTime/udt:DateTimeString', 'receivedAt', time),
  invoiceRows.leaf('ReferenceTypeCode', 'referenceType'),
  invoiceRows.leaf('FormattedIssueDateTime/qdt:DateTimeString', 'issuedOn', day),
  invoiceRows.leaf('ProcessConditionCode', 'status', must(text)),
  invoiceRows.leaf('ProcessCondition', 'label'),
  invoiceRows.group('IssuerTradeParty', 'seller', party),
  invoiceRows.list('RecipientTradeParty', 'recipients', party),
  invoiceRows.list('SpecifiedDocumentStatus', 'details', detail),
]

const acknowledgementRows = rowsOf<Acknowledgement>()
const acknowledgement: Table = [
  acknowledgementRows.leaf('MultipleReferencesIndicator/udt:Indicator', 'isMultiple', flag),
  acknowledgementRows.leaf('MultipleReferencesIndicator/udt:IndicatorString', 'isMultiple', readOnly(flag)),
  acknowledgementRows.leaf('TypeCode', 'phase', must(text)),
  acknowledgementRows.leaf('IssueDateTime/udt:DateTimeString', 'postedAt', time),
  acknowledgementRows.list('ReferenceReferencedDocument', 'invoices', invoice),
]

const rows = rowsOf<LifecycleMessage>()
const inside = (path: string, table: Table): Row[] => table.map((row) => ({ ...row, path: `${path}/${row.path}` }))

const message: Table = [
  ...inside('rsm:ExchangedDocumentContext!', [
    rows.leaf('BusinessProcessSpecifiedDocumentContextParameter/ID', 'process'),
    rows.leaf('GuidelineSpecifiedDocumentContextParameter/ID', 'guideline', must(text)),
  ]),
  ...inside('rsm:ExchangedDocument!', [
    rows.leaf('ID', 'id', must(text)),
    rows.leaf('Name', 'name'),
    rows.leaf('IssueDateTime/udt:DateTimeString', 'createdAt', time),
    rows.group('SenderTradeParty', 'sender', party),
    rows.group('IssuerTradeParty', 'issuer', party),
    rows.list('RecipientTradeParty', 'recipients', party),
  ]),
  rows.list('rsm:AcknowledgementDocument', 'acknowledgements', acknowledgement),
]

export const CDAR = compiler({ uris: CDAR_NAMESPACES, prefixOf: () => 'ram', conditions: {} })(message)
