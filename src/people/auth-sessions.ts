/** Two calls that better-auth lacks: open a session for a person proven by a link, and read a session cookie without asking the database. */
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

export const sessionsWithoutPassword = {
  id: 'sessions-without-password',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ personId: z.string() }) }, async (ctx) => {
      const person = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
      if (!person) throw new Error('a sign-in link leads to no person')
      const session = await ctx.context.internalAdapter.createSession(person.id)
      await setSessionCookie(ctx, { session, user: person })
      return { opened: true }
    }),
    presentedToken: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
      return token || null
    }),
  },
} satisfies BetterAuthPlugin
