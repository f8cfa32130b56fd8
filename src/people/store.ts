import { sql } from 'kysely'
import type { Id } from '#core/ids'
import type { ReadContext, WriteContext } from '#platform/context'
import type { Db } from '#platform/db'
import type { Locale } from '#core/text'
import type { Role } from './rules/permissions.ts'

export async function personById(db: Db, id: Id) {
  const person = await db.selectFrom('people').select(['id', 'name', 'email', 'language']).where('id', '=', id).executeTakeFirst()
  return person && { ...person, language: person.language as Locale | null }
}

export async function saveLanguage(db: Db, personId: Id, language: Locale): Promise<void> {
  await db.updateTable('people').set({ language }).where('id', '=', personId).execute()
}

/** Companies open to a person, whichever the transaction works in. */
export async function companiesOf(db: Db, personId: Id) {
  return db
    .selectFrom('members')
    .innerJoin('companies', 'companies.id', 'members.company_id')
    .select(['companies.id', 'companies.slug', 'companies.name', 'members.role'])
    .where('members.person_id', '=', personId)
    .orderBy('companies.name')
    .execute()
}

export async function slugOfCompany(db: Db, companyId: Id): Promise<string> {
  const company = await db.selectFrom('companies').select('slug').where('id', '=', companyId).executeTakeFirstOrThrow()
  return company.slug
}

export async function nameOfCompany(db: Db, companyId: Id): Promise<string> {
  const company = await db.selectFrom('companies').select('name').where('id', '=', companyId).executeTakeFirstOrThrow()
  return company.name
}

/* Members */

export async function membersOf(context: ReadContext) {
  return context.db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person_id')
    .select(['members.person_id', 'people.name', 'people.email', 'members.role', 'members.created_at'])
    .where('members.company_id', '=', context.companyId)
    .orderBy('members.created_at')
    .execute()
}

export async function memberByEmail(context: ReadContext, email: string) {
  return context.db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person_id')
    .select('members.person_id')
    .where('members.company_id', '=', context.companyId)
    .where('people.email', '=', email)
    .executeTakeFirst()
}

export type Colleague = {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly role: Role
  /** What they read; French until their browser said otherwise. */
  readonly language: Locale
}

/** Those who work in this company, for other capabilities. */
export async function colleaguesIn({ companyId, db }: Pick<ReadContext, 'db' | 'companyId'>): Promise<Colleague[]> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person_id')
    .select(['people.id', 'people.name', 'people.email', 'members.role', 'people.language'])
    .where('members.company_id', '=', companyId)
    .orderBy('members.created_at')
    .execute()
  return rows.map(({ email, id, language, name, role }) => ({
    id,
    name,
    email,
    role: role as Role,
    language: (language ?? 'fr') as Locale,
  }))
}

/** The member, and how many owners there are; all owners are locked, so that two of them cannot step down at once. */
export async function memberAmongOwners(context: Pick<WriteContext, 'db' | 'companyId'>, personId: Id) {
  const owners = await context.db
    .selectFrom('members')
    .select('person_id')
    .where('company_id', '=', context.companyId)
    .where('role', '=', 'owner')
    .orderBy('person_id')
    .forUpdate()
    .execute()
  const member = await context.db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person_id')
    .select(['people.name', 'members.role'])
    .where('members.company_id', '=', context.companyId)
    .where('members.person_id', '=', personId)
    .executeTakeFirst()
  return member && { name: member.name, role: member.role as Role, owners: owners.length }
}

/** Someone who is already a member keeps the role they have. */
export async function insertMember(context: Pick<WriteContext, 'db' | 'companyId' | 'now'>, personId: Id, role: Role): Promise<void> {
  await context.db
    .insertInto('members')
    .values({ company_id: context.companyId, person_id: personId, role, created_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateRole(context: WriteContext, personId: Id, role: Role): Promise<void> {
  await context.db
    .updateTable('members')
    .set({ role })
    .where('company_id', '=', context.companyId)
    .where('person_id', '=', personId)
    .execute()
}

export async function deleteMember(context: WriteContext, personId: Id): Promise<void> {
  await context.db.deleteFrom('members').where('company_id', '=', context.companyId).where('person_id', '=', personId).execute()
}

/* Invitations */

const INVITATION = ['id', 'company_id', 'email', 'role', 'expires_at', 'accepted_at', 'revoked_at'] as const

/** Shows the token to row-level security: its holder may read that one invitation. */
export async function invitationHeldBy(db: Db, tokenSha256: string) {
  await sql`select set_config('encours.token', ${tokenSha256}, true)`.execute(db)
  return db.selectFrom('invitations').select(INVITATION).where('token_sha256', '=', tokenSha256).executeTakeFirst()
}

export async function lockInvitation(context: WriteContext, id: Id) {
  return context.db
    .selectFrom('invitations')
    .select(INVITATION)
    .where('company_id', '=', context.companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function openInvitations(context: ReadContext) {
  return context.db
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.invited_by')
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.role',
      'people.name as invited_by',
      'invitations.created_at',
      'invitations.expires_at',
    ])
    .where('invitations.company_id', '=', context.companyId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('invitations.created_at')
    .execute()
}

export type NewInvitation = { id: Id; email: string; role: Role; tokenSha256: string; invitedBy: Id; expiresAt: Date }

/** A new invitation takes the place of the open one to the same address. */
export async function insertInvitation(context: WriteContext, invitation: NewInvitation): Promise<void> {
  await context.db
    .updateTable('invitations')
    .set({ revoked_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('email', '=', invitation.email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  await context.db
    .insertInto('invitations')
    .values({
      id: invitation.id,
      company_id: context.companyId,
      email: invitation.email,
      role: invitation.role,
      token_sha256: invitation.tokenSha256,
      invited_by: invitation.invitedBy,
      created_at: context.now,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

export async function markAccepted(context: WriteContext, id: Id, personId: Id): Promise<void> {
  await context.db
    .updateTable('invitations')
    .set({ accepted_at: context.now, accepted_by: personId })
    .where('company_id', '=', context.companyId)
    .where('id', '=', id)
    .execute()
}

export async function markRevoked(context: WriteContext, id: Id): Promise<void> {
  await context.db
    .updateTable('invitations')
    .set({ revoked_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', id)
    .execute()
}

/* API keys */

export type NewApiKey = { id: Id; name: string; role: string; secretSha256: string; ending: string; createdBy: Id }

export async function insertApiKey(context: WriteContext, key: NewApiKey): Promise<void> {
  await context.db
    .insertInto('api_keys')
    .values({
      id: key.id,
      company_id: context.companyId,
      name: key.name,
      role: key.role,
      secret_sha256: key.secretSha256,
      ending: key.ending,
      created_by: key.createdBy,
      created_at: context.now,
    })
    .execute()
}

export async function liveApiKeys(context: ReadContext) {
  return context.db
    .selectFrom('api_keys')
    .leftJoin('people', 'people.id', 'api_keys.created_by')
    .select([
      'api_keys.id',
      'api_keys.name',
      'api_keys.role',
      'api_keys.ending',
      'people.name as created_by',
      'api_keys.created_at',
      'api_keys.last_used_at',
    ])
    .where('api_keys.company_id', '=', context.companyId)
    .where('revoked_at', 'is', null)
    .orderBy('api_keys.created_at')
    .execute()
}

/** The name of the key ended, or nothing when no such key lives. */
export async function revokeKey(context: WriteContext, id: Id): Promise<string | undefined> {
  const revoked = await context.db
    .updateTable('api_keys')
    .set({ revoked_at: context.now })
    .where('company_id', '=', context.companyId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return revoked?.name
}
