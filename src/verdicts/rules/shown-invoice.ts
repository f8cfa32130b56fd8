/**
 * What of an invoice is shown beside its verdict: as found in the file, whatever it holds, under the names of the model of EN 16931, so that the
 * path of a failure (`totals.gross`) is a path in here too.
 */
import { z } from 'zod'

const found = z.string().optional()
const many = <T extends z.ZodType>(each: T) => z.array(each).optional()

const identifier = z.object({ value: found, scheme: found })
const period = z.object({ from: found, to: found })

const address = z.object({
  line1: found,
  line2: found,
  line3: found,
  postcode: found,
  city: found,
  subdivision: found,
  country: found,
})

const party = z.object({
  name: found,
  tradingName: found,
  identifiers: many(identifier),
  legalId: identifier.optional(),
  vatNumber: found,
  taxRegistration: found,
  legalInformation: found,
  address: address.optional(),
  electronicAddress: identifier.optional(),
  contact: z.object({ name: found, phone: found, email: found }).optional(),
})

const allowanceCharge = z.object({
  kind: found,
  amount: found,
  baseAmount: found,
  percent: found,
  reason: found,
  reasonCode: found,
})

const vat = z.object({ category: found, rate: found })

const line = z.object({
  id: found,
  note: found,
  quantity: found,
  unit: found,
  netPrice: found,
  priceBaseQuantity: found,
  netAmount: found,
  period: period.optional(),
  allowancesCharges: many(allowanceCharge),
  vat: vat.optional(),
  item: z.object({ name: found, description: found, sellerId: found, buyerId: found, standardId: identifier.optional() }).optional(),
})

const vatRow = vat.extend({ taxableAmount: found, taxAmount: found, exemptionReason: found, exemptionCode: found })

const totals = z.object({
  lineNet: found,
  allowances: found,
  charges: found,
  net: found,
  vat: found,
  vatInAccountingCurrency: found,
  gross: found,
  paid: found,
  rounding: found,
  due: found,
})

const payment = z.object({
  meansCode: found,
  meansText: found,
  remittance: found,
  iban: found,
  accountName: found,
  accountNumber: found,
  bic: found,
  debitedIban: found,
})

export const shownInvoice = z.object({
  guideline: found,
  frame: found,
  number: found,
  issuedOn: found,
  typeCode: found,
  currency: found,
  vatCurrency: found,
  vatPointOn: found,
  vatPointCode: found,
  dueOn: found,
  buyerReference: found,
  projectReference: found,
  contractReference: found,
  orderReference: found,
  sellerOrderReference: found,
  receivingAdviceReference: found,
  despatchAdviceReference: found,
  tenderReference: found,
  invoicedObject: identifier.optional(),
  buyerAccountingReference: found,
  paymentTerms: found,
  notes: many(z.object({ subject: found, text: found })),
  precedingInvoices: many(z.object({ number: found, issuedOn: found })),
  seller: party.optional(),
  buyer: party.optional(),
  payee: party.optional(),
  sellerTaxRepresentative: party.optional(),
  delivery: z.object({ name: found, deliveredOn: found, address: address.optional() }).optional(),
  period: period.optional(),
  payment: payment.optional(),
  furtherPayments: many(payment),
  mandate: found,
  creditorId: found,
  allowancesCharges: many(allowanceCharge),
  vatBreakdown: many(vatRow),
  totals: totals.optional(),
  supportingDocuments: many(z.object({ reference: found, description: found, filename: found })),
  lines: many(line),
})
