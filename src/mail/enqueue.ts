import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'
import type { MailAttachment } from './store.ts'

export type NewMail = {
  readonly kind: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly about?: { readonly customerId?: Id; readonly invoiceId?: Id }
  readonly attachments?: readonly MailAttachment[]
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
  await context.later(...sendJob(mailId))
  return mailId
}

/** The job that hands one message over; asked for twice, it runs once. */
export const sendJob = (mailId: Id) => ['mail.send', { mailId }, { key: `mail.send:${mailId}` }] as const
