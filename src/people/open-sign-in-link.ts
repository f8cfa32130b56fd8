import { Refusal } from '#core/refusal'
import { sha256Hex } from '#platform/canonical'
import { asOwner } from './auth-database.ts'
import { lockLink, markLinkUsed } from './auth-store.ts'
import { clientAddress, giveCookies } from './http.ts'
import type { Operations, PeopleParts } from './parts.ts'

/** Opens a session with a link that works once, within half an hour. */
export const openSignInLink =
  ({ auth, attempts }: PeopleParts): Operations['openSignInLink'] =>
  async (context, { token }) => {
    const { headers } = context.http
    await attempts.link(clientAddress(headers))
    const tokenSha256 = sha256Hex(token)
    const personId = await asOwner(context.db, async () => {
      const link = await lockLink(context.db, tokenSha256)
      if (!link) throw new Refusal('sign_in_link_unknown', { status: 404 })
      if (link.used_at) throw new Refusal('sign_in_link_used', { status: 409 })
      if (link.expires_at <= context.now) throw new Refusal('sign_in_link_expired', { status: 409 })
      await markLinkUsed(context.db, tokenSha256, context.now)
      return link.person_id
    })
    const { cookies } = await auth.signInWithoutPassword(context.db, personId, headers)
    giveCookies(context, cookies)
    return { personId }
  }
