import { decimal, must, taxType, once } from '../binding/codecs.ts'
import { rowsOf, type Table, text } from '../binding/rows.ts'
import type {
  AdvancePayment,
  Invoice,
  InvoiceTotals,
  LogisticsCharge,
  PaymentIncentive,
  PaymentInstructions,
  PaymentTerm,
  PrecedingInvoice,
  VatBreakdown,
} from '../model.ts'
import { day, vatTotal, vatTotalInVatCurrency } from './codecs.ts'
import { party } from './parties.ts'
import { account, allowanceCharge, taxPart } from './parts.ts'

const paymentRows = rowsOf<PaymentInstructions>()
/** BG-16 to BG-19. */
const payment: Table = [
  paymentRows.leaf('TypeCode', 'meansCode', must(text)),
  paymentRows.leaf('Information', 'meansText', 'EN 16931'),
  paymentRows.leaf('ApplicableTradeSettlementFinancialCard/ID', 'card.number', 'EN 16931'),
  paymentRows.leaf('ApplicableTradeSettlementFinancialCard/CardholderName', 'card.holder', 'EN 16931'),
  paymentRows.leaf('PayerPartyDebtorFinancialAccount/IBANID', 'debitedIban'),
  paymentRows.leaf('PayerPartyDebtorFinancialAccount/AccountName', 'debitedAccountName', 'EXTENDED'),
  paymentRows.leaf('PayeePartyCreditorFinancialAccount/IBANID', 'iban'),
  paymentRows.leaf('PayeePartyCreditorFinancialAccount/AccountName', 'accountName', 'EN 16931'),
  paymentRows.leaf('PayeePartyCreditorFinancialAccount/ProprietaryID', 'accountNumber'),
  paymentRows.leaf('PayerSpecifiedDebtorFinancialInstitution/BICID', 'debitedBic', 'EXTENDED'),
  paymentRows.leaf('PayeeSpecifiedCreditorFinancialInstitution/BICID', 'bic', 'EN 16931'),
]

const vatRows = rowsOf<VatBreakdown>()
/** BG-23. BT-7 and BT-8 belong to the invoice, but CII repeats them in each row. */
const vatRow: Table = [
  vatRows.leaf('CalculatedAmount', 'taxAmount', must(decimal)),
  vatRows.leaf('TypeCode', 'taxType', taxType),
  vatRows.leaf('ExemptionReason', 'exemptionReason'),
  vatRows.leaf('BasisAmount', 'taxableAmount', must(decimal)),
  vatRows.leaf('LineTotalBasisAmount', 'lineNet', decimal, 'EXTENDED'),
  vatRows.leaf('AllowanceChargeBasisAmount', 'allowancesAndCharges', decimal, 'EXTENDED'),
  vatRows.leaf('CategoryCode', 'category', must(text)),
  vatRows.leaf('ExemptionReasonCode', 'exemptionCode'),
  vatRows.leaf('TaxPointDate/udt:DateString', '/vatPointOn', once(day), 'EN 16931'),
  vatRows.leaf('DueDateTypeCode', '/vatPointCode'),
  vatRows.leaf('RateApplicablePercent', 'rate', decimal),
]

const chargeRows = rowsOf<LogisticsCharge>()
const logisticsCharge: Table = [
  chargeRows.leaf('Description', 'description'),
  chargeRows.leaf('AppliedAmount', 'amount', decimal),
  chargeRows.list('AppliedTradeTax', 'vat', taxPart),
]

const incentiveRows = rowsOf<PaymentIncentive>()
const incentive = (amount: 'ActualPenaltyAmount' | 'ActualDiscountAmount'): Table => [
  incentiveRows.leaf('BasisDateTime/udt:DateTimeString', 'basisOn', day),
  incentiveRows.leaf('BasisPeriodMeasure', 'periodLength', decimal),
  incentiveRows.leaf('BasisPeriodMeasure@unitCode', 'periodUnit'),
  incentiveRows.leaf('BasisAmount', 'baseAmount', decimal),
  incentiveRows.leaf('CalculationPercent', 'percent', decimal),
  incentiveRows.leaf(amount, 'amount', decimal),
]
const penalty = incentive('ActualPenaltyAmount')
const discount = incentive('ActualDiscountAmount')

const termRows = rowsOf<PaymentTerm>()
const paymentTerm: Table = [
  termRows.leaf('Description', 'description'),
  termRows.leaf('DueDateDateTime/udt:DateTimeString', 'dueOn', day),
  termRows.leaf('DirectDebitMandateID', 'mandate'),
  termRows.leaf('PartialPaymentAmount', 'amount', decimal),
  termRows.group('ApplicableTradePaymentPenaltyTerms', 'penalty', penalty),
  termRows.group('ApplicableTradePaymentDiscountTerms', 'discount', discount),
  termRows.group('PayeeTradeParty', 'payee', party),
]

const totalRows = rowsOf<InvoiceTotals>()
/** BG-22. */
const totals: Table = [
  totalRows.leaf('LineTotalAmount', 'lineNet', must(decimal), 'BASIC WL'),
  totalRows.leaf('ChargeTotalAmount', 'charges', decimal, 'BASIC WL'),
  totalRows.leaf('AllowanceTotalAmount', 'allowances', decimal, 'BASIC WL'),
  totalRows.leaf('TaxBasisTotalAmount', 'net', must(decimal)),
  totalRows.leaf('TaxTotalAmount[:inCurrency]', 'vat', must(vatTotal)),
  totalRows.leaf('TaxTotalAmount[:inVatCurrency]', 'vatInAccountingCurrency', vatTotalInVatCurrency, 'BASIC WL'),
  totalRows.leaf('RoundingAmount', 'rounding', decimal, 'EN 16931'),
  totalRows.leaf('GrandTotalAmount', 'gross', must(decimal)),
  totalRows.leaf('TotalPrepaidAmount', 'paid', decimal, 'BASIC WL'),
  totalRows.leaf('DuePayableAmount', 'due', must(decimal)),
]

const adjustmentRows = rowsOf<{ readonly reason: string; readonly amount: string }>()
const adjustment: Table = [adjustmentRows.leaf('Reason', 'reason'), adjustmentRows.leaf('ActualAmount', 'amount', decimal)]

const precedingRows = rowsOf<PrecedingInvoice>()
/** BG-3. */
const precedingInvoice: Table = [
  precedingRows.leaf('IssuerAssignedID', 'number', must(text)),
  precedingRows.leaf('TypeCode', 'typeCode', 'EXTENDED'),
  precedingRows.leaf('FormattedIssueDateTime/qdt:DateTimeString', 'issuedOn', day),
]

const advanceRows = rowsOf<AdvancePayment>()
const advancePayment: Table = [
  advanceRows.leaf('PaidAmount', 'amount', decimal),
  advanceRows.leaf('FormattedReceivedDateTime/qdt:DateTimeString', 'receivedOn', day),
  advanceRows.list('IncludedTradeTax', 'vat', taxPart),
  advanceRows.leaf('InvoiceSpecifiedReferencedDocument/IssuerAssignedID', 'invoiceNumber'),
  advanceRows.leaf('InvoiceSpecifiedReferencedDocument/FormattedIssueDateTime/qdt:DateTimeString', 'invoiceIssuedOn', day),
]

const rows = rowsOf<Invoice>()
const terms = 'SpecifiedTradePaymentTerms'
const exchange = 'TaxApplicableTradeCurrencyExchange'

export const settlement: Table = [
  rows.leaf('CreditorReferenceID', 'creditorId', 'BASIC WL'),
  rows.leaf('PaymentReference', 'payment.remittance', 'BASIC WL'),
  rows.leaf('TaxCurrencyCode', 'vatCurrency', 'BASIC WL'),
  rows.leaf('InvoiceCurrencyCode', 'currency', must(text)),
  rows.leaf('InvoiceIssuerReference', 'extended.issuerReference', 'EXTENDED'),
  rows.group('InvoicerTradeParty', 'extended.invoicer', party, 'EXTENDED'),
  rows.group('InvoiceeTradeParty', 'extended.invoicee', party, 'EXTENDED'),
  rows.group('PayeeTradeParty', 'payee', party, 'BASIC WL'),
  rows.group('PayerTradeParty', 'extended.payer', party, 'EXTENDED'),
  rows.leaf(`${exchange}/SourceCurrencyCode`, 'extended.currencyExchange.from', 'EXTENDED'),
  rows.leaf(`${exchange}/TargetCurrencyCode`, 'extended.currencyExchange.to', 'EXTENDED'),
  rows.leaf(`${exchange}/ConversionRate`, 'extended.currencyExchange.rate', decimal, 'EXTENDED'),
  rows.leaf(`${exchange}/ConversionRateDateTime/udt:DateTimeString`, 'extended.currencyExchange.rateOn', day, 'EXTENDED'),
  rows.group('SpecifiedTradeSettlementPaymentMeans', 'payment', payment, 'BASIC WL'),
  rows.list('SpecifiedTradeSettlementPaymentMeans', 'furtherPayments', payment, 'BASIC WL'),
  rows.list('ApplicableTradeTax', 'vatBreakdown', vatRow, 'BASIC WL'),
  rows.leaf('BillingSpecifiedPeriod/StartDateTime/udt:DateTimeString', 'period.from', day, 'BASIC WL'),
  rows.leaf('BillingSpecifiedPeriod/EndDateTime/udt:DateTimeString', 'period.to', day, 'BASIC WL'),
  rows.list('SpecifiedTradeAllowanceCharge', 'allowancesCharges', allowanceCharge, 'BASIC WL'),
  rows.list('SpecifiedLogisticsServiceCharge', 'extended.logisticsCharges', logisticsCharge, 'EXTENDED'),
  rows.leaf(`${terms}/Description`, 'paymentTerms', 'BASIC WL'),
  rows.leaf(`${terms}/DueDateDateTime/udt:DateTimeString`, 'dueOn', day, 'BASIC WL'),
  rows.leaf(`${terms}/DirectDebitMandateID`, 'mandate', 'BASIC WL'),
  rows.leaf(`${terms}/PartialPaymentAmount`, 'extended.instalmentAmount', decimal, 'EXTENDED'),
  rows.group(`${terms}/ApplicableTradePaymentPenaltyTerms`, 'extended.penalty', penalty, 'EXTENDED'),
  rows.group(`${terms}/ApplicableTradePaymentDiscountTerms`, 'extended.discount', discount, 'EXTENDED'),
  rows.group(`${terms}/PayeeTradeParty`, 'extended.instalmentPayee', party, 'EXTENDED'),
  rows.list(terms, 'extended.furtherTerms', paymentTerm, 'EXTENDED'),
  rows.group('SpecifiedTradeSettlementHeaderMonetarySummation', 'totals', totals),
  rows.list('SpecifiedFinancialAdjustment', 'extended.adjustments', adjustment, 'EXTENDED'),
  rows.list('InvoiceReferencedDocument', 'precedingInvoices', precedingInvoice, 'BASIC WL'),
  rows.leaf('ReceivableSpecifiedTradeAccountingAccount/ID', 'buyerAccountingReference', 'BASIC WL'),
  rows.leaf('ReceivableSpecifiedTradeAccountingAccount/TypeCode', 'extended.accountTypeCode', 'EXTENDED'),
  rows.list('ReceivableSpecifiedTradeAccountingAccount', 'extended.furtherAccounts', account, 'EXTENDED'),
  rows.list('SpecifiedAdvancePayment', 'extended.advancePayments', advancePayment, 'EXTENDED'),
]
