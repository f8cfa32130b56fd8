import { Refusal } from '#core/refusal'
import { asOwner } from './auth-database.ts'
import { hasPassword } from './auth-store.ts'
import { giveCookies } from './http.ts'
import type { Operations, PeopleParts } from './parts.ts'
import { personOf } from './person.ts'
import { may, type Role } from './rules/permissions.ts'
import { companiesOf, personById } from './store.ts'

/** The person signed in and their companies. Every visit asks this first, so it is also what keeps a session alive. */
export const me =
  ({ auth, permissions }: PeopleParts): Operations['me'] =>
  async (context) => {
    const { id } = personOf(context)
    giveCookies(context, await auth.renew(context.http.headers))
    const person = await personById(context.db, id)
    if (!person) throw new Refusal('signed_out', { status: 401 })
    const companies = await companiesOf(context.db, id)
    return {
      person,
      hasPassword: await asOwner(context.db, () => hasPassword(context.db, id)),
      companies: companies.map(({ id: companyId, slug, name, role }) => ({
        id: companyId,
        slug,
        name,
        role: role as Role,
        permissions: permissions.filter((permission) => may(role as Role, permission)),
      })),
    }
  }
