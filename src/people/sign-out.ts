import { giveCookies } from './http.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { personOf } from './person.ts'

export const signOut =
  ({ auth, sessions }: PeopleParts): Operations['signOut'] =>
  async (context) => {
    const { id } = personOf(context)
    giveCookies(context, await auth.signOut(context.db, context.http.headers))
    sessions.forget(id)
    return {}
  }
