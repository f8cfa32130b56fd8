import { z } from 'zod'
import {
  address,
  day,
  dayOut,
  email,
  id,
  instantOut,
  moneyOut,
  page,
  pageOf,
  quantity,
  rate,
  reads,
  refusals,
  text,
  unitPrice,
  version,
  writes,
} from '#platform/contract'
import { paymentTerms } from '#terms/contract'

/** For the screens that choose a format: what it would print. */
export { checkSeriesFormat, renderNumber } from './rules/numbering.ts'
/** For the screens that show documents. */
export { stateWords } from './rules/state-words.ts'

const nature = z.enum(['goods', 'service'])

/** Longest invoice: a page of the editor, not a catalogue. */
export const LINE_LIMIT = 500

export const lineInput = z.object({
  itemId: id.nullable().default(null),
  /** A draft may wait for its words; issuing does not. */
  name: text(200),
  description: text(2000).default(''),
  nature: nature.default('service'),
  quantity,
  unit: z
    .string()
    .regex(/^[A-Z0-9]{2,3}$/, { error: 'not_a_unit' })
    .default('C62'),
  unitPrice,
  discount: rate.prefault('0'),
  vatCode: text(40, 1),
  creditedLineId: id.nullable().default(null),
})

export const draftInput = z.object({
  customerId: id.nullable().default(null),
  /** Nothing: the day it is issued. */
  issuedOn: day.nullable().default(null),
  deliveredOn: day.nullable().default(null),
  deliveryAddress: address.nullable().default(null),
  orderReference: text(50).default(''),
  buyerReference: text(50).default(''),
  /** Nothing: the customer's, or else the company's. */
  paymentTerms: paymentTerms.nullable().default(null),
  note: text(2000).default(''),
  lines: z.array(lineInput).max(LINE_LIMIT, { error: 'too_many_lines' }).default([]),
})

const lineOut = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  nature,
  quantity: z.string(),
  unit: z.string(),
  unitPrice: z.string(),
  discount: z.string(),
  vatCode: z.string(),
  net: moneyOut,
  creditedLineId: z.string().nullable(),
})

const totalsOut = z.object({
  net: moneyOut,
  vat: moneyOut,
  total: moneyOut,
  groups: z.array(z.object({ category: z.string(), rate: z.string(), net: moneyOut, vat: moneyOut, wording: z.string().nullable() })),
})

/** `draft`, then by what is open: `open`, `late`, `settled`; `credited` when a credit note closed it. */
export const documentState = z.enum(['draft', 'open', 'late', 'settled', 'credited'])

const partyOut = z.object({
  name: z.string(),
  siren: z.string().nullable(),
  vatNumber: z.string().nullable(),
  address: z.object({ line1: z.string(), line2: z.string(), postcode: z.string(), city: z.string(), country: z.string() }),
})

/** What stands around the lines: of an issued document as it was issued, of a draft as things are now. */
export const paperOut = z.object({
  seller: partyOut.extend({ legal: z.string() }),
  buyer: partyOut.nullable(),
  accentColor: z.string(),
  /** The terms in words. */
  terms: z.string(),
  payTo: z.object({ iban: z.string(), bic: z.string().nullable() }).nullable(),
  footer: z.string(),
  /** The VAT treatment a new line starts with, by what is sold: follows the company's regime and the customer's country. */
  usualVat: z.object({ goods: z.string(), service: z.string() }),
})

/** What the customer owes today, all documents together, and the address the document would be sent to. */
export const customerStandingOut = z.object({
  recipient: z.string().nullable(),
  open: moneyOut,
  late: moneyOut,
  lateCount: z.number(),
})

/** What was put against the document: a payment, a credit note; or, of a credit note, the invoices it reduced. */
export const settlementOut = z.object({
  id: z.string(),
  kind: z.enum(['payment', 'credit_note', 'invoice', 'other']),
  paymentId: z.string().nullable(),
  documentId: z.string().nullable(),
  reference: z.string(),
  amount: moneyOut,
  on: dayOut,
  automatic: z.boolean(),
})

const instalmentOut = z.object({ dueOn: dayOut, amount: moneyOut, open: moneyOut })
/** Something to know before issuing, that forbids nothing. */
export const warningOut = z.object({ field: z.string(), sentence: z.string() })
const failureOut = z.object({ rule: z.string(), field: z.string().nullable(), sentence: z.string() })

export const invoiceOut = z.object({
  id: z.string(),
  kind: z.enum(['invoice', 'credit_note']),
  state: documentState,
  version: z.number(),
  number: z.string().nullable(),
  customerId: z.string().nullable(),
  customerName: z.string(),
  issuedOn: dayOut.nullable(),
  deliveredOn: dayOut.nullable(),
  deliveryAddress: address.nullable(),
  orderReference: z.string(),
  buyerReference: z.string(),
  paymentTerms: paymentTerms.nullable(),
  note: z.string(),
  lines: z.array(lineOut),
  totals: totalsOut,
  instalments: z.array(instalmentOut),
  open: moneyOut,
  creditedInvoice: z.object({ id: z.string(), number: z.string() }).nullable(),
  creditNotes: z.array(z.object({ id: z.string(), number: z.string().nullable(), total: moneyOut })),
  /** What issuing would print and what it would refuse, so that the editor says it while one types. */
  mentions: z.array(z.string()),
  failures: z.array(failureOut),
  /** What of a draft deserves a second look: a total of nothing, terms beyond the law, what its PDF could not show as it is written. */
  warnings: z.array(warningOut),
  paper: paperOut,
  customer: customerStandingOut.nullable(),
  settlements: z.array(settlementOut),
  updatedAt: instantOut,
})

export const invoiceRow = z.object({
  id: z.string(),
  kind: z.enum(['invoice', 'credit_note']),
  state: documentState,
  number: z.string().nullable(),
  customerId: z.string().nullable(),
  customerName: z.string(),
  issuedOn: dayOut.nullable(),
  dueOn: dayOut.nullable(),
  daysLate: z.number(),
  total: moneyOut,
  open: moneyOut,
})

export const listView = z.enum(['to_collect', 'late', 'drafts', 'settled', 'credit_notes', 'all'])

const notDraft = refusals({
  invoice_line_too_large: 422,
  invoice_too_large: 422,
  invoice_not_draft: 409,
  invoice_changed_elsewhere: 409,
  vat_code_unknown: 422,
  customer_unknown: 422,
  item_unknown: 422,
  credit_line_unknown: 422,
})
const cannotIssue = refusals({
  invoice_not_draft: 409,
  invoice_without_customer: 422,
  invoice_without_lines: 422,
  invoice_total_negative: 422,
  invoice_would_fail: 422,
  issue_date_in_future: 422,
  issue_date_before_last: 422,
  number_too_long: 422,
  credit_exceeds_invoice: 422,
  customer_without_email: 422,
})

export const invoicesContract = {
  list: reads('invoices:read')
    .route({ method: 'GET', path: '/invoices', summary: 'Invoices and credit notes, newest first' })
    .input(z.object({ view: listView.default('all'), customerId: id.optional(), search: text(80).optional(), ...page }))
    .output(pageOf(invoiceRow)),
  views: reads('invoices:read')
    .route({ method: 'GET', path: '/invoices/views', summary: 'How many documents each view holds, and what is open on them' })
    .output(z.object({ views: z.array(z.object({ view: listView, count: z.number(), open: moneyOut })) })),
  blank: reads('invoices:read')
    .route({ method: 'GET', path: '/invoices/blank', summary: 'The paper of an invoice nobody has begun yet' })
    .output(z.object({ paper: paperOut, today: dayOut })),
  get: reads('invoices:read')
    .route({ method: 'GET', path: '/invoices/{id}', summary: 'One invoice, credit note or draft' })
    .input(z.object({ id }))
    .output(invoiceOut),
  createDraft: writes('invoices:write')
    .route({ method: 'POST', path: '/invoices', summary: 'A new draft' })
    .input(draftInput)
    .output(invoiceOut)
    .errors(notDraft),
  saveDraft: writes('invoices:write')
    .route({ method: 'PUT', path: '/invoices/{id}', summary: 'The whole draft, as it now stands' })
    .input(draftInput.extend({ id, version }))
    .output(invoiceOut)
    .errors(notDraft),
  deleteDraft: writes('invoices:write')
    .route({ method: 'DELETE', path: '/invoices/{id}', summary: 'Throw a draft away; it had no number' })
    .input(z.object({ id }))
    .output(z.object({ id: z.string() }))
    .errors(notDraft),
  issue: writes('invoices:write')
    .route({
      method: 'POST',
      path: '/invoices/{id}/issue',
      summary: 'Give the draft its number, for ever; draw, archive, post, and send if asked',
    })
    .input(
      z.object({
        id,
        send: z.boolean().default(false),
        /** Nothing: the customer's billing contact. */
        to: z.array(email).min(1).max(5).optional(),
      }),
    )
    .output(
      z.object({ id: z.string(), number: z.string(), issuedOn: dayOut, dueOn: dayOut, total: moneyOut, sha256: z.string().nullable() }),
    )
    .errors(cannotIssue),
  credit: writes('invoices:write')
    .route({
      method: 'POST',
      path: '/invoices/{id}/credit',
      summary: 'A draft credit note for all that is left of the invoice, or for some lines',
    })
    .input(
      z.object({
        id,
        reason: text(500).default(''),
        /** Nothing: everything not yet credited. */
        lines: z
          .array(z.object({ lineId: id, quantity: quantity.optional() }))
          .max(LINE_LIMIT)
          .optional(),
      }),
    )
    .output(invoiceOut)
    .errors(refusals({ invoice_not_issued: 409, invoice_is_credit_note: 422, nothing_left_to_credit: 422, credit_exceeds_invoice: 422 })),
  send: writes('invoices:write')
    .route({ method: 'POST', path: '/invoices/{id}/send', summary: 'Send the issued document by mail again' })
    .input(z.object({ id, to: z.array(email).max(5).optional() }))
    .output(z.object({ to: z.array(z.string()) }))
    .errors(refusals({ invoice_not_issued: 409, customer_without_email: 422 })),
  pdf: reads('invoices:read')
    .route({ method: 'GET', path: '/invoices/{id}/pdf', summary: 'The archived Factur-X, or a preview while it is a draft' })
    .input(z.object({ id }))
    .output(z.instanceof(File)),
  xml: reads('invoices:read')
    .route({ method: 'GET', path: '/invoices/{id}/xml', summary: 'The CII inside the Factur-X' })
    .input(z.object({ id }))
    .output(z.instanceof(File))
    .errors(refusals({ invoice_not_issued: 409 })),
  numbering: reads('invoices:read')
    .route({ method: 'GET', path: '/numbering', summary: 'The series, their next numbers, and whether they can still be changed' })
    .output(
      z.object({
        series: z.array(
          z.object({
            kind: z.enum(['invoice', 'credit_note']),
            pattern: z.string(),
            firstSequence: z.number(),
            next: z.string(),
            final: z.boolean(),
          }),
        ),
      }),
    ),
  setNumbering: writes('company:write')
    .route({ method: 'PUT', path: '/numbering/{kind}', summary: 'Choose how a series numbers, before its first document' })
    .input(
      z.object({
        kind: z.enum(['invoice', 'credit_note']),
        pattern: text(40, 1),
        firstSequence: z.number().int().min(1).max(9_999_999).default(1),
      }),
    )
    .output(z.object({ pattern: z.string(), next: z.string() }))
    .errors(refusals({ numbering_final: 409, numbering_pattern_invalid: 422, numbering_collides: 422 })),
}
