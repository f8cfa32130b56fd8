import { attribute, element, mandatory, optional } from '../xml/write.ts'
import type { InvoiceLine } from '../model.ts'
import { allowanceCharge, each, identifier, period, taxOf } from './parts.ts'

/** BG-25. */
export function tradeLine(line: InvoiceLine): string {
  const unit = attribute('unitCode', line.unit)
  return element(
    'ram:IncludedSupplyChainTradeLineItem',
    element(
      'ram:AssociatedDocumentLineDocument',
      mandatory('ram:LineID', line.id) + element('ram:IncludedNote', optional('ram:Content', line.note)),
    ) +
      element(
        'ram:SpecifiedTradeProduct',
        identifier('ram:GlobalID', line.item.standardId) +
          optional('ram:SellerAssignedID', line.item.sellerId) +
          mandatory('ram:Name', line.item.name) +
          optional('ram:Description', line.item.description),
      ) +
      element(
        'ram:SpecifiedLineTradeAgreement',
        element(
          'ram:NetPriceProductTradePrice',
          mandatory('ram:ChargeAmount', line.netPrice) + optional('ram:BasisQuantity', line.priceBaseQuantity, unit),
        ),
      ) +
      element('ram:SpecifiedLineTradeDelivery', mandatory('ram:BilledQuantity', line.quantity, unit)) +
      element(
        'ram:SpecifiedLineTradeSettlement',
        taxOf('ram:ApplicableTradeTax', line.vat) +
          period(line.period) +
          each(line.allowancesCharges, allowanceCharge) +
          element('ram:SpecifiedTradeSettlementLineMonetarySummation', mandatory('ram:LineTotalAmount', line.netAmount)),
      ),
  )
}
