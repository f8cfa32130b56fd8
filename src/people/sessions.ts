import { asOwner } from './auth-database.ts'
import { sessionsOf } from './auth-store.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { personOf } from './person.ts'

/** Where the person is signed in, last seen first. */
export const sessions =
  ({ auth }: PeopleParts): Operations['sessions'] =>
  async (context) => {
    const { id } = personOf(context)
    const presented = await auth.presentedToken(context.http.headers)
    const rows = await asOwner(context.db, () => sessionsOf(context.db, id))
    return {
      rows: rows.map((row) => ({
        id: row.id,
        openedAt: row.created_at.toISOString(),
        seenAt: row.updated_at.toISOString(),
        device: row.user_agent ?? '',
        address: row.ip_address ?? '',
        isThisOne: row.token === presented,
      })),
    }
  }
