import type { Operations } from './parts.ts'
import type { Role } from './rules/permissions.ts'
import { membersOf, openInvitations } from './store.ts'

/** Who may enter this company, and who is invited. */
export const members: Operations['members'] = async (context) => {
  const people = await membersOf(context)
  const invitations = await openInvitations(context)
  return {
    members: people.map((row) => ({
      personId: row.person_id,
      name: row.name,
      email: row.email,
      role: row.role as Role,
      joinedAt: row.created_at.toISOString(),
    })),
    invitations: invitations.map((row) => ({
      id: row.id,
      email: row.email,
      role: row.role as Role,
      invitedBy: row.invited_by,
      sentAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    })),
  }
}
