import { z } from 'zod'
import { email, id, instantOut, reads, refusals, text, writes } from '#platform/contract'
import { API_KEY_ROLES, ROLES } from './rules/permissions.ts'
import { PASSWORD_MAXIMUM } from './rules/password.ts'

const role = z.enum(ROLES)
const language = z.enum(['fr', 'en'])
const apiKeyRole = z.enum(API_KEY_ROLES)
const token = z.string().min(1, { error: 'required' }).max(200, { error: 'too_long' })
/** Never trimmed: a space belongs to a password. */
const password = z.string().min(1, { error: 'required' }).max(PASSWORD_MAXIMUM, { error: 'too_long' })
const secret = { secret: true }
const empty = z.object({})
const tooMany = { too_many_attempts: 429 } as const
const weakPassword = { password_too_short: 422, password_is_email: 422, password_too_common: 422 } as const
const closedInvitation = {
  invitation_unknown: 404,
  invitation_used: 409,
  invitation_revoked: 409,
  invitation_expired: 409,
  invitation_for_other_email: 403,
} as const

export const peopleContract = {
  entrance: reads('public')
    .route({ method: 'GET', path: '/people/entrance', summary: 'Whether the first owner is still expected' })
    .output(z.object({ firstOwnerExpected: z.boolean() })),

  me: reads('signed-in')
    .route({ method: 'GET', path: '/people/me', summary: 'The person signed in and the companies open to them' })
    .output(
      z.object({
        person: z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          /** What messages to them are written in; null until they said. */
          language: language.nullable(),
        }),
        hasPassword: z.boolean(),
        companies: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string(), role, permissions: z.array(z.string()) })),
      }),
    )
    .errors(refusals({ person_required: 403 })),

  saveLanguage: writes('signed-in')
    .route({ method: 'PUT', path: '/people/me/language', summary: 'The language in which the person reads, for messages to them' })
    .input(z.object({ language }))
    .output(empty)
    .errors(refusals({ person_required: 403 })),

  signUp: writes('public', secret)
    .route({ method: 'POST', path: '/people/sign-up', summary: 'Enter as the first owner, or with an invitation' })
    .input(z.object({ name: text(120, 1), email, password, invitation: token.optional() }))
    .output(z.object({ personId: z.string(), company: z.string().nullable() }))
    .errors(refusals({ sign_up_closed: 403, email_taken: 409, ...weakPassword, ...closedInvitation, ...tooMany })),

  signIn: writes('public', secret)
    .route({ method: 'POST', path: '/people/sign-in', summary: 'Open a session with e-mail and password' })
    .input(z.object({ email, password }))
    .output(z.object({ personId: z.string() }))
    .errors(refusals({ sign_in_refused: 401, ...tooMany })),

  openSignInLink: writes('public', secret)
    .route({ method: 'POST', path: '/people/sign-in-link', summary: 'Open a session with a one-time link' })
    .input(z.object({ token }))
    .output(z.object({ personId: z.string() }))
    .errors(refusals({ sign_in_link_unknown: 404, sign_in_link_used: 409, sign_in_link_expired: 409, ...tooMany })),

  signOut: writes('signed-in')
    .route({ method: 'POST', path: '/people/sign-out', summary: 'End this session' })
    .input(empty)
    .output(empty)
    .errors(refusals({ person_required: 403 })),

  signOutEverywhere: writes('signed-in')
    .route({ method: 'POST', path: '/people/sign-out-everywhere', summary: 'End every session of the person, this one too' })
    .input(empty)
    .output(empty)
    .errors(refusals({ person_required: 403 })),

  changePassword: writes('signed-in', secret)
    .route({ method: 'POST', path: '/people/password', summary: 'Change one’s password, or choose the first; other sessions end' })
    .input(z.object({ currentPassword: password.optional(), newPassword: password }))
    .output(empty)
    .errors(refusals({ person_required: 403, password_wrong: 422, ...weakPassword, ...tooMany })),

  sessions: reads('signed-in')
    .route({ method: 'GET', path: '/people/sessions', summary: 'Where the person is signed in' })
    .output(
      z.object({
        rows: z.array(
          z.object({
            id: z.string(),
            openedAt: instantOut,
            seenAt: instantOut,
            device: z.string(),
            address: z.string(),
            isThisOne: z.boolean(),
          }),
        ),
      }),
    )
    .errors(refusals({ person_required: 403 })),

  endSession: writes('signed-in')
    .route({ method: 'POST', path: '/people/sessions/{sessionId}/end', summary: 'End one session of the person' })
    .input(z.object({ sessionId: id }))
    .output(empty)
    .errors(refusals({ person_required: 403, not_found: 404 })),

  members: reads('people:read')
    .route({ method: 'GET', path: '/people/members', summary: 'Who may enter this company, and who is invited' })
    .output(
      z.object({
        members: z.array(z.object({ personId: z.string(), name: z.string(), email: z.string(), role, joinedAt: instantOut })),
        invitations: z.array(
          z.object({ id: z.string(), email: z.string(), role, invitedBy: z.string(), sentAt: instantOut, expiresAt: instantOut }),
        ),
      }),
    ),

  invite: writes('people:write', secret)
    .route({ method: 'POST', path: '/people/invitations', summary: 'Invite by e-mail; a new invitation replaces the one before' })
    .input(z.object({ email, role }))
    .output(z.object({ id: z.string(), link: z.string(), expiresAt: instantOut }))
    .errors(refusals({ person_required: 403, already_member: 409 })),

  revokeInvitation: writes('people:write')
    .route({ method: 'POST', path: '/people/invitations/{invitationId}/revoke', summary: 'Withdraw an invitation' })
    .input(z.object({ invitationId: id }))
    .output(empty)
    .errors(refusals({ not_found: 404, invitation_used: 409 })),

  invitation: reads('public')
    .route({ method: 'POST', path: '/people/invitation', summary: 'What an invitation’s token opens' })
    .input(z.object({ token }))
    .output(z.object({ company: z.string(), email: z.string(), role, hasAccount: z.boolean() }))
    .errors(refusals({ ...closedInvitation, ...tooMany })),

  acceptInvitation: writes('signed-in', secret)
    .route({ method: 'POST', path: '/people/invitation/accept', summary: 'Join the company one is invited to' })
    .input(z.object({ token }))
    .output(z.object({ company: z.string() }))
    .errors(refusals({ person_required: 403, ...closedInvitation })),

  changeRole: writes('people:write')
    .route({ method: 'POST', path: '/people/members/{personId}/role', summary: 'Give a member another role' })
    .input(z.object({ personId: id, role }))
    .output(empty)
    .errors(refusals({ not_found: 404, last_owner: 409 })),

  removeMember: writes('people:write')
    .route({ method: 'POST', path: '/people/members/{personId}/remove', summary: 'Close the company to a member' })
    .input(z.object({ personId: id }))
    .output(empty)
    .errors(refusals({ not_found: 404, last_owner: 409 })),

  apiKeys: reads('people:read')
    .route({ method: 'GET', path: '/people/api-keys', summary: 'Keys of programs that work with this company' })
    .output(
      z.object({
        rows: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            role: apiKeyRole,
            ending: z.string(),
            createdBy: z.string(),
            createdAt: instantOut,
            lastUsedAt: instantOut.nullable(),
          }),
        ),
      }),
    ),

  createApiKey: writes('people:write', secret)
    .route({ method: 'POST', path: '/people/api-keys', summary: 'Make a key; its secret is answered once and never again' })
    .input(z.object({ name: text(80, 1), role: apiKeyRole }))
    .output(z.object({ id: z.string(), secret: z.string() }))
    .errors(refusals({ person_required: 403 })),

  revokeApiKey: writes('people:write')
    .route({ method: 'POST', path: '/people/api-keys/{apiKeyId}/revoke', summary: 'End a key at once' })
    .input(z.object({ apiKeyId: id }))
    .output(empty)
    .errors(refusals({ not_found: 404 })),
}
