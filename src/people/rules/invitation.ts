/** Whether an invitation may still be accepted, and by whom. */
import type { Role } from './permissions.ts'

/** Long enough for a holiday's start, short enough not to lie in a mailbox for ever. */
export const INVITATION_DAYS = 7

export type Invitation = {
  readonly email: string
  readonly role: Role
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

export type InvitationFault = 'invitation_used' | 'invitation_revoked' | 'invitation_expired' | 'invitation_for_other_email'

export function invitationFault(invitation: Invitation, holder: { email: string }, now: Date): InvitationFault | undefined {
  return closedInvitation(invitation, now) ?? (invitation.email === holder.email.toLowerCase() ? undefined : 'invitation_for_other_email')
}

export function closedInvitation(invitation: Invitation, now: Date): InvitationFault | undefined {
  if (invitation.acceptedAt) return 'invitation_used'
  if (invitation.revokedAt) return 'invitation_revoked'
  if (invitation.expiresAt <= now) return 'invitation_expired'
  return undefined
}

/** The instant it expires, in milliseconds since 1970. */
export function invitationExpiryMs(now: Date): number {
  return now.getTime() + INVITATION_DAYS * 86_400_000
}
