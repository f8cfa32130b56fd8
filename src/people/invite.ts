import { Refusal } from '#core/refusal'
import { enqueueMail } from '#mail'
import { personInvited } from './events.ts'
import { invitationMail } from './invitation-mail.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { personOf } from './person.ts'
import { invitationExpiryMs } from './rules/invitation.ts'
import { insertInvitation, memberByEmail, nameOfCompany } from './store.ts'
import { newToken } from './tokens.ts'

/** Invites by e-mail. The link is answered too: whoever has no mail server yet hands it over themselves. */
export const invite =
  ({ publicUrl }: PeopleParts): Operations['invite'] =>
  async (context, { email, role }) => {
    const inviter = personOf(context)
    if (await memberByEmail(context, email)) throw new Refusal('already_member', { status: 409, field: 'email' })
    const { token, sha256 } = newToken()
    const id = context.newId()
    const expiresAt = new Date(invitationExpiryMs(context.now))
    await insertInvitation(context, { id, email, role, tokenSha256: sha256, invitedBy: inviter.id, expiresAt })
    const link = `${publicUrl}/invitation/${token}`
    const company = await nameOfCompany(context.db, context.companyId)
    const mail = invitationMail({ locale: context.locale, company, inviter: inviter.name, role, link, expiresAt, to: email })
    await enqueueMail(context, { kind: 'invitation', ...mail })
    context.record(personInvited({}, { email, role }))
    return { id, link, expiresAt: expiresAt.toISOString() }
  }
