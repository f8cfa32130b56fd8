import { z } from 'zod'
import { timelineEvent } from '#audit/contract'
import { day, dayOut, id, moneyOut, page, pageOf, reads, refusals } from '#platform/contract'

/** What is owed by days past the due day of each instalment. */
const bucketsOut = z.object({
  notDue: moneyOut,
  to30: moneyOut,
  to60: moneyOut,
  to90: moneyOut,
  to120: moneyOut,
  over120: moneyOut,
})

export const agedOut = bucketsOut.extend({
  /** All but what is not due. */
  late: moneyOut,
  /** Payments and credit notes not put against any invoice: negative. */
  unallocated: moneyOut,
  total: moneyOut,
})

const bucket = z.enum(['notDue', 'to30', 'to60', 'to90', 'to120', 'over120'])
export const itemKind = z.enum(['instalment', 'credit_note', 'payment', 'payment_reversal', 'refund', 'refund_reversal'])

export const standingItemOut = z.object({
  id: z.string(),
  kind: itemKind,
  invoiceId: z.string().nullable(),
  paymentId: z.string().nullable(),
  reference: z.string(),
  datedOn: dayOut,
  dueOn: dayOut,
  daysLate: z.number(),
  bucket,
  amount: moneyOut,
  open: moneyOut,
})

/** Any day gone by; today when none is given. */
const asOf = day.optional()
const pastOnly = { as_of_in_future: 422 } as const

const lateCustomerOut = z.object({ customerId: z.string(), customerName: z.string(), late: moneyOut, daysLate: z.number() })
const countedOut = z.object({ count: z.number(), amount: moneyOut })

export const receivablesContract = {
  agedBalance: reads('receivables:read')
    .route({ method: 'GET', path: '/aged-balance', summary: 'Who owes how much since when, as of today or any past day' })
    .input(z.object({ asOf, sort: z.enum(['late', 'name']).default('late'), ...page }))
    .output(
      z.object({
        asOf: dayOut,
        totals: agedOut,
        customers: z.number(),
        rows: z.array(agedOut.extend({ customerId: z.string(), customerCode: z.string(), customerName: z.string() })),
        /** The customers after these rows, summed. */
        rest: agedOut.extend({ customers: z.number() }).nullable(),
        nextCursor: z.string().nullable(),
      }),
    )
    .errors(refusals(pastOnly)),
  agedBalanceCsv: reads('receivables:read')
    .route({ method: 'GET', path: '/aged-balance.csv', summary: 'The whole aged balance, one line a customer, for a spreadsheet' })
    .input(z.object({ asOf, sort: z.enum(['late', 'name']).default('name') }))
    .output(z.instanceof(File))
    .errors(refusals(pastOnly)),
  agedDetail: reads('receivables:read')
    .route({
      method: 'GET',
      path: '/aged-balance/{customerId}',
      summary: 'What stands behind a line of the aged balance, oldest due first',
    })
    .input(z.object({ customerId: id, asOf, ...page }))
    .output(pageOf(standingItemOut).extend({ asOf: dayOut }))
    .errors(refusals(pastOnly)),
  ofCustomer: reads('receivables:read')
    .route({ method: 'GET', path: '/customers/{customerId}/receivables', summary: 'What a customer owes, and how it pays' })
    .input(z.object({ customerId: id }))
    .output(
      z.object({
        balance: moneyOut,
        late: moneyOut,
        unallocated: moneyOut,
        openInvoices: z.number(),
        oldestLateOn: dayOut.nullable(),
        daysLate: z.number(),
        /** Of the last 12 months: Σ paid × (paid on − due on) / Σ paid. Negative when paid early; none when nothing was paid. */
        averageDelayDays: z.number().nullable(),
        lastPayment: z.object({ id: z.string(), paidOn: dayOut, amount: moneyOut }).nullable(),
      }),
    ),
  home: reads('receivables:read')
    .route({ method: 'GET', path: '/home', summary: 'What to do today, what is coming and what is late, what happened last' })
    .output(
      z.object({
        on: dayOut,
        /** False until the first invoice or draft. */
        started: z.boolean(),
        toDo: z.object({
          drafts: countedOut,
          lateInvoices: countedOut.extend({ customers: z.number() }),
          unallocatedPayments: countedOut,
          openCreditNotes: countedOut,
        }),
        /** Its total is the outstanding. */
        aged: agedOut,
        dueThisWeek: countedOut.extend({ until: dayOut }),
        dueThisMonth: countedOut.extend({ until: dayOut }),
        received: z.object({ days: z.number(), amount: moneyOut, before: moneyOut }),
        dso: z.object({
          days: z.number().nullable(),
          periodDays: z.number(),
          /** The first invoice is younger than the period. */
          tooEarly: z.boolean(),
          countBackDays: z.number().nullable(),
          countBackExhausted: z.boolean(),
        }),
        oldestLate: z.array(lateCustomerOut),
        recent: z.array(timelineEvent.extend({ customerName: z.string().nullable() })),
      }),
    ),
}
