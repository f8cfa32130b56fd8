import { documentByHash } from '#archive'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import { idOfCursor } from '#platform/cursor'
import type { mailContract } from './contract.ts'
import { sendJob } from './enqueue.ts'
import { findMessage, listMessages, type MailAttachment, type MailState, type MessageRow, waitAgain } from './store.ts'

type Operations = OperationsOf<typeof mailContract>

/** `leaves`: whether a mail server is set, or messages stay here. */
export function createMailOperations({ leaves }: { leaves: boolean }): Operations {
  return {
    list: async (context, { cursor, invoiceId, limit, state }) => {
      const rows = await listMessages(context, {
        state,
        invoiceId,
        after: idOfCursor(cursor),
        limit: limit + 1,
      })
      const shown = rows.slice(0, limit)
      return {
        rows: shown.map((row) => ({ ...envelope(row), attachments: row.attachment_count })),
        nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      }
    },
    server: async () => ({ leaves }),
    get: async (context, { id }) => present(await found(context, id)),
    attachment: async (context, { id, place }) => {
      const wanted = attachmentsOf(await found(context, id))[place]
      const document = wanted && (await documentByHash(context, wanted.sha256))
      if (!document) throw new Refusal('not_found', { status: 404 })
      return new File([new Uint8Array(document.bytes)], wanted.fileName, { type: document.media_type })
    },
    resend: async (context, { id }) => {
      const message = await found(context, id)
      if (!(await waitAgain(context, message.id))) throw new Refusal('mail_not_failed', { status: 409 })
      await context.later(...sendJob(id))
      return present(await found(context, id))
    },
  }
}

async function found(context: ReadContext, mailId: Id): Promise<MessageRow> {
  const message = await findMessage(context, mailId)
  if (!message) throw new Refusal('not_found', { status: 404 })
  return message
}

type Envelope = Pick<
  MessageRow,
  'id' | 'kind' | 'state' | 'to_addresses' | 'subject' | 'attempts' | 'last_error' | 'created_at' | 'sent_at'
>

const envelope = (row: Envelope) => ({
  id: row.id,
  kind: row.kind,
  state: row.state as MailState,
  to: row.to_addresses,
  subject: row.subject,
  attempts: row.attempts,
  lastError: row.last_error,
  createdAt: row.created_at.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null,
})

const attachmentsOf = (message: MessageRow): readonly MailAttachment[] => message.attachments as unknown as MailAttachment[]

const present = (message: MessageRow) => ({
  ...envelope(message),
  text: message.text,
  html: message.html,
  attachments: attachmentsOf(message).map(({ fileName }, place) => ({ fileName, place })),
  customerId: message.customer_id,
  invoiceId: message.invoice_id,
})
