import { Refusal } from '#core/refusal'
import { personRemoved } from './events.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { leavesNoOwner } from './rules/owners.ts'
import { deleteMember, memberAmongOwners } from './store.ts'

/** Closes the company to a member; what they did keeps their name. */
export const removeMember =
  ({ sessions }: PeopleParts): Operations['removeMember'] =>
  async (context, { personId }) => {
    const member = await memberAmongOwners(context, personId)
    if (!member) throw new Refusal('not_found', { status: 404 })
    if (leavesNoOwner(member, undefined)) throw new Refusal('last_owner', { status: 409, facts: { name: member.name } })
    await deleteMember(context, personId)
    context.record(personRemoved({}, { personId, name: member.name }))
    sessions.forget(personId)
    return {}
  }
