import { attribute, element, mandatory, optional } from '../xml/write.ts'
import type { Invoice, PaymentInstructions, PrecedingInvoice, VatBreakdown } from '../model.ts'
import { allowanceCharge, dateTime, each, formattedDate, period } from './parts.ts'

/** BG-16. */
function paymentMeans(payment: PaymentInstructions | undefined): string {
  if (!payment) return ''
  return element(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    mandatory('ram:TypeCode', payment.meansCode) +
      optional('ram:Information', payment.meansText) +
      element(
        'ram:PayeePartyCreditorFinancialAccount',
        optional('ram:IBANID', payment.iban) + optional('ram:AccountName', payment.accountName),
      ) +
      element('ram:PayeeSpecifiedCreditorFinancialInstitution', optional('ram:BICID', payment.bic)),
  )
}

/** BG-23. BT-8 belongs to the document, but CII repeats it in each row. */
function vatRow(row: VatBreakdown, vatPointCode: string | undefined): string {
  return element(
    'ram:ApplicableTradeTax',
    mandatory('ram:CalculatedAmount', row.taxAmount) +
      '<ram:TypeCode>VAT</ram:TypeCode>' +
      optional('ram:ExemptionReason', row.exemptionReason) +
      mandatory('ram:BasisAmount', row.taxableAmount) +
      mandatory('ram:CategoryCode', row.category) +
      optional('ram:ExemptionReasonCode', row.exemptionCode) +
      optional('ram:DueDateTypeCode', vatPointCode) +
      optional('ram:RateApplicablePercent', row.rate),
  )
}

/** BG-22. */
function totals(invoice: Invoice): string {
  const { totals } = invoice
  return element(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    mandatory('ram:LineTotalAmount', totals.lineNet) +
      optional('ram:ChargeTotalAmount', totals.charges) +
      optional('ram:AllowanceTotalAmount', totals.allowances) +
      mandatory('ram:TaxBasisTotalAmount', totals.net) +
      mandatory('ram:TaxTotalAmount', totals.vat, attribute('currencyID', invoice.currency)) +
      optional('ram:TaxTotalAmount', totals.vatInAccountingCurrency, attribute('currencyID', invoice.vatCurrency)) +
      optional('ram:RoundingAmount', totals.rounding) +
      mandatory('ram:GrandTotalAmount', totals.gross) +
      optional('ram:TotalPrepaidAmount', totals.paid) +
      mandatory('ram:DuePayableAmount', totals.due),
  )
}

/** BG-3. */
function precedingInvoice(preceding: PrecedingInvoice): string {
  return element(
    'ram:InvoiceReferencedDocument',
    mandatory('ram:IssuerAssignedID', preceding.number) + formattedDate('ram:FormattedIssueDateTime', preceding.issuedOn),
  )
}

export function tradeSettlement(invoice: Invoice): string {
  return element(
    'ram:ApplicableHeaderTradeSettlement',
    optional('ram:PaymentReference', invoice.payment?.remittance) +
      optional('ram:TaxCurrencyCode', invoice.vatCurrency) +
      mandatory('ram:InvoiceCurrencyCode', invoice.currency) +
      paymentMeans(invoice.payment) +
      each(invoice.vatBreakdown, (row) => vatRow(row, invoice.vatPointCode)) +
      period(invoice.period) +
      each(invoice.allowancesCharges, allowanceCharge) +
      element(
        'ram:SpecifiedTradePaymentTerms',
        optional('ram:Description', invoice.paymentTerms) + dateTime('ram:DueDateDateTime', invoice.dueOn),
      ) +
      totals(invoice) +
      each(invoice.precedingInvoices, precedingInvoice),
  )
}
