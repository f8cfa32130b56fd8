import { formatDay, type Locale, textsOf } from '#core/text'
import { dayInParis } from '#core/day'
import type { Role } from './rules/permissions.ts'
import { peopleTexts } from './texts.ts'

export type InvitationMail = {
  readonly locale: Locale
  readonly to: string
  readonly company: string
  readonly inviter: string
  readonly role: Role
  readonly link: string
  readonly expiresAt: Date
}

export type ComposedMail = { readonly to: readonly string[]; readonly subject: string; readonly text: string; readonly html: string }

/** The mail that invites someone: who invites, where, what they may do, until when, and the one link. */
export function invitationMail({ locale, to, company, inviter, role, link, expiresAt }: InvitationMail): ComposedMail {
  const texts = textsOf(peopleTexts, locale)
  const words = texts.mail.invitation
  const lines = [
    words.hello,
    words.invites(inviter, company),
    words.may[role],
    words.until(formatDay(dayInParis(expiresAt), locale, 'long')),
  ]
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
  return {
    to: [to],
    subject: words.subject(inviter, company),
    text: [...lines, `${words.button}\n${link}`, words.notYou].join('\n\n'),
    html: `${paragraphs}\n<p><a href="${escapeHtml(link)}">${escapeHtml(words.button)}</a></p>\n<p>${escapeHtml(words.notYou)}</p>`,
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
