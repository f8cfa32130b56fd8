import { z } from 'zod'
import { DIFFERENCE_KINDS, type DifferenceKind, MOST_ROUNDING_CENTS } from './rules/differences.ts'

import { day, dayOut, id, money, moneyOut, page, pageOf, reads, refusals, text, writes } from '#platform/contract'

export { DIFFERENCE_KINDS, type DifferenceKind, MOST_ROUNDING_CENTS }

export const paymentMethod = z.enum(['transfer', 'cheque', 'card', 'cash', 'direct_debit', 'other'])

const allocationOut = z.object({
  id: z.string(),
  invoiceId: z.string().nullable(),
  reference: z.string(),
  amount: moneyOut,
  allocatedOn: dayOut,
  origin: z.enum(['manual', 'automatic', 'credit_note', 'payment']),
  evidence: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })),
})

export const paymentOut = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  paidOn: dayOut,
  /** What it settles; below zero: given back to the customer. */
  amount: moneyOut,
  /** Not yet put against any invoice: the customer's credit. */
  open: moneyOut,
  method: paymentMethod,
  reference: z.string(),
  fromBank: z.boolean(),
  reversedOn: dayOut.nullable(),
  reversalReason: z.string().nullable(),
  /** The amount less the differences: what came in. */
  received: moneyOut,
  /** What was settled without having come in; the VAT inside a discount. */
  differences: z.array(z.object({ kind: z.enum(DIFFERENCE_KINDS), amount: moneyOut, vat: moneyOut })),
  allocations: z.array(allocationOut),
})

const allocation = z.object({ invoiceId: id, amount: money })

/** More invoices than one transfer has ever paid. */
const ALLOCATION_LIMIT = 200

const allocationRefusals = {
  allocation_not_positive: 422,
  allocation_exceeds_open: 422,
  allocation_same_side: 422,
  allocation_two_customers: 422,
} as const

export const paymentsContract = {
  list: reads('payments:read')
    .route({ method: 'GET', path: '/payments', summary: 'Payments received, newest first' })
    .input(z.object({ customerId: id.optional(), unallocated: z.stringbool().optional(), search: text(80).optional(), ...page }))
    .output(pageOf(paymentOut.omit({ allocations: true, received: true, differences: true }))),
  views: reads('payments:read')
    .route({
      method: 'GET',
      path: '/payments/views',
      summary: 'How many payments are not wholly put against invoices, and what is left of them',
    })
    .output(z.object({ unallocated: z.object({ count: z.number(), open: moneyOut }) })),
  get: reads('payments:read')
    .route({ method: 'GET', path: '/payments/{id}', summary: 'One payment and what it paid' })
    .input(z.object({ id }))
    .output(paymentOut),
  record: writes('payments:write')
    .route({ method: 'POST', path: '/payments', summary: 'A payment received, put against invoices now or later' })
    .input(
      z.object({
        customerId: id,
        paidOn: day,
        amount: money,
        method: paymentMethod.default('transfer'),
        reference: text(140).default(''),
        /** `oldest`: against the oldest due first; a list: as said; nothing: the customer's credit. */
        allocate: z.union([z.literal('oldest'), z.array(allocation).max(ALLOCATION_LIMIT)]).default([]),
      }),
    )
    .output(paymentOut)
    .errors(
      refusals({
        customer_unknown: 422,
        payment_not_positive: 422,
        payment_in_future: 422,
        invoice_of_other_customer: 422,
        ...allocationRefusals,
      }),
    ),
  allocate: writes('payments:write')
    .route({ method: 'POST', path: '/payments/{id}/allocations', summary: 'Put what is left of a payment against invoices' })
    .input(z.object({ id, allocations: z.array(allocation).min(1).max(ALLOCATION_LIMIT) }))
    .output(paymentOut)
    .errors(refusals({ invoice_of_other_customer: 422, ...allocationRefusals })),
  undoAllocation: writes('payments:write')
    .route({ method: 'POST', path: '/allocations/{id}/undo', summary: 'Take an allocation back; the invoice is open again' })
    .input(z.object({ id }))
    .output(z.object({ id: z.string() }))
    .errors(refusals({ allocation_already_undone: 409 })),
  reverse: writes('payments:write')
    .route({
      method: 'POST',
      path: '/payments/{id}/reversal',
      summary: 'The payment no longer counts: bounced cheque, refund, entered by mistake',
    })
    .input(z.object({ id, reversedOn: day, reason: text(300, 1) }))
    .output(paymentOut)
    .errors(refusals({ payment_already_reversed: 409, reversal_before_payment: 422, payment_in_future: 422 })),
}
