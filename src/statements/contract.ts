import { z } from 'zod'
import { day, dayOut, id, moneyOut, reads, refusals } from '#platform/contract'
import { agedOut, itemKind, standingItemOut } from '#receivables/contract'

export const movementOut = z.object({
  on: dayOut,
  kind: itemKind,
  invoiceId: z.string().nullable(),
  paymentId: z.string().nullable(),
  reference: z.string(),
  /** Last due day, of an invoice. */
  dueOn: dayOut.nullable(),
  debit: moneyOut,
  credit: moneyOut,
  /** Code of the lettering with all that closes it. */
  lettering: z.string().nullable(),
  /** Owed once this is counted. */
  balance: moneyOut,
})

export const statementsContract = {
  get: reads('receivables:read')
    .route({
      method: 'GET',
      path: '/customers/{customerId}/statement',
      summary: 'The account of a customer over a period, with its running balance',
    })
    .input(z.object({ customerId: id, from: day.optional(), to: day.optional() }))
    .output(
      z.object({
        customerName: z.string(),
        customerCode: z.string(),
        from: dayOut,
        to: dayOut,
        opening: moneyOut,
        movements: z.array(movementOut),
        closing: moneyOut,
        /** What is still open at the end of the period, oldest due first. */
        openItems: z.array(standingItemOut),
        aged: agedOut,
      }),
    )
    .errors(refusals({ as_of_in_future: 422, statement_period_reversed: 422, statement_too_long: 422 })),
  pdf: reads('receivables:read')
    .route({
      method: 'GET',
      path: '/customers/{customerId}/statement.pdf',
      summary: 'What the customer owes on a day, to be sent: with the code to pay it all',
    })
    .input(z.object({ customerId: id, asOf: day.optional() }))
    .output(z.instanceof(File))
    .errors(refusals({ as_of_in_future: 422, statement_too_long: 422 })),
}
