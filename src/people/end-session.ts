import { Refusal } from '#core/refusal'
import { asOwner } from './auth-database.ts'
import { deleteSession } from './auth-store.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { personOf } from './person.ts'

export const endSession =
  (parts: PeopleParts): Operations['endSession'] =>
  async (context, { sessionId }) => {
    const { id } = personOf(context)
    const ended = await asOwner(context.db, () => deleteSession(context.db, id, sessionId))
    if (!ended) throw new Refusal('not_found', { status: 404 })
    parts.sessions.forget(id)
    return {}
  }
