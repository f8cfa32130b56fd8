import { expect, test } from 'vitest'
import { type Invitation, invitationExpiryMs, invitationFault } from './invitation.ts'

const sentAt = new Date('2026-03-02T09:00:00Z')
const open: Invitation = {
  email: 'lea@atelier.fr',
  role: 'reader',
  expiresAt: new Date(invitationExpiryMs(sentAt)),
  acceptedAt: null,
  revokedAt: null,
}
const lea = { email: 'Lea@atelier.fr' }

test.each([
  ['still open on its last second', open, lea, '2026-03-09T08:59:59Z', undefined],
  ['expired to the second', open, lea, '2026-03-09T09:00:00Z', 'invitation_expired'],
  ['accepted before', { ...open, acceptedAt: sentAt }, lea, '2026-03-03T09:00:00Z', 'invitation_used'],
  ['withdrawn before', { ...open, revokedAt: sentAt }, lea, '2026-03-03T09:00:00Z', 'invitation_revoked'],
  ['held by someone else', open, { email: 'paul@atelier.fr' }, '2026-03-03T09:00:00Z', 'invitation_for_other_email'],
] as const)('an invitation %s', (_story, invitation, holder, now, fault) => {
  expect(invitationFault(invitation, holder, new Date(now))).toBe(fault)
})
