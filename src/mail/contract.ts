import { z } from 'zod'
import { id, instantOut, page, reads, refusals, writes } from '#platform/contract'

/** `kept`: complete, and left on this machine because no mail server is set. */
export const mailState = z.enum(['waiting', 'sent', 'kept', 'failed'])

const messageRow = z.object({
  id: z.string(),
  kind: z.string(),
  state: mailState,
  to: z.array(z.string()),
  subject: z.string(),
  attachments: z.number(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  createdAt: instantOut,
  sentAt: instantOut.nullable(),
})

const messageOut = messageRow.extend({
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ fileName: z.string(), place: z.number() })),
  customerId: z.string().nullable(),
  invoiceId: z.string().nullable(),
})

export const mailContract = {
  list: reads('mail:read')
    .route({ method: 'GET', path: '/mail', summary: 'Messages to customers, newest first' })
    .input(z.object({ state: mailState.optional(), invoiceId: id.optional(), ...page }))
    .output(z.object({ rows: z.array(messageRow), nextCursor: z.string().nullable() })),
  server: reads('mail:read')
    .route({ method: 'GET', path: '/mail/server', summary: 'Whether messages leave, or are kept here because no mail server is set' })
    .output(z.object({ leaves: z.boolean() })),
  get: reads('mail:read')
    .route({ method: 'GET', path: '/mail/{id}', summary: 'One message as it was sent' })
    .input(z.object({ id }))
    .output(messageOut),
  attachment: reads('mail:read')
    .route({ method: 'GET', path: '/mail/{id}/attachments/{place}', summary: 'A file joined to a message' })
    .input(z.object({ id, place: z.coerce.number().int().min(0).max(50) }))
    .output(z.instanceof(File)),
  resend: writes('mail:write')
    .route({ method: 'POST', path: '/mail/{id}/resend', summary: 'Try again to send a message that failed' })
    .input(z.object({ id }))
    .output(messageOut)
    .errors(refusals({ mail_not_failed: 409 })),
}
