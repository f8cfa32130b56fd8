import { z } from 'zod'
import { dayOut, id, instantOut, moneyOut, page, pageOf, reads, refusals, writes } from '#platform/contract'

export const channel = z.enum(['email', 'letter'])

export const blockCode = z.enum(['rule_off', 'money_unallocated', 'too_soon', 'closed_day', 'closed_hour', 'not_ripe'])

/** `on` is null when no reminder is to come. The sentences say when and why; and why not today. */
export const nextOut = z.object({
  on: dayOut.nullable(),
  sentence: z.string(),
  blocked: z.object({ code: blockCode, sentence: z.string() }).nullable(),
})

const workRow = z.object({
  customerId: z.string(),
  customerName: z.string(),
  late: moneyOut,
  invoices: z.number(),
  lateSince: dayOut,
  daysLate: z.number(),
  channel,
  unallocated: moneyOut,
  lastReminderOn: dayOut.nullable(),
  next: nextOut,
  /** A letter that waits to be posted. */
  letter: z.object({ reminderId: z.string(), on: dayOut }).nullable(),
})

const reminderRow = z.object({
  id: z.string(),
  on: dayOut,
  at: instantOut,
  customerId: z.string(),
  customerName: z.string(),
  origin: z.enum(['rule', 'hand']),
  channel,
  to: z.array(z.string()),
  total: moneyOut,
  invoices: z.array(z.object({ id: z.string(), number: z.string(), open: moneyOut })),
  mailId: z.string().nullable(),
  state: z.enum(['waiting', 'sent', 'kept', 'failed', 'to_post', 'posted']),
})

/** A reminder sooner than a day after the due day is no reminder; later than a quarter is a write-off. */
const delayDays = z.coerce.number().int().min(1).max(90)

const settingsOut = z.object({ enabled: z.boolean(), delayDays: z.number(), minimumGapDays: z.number() })

export const dunningContract = {
  next: reads('dunning:read')
    .route({
      method: 'GET',
      path: '/invoices/{invoiceId}/next-reminder',
      summary: 'When the next reminder about an invoice leaves, and why; or why not today',
    })
    .input(z.object({ invoiceId: id }))
    .output(nextOut),
  worklist: reads('dunning:read')
    .route({
      method: 'GET',
      path: '/dunning/worklist',
      summary: 'Customers who are late, the largest amount first, with what is to be done',
    })
    .input(z.object(page))
    .output(pageOf(workRow)),
  history: reads('dunning:read')
    .route({ method: 'GET', path: '/dunning/history', summary: 'Reminders sent and letters to post, newest first' })
    .input(z.object({ customerId: id.optional(), invoiceId: id.optional(), ...page }))
    .output(pageOf(reminderRow)),
  settings: reads('dunning:read')
    .route({ method: 'GET', path: '/dunning/settings', summary: 'The rule of the company' })
    .output(settingsOut),
  saveSettings: writes('dunning:write')
    .route({ method: 'PUT', path: '/dunning/settings', summary: 'Switch the rule on or off, and say how many days after the due day' })
    .input(z.object({ enabled: z.boolean(), delayDays }))
    .output(settingsOut),
  preview: reads('dunning:read')
    .route({ method: 'GET', path: '/dunning/preview', summary: 'What the rule would send on the next working day' })
    .input(z.object({ delayDays }))
    .output(
      z.object({
        on: dayOut,
        customers: z.number(),
        invoices: z.number(),
        letters: z.number(),
        total: moneyOut,
        /** The largest ones. */
        rows: z.array(z.object({ customerId: z.string(), customerName: z.string(), invoices: z.number(), total: moneyOut, channel })),
        sentence: z.string(),
      }),
    ),
  sendNow: writes('dunning:write')
    .route({ method: 'POST', path: '/customers/{customerId}/reminder', summary: 'Remind one customer of everything late, now' })
    .input(z.object({ customerId: id }))
    .output(z.object({ reminderId: z.string(), channel, to: z.array(z.string()), total: moneyOut }))
    .errors(refusals({ not_found: 404, dunning_nothing_late: 422, dunning_money_unallocated: 422, dunning_items_moving: 409 })),
  posted: writes('dunning:write')
    .route({ method: 'POST', path: '/dunning/letters/{id}/posted', summary: 'Say that a letter was posted' })
    .input(z.object({ id }))
    .output(z.object({ id: z.string() }))
    .errors(refusals({ dunning_letter_not_waiting: 409 })),
}
