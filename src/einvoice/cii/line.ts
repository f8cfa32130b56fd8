import { decimal, discountKind, must, required, taxType } from '../binding/codecs.ts'
import { rowsOf, type Table, text } from '../binding/rows.ts'
import type { IncludedItem, InvoiceLine, Item, ItemAttribute, ItemClassification, LineVat } from '../model.ts'
import { day } from './codecs.ts'
import { party } from './parties.ts'
import {
  account,
  allowanceCharge,
  deliveryTerms,
  identifier,
  note,
  object,
  quantity,
  reference,
  supportingDocument,
  taxPart,
} from './parts.ts'

const partRows = rowsOf<IncludedItem>()
const includedItem: Table = [
  partRows.leaf('ID', 'id'),
  partRows.list('GlobalID', 'globalIds', identifier),
  partRows.leaf('SellerAssignedID', 'sellerId'),
  partRows.leaf('BuyerAssignedID', 'buyerId'),
  partRows.leaf('IndustryAssignedID', 'industryId'),
  partRows.leaf('Name', 'name'),
  partRows.leaf('Description', 'description'),
  partRows.group('UnitQuantity', 'quantity', quantity),
]

const attributeRows = rowsOf<ItemAttribute>()
/** BG-32. */
const attribute: Table = [
  attributeRows.leaf('TypeCode', 'code', 'EXTENDED'),
  attributeRows.leaf('Description', 'name'),
  attributeRows.group('ValueMeasure', 'measure', quantity, 'EXTENDED'),
  attributeRows.leaf('Value', 'value'),
]

const classificationRows = rowsOf<ItemClassification>()
const classification: Table = [
  classificationRows.leaf('ClassCode', 'code'),
  classificationRows.leaf('ClassCode@listID', 'list'),
  classificationRows.leaf('ClassCode@listVersionID', 'listVersion'),
  classificationRows.leaf('ClassName', 'name', 'EXTENDED'),
]

type Instance = { readonly batch?: string; readonly serialNumber?: string }
const instanceRows = rowsOf<Instance>()
const instance: Table = [instanceRows.leaf('BatchID', 'batch'), instanceRows.leaf('SupplierAssignedSerialID', 'serialNumber')]

const itemRows = rowsOf<Item>()
/** BG-31. */
const item: Table = [
  itemRows.leaf('ID', 'extended.id', 'EXTENDED'),
  itemRows.group('GlobalID', 'standardId', identifier),
  itemRows.leaf('SellerAssignedID', 'sellerId', 'EN 16931'),
  itemRows.leaf('BuyerAssignedID', 'buyerId', 'EN 16931'),
  itemRows.leaf('IndustryAssignedID', 'extended.industryId', 'EXTENDED'),
  itemRows.leaf('ModelID', 'extended.modelId', 'EXTENDED'),
  itemRows.leaf('Name', 'name', must(text)),
  itemRows.leaf('Description', 'description', 'EN 16931'),
  itemRows.list('BatchID', 'extended.batches', identifier, 'EXTENDED'),
  itemRows.leaf('BrandName', 'extended.brandName', 'EXTENDED'),
  itemRows.leaf('ModelName', 'extended.modelName', 'EXTENDED'),
  itemRows.list('ApplicableProductCharacteristic', 'attributes', attribute, 'EN 16931'),
  itemRows.list('DesignatedProductClassification', 'classifications', classification, 'EN 16931'),
  itemRows.list('IndividualTradeProductInstance', 'extended.instances', instance, 'EXTENDED'),
  itemRows.leaf('OriginTradeCountry/ID', 'originCountry', 'EN 16931'),
  itemRows.group('ManufacturerTradeParty', 'extended.manufacturer', party, 'EXTENDED'),
  itemRows.list('IncludedReferencedProduct', 'extended.parts', includedItem, 'EXTENDED'),
]

const vatRows = rowsOf<LineVat>()
/** BG-30. */
const lineVat: Table = [
  vatRows.leaf('TypeCode', 'taxType', taxType),
  vatRows.leaf('ExemptionReason', 'exemptionReason', 'EXTENDED'),
  vatRows.leaf('CategoryCode', 'category', must(text)),
  vatRows.leaf('ExemptionReasonCode', 'exemptionCode', 'EXTENDED'),
  vatRows.leaf('RateApplicablePercent', 'rate', decimal),
]

const rows = rowsOf<InvoiceLine>()

const document: Table = [
  rows.leaf('AssociatedDocumentLineDocument/LineID', 'id', must(text)),
  rows.leaf('AssociatedDocumentLineDocument/ParentLineID', 'extended.parentId', 'EXTENDED'),
  rows.leaf('AssociatedDocumentLineDocument/LineStatusCode', 'extended.statusCode', 'EXTENDED'),
  rows.leaf('AssociatedDocumentLineDocument/LineStatusReasonCode', 'extended.statusReason', 'EXTENDED'),
  rows.leaf('AssociatedDocumentLineDocument/IncludedNote/ContentCode', 'extended.noteCode', 'EXTENDED'),
  rows.leaf('AssociatedDocumentLineDocument/IncludedNote/Content', 'note'),
  rows.leaf('AssociatedDocumentLineDocument/IncludedNote/SubjectCode', 'extended.noteSubject', 'EXTENDED'),
  rows.list('AssociatedDocumentLineDocument/IncludedNote', 'extended.furtherNotes', note, 'EXTENDED'),
]

const agreement = 'SpecifiedLineTradeAgreement'
const gross = `${agreement}/GrossPriceProductTradePrice`
const discount = `${gross}/AppliedTradeAllowanceCharge`
const net = `${agreement}/NetPriceProductTradePrice`
const prices: Table = [
  rows.group(`${agreement}/ApplicableTradeDeliveryTerms`, 'extended.deliveryTerms', deliveryTerms, 'EXTENDED'),
  rows.group(`${agreement}/SellerOrderReferencedDocument`, 'extended.sellerOrder', reference, 'EXTENDED'),
  rows.leaf(`${agreement}/BuyerOrderReferencedDocument/IssuerAssignedID`, 'extended.order.number', 'EXTENDED'),
  rows.leaf(`${agreement}/BuyerOrderReferencedDocument/LineID`, 'orderLine', 'EN 16931'),
  rows.leaf(
    `${agreement}/BuyerOrderReferencedDocument/FormattedIssueDateTime/qdt:DateTimeString`,
    'extended.order.issuedOn',
    day,
    'EXTENDED',
  ),
  rows.group(`${agreement}/QuotationReferencedDocument`, 'extended.quotation', reference, 'EXTENDED'),
  rows.group(`${agreement}/ContractReferencedDocument`, 'extended.contract', reference, 'EXTENDED'),
  rows.list(`${agreement}/AdditionalReferencedDocument`, 'extended.documents', supportingDocument, 'EXTENDED'),
  rows.leaf(`${gross}/ChargeAmount`, 'grossPrice', required(decimal)),
  rows.leaf(`${gross}/BasisQuantity`, 'extended.grossPriceBaseQuantity', decimal),
  rows.leaf(`${gross}/BasisQuantity@unitCode`, 'extended.grossPriceBaseUnit'),
  rows.leaf(`${discount}/ChargeIndicator+/udt:Indicator`, 'extended.discount.kind', discountKind),
  rows.leaf(`${discount}/SequenceNumeric`, 'extended.discount.sequence', decimal, 'EXTENDED'),
  rows.leaf(`${discount}/CalculationPercent`, 'extended.discount.percent', decimal, 'EXTENDED'),
  rows.leaf(`${discount}/BasisAmount`, 'extended.discount.baseAmount', decimal, 'EXTENDED'),
  rows.leaf(`${discount}/BasisQuantity`, 'extended.discount.baseQuantity', decimal, 'EXTENDED'),
  rows.leaf(`${discount}/BasisQuantity@unitCode`, 'extended.discount.baseUnit', 'EXTENDED'),
  rows.leaf(`${discount}/ActualAmount`, 'priceDiscount', decimal),
  rows.leaf(`${discount}/ReasonCode`, 'extended.discount.reasonCode', 'EXTENDED'),
  rows.leaf(`${discount}/Reason`, 'extended.discount.reason', 'EXTENDED'),
  rows.list(discount, 'extended.furtherPriceParts', allowanceCharge, 'EXTENDED'),
  rows.leaf(`${net}/ChargeAmount`, 'netPrice', must(decimal)),
  rows.leaf(`${net}/BasisQuantity`, 'priceBaseQuantity', decimal),
  rows.leaf(`${net}/BasisQuantity@unitCode`, 'priceBaseUnit'),
  rows.group(`${net}/IncludedTradeTax`, 'extended.includedTax', taxPart, 'EXTENDED'),
  rows.group(`${agreement}/ItemSellerTradeParty`, 'extended.itemSeller', party, 'EXTENDED'),
  rows.list(`${agreement}/UltimateCustomerOrderReferencedDocument`, 'extended.endCustomerOrders', reference, 'EXTENDED'),
]

const delivery = 'SpecifiedLineTradeDelivery'
const deliveries: Table = [
  rows.leaf(`${delivery}/BilledQuantity`, 'quantity', must(decimal)),
  rows.leaf(`${delivery}/BilledQuantity@unitCode`, 'unit'),
  rows.group(`${delivery}/ChargeFreeQuantity`, 'extended.freeQuantity', quantity, 'EXTENDED'),
  rows.group(`${delivery}/PackageQuantity`, 'extended.packages', quantity, 'EXTENDED'),
  rows.group(`${delivery}/PerPackageUnitQuantity`, 'extended.perPackage', quantity, 'EXTENDED'),
  rows.group(`${delivery}/ShipToTradeParty`, 'extended.shipTo', party, 'EXTENDED'),
  rows.group(`${delivery}/UltimateShipToTradeParty`, 'extended.finalShipTo', party, 'EXTENDED'),
  rows.leaf(`${delivery}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/udt:DateTimeString`, 'extended.deliveredOn', day, 'EXTENDED'),
  rows.group(`${delivery}/DespatchAdviceReferencedDocument`, 'extended.despatchAdvice', reference, 'EXTENDED'),
  rows.group(`${delivery}/ReceivingAdviceReferencedDocument`, 'extended.receivingAdvice', reference, 'EXTENDED'),
  rows.group(`${delivery}/DeliveryNoteReferencedDocument`, 'extended.deliveryNote', reference, 'EXTENDED'),
]

const settlement = 'SpecifiedLineTradeSettlement'
const sums = `${settlement}/SpecifiedTradeSettlementLineMonetarySummation`
const preceding = `${settlement}/InvoiceReferencedDocument`
const objectPath = `${settlement}/AdditionalReferencedDocument[TypeCode=130]`
const settlements: Table = [
  rows.group(`${settlement}/ApplicableTradeTax`, 'vat', lineVat),
  rows.leaf(`${settlement}/BillingSpecifiedPeriod/StartDateTime/udt:DateTimeString`, 'period.from', day),
  rows.leaf(`${settlement}/BillingSpecifiedPeriod/EndDateTime/udt:DateTimeString`, 'period.to', day),
  rows.list(`${settlement}/SpecifiedTradeAllowanceCharge`, 'allowancesCharges', allowanceCharge),
  rows.leaf(`${sums}/LineTotalAmount`, 'netAmount', must(decimal)),
  rows.leaf(`${sums}/ChargeTotalAmount`, 'extended.charges', decimal, 'EXTENDED'),
  rows.leaf(`${sums}/AllowanceTotalAmount`, 'extended.allowances', decimal, 'EXTENDED'),
  rows.leaf(`${sums}/TaxTotalAmount`, 'extended.vatAmount', decimal, 'EXTENDED'),
  rows.leaf(`${sums}/GrandTotalAmount`, 'extended.gross', decimal, 'EXTENDED'),
  rows.leaf(`${sums}/TotalAllowanceChargeAmount`, 'extended.allowancesAndCharges', decimal, 'EXTENDED'),
  rows.leaf(`${preceding}/IssuerAssignedID`, 'extended.precedingInvoice.number', 'EXTENDED'),
  rows.leaf(`${preceding}/LineID`, 'extended.precedingInvoice.line', 'EXTENDED'),
  rows.leaf(`${preceding}/TypeCode`, 'extended.precedingInvoice.typeCode', 'EXTENDED'),
  rows.leaf(`${preceding}/FormattedIssueDateTime/qdt:DateTimeString`, 'extended.precedingInvoice.issuedOn', day, 'EXTENDED'),
  rows.group(objectPath, 'object', object, 'EN 16931'),
  rows.list(objectPath, 'extended.furtherObjects', object, 'EXTENDED'),
  rows.leaf(`${settlement}/ReceivableSpecifiedTradeAccountingAccount/ID`, 'buyerAccountingReference', 'EN 16931'),
  rows.leaf(`${settlement}/ReceivableSpecifiedTradeAccountingAccount/TypeCode`, 'extended.accountTypeCode', 'EXTENDED'),
  rows.list(`${settlement}/ReceivableSpecifiedTradeAccountingAccount`, 'extended.furtherAccounts', account, 'EXTENDED'),
]

/** BG-25. */
export const line: Table = [...document, rows.group('SpecifiedTradeProduct', 'item', item), ...prices, ...deliveries, ...settlements]
