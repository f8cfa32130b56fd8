import { z } from 'zod'
import { id, instantOut, reads } from '#platform/contract'

/** For the screens that show a timeline: an event and its author in words. */
export { actorName, eventSentence } from './texts.ts'

export const timelineEvent = z.object({
  id: z.string(),
  at: instantOut,
  actor: z.object({ kind: z.enum(['person', 'api-key', 'system', 'link']), name: z.string() }),
  name: z.string(),
  customerId: z.string().nullable(),
  invoiceId: z.string().nullable(),
  paymentId: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
})

/** The id of the last event shown, in a column of 64 bits. */
const before = z
  .string()
  .regex(/^\d{1,18}$/, { error: 'cursor_unknown' })
  .optional()
const limit = z.coerce.number().int().min(1).max(100).default(50)

export const auditContract = {
  timeline: reads('audit:read')
    .route({ method: 'GET', path: '/timeline', summary: 'What happened, newest first, for the company, a customer or an invoice' })
    .input(z.object({ customerId: id.optional(), invoiceId: id.optional(), before, limit }))
    .output(z.object({ rows: z.array(timelineEvent), nextBefore: z.string().nullable() })),
}
