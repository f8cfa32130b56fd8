import { clientAddress, giveCookies } from './http.ts'
import type { Operations, PeopleParts } from './parts.ts'

export const signIn =
  ({ auth, attempts }: PeopleParts): Operations['signIn'] =>
  async (context, { email, password }) => {
    const { headers } = context.http
    const attempt = await attempts.signIn(email, clientAddress(headers))
    const { cookies, personId } = await auth.signIn(context.db, { email, password }, headers)
    await attempt.succeeded()
    giveCookies(context, cookies)
    return { personId }
  }
