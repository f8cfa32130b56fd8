import { decimal, discountKind, must, required, taxType, unlessSaid } from '../binding/codecs.ts'
import { rowsOf, type Table, text } from '../binding/rows.ts'
import type { InvoiceLine, Item, ItemAttribute, ItemClassification, LineVat, PrecedingInvoice } from '../model.ts'
import type { Root } from '../reading.ts'
import { amount, day, lineNote, priceDiscount } from './codecs.ts'
import { allowanceCharge, innerIdentifier, note, object } from './parts.ts'

const classificationRows = rowsOf<ItemClassification>()
const classification: Table = [
  classificationRows.leaf('ItemClassificationCode', 'code'),
  classificationRows.leaf('ItemClassificationCode@listID', 'list'),
  classificationRows.leaf('ItemClassificationCode@listVersionID', 'listVersion'),
]

const attributeRows = rowsOf<ItemAttribute>()
/** BG-32. */
const attribute: Table = [attributeRows.leaf('Name', 'name'), attributeRows.leaf('Value', 'value')]

const vatRows = rowsOf<LineVat>()
/** BG-30. */
const lineVat: Table = [
  vatRows.leaf('ID', 'category', must(text)),
  vatRows.leaf('Percent', 'rate', decimal),
  vatRows.leaf('TaxExemptionReasonCode', 'exemptionCode', 'EXTENDED'),
  vatRows.leaf('TaxExemptionReason', 'exemptionReason', 'EXTENDED'),
  vatRows.leaf('TaxScheme+/ID', 'taxType', taxType),
]

const itemRows = rowsOf<Item>()
/** BG-31 without its VAT, which the model keeps beside the item. */
const item = [
  itemRows.leaf('Description', 'description'),
  itemRows.leaf('Name', 'name', must(text)),
  itemRows.leaf('BrandName', 'extended.brandName', 'EXTENDED'),
  itemRows.leaf('ModelName', 'extended.modelName', 'EXTENDED'),
  itemRows.leaf('BuyersItemIdentification/ID', 'buyerId'),
  itemRows.leaf('SellersItemIdentification/ID', 'sellerId'),
  itemRows.group('StandardItemIdentification', 'standardId', innerIdentifier),
  itemRows.leaf('OriginCountry/IdentificationCode', 'originCountry'),
  itemRows.list('CommodityClassification', 'classifications', classification),
] satisfies Table

const itemEnd = [itemRows.list('AdditionalItemProperty', 'attributes', attribute)] satisfies Table

const rows = rowsOf<InvoiceLine>()

const inItem = (table: Table): Table =>
  table.map((row) => {
    const path = `Item/${row.path}`
    return row.kind === 'constant' ? { ...row, path } : { ...row, path, field: `item.${row.field}` }
  })

const precedingRows = rowsOf<Partial<PrecedingInvoice>>()
const precedingInvoice: Table = [
  precedingRows.leaf('InvoiceDocumentReference/ID', 'number', required(text)),
  precedingRows.leaf('InvoiceDocumentReference/IssueDate', 'issuedOn', day),
  precedingRows.leaf('InvoiceDocumentReference/DocumentTypeCode', 'typeCode'),
]

type Dispatch = { readonly number?: string; readonly line?: string }
const dispatchRows = rowsOf<Dispatch>()
const lineReference: Table = [dispatchRows.leaf('LineID', 'line', unlessSaid('NA')), dispatchRows.leaf('DocumentReference/ID', 'number')]

/** BG-25. Invoices and credit notes name the line and its quantity differently, and order two groups differently. */
export function lineOf(root: Exclude<Root, 'CrossIndustryInvoice'>): Table {
  const quantity = root === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity'
  const line: Table = [
    rows.leaf('ID', 'id', must(text)),
    rows.leaf('Note', '.', lineNote),
    rows.list('Note', 'extended.furtherNotes', note, 'EXTENDED'),
    rows.leaf(quantity, 'quantity', must(decimal)),
    rows.leaf(`${quantity}@unitCode`, 'unit'),
    rows.leaf('LineExtensionAmount', 'netAmount', must(amount)),
    rows.leaf('AccountingCost', 'buyerAccountingReference'),
    rows.leaf('InvoicePeriod/StartDate', 'period.from', day),
    rows.leaf('InvoicePeriod/EndDate', 'period.to', day),
    // The schema wants the line even beside the order's number.
    rows.leaf('OrderLineReference/LineID', 'orderLine', unlessSaid('NA')),
    rows.leaf('OrderLineReference/OrderReference/ID', 'extended.order.number', 'EXTENDED'),
    rows.group('DespatchLineReference', 'extended.despatchAdvice', lineReference, 'EXTENDED'),
    rows.group('ReceiptLineReference', 'extended.receivingAdvice', lineReference, 'EXTENDED'),
    rows.group('BillingReference', 'extended.precedingInvoice', precedingInvoice, 'EXTENDED'),
    rows.group('DocumentReference', 'object', object),
    rows.list('DocumentReference', 'extended.furtherObjects', object, 'EXTENDED'),
    rows.list('AllowanceCharge', 'allowancesCharges', allowanceCharge),
    ...inItem(item),
    rows.group('Item/ClassifiedTaxCategory', 'vat', lineVat),
    ...inItem(itemEnd),
    rows.leaf('Price/PriceAmount', 'netPrice', must(amount)),
    rows.leaf('Price/BaseQuantity', 'priceBaseQuantity', decimal),
    rows.leaf('Price/BaseQuantity@unitCode', 'priceBaseUnit'),
    rows.leaf('Price/AllowanceCharge/ChargeIndicator', 'extended.discount.kind', discountKind),
    rows.leaf('Price/AllowanceCharge/AllowanceChargeReasonCode', 'extended.discount.reasonCode', 'EXTENDED'),
    rows.leaf('Price/AllowanceCharge/AllowanceChargeReason', 'extended.discount.reason', 'EXTENDED'),
    rows.leaf('Price/AllowanceCharge/Amount', '.', priceDiscount),
    rows.leaf('Price/AllowanceCharge/BaseAmount', 'grossPrice', amount),
    rows.list(root === 'Invoice' ? 'SubInvoiceLine' : 'SubCreditNoteLine', 'subLines', () => line, 'EXTENDED'),
  ]
  return line
}
