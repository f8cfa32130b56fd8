/** Who is asking: the person of the session cookie, or the program of the API key, and in which company. */
import { getSessionCookie } from 'better-auth/cookies'
import { sha256Hex } from '#platform/canonical'
import type { Database } from '#platform/db'
import type { Identify, Principal } from '#platform/principal'
import { type Auth, COOKIE_PREFIX } from './auth.ts'
import { apiKeyOf, markKeyUsed, type OpenSession, sessionOf } from './auth-store.ts'
import { chooseCompany, type CompanyChoice } from './rules/company-choice.ts'
import { may } from './rules/permissions.ts'
import type { SessionCache } from './session-cache.ts'
import { API_KEY_PREFIX } from './tokens.ts'

/** « Last used » to the minute is enough, and spares a write at each request. */
const LAST_USED_PRECISION_MS = 60_000

export type IdentifyParts = { readonly database: Database; readonly auth: Auth; readonly sessions: SessionCache }

export function createIdentify(parts: IdentifyParts): Identify {
  return async (headers) => {
    const named = headers.get('encours-company') ?? undefined
    const secret = bearerSecret(headers)
    if (secret !== undefined) return program(parts, secret, named)
    const cookie = getSessionCookie(headers, { cookiePrefix: COOKIE_PREFIX })
    return cookie === null ? undefined : person(parts, headers, cookie, named)
  }
}

function bearerSecret(headers: Headers): string | undefined {
  const [scheme, secret] = (headers.get('authorization') ?? '').split(' ', 2)
  return scheme?.toLowerCase() === 'bearer' && secret?.startsWith(API_KEY_PREFIX) ? secret : undefined
}

async function program({ database }: IdentifyParts, secret: string, named: string | undefined): Promise<Principal | undefined> {
  const key = await apiKeyOf(database.owner, sha256Hex(secret))
  if (!key) return undefined
  if (Date.now() - (key.lastUsedAt?.getTime() ?? 0) > LAST_USED_PRECISION_MS) await markKeyUsed(database.owner, key.id)
  const choice = chooseCompany([{ companyId: key.companyId, slug: key.slug, role: key.role }], named)
  return principal({ actor: { kind: 'api-key', id: key.id, name: key.name }, personId: undefined }, choice)
}

async function person(parts: IdentifyParts, headers: Headers, cookie: string, named: string | undefined): Promise<Principal | undefined> {
  const believed = parts.sessions.get(cookie)
  const choice = believed && chooseCompany(believed.memberships, named)
  // A company joined or founded a moment ago is not yet in what we believe: then, and only then, ask again.
  if (believed && choice && choice.kind === 'chosen') return personIn(believed, choice)
  const session = await verifiedSession(parts, headers)
  if (!session) return undefined
  parts.sessions.put(cookie, session)
  return personIn(session, chooseCompany(session.memberships, named))
}

async function verifiedSession({ auth, database }: IdentifyParts, headers: Headers): Promise<OpenSession | undefined> {
  const token = await auth.presentedToken(headers)
  return token === null ? undefined : sessionOf(database.owner, token)
}

const personIn = ({ person: { id, name } }: OpenSession, choice: CompanyChoice): Principal =>
  principal({ actor: { kind: 'person', id, name }, personId: id }, choice)

function principal(who: Pick<Principal, 'actor' | 'personId'>, choice: CompanyChoice): Principal {
  const membership = choice.kind === 'chosen' ? choice.membership : undefined
  return {
    ...who,
    companyId: membership?.companyId,
    companyRefused: choice.kind === 'refused',
    may: (permission) => membership !== undefined && may(membership.role, permission),
  }
}
