import { Refusal } from '#core/refusal'
import { invitationRevoked } from './events.ts'
import type { Operations } from './parts.ts'
import { lockInvitation, markRevoked } from './store.ts'

/** Withdraws an invitation; one withdrawn before stays so. */
export const revokeInvitation: Operations['revokeInvitation'] = async (context, { invitationId }) => {
  const invitation = await lockInvitation(context, invitationId)
  if (!invitation) throw new Refusal('not_found', { status: 404 })
  if (invitation.accepted_at) throw new Refusal('invitation_used', { status: 409 })
  if (invitation.revoked_at) return {}
  await markRevoked(context, invitationId)
  context.record(invitationRevoked({}, { email: invitation.email }))
  return {}
}
