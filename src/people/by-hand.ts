/** What the command line, the first start and the sample companies do without a session: `encours user …`. */
import { type Id, uuidv7 } from '#core/ids'
import type { WriteContext } from '#platform/context'
import { type Database, type Db, enterScope } from '#platform/db'
import { asOwner } from './auth-database.ts'
import { deleteSessions, forgetPassword, insertLink, insertPerson, personByEmail } from './auth-store.ts'
import { personOf } from './person.ts'
import type { Role } from './rules/permissions.ts'
import { insertMember } from './store.ts'
import { newToken } from './tokens.ts'

const LINK_MINUTES = 30

/** The path of a link that signs the person in once, within half an hour: `/connexion/lien/…`. Undefined when nobody has this e-mail. */
export async function createSignInLink(database: Database, email: string, now: Date): Promise<string | undefined> {
  return database.owner.transaction().execute(async (db) => {
    const person = await personByEmail(db, email.trim().toLowerCase())
    return person && newLink(db, person.id, now)
  })
}

/** Forgets the password, ends every session, and answers a link to enter and choose a new one. */
export async function resetPassword(database: Database, email: string, now: Date): Promise<string | undefined> {
  return database.owner.transaction().execute(async (db) => {
    const person = await personByEmail(db, email.trim().toLowerCase())
    if (!person) return undefined
    await forgetPassword(db, person.id)
    await deleteSessions(db, person.id)
    return newLink(db, person.id, now)
  })
}

export type NewPerson = { readonly name: string; readonly email: string; readonly company?: { readonly id: Id; readonly role: Role } }

/** A person without a password, who enters by a link; when the e-mail is known, that person, made a member all the same. */
export async function createPerson(database: Database, { company, ...person }: NewPerson, now: Date): Promise<Id> {
  return database.owner.transaction().execute(async (db) => {
    const id = await knownOrNew(db, person, now)
    if (company) {
      await enterScope(db, { companyId: company.id, personId: id })
      await insertMember({ db, companyId: company.id, now }, id, company.role)
    }
    return id
  })
}

/** As `createPerson`, in a transaction of the application that may yet be rolled back. */
export const createPersonWithin = (db: Db, person: Omit<NewPerson, 'company'>, now: Date): Promise<Id> =>
  asOwner(db, () => knownOrNew(db, person, now))

async function knownOrNew(db: Db, { email, name }: Omit<NewPerson, 'company'>, now: Date): Promise<Id> {
  const address = email.trim().toLowerCase()
  const known = await personByEmail(db, address)
  if (known) return known.id
  const id = uuidv7(now)
  await insertPerson(db, { id, name, email: address, createdAt: now })
  return id
}

/** For the operation that founds a company: its founder is its first owner. */
export async function makeOwner(context: WriteContext): Promise<void> {
  await insertMember(context, personOf(context).id, 'owner')
}

async function newLink(db: Db, personId: Id, now: Date): Promise<string> {
  const { token, sha256 } = newToken()
  await insertLink(db, { tokenSha256: sha256, personId, createdAt: now, expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000) })
  return `/connexion/lien/${token}`
}
