import { documentByHash } from '#archive'
import { loadCompany } from '#company'
import type { Id } from '#core/ids'
import type { Tenant } from '#platform/context'
import { type Database, readIn } from '#platform/db'
import type { Mailer, OutgoingMail } from '#platform/smtp'
import type { WriteDoor } from '#platform/write-door'
import { findMessage, type MailAttachment, type MailState, type MessageRow, noteAttempt } from './store.ts'

export type MailSettings = { readonly mailer: Mailer; readonly fromAddress: string }
type Parts = { readonly database: Database; readonly write: WriteDoor; readonly mail: MailSettings }

/** After this many failures the message is marked failed and shown; a person decides. The pauses between grow to some hours: ten hours in all. */
const ATTEMPTS = 10

/**
 * Hands one recorded message to the mail server, outside any transaction, then notes it. May run twice: a message already sent is left
 * alone, and the Message-ID is made of the message's own id, so that a server seeing it twice can tell.
 */
export async function sendMail(parts: Parts, { companyId, mailId }: { companyId: Id; mailId: Id }): Promise<void> {
  const scope = { companyId, personId: undefined }
  const message = await readIn(parts.database, scope, (db) => findMessage({ db, companyId }, mailId))
  if (!message || message.state !== 'waiting') return
  try {
    const mail = await readIn(parts.database, scope, (db) => envelop({ db, companyId }, message, parts.mail.fromAddress))
    await parts.mail.mailer.send(mail)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const givenUp = message.attempts + 1 >= ATTEMPTS
    await note(parts, companyId, mailId, { state: givenUp ? 'failed' : 'waiting', last_error: reason })
    if (givenUp) return
    throw error
  }
  await note(parts, companyId, mailId, { state: parts.mail.mailer.leaves ? 'sent' : 'kept', last_error: null })
}

async function envelop(tenant: Tenant, message: MessageRow, fromAddress: string): Promise<OutgoingMail> {
  const company = await loadCompany(tenant)
  const attachments: OutgoingMail['attachments'][number][] = []
  for (const { fileName, sha256 } of message.attachments as unknown as MailAttachment[]) {
    const document = await documentByHash(tenant, sha256)
    if (!document) throw new Error(`the archive does not hold ${fileName}`)
    attachments.push({ fileName, mediaType: document.media_type, bytes: document.bytes })
  }
  return {
    from: { name: company.name, address: fromAddress },
    to: message.to_addresses,
    ...(company.email === '' ? {} : { replyTo: company.email }),
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: `<${message.id}@${fromAddress.split('@')[1] ?? 'localhost'}>`,
    attachments,
  }
}

async function note(parts: Parts, companyId: Id, mailId: Id, outcome: { state: MailState; last_error: string | null }): Promise<void> {
  await parts.write(
    {
      operation: 'mail.send',
      companyId,
      personId: undefined,
      actor: { kind: 'system', name: 'mail' },
      locale: 'fr',
      input: { mailId, ...outcome },
    },
    (context) => noteAttempt(context, mailId, outcome),
  )
}
