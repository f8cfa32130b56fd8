import { element, mandatory, optional } from '../xml/write.ts'
import type { Invoice, Note } from '../model.ts'
import { tradeLine } from './line.ts'
import { tradeDelivery, tradeParty } from './parties.ts'
import { dateTime, each } from './parts.ts'
import { tradeSettlement } from './settlement.ts'

const NAMESPACES =
  'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"' +
  ' xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"' +
  ' xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"' +
  ' xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"'

function context(invoice: Invoice): string {
  return element(
    'rsm:ExchangedDocumentContext',
    element('ram:BusinessProcessSpecifiedDocumentContextParameter', optional('ram:ID', invoice.frame)) +
      element('ram:GuidelineSpecifiedDocumentContextParameter', mandatory('ram:ID', invoice.guideline)),
  )
}

function note(note: Note): string {
  return element('ram:IncludedNote', mandatory('ram:Content', note.text) + optional('ram:SubjectCode', note.subject))
}

function header(invoice: Invoice): string {
  return element(
    'rsm:ExchangedDocument',
    mandatory('ram:ID', invoice.number) +
      mandatory('ram:TypeCode', invoice.typeCode) +
      dateTime('ram:IssueDateTime', invoice.issuedOn) +
      each(invoice.notes, note),
  )
}

function agreement(invoice: Invoice): string {
  const reference = (name: string, number: string | undefined) => element(name, optional('ram:IssuerAssignedID', number))
  return element(
    'ram:ApplicableHeaderTradeAgreement',
    optional('ram:BuyerReference', invoice.buyerReference) +
      tradeParty('ram:SellerTradeParty', invoice.seller) +
      tradeParty('ram:BuyerTradeParty', invoice.buyer) +
      reference('ram:SellerOrderReferencedDocument', invoice.sellerOrderReference) +
      reference('ram:BuyerOrderReferencedDocument', invoice.orderReference) +
      reference('ram:ContractReferencedDocument', invoice.contractReference),
  )
}

/**
 * The invoice as UN/CEFACT Cross Industry Invoice D22B, EN 16931 profile. Figures are written as the model holds them, never recomputed.
 * It writes whatever it is given: `checkInvoice` says whether that is right.
 */
export function writeCii(invoice: Invoice): string {
  const transaction = element(
    'rsm:SupplyChainTradeTransaction',
    each(invoice.lines, tradeLine) + agreement(invoice) + tradeDelivery(invoice.delivery) + tradeSettlement(invoice),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice ${NAMESPACES}>${context(invoice)}${header(invoice)}${transaction}</rsm:CrossIndustryInvoice>\n`
}
