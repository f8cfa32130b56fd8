import { Refusal } from '#core/refusal'
import { claimInvitation, joinCompany } from './joining.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { personOf } from './person.ts'
import { personById } from './store.ts'

/** Joins the company one is invited to, with the account one already has. */
export const acceptInvitation =
  ({ sessions }: PeopleParts): Operations['acceptInvitation'] =>
  async (context, { token }) => {
    const person = await personById(context.db, personOf(context).id)
    if (!person) throw new Refusal('signed_out', { status: 401 })
    const invitation = await claimInvitation(context, token, person.email)
    const company = await joinCompany(context, invitation, person)
    sessions.forget(person.id)
    return { company }
  }
