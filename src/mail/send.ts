import { documentByHash } from '#archive'
import { loadCompany } from '#company'
import type { Id } from '#core/ids'
import { readIn, type Database } from '#platform/db'
import type { Mailer } from '#platform/smtp'
import type { WriteDoor } from '#platform/write-door'

export type MailSettings = { readonly mailer: Mailer; readonly fromAddress: string }
type Parts = { readonly database: Database; readonly write: WriteDoor; readonly mail: MailSettings }

/** After this many refusals by the server the message is marked failed and shown; a person decides. */
const ATTEMPTS = 10

/**
 * Hands one recorded message to the mail server, outside any transaction, then notes it. May run twice: a message already sent is left
 * alone, and the Message-ID is made of the message's own id, so that a server seeing it twice can tell.
 */
export async function sendMail(parts: Parts, { companyId, mailId }: { companyId: Id; mailId: Id }): Promise<void> {
  const ready = await readIn(parts.database, { companyId, personId: undefined }, async (db) => {
    const tenant = { db, companyId }
    const message = await db.selectFrom('mail_messages').selectAll().where('company_id', '=', companyId).where('id', '=', mailId).executeTakeFirst()
    if (!message || message.state !== 'waiting') return undefined
    const company = await loadCompany(tenant)
    const wanted = message.attachments as { fileName: string; sha256: string }[]
    const attachments = []
    for (const { fileName, sha256 } of wanted) {
      const document = await documentByHash(tenant, sha256)
      if (!document) throw new Error(`the archive does not hold ${sha256}`)
      attachments.push({ fileName, mediaType: document.media_type, bytes: document.bytes })
    }
    return { message, company, attachments }
  })
  if (!ready) return
  const { attachments, company, message } = ready
  const domain = parts.mail.fromAddress.split('@')[1] ?? 'localhost'
  try {
    await parts.mail.mailer.send({
      from: { name: company.name, address: parts.mail.fromAddress },
      to: message.to_addresses,
      ...(company.email === '' ? {} : { replyTo: company.email }),
      subject: message.subject,
      text: message.text,
      html: message.html,
      messageId: `<${message.id}@${domain}>`,
      attachments,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const given = message.attempts + 1 >= ATTEMPTS
    await note(parts, companyId, mailId, { state: given ? 'failed' : 'waiting', last_error: reason })
    if (given) return
    throw error
  }
  await note(parts, companyId, mailId, { state: 'sent', last_error: null })
}

async function note(parts: Parts, companyId: Id, mailId: Id, outcome: { state: 'waiting' | 'sent' | 'failed'; last_error: string | null }) {
  await parts.write(
    { operation: 'mail.send', companyId, personId: undefined, actor: { kind: 'system', name: 'mail' }, locale: 'fr', input: { mailId, ...outcome } },
    async (context) => {
      await context.db
        .updateTable('mail_messages')
        .set((eb) => ({
          ...outcome,
          attempts: eb('attempts', '+', 1),
          sent_at: outcome.state === 'sent' ? context.now : null,
        }))
        .where('company_id', '=', companyId)
        .where('id', '=', mailId)
        .execute()
    },
  )
}
