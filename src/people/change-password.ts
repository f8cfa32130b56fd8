import { Refusal } from '#core/refusal'
import { asOwner } from './auth-database.ts'
import { hasPassword } from './auth-store.ts'
import { clientAddress, giveCookies } from './http.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { requireGoodPassword } from './password.ts'
import { personOf } from './person.ts'
import { personById } from './store.ts'

/** Changes one's password, or chooses the first after having entered by a link. */
export const changePassword =
  ({ auth, attempts, sessions }: PeopleParts): Operations['changePassword'] =>
  async (context, { currentPassword, newPassword }) => {
    const { db, http } = context
    const { id } = personOf(context)
    const person = await personById(db, id)
    if (!person) throw new Refusal('signed_out', { status: 401 })
    requireGoodPassword(newPassword, person.email, 'newPassword')
    if (await asOwner(db, () => hasPassword(db, id))) {
      if (currentPassword === undefined) throw new Refusal('password_wrong', { field: 'currentPassword' })
      const attempt = await attempts.signIn(person.email, clientAddress(http.headers))
      giveCookies(context, await auth.changePassword(db, { currentPassword, newPassword }, http.headers))
      await attempt.succeeded()
    } else {
      await auth.choosePassword(db, newPassword, http.headers)
    }
    sessions.forget(id)
    return {}
  }
