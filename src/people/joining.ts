/** Entering a company with an invitation, for someone new and for someone who already has an account. */
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { sha256Hex } from '#platform/canonical'
import type { WriteContext } from '#platform/context'
import { personJoined } from './events.ts'
import { type Invitation, type InvitationFault, invitationFault } from './rules/invitation.ts'
import type { Role } from './rules/permissions.ts'
import { insertMember, invitationHeldBy, lockInvitation, markAccepted, slugOfCompany } from './store.ts'

export type ClaimedInvitation = Invitation & { readonly id: Id }

type InvitationRow = NonNullable<Awaited<ReturnType<typeof lockInvitation>>>

export const invitationOf = (row: InvitationRow): ClaimedInvitation => ({
  id: row.id,
  email: row.email,
  role: row.role as Role,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
  revokedAt: row.revoked_at,
})

export const refusedInvitation = (fault: InvitationFault): Refusal =>
  new Refusal(fault, { status: fault === 'invitation_for_other_email' ? 403 : 409 })

/** Locks the invitation that the token opens, in its company from here on; refuses what can no longer be accepted. */
export async function claimInvitation(context: WriteContext, token: string, email: string): Promise<ClaimedInvitation> {
  const held = await invitationHeldBy(context.db, sha256Hex(token))
  if (held) await context.enterCompany(held.company_id)
  const row = held && (await lockInvitation(context, held.id))
  if (!row) throw new Refusal('invitation_unknown', { status: 404 })
  const invitation = invitationOf(row)
  const fault = invitationFault(invitation, { email }, context.now)
  if (fault) throw refusedInvitation(fault)
  return invitation
}

/** Makes the person a member and answers the company's slug. */
export async function joinCompany(
  context: WriteContext,
  invitation: ClaimedInvitation,
  person: { readonly id: Id; readonly name: string },
): Promise<string> {
  await insertMember(context, person.id, invitation.role)
  await markAccepted(context, invitation.id, person.id)
  context.record(personJoined({}, { personId: person.id, name: person.name, role: invitation.role }))
  return slugOfCompany(context.db, context.companyId)
}
