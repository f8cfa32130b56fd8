import { Refusal } from '#core/refusal'
import { sha256Hex } from '#platform/canonical'
import { enterScope } from '#platform/db'
import { asOwner } from './auth-database.ts'
import { personByEmail } from './auth-store.ts'
import { clientAddress } from './http.ts'
import { invitationOf, refusedInvitation } from './joining.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { closedInvitation } from './rules/invitation.ts'
import { invitationHeldBy, nameOfCompany } from './store.ts'

/** What an invitation opens, for its landing page: only its token shows the company's name. */
export const invitation =
  ({ attempts }: PeopleParts): Operations['invitation'] =>
  async ({ db, http, now }, { token }) => {
    await attempts.link(clientAddress(http.headers))
    const row = await invitationHeldBy(db, sha256Hex(token))
    if (!row) throw new Refusal('invitation_unknown', { status: 404 })
    const found = invitationOf(row)
    const fault = closedInvitation(found, now)
    if (fault) throw refusedInvitation(fault)
    await enterScope(db, { companyId: row.company_id, personId: undefined })
    return {
      company: await nameOfCompany(db, row.company_id),
      email: found.email,
      role: found.role,
      hasAccount: (await asOwner(db, () => personByEmail(db, found.email))) !== undefined,
    }
  }
