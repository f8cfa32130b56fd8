/** Which element of a UN/CEFACT Cross Industry Invoice is which field of the model. D16B is read by the same rows: D22B only adds to it. */
import { flag, must, unlessSaid } from '../binding/codecs.ts'
import { compiler } from '../binding/compile.ts'
import { rowsOf, type Row, type Table, text } from '../binding/rows.ts'
import type { Invoice } from '../model.ts'
import { CONDITIONS, day } from './codecs.ts'
import { line } from './line.ts'
import { party, seller, shipTo } from './parties.ts'
import { deliveryTerms, note, object, reference, supportingDocument } from './parts.ts'
import { settlement } from './settlement.ts'

export const CII_NAMESPACES = {
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
} as const

const rows = rowsOf<Invoice>()

/** Rows of a table that stands inside an element which is no group of the model. */
const inside = (path: string, table: Table): Row[] => table.map((row) => ({ ...row, path: `${path}/${row.path}` }))

const context: Table = inside('rsm:ExchangedDocumentContext!', [
  rows.leaf('TestIndicator/udt:Indicator', 'extended.test', flag, 'EXTENDED'),
  rows.leaf('BusinessProcessSpecifiedDocumentContextParameter/ID', 'frame'),
  rows.leaf('GuidelineSpecifiedDocumentContextParameter/ID', 'guideline', must(text)),
])

const document: Table = inside('rsm:ExchangedDocument!', [
  rows.leaf('ID', 'number', must(text)),
  rows.leaf('Name', 'extended.name', 'EXTENDED'),
  rows.leaf('TypeCode', 'typeCode', must(text)),
  rows.leaf('IssueDateTime/udt:DateTimeString', 'issuedOn', day),
  rows.leaf('CopyIndicator/udt:Indicator', 'extended.copy', flag, 'EXTENDED'),
  rows.leaf('LanguageID', 'extended.language', 'EXTENDED'),
  rows.list('IncludedNote', 'notes', note, 'BASIC WL'),
  rows.leaf('EffectiveSpecifiedPeriod/CompleteDateTime/udt:DateTimeString', 'extended.completeOn', day, 'EXTENDED'),
])

const issuedOn = 'FormattedIssueDateTime/qdt:DateTimeString'
const tender = 'AdditionalReferencedDocument[TypeCode=50]'
const objectPath = 'AdditionalReferencedDocument[TypeCode=130]'

const agreement: Table = [
  rows.leaf('BuyerReference', 'buyerReference'),
  rows.group('SellerTradeParty', 'seller', seller),
  rows.group('BuyerTradeParty', 'buyer', party),
  rows.group('SalesAgentTradeParty', 'extended.salesAgent', party, 'EXTENDED'),
  rows.group('BuyerTaxRepresentativeTradeParty', 'extended.buyerTaxRepresentative', party, 'EXTENDED'),
  rows.group('SellerTaxRepresentativeTradeParty', 'sellerTaxRepresentative', party, 'BASIC WL'),
  rows.group('ProductEndUserTradeParty', 'extended.endUser', party, 'EXTENDED'),
  rows.group('ApplicableTradeDeliveryTerms', 'extended.deliveryTerms', deliveryTerms, 'EXTENDED'),
  rows.leaf('SellerOrderReferencedDocument/IssuerAssignedID', 'sellerOrderReference', 'EN 16931'),
  rows.leaf(`SellerOrderReferencedDocument/${issuedOn}`, 'extended.sellerOrderedOn', day, 'EXTENDED'),
  rows.leaf('BuyerOrderReferencedDocument/IssuerAssignedID', 'orderReference'),
  rows.leaf(`BuyerOrderReferencedDocument/${issuedOn}`, 'extended.orderedOn', day, 'EXTENDED'),
  rows.group('QuotationReferencedDocument', 'extended.quotation', reference, 'EXTENDED'),
  rows.leaf('ContractReferencedDocument/IssuerAssignedID', 'contractReference', 'BASIC WL'),
  rows.leaf('ContractReferencedDocument/ReferenceTypeCode', 'extended.contractTypeCode', 'EXTENDED'),
  rows.leaf(`ContractReferencedDocument/${issuedOn}`, 'extended.contractedOn', day, 'EXTENDED'),
  rows.leaf(`${tender}/IssuerAssignedID`, 'tenderReference', 'EN 16931'),
  rows.constant(`${tender}/TypeCode`, '50', 'EN 16931'),
  rows.group(objectPath, 'invoicedObject', object, 'EN 16931'),
  rows.list(objectPath, 'extended.furtherObjects', object, 'EXTENDED'),
  rows.list('AdditionalReferencedDocument', 'supportingDocuments', supportingDocument, 'EN 16931'),
  rows.group('BuyerAgentTradeParty', 'extended.buyerAgent', party, 'EXTENDED'),
  rows.leaf('SpecifiedProcuringProject/ID', 'projectReference', 'EN 16931'),
  rows.leaf('SpecifiedProcuringProject/Name', 'projectName', unlessSaid('Project reference'), 'EN 16931'),
  rows.list('UltimateCustomerOrderReferencedDocument', 'extended.endCustomerOrders', reference, 'EXTENDED'),
]

const transports = rowsOf<{ readonly mode: string }>()

const delivery: Table = [
  rows.list(
    'RelatedSupplyChainConsignment/SpecifiedLogisticsTransportMovement',
    'extended.transports',
    [transports.leaf('ModeCode', 'mode')],
    'EXTENDED',
  ),
  rows.group('ShipToTradeParty', 'delivery', shipTo, 'BASIC WL'),
  rows.group('UltimateShipToTradeParty', 'extended.finalShipTo', party, 'EXTENDED'),
  rows.group('ShipFromTradeParty', 'extended.shipFrom', party, 'EXTENDED'),
  rows.leaf('ActualDeliverySupplyChainEvent/OccurrenceDateTime/udt:DateTimeString', 'delivery.deliveredOn', day, 'BASIC WL'),
  rows.leaf('DespatchAdviceReferencedDocument/IssuerAssignedID', 'despatchAdviceReference', 'BASIC WL'),
  rows.leaf(`DespatchAdviceReferencedDocument/${issuedOn}`, 'extended.despatchAdvisedOn', day, 'EXTENDED'),
  rows.leaf('ReceivingAdviceReferencedDocument/IssuerAssignedID', 'receivingAdviceReference', 'EN 16931'),
  rows.leaf(`ReceivingAdviceReferencedDocument/${issuedOn}`, 'extended.receivingAdvisedOn', day, 'EXTENDED'),
  rows.group('DeliveryNoteReferencedDocument', 'extended.deliveryNote', reference, 'EXTENDED'),
]

const transaction: Table = inside('rsm:SupplyChainTradeTransaction!', [
  rows.list('IncludedSupplyChainTradeLineItem', 'lines', line, 'BASIC'),
  ...inside('ApplicableHeaderTradeAgreement!', agreement),
  ...inside('ApplicableHeaderTradeDelivery!', delivery),
  ...inside('ApplicableHeaderTradeSettlement!', settlement),
])

const compile = compiler({ uris: CII_NAMESPACES, prefixOf: () => 'ram', conditions: CONDITIONS })

export const CII = compile([...context, ...document, ...transaction])
