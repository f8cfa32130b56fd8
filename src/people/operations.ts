import { acceptInvitation } from './accept-invitation.ts'
import { apiKeys } from './api-keys.ts'
import { changePassword } from './change-password.ts'
import { changeRole } from './change-role.ts'
import { createApiKey } from './create-api-key.ts'
import { endSession } from './end-session.ts'
import { entrance } from './entrance.ts'
import { invitation } from './invitation.ts'
import { invite } from './invite.ts'
import { me } from './me.ts'
import { members } from './members.ts'
import { openSignInLink } from './open-sign-in-link.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { removeMember } from './remove-member.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { saveLanguage } from './save-language.ts'
import { sessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { signUp } from './sign-up.ts'

export function peopleOperations(parts: PeopleParts): Operations {
  return {
    entrance,
    me: me(parts),
    saveLanguage,
    signUp: signUp(parts),
    signIn: signIn(parts),
    openSignInLink: openSignInLink(parts),
    signOut: signOut(parts),
    signOutEverywhere: signOutEverywhere(parts),
    changePassword: changePassword(parts),
    sessions: sessions(parts),
    endSession: endSession(parts),
    members,
    invite: invite(parts),
    revokeInvitation,
    invitation: invitation(parts),
    acceptInvitation: acceptInvitation(parts),
    changeRole: changeRole(parts),
    removeMember: removeMember(parts),
    apiKeys,
    createApiKey,
    revokeApiKey,
  }
}
