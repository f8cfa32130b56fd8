/**
 * Passwords and sessions, kept by better-auth behind a narrow face: no route of its own is served, each call runs inside the operation's
 * transaction, and what it answers in cookies is handed back. See `decisions/0006-sign-in.md`.
 */
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { type Id, uuidv7 } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { DB, Db } from '#platform/db'
import { CLIENT_ADDRESS_HEADER } from '#platform/principal'
import { asOwner, databaseOfTheCall } from './auth-database.ts'
import { sessionsWithoutPassword } from './auth-sessions.ts'
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from './rules/password.ts'

/** Thirty days from the last visit; moved forward at most once a day. */
const SESSION_SECONDS = 30 * 86_400
const RENEW_AFTER_SECONDS = 86_400

export const COOKIE_PREFIX = 'encours'

export type Entered = { readonly personId: Id; readonly cookies: Headers }
export type Auth = ReturnType<typeof createAuth>

export function createAuth(options: { owner: Kysely<DB>; secret: string }) {
  const { api } = library(options)
  return {
    /** A new person with a password, signed in. */
    async signUp(db: Db, person: { name: string; email: string; password: string }, headers: Headers): Promise<Entered> {
      const { headers: cookies, response } = await asOwner(db, () =>
        named({ 422: new Refusal('email_taken', { status: 409, field: 'email' }) }, () =>
          api.signUpEmail({ body: person, headers, returnHeaders: true }),
        ),
      )
      return { personId: response.user.id, cookies }
    },

    /** Refuses an unknown person and a wrong password alike, in the same time. */
    async signIn(db: Db, body: { email: string; password: string }, headers: Headers): Promise<Entered> {
      const { headers: cookies, response } = await asOwner(db, () =>
        named({ 401: new Refusal('sign_in_refused', { status: 401 }) }, () => api.signInEmail({ body, headers, returnHeaders: true })),
      )
      return { personId: response.user.id, cookies }
    },

    /** A session for someone who proved who they are by a link. */
    async signInWithoutPassword(db: Db, personId: Id, headers: Headers): Promise<Entered> {
      const { headers: cookies } = await asOwner(db, () => api.openSession({ body: { personId }, headers, returnHeaders: true }))
      return { personId, cookies }
    },

    async signOut(db: Db, headers: Headers): Promise<Headers> {
      const answer = await asOwner(db, () => api.signOut({ headers, returnHeaders: true }))
      return answer.headers
    },

    async signOutEverywhere(db: Db, headers: Headers): Promise<Headers> {
      return asOwner(db, async () => {
        await api.revokeSessions({ headers })
        const answer = await api.signOut({ headers, returnHeaders: true })
        return answer.headers
      })
    },

    /** Ends every other session and renews this one. */
    async changePassword(db: Db, body: { currentPassword: string; newPassword: string }, headers: Headers): Promise<Headers> {
      const answer = await asOwner(db, () =>
        named({ 400: new Refusal('password_wrong', { field: 'currentPassword' }) }, () =>
          api.changePassword({ body: { ...body, revokeOtherSessions: true }, headers, returnHeaders: true }),
        ),
      )
      return answer.headers
    },

    /** The first password of a person who entered by a link. */
    async choosePassword(db: Db, newPassword: string, headers: Headers): Promise<void> {
      await asOwner(db, () => api.setPassword({ body: { newPassword }, headers }))
    },

    /** Moves the session's end forward when it is due; the cookie to give back, if any. */
    async renew(headers: Headers): Promise<Headers> {
      const answer = await api.getSession({ headers, returnHeaders: true })
      return answer.headers
    },

    /** The session token in the request's cookie, when its signature is ours. */
    presentedToken: (headers: Headers): Promise<string | null> => api.presentedToken({ headers }),
  }
}

function library({ owner, secret }: { owner: Kysely<DB>; secret: string }) {
  return betterAuth({
    secret,
    // Never used to make a link; without it the library asks for the request it is not given.
    baseURL: 'http://localhost',
    database: { db: databaseOfTheCall(owner), type: 'postgres', transaction: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MINIMUM,
      maxPasswordLength: PASSWORD_MAXIMUM,
      // The parameters of OWASP's first choice for Argon2id are the library's defaults: 19 MiB, 2 passes, 1 lane.
      password: { hash: (password) => hash(password), verify: ({ hash: kept, password }) => verify(kept, password) },
    },
    session: {
      modelName: 'auth.sessions',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_AFTER_SECONDS,
    },
    user: { modelName: 'people', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    account: {
      modelName: 'auth.accounts',
      fields: { accountId: 'account_id', providerId: 'provider_id', userId: 'person_id', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      // `Secure` is added by `giveCookies`, which knows whether the request came over https.
      useSecureCookies: false,
      database: { generateId: () => uuidv7(new Date()), validateSchema: false },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    plugins: [sessionsWithoutPassword],
    logger: { disabled: true },
    telemetry: { enabled: false },
  })
}

/** Turns an answer that better-auth gives by status into our refusal; any other failure stays a surprise. */
async function named<T>(refusals: Readonly<Record<number, Refusal>>, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw (isAPIError(error) && refusals[error.statusCode]) || error
  }
}
