import { giveCookies } from './http.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { personOf } from './person.ts'

export const signOutEverywhere =
  ({ auth, sessions }: PeopleParts): Operations['signOutEverywhere'] =>
  async (context) => {
    const { id } = personOf(context)
    giveCookies(context, await auth.signOutEverywhere(context.db, context.http.headers))
    sessions.forget(id)
    return {}
  }
