/** SQL on the tables that only sign-in's owner may touch: run it within `asOwner`, on the owner's pool, or from the command line. */
import { type Kysely, sql } from 'kysely'
import type { Id } from '#core/ids'
import type { DB } from '#platform/db'
import type { Membership } from './rules/company-choice.ts'
import type { ApiKeyRole, Role } from './rules/permissions.ts'

export type OpenSession = {
  readonly sessionId: Id
  readonly person: { readonly id: Id; readonly name: string }
  readonly memberships: readonly Membership[]
}

/** One query: the session, its person and every company open to them. Sessions live in real time, whatever the clock of a scenario says. */
export async function sessionOf(owner: Kysely<DB>, token: string): Promise<OpenSession | undefined> {
  const rows = await owner
    .selectFrom('auth.sessions as session')
    .innerJoin('people', 'people.id', 'session.person_id')
    .leftJoin('members', 'members.person_id', 'people.id')
    .leftJoin('companies', 'companies.id', 'members.company_id')
    .select(['session.id as session_id', 'people.id', 'people.name', 'members.company_id', 'members.role', 'companies.slug'])
    .where('session.token', '=', token)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .execute()
  const [first] = rows
  if (!first) return undefined
  const memberships = rows.flatMap(({ company_id: companyId, role, slug }) =>
    companyId !== null && role !== null && slug !== null ? [{ companyId, role: role as Role, slug }] : [],
  )
  return { sessionId: first.session_id, person: { id: first.id, name: first.name }, memberships }
}

export type LiveApiKey = {
  readonly id: Id
  readonly name: string
  readonly role: ApiKeyRole
  readonly companyId: Id
  readonly slug: string
  readonly lastUsedAt: Date | null
}

export async function apiKeyOf(owner: Kysely<DB>, secretSha256: string): Promise<LiveApiKey | undefined> {
  const key = await owner
    .selectFrom('api_keys')
    .innerJoin('companies', 'companies.id', 'api_keys.company_id')
    .select(['api_keys.id', 'api_keys.name', 'api_keys.role', 'api_keys.company_id', 'companies.slug', 'api_keys.last_used_at'])
    .where('secret_sha256', '=', secretSha256)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!key) return undefined
  return {
    id: key.id,
    name: key.name,
    role: key.role as ApiKeyRole,
    companyId: key.company_id,
    slug: key.slug,
    lastUsedAt: key.last_used_at,
  }
}

export async function markKeyUsed(owner: Kysely<DB>, id: Id): Promise<void> {
  await owner
    .updateTable('api_keys')
    .set({ last_used_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
}

/** The first two questions of sign-up: is anybody here yet, and may two ask it at once? */
export async function anybodyExists(owner: Kysely<DB>): Promise<boolean> {
  const person = await owner.selectFrom('people').select('id').limit(1).executeTakeFirst()
  return person !== undefined
}

export async function hasPassword(owner: Kysely<DB>, personId: Id): Promise<boolean> {
  const account = await owner
    .selectFrom('auth.accounts')
    .select('id')
    .where('person_id', '=', personId)
    .where('password', 'is not', null)
    .executeTakeFirst()
  return account !== undefined
}

export async function sessionsOf(owner: Kysely<DB>, personId: Id) {
  return owner
    .selectFrom('auth.sessions')
    .select(['id', 'token', 'created_at', 'updated_at', 'user_agent', 'ip_address'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('updated_at', 'desc')
    .execute()
}

/** True when there was such a session. */
export async function deleteSession(owner: Kysely<DB>, personId: Id, sessionId: Id): Promise<boolean> {
  const ended = await owner
    .deleteFrom('auth.sessions')
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

export async function deleteSessions(owner: Kysely<DB>, personId: Id): Promise<void> {
  await owner.deleteFrom('auth.sessions').where('person_id', '=', personId).execute()
}

export async function forgetPassword(owner: Kysely<DB>, personId: Id): Promise<void> {
  await owner.updateTable('auth.accounts').set({ password: null }).where('person_id', '=', personId).execute()
}

/* One-time links */

export async function insertLink(
  owner: Kysely<DB>,
  link: { tokenSha256: string; personId: Id; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await owner
    .insertInto('auth.sign_in_links')
    .values({ token_sha256: link.tokenSha256, person_id: link.personId, created_at: link.createdAt, expires_at: link.expiresAt })
    .execute()
}

export async function lockLink(owner: Kysely<DB>, tokenSha256: string) {
  return owner
    .selectFrom('auth.sign_in_links')
    .select(['person_id', 'expires_at', 'used_at'])
    .where('token_sha256', '=', tokenSha256)
    .forUpdate()
    .executeTakeFirst()
}

export async function markLinkUsed(owner: Kysely<DB>, tokenSha256: string, now: Date): Promise<void> {
  await owner.updateTable('auth.sign_in_links').set({ used_at: now }).where('token_sha256', '=', tokenSha256).execute()
}

/** What nobody can use any more: sessions by the machine's time, links a week after their end. */
export async function deleteExpired(owner: Kysely<DB>): Promise<void> {
  await owner
    .deleteFrom('auth.sessions')
    .where('expires_at', '<', sql<Date>`now()`)
    .execute()
  await owner
    .deleteFrom('auth.sign_in_links')
    .where('expires_at', '<', sql<Date>`now() - interval '7 days'`)
    .execute()
}

export async function personByEmail(owner: Kysely<DB>, email: string) {
  return owner.selectFrom('people').select(['id', 'name', 'email']).where('email', '=', email).executeTakeFirst()
}

export async function insertPerson(owner: Kysely<DB>, person: { id: Id; name: string; email: string; createdAt: Date }): Promise<void> {
  await owner
    .insertInto('people')
    .values({ id: person.id, name: person.name, email: person.email, created_at: person.createdAt, updated_at: person.createdAt })
    .execute()
}
