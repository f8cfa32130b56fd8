import type { Id } from '#core/ids'
import { eventKind } from '#platform/events'
import type { ApiKeyRole, Role } from './rules/permissions.ts'

export const personInvited = eventKind<{ email: string; role: Role }>('person.invited')
export const invitationRevoked = eventKind<{ email: string }>('invitation.revoked')
export const personJoined = eventKind<{ personId: Id; name: string; role: Role }>('person.joined')
export const roleChanged = eventKind<{ personId: Id; name: string; from: Role; to: Role }>('person.role_changed')
export const personRemoved = eventKind<{ personId: Id; name: string }>('person.removed')
export const apiKeyCreated = eventKind<{ apiKeyId: Id; name: string; role: ApiKeyRole }>('api_key.created')
export const apiKeyRevoked = eventKind<{ apiKeyId: Id; name: string }>('api_key.revoked')
