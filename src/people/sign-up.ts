import { sql } from 'kysely'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import { asOwner } from './auth-database.ts'
import { anybodyExists } from './auth-store.ts'
import { clientAddress, giveCookies } from './http.ts'
import { claimInvitation, joinCompany } from './joining.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { requireGoodPassword } from './password.ts'

/** Any fixed number: the advisory lock under which only one can be the first. */
const FIRST_PERSON_LOCK = 716_202_612

/** The first owner comes freely; everybody else with an invitation. */
export const signUp =
  ({ auth, attempts }: PeopleParts): Operations['signUp'] =>
  async (context, { name, email, password, invitation: token }) => {
    const { headers } = context.http
    await attempts.signUp(clientAddress(headers))
    requireGoodPassword(password, email, 'password')
    const invitation = token === undefined ? undefined : await claimInvitation(context, token, email)
    if (!invitation) await requireNobody(context)
    const { personId, cookies } = await auth.signUp(context.db, { name, email, password }, headers)
    const company = invitation ? await joinCompany(context, invitation, { id: personId, name }) : null
    giveCookies(context, cookies)
    return { personId, company }
  }

async function requireNobody({ db }: WriteContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FIRST_PERSON_LOCK})`.execute(db)
  if (await asOwner(db, () => anybodyExists(db))) throw new Refusal('sign_up_closed', { status: 403 })
}
