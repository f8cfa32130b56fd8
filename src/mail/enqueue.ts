import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'

export type NewMail = {
  readonly kind: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly about?: { readonly customerId?: Id; readonly invoiceId?: Id }
  /** Archived documents, by hash. */
  readonly attachments?: readonly { readonly fileName: string; readonly sha256: string }[]
}

/** Records the message with the business that wants it sent; a job hands it to the mail server after the commit. Returns its id. */
export async function enqueueMail(context: WriteContext, mail: NewMail): Promise<Id> {
  const mailId = context.newId()
  await context.db
    .insertInto('mail_messages')
    .values({
      id: mailId,
      company_id: context.companyId,
      kind: mail.kind,
      customer_id: mail.about?.customerId ?? null,
      invoice_id: mail.about?.invoiceId ?? null,
      to_addresses: [...mail.to],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: JSON.stringify(mail.attachments ?? []),
      created_at: context.now,
    })
    .execute()
  await context.later('mail.send', { mailId }, { key: `mail.send:${mailId}` })
  return mailId
}
