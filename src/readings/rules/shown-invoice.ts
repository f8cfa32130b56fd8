/**
 * What of an invoice is shown: as found in the file, whatever it holds, under the names of the model of EN 16931, so that the path of a failure
 * (`totals.gross`) is a path in here too. Attachments stay where they are.
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
  contact: z.object({ name: found, department: found, phone: found, email: found }).optional(),
})

const vat = z.object({ category: found, rate: found })

const allowanceCharge = z.object({
  kind: found,
  amount: found,
  baseAmount: found,
  percent: found,
  reason: found,
  reasonCode: found,
  vat: vat.optional(),
})

const item = z.object({
  name: found,
  description: found,
  sellerId: found,
  buyerId: found,
  standardId: identifier.optional(),
  classifications: many(z.object({ code: found, list: found })),
  originCountry: found,
  attributes: many(z.object({ name: found, value: found })),
})

const line = z.object({
  id: found,
  note: found,
  object: identifier.optional(),
  orderLine: found,
  buyerAccountingReference: found,
  quantity: found,
  unit: found,
  netPrice: found,
  grossPrice: found,
  priceDiscount: found,
  priceBaseQuantity: found,
  netAmount: found,
  period: period.optional(),
  allowancesCharges: many(allowanceCharge),
  vat: vat.optional(),
  item: item.optional(),
  extended: z
    .object({
      parentId: found,
      /** Whether the line counts: `DETAIL`, `GROUP` or `INFORMATION`. */
      statusCode: found,
      furtherNotes: many(z.object({ text: found })),
    })
    .optional(),
  /** Of XRechnung. */
  subLines: many(z.object({ quantity: found, unit: found, netAmount: found, item: z.object({ name: found }).optional() })),
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
  card: z.object({ number: found, holder: found }).optional(),
  debitedIban: found,
})

const incentive = z.object({ percent: found, amount: found, baseAmount: found, periodLength: found, periodUnit: found })

/** What EXTENDED adds that changes who deals, what is owed or when. */
const extended = z.object({
  invoicer: party.optional(),
  invoicee: party.optional(),
  payer: party.optional(),
  salesAgent: party.optional(),
  buyerAgent: party.optional(),
  buyerTaxRepresentative: party.optional(),
  endUser: party.optional(),
  shipFrom: party.optional(),
  finalShipTo: party.optional(),
  logisticsCharges: many(z.object({ description: found, amount: found })),
  instalmentAmount: found,
  furtherTerms: many(z.object({ description: found, dueOn: found, amount: found })),
  penalty: incentive.optional(),
  discount: incentive.optional(),
  advancePayments: many(z.object({ amount: found, receivedOn: found, invoiceNumber: found })),
  adjustments: many(z.object({ reason: found, amount: found })),
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
  delivery: z.object({ name: found, identifiers: many(identifier), deliveredOn: found, address: address.optional() }).optional(),
  period: period.optional(),
  payment: payment.optional(),
  furtherPayments: many(payment),
  mandate: found,
  creditorId: found,
  allowancesCharges: many(allowanceCharge),
  vatBreakdown: many(vatRow),
  totals: totals.optional(),
  supportingDocuments: many(z.object({ reference: found, description: found, filename: found, uri: found })),
  lines: many(line),
  extended: extended.optional(),
})

export type Shown = z.output<typeof shownInvoice>
