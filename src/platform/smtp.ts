/** The way out for mail: an SMTP server when one is configured; otherwise nothing leaves and the local mailbox page shows the messages. */
import { createTransport } from 'nodemailer'

export type OutgoingMail = {
  readonly from: { readonly name: string; readonly address: string }
  readonly to: readonly string[]
  readonly replyTo?: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly attachments: readonly { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }[]
}

export type Mailer = {
  /** False when messages stay in the local mailbox. */
  readonly leaves: boolean
  send(mail: OutgoingMail): Promise<void>
}

/** A server that does not answer is given up after this long; the job tries again later. */
const TIMEOUT_MS = 20_000

/** `smtp://user:password@host:587` or `smtps://…:465`; the user info is percent-decoded by nodemailer. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS })
  return {
    leaves: true,
    send: async (mail) => {
      await transport.sendMail({
        from: { name: mail.from.name, address: mail.from.address },
        to: [...mail.to],
        ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        disableFileAccess: true,
        disableUrlAccess: true,
        attachments: mail.attachments.map(({ bytes, fileName, mediaType }) => ({
          filename: fileName,
          contentType: mediaType,
          content: Buffer.from(bytes),
        })),
      })
    },
  }
}

/** For development and the demonstration: the message is complete and kept, and goes nowhere. */
export const localMailer: Mailer = { leaves: false, send: async () => undefined }
