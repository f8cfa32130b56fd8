import { Refusal } from '#core/refusal'
import { roleChanged } from './events.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { leavesNoOwner } from './rules/owners.ts'
import { memberAmongOwners, updateRole } from './store.ts'

export const changeRole =
  ({ sessions }: PeopleParts): Operations['changeRole'] =>
  async (context, { personId, role }) => {
    const member = await memberAmongOwners(context, personId)
    if (!member) throw new Refusal('not_found', { status: 404 })
    if (member.role === role) return {}
    if (leavesNoOwner(member, role)) throw new Refusal('last_owner', { status: 409, facts: { name: member.name } })
    await updateRole(context, personId, role)
    context.record(roleChanged({}, { personId, name: member.name, from: member.role, to: role }))
    sessions.forget(personId)
    return {}
  }
