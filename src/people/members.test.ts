import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { enterScope } from '#platform/db'
import { createPerson, createSignInLink } from './by-hand.ts'
import { type Caller, openPeople, PASSWORD, type People } from './harness.ts'
import { memberAmongOwners } from './store.ts'

let people: People
let claire: Caller
let morin: string
let other: string

const emails = { claire: 'claire@morin.fr', lea: 'lea@morin.fr', paul: 'paul@morin.fr', hugo: 'hugo@ailleurs.fr' }

beforeAll(async () => {
  people = await openPeople(inject('databaseServer'))
  claire = people.browser()
  await claire.call('POST', '/people/sign-up', { name: 'Claire Morin', email: emails.claire, password: PASSWORD })
  morin = await people.foundCompany('atelier-morin', 'Atelier Morin')
  other = await people.foundCompany('ailleurs', 'Ailleurs & Cie')
  await createPerson(
    people.database,
    { name: 'Claire Morin', email: emails.claire, company: { id: morin, role: 'owner' } },
    people.clock.now(),
  )
  await createPerson(
    people.database,
    { name: 'Hugo Ailleurs', email: emails.hugo, company: { id: other, role: 'owner' } },
    people.clock.now(),
  )
})
afterAll(() => people.close())

async function invited(email: string, role: string): Promise<string> {
  const { body, status } = await claire.call('POST', '/people/invitations', { email, role })
  expect(status).toBe(200)
  return String(body['link']).split('/').at(-1) ?? ''
}

async function joined(name: string, email: string, role: string): Promise<{ browser: Caller; personId: string }> {
  const browser = people.browser()
  const { body } = await browser.call('POST', '/people/sign-up', {
    name,
    email,
    password: PASSWORD,
    invitation: await invited(email, role),
  })
  expect(body).toMatchObject({ company: 'atelier-morin' })
  return { browser, personId: String(body['personId']) }
}

const code = (answer: { status: number; body: Record<string, unknown> }) => [answer.status, answer.body['code']]

test('an invitation shows its company to whoever holds it, and makes a member of whoever signs up with it', async () => {
  const token = await invited(emails.lea, 'bookkeeper')
  expect((await people.browser().call('POST', '/people/invitation', { token })).body).toEqual({
    company: 'Atelier Morin',
    email: emails.lea,
    role: 'bookkeeper',
    hasAccount: false,
  })
  const pending = (await claire.call('GET', '/people/members')).body
  expect(pending).toMatchObject({
    members: [{ name: 'Claire Morin', role: 'owner' }],
    invitations: [{ email: emails.lea, invitedBy: 'Claire Morin' }],
  })

  const lea = people.browser()
  await lea.call('POST', '/people/sign-up', { name: 'Léa Petit', email: emails.lea, password: PASSWORD, invitation: token })
  expect((await lea.call('GET', '/people/me')).body).toMatchObject({
    companies: [{ slug: 'atelier-morin', name: 'Atelier Morin', role: 'bookkeeper', permissions: ['people:read'] }],
  })
  const after = (await lea.call('GET', '/people/members')).body
  expect(after).toMatchObject({ members: [{ name: 'Claire Morin' }, { name: 'Léa Petit', role: 'bookkeeper' }], invitations: [] })

  const again = await people
    .browser()
    .call('POST', '/people/sign-up', { name: 'Léa', email: emails.lea, password: PASSWORD, invitation: token })
  expect(code(again)).toEqual([409, 'invitation_used'])
  expect(code(await lea.call('POST', '/people/invitation/accept', { token }))).toEqual([409, 'invitation_used'])
})

test('the invitation leaves by mail, in the inviter’s language, with its link', async () => {
  const mail = await people.database.owner.selectFrom('mail_messages').selectAll().where('company_id', '=', morin).executeTakeFirstOrThrow()
  expect(mail).toMatchObject({
    kind: 'invitation',
    to_addresses: [emails.lea],
    subject: 'Claire Morin vous invite dans Atelier Morin sur Encours',
  })
  expect(mail.text).toMatch(/https:\/\/encours\.test\/invitation\/[\w-]{43}/)
  expect(mail.text).toContain('jusqu’au 9 mars 2026')
})

test('the company’s trail tells who invited and who joined, without the token', async () => {
  const events = await people.database.owner
    .selectFrom('events')
    .select(['name', 'facts'])
    .where('company_id', '=', morin)
    .orderBy('id')
    .execute()
  expect(events.map(({ name }) => name)).toEqual(['person.invited', 'person.joined'])
  const entries = await people.database.owner.selectFrom('audit_entries').select('payload').execute()
  expect(entries.map(({ payload }) => JSON.parse(payload).input)).toEqual([null, null])
})

test.each([
  [
    'someone else holds it',
    async (token: string) => people.browser().call('POST', '/people/sign-up', signUp('intrus@morin.fr', token)),
    403,
    'invitation_for_other_email',
  ],
  [
    'nobody sent it',
    async () => people.browser().call('POST', '/people/sign-up', signUp(emails.paul, 'x'.repeat(43))),
    404,
    'invitation_unknown',
  ],
  [
    'it was withdrawn',
    async (token: string) => {
      const { invitations } = (await claire.call('GET', '/people/members')).body as { invitations: { id: string }[] }
      await claire.call('POST', `/people/invitations/${invitations[0]?.id}/revoke`)
      return people.browser().call('POST', '/people/sign-up', signUp(emails.paul, token))
    },
    409,
    'invitation_revoked',
  ],
  [
    'a newer one replaced it',
    async (token: string) => {
      await invited(emails.paul, 'reader')
      return people.browser().call('POST', '/people/sign-up', signUp(emails.paul, token))
    },
    409,
    'invitation_revoked',
  ],
  [
    'seven days have passed',
    async (token: string) => {
      people.clock.moveTo('2026-03-09T09:00:00Z')
      const answer = await people.browser().call('POST', '/people/sign-up', signUp(emails.paul, token))
      people.clock.moveTo('2026-03-02T09:00:00Z')
      return answer
    },
    409,
    'invitation_expired',
  ],
] as const)('an invitation opens nothing when %s', async (_story, act, status, expected) => {
  const answer = await act(await invited(emails.paul, 'reader'))
  expect(code(answer)).toEqual([status, expected])
  expect(answer.cookies).toEqual([])
  expect(await people.database.owner.selectFrom('people').select('id').where('email', '=', emails.paul).execute()).toEqual([])
})

const signUp = (email: string, invitation: string) => ({ name: 'Paul Roy', email, password: PASSWORD, invitation })

test('a bookkeeper may not invite, a reader may not write, and neither gives themselves a role', async () => {
  const { browser: reader, personId } = await joined('Paul Roy', emails.paul, 'reader')
  const lea = people.browser()
  await lea.call('POST', '/people/sign-in', { email: emails.lea, password: PASSWORD })
  for (const member of [lea, reader]) {
    expect((await member.call('GET', '/people/members')).status).toBe(200)
    expect(code(await member.call('POST', '/people/invitations', { email: 'x@y.fr', role: 'reader' }))).toEqual([403, 'forbidden'])
    expect(code(await member.call('POST', '/people/api-keys', { name: 'x', role: 'reader' }))).toEqual([403, 'forbidden'])
    expect(code(await member.call('POST', `/people/members/${personId}/role`, { role: 'owner' }))).toEqual([403, 'forbidden'])
  }
})

test('someone who has an account joins a second company with it, and switches between the two', async () => {
  const hugo = people.browser()
  const token = await invited(emails.hugo, 'reader')
  expect((await hugo.call('POST', '/people/invitation', { token })).body).toMatchObject({ hasAccount: true })
  expect(
    code(await hugo.call('POST', '/people/sign-up', { name: 'Hugo', email: emails.hugo, password: PASSWORD, invitation: token })),
  ).toEqual([409, 'email_taken'])
  expect(code(await hugo.call('POST', '/people/invitation/accept', { token }))).toEqual([401, 'signed_out'])

  const link = await createSignInLink(people.database, emails.hugo, people.clock.now())
  await hugo.call('POST', '/people/sign-in-link', { token: link?.split('/').at(-1) })
  expect((await hugo.call('GET', '/people/members')).body).toMatchObject({ members: [{ name: 'Hugo Ailleurs' }] })
  expect((await hugo.call('POST', '/people/invitation/accept', { token })).body).toEqual({ company: 'atelier-morin' })

  expect((await hugo.call('GET', '/people/me')).body['companies']).toMatchObject([
    { slug: 'ailleurs', role: 'owner' },
    { slug: 'atelier-morin', role: 'reader' },
  ])
  expect(code(await hugo.call('GET', '/people/members'))).toEqual([404, 'company_unknown'])
  const names = async (company: string) =>
    ((await hugo.with({ 'encours-company': company }).call('GET', '/people/members')).body as { members: { name: string }[] }).members.map(
      ({ name }) => name,
    )
  expect(await names('ailleurs')).toEqual(['Hugo Ailleurs'])
  expect(await names(morin)).toEqual(['Claire Morin', 'Léa Petit', 'Paul Roy', 'Hugo Ailleurs'])
  const inMorin = hugo.with({ 'encours-company': 'atelier-morin' })
  expect(code(await inMorin.call('POST', '/people/invitations', { email: 'x@y.fr', role: 'reader' }))).toEqual([403, 'forbidden'])
})

test('another company looks like no company at all, and its people like nobody', async () => {
  const elsewhere = claire.with({ 'encours-company': 'ailleurs' })
  const nowhere = claire.with({ 'encours-company': 'nulle-part' })
  const refused = await elsewhere.call('GET', '/people/members')
  expect(code(refused)).toEqual([404, 'company_unknown'])
  expect(await nowhere.call('GET', '/people/members')).toEqual(refused)
  expect(code(await claire.with({ 'encours-company': other }).call('GET', '/people/members'))).toEqual([404, 'company_unknown'])

  const { person_id: stranger } = await people.database.owner
    .selectFrom('members')
    .select('person_id')
    .where('company_id', '=', other)
    .executeTakeFirstOrThrow()
  await claire.call('POST', `/people/members/${stranger}/remove`)
  const left = await people.database.owner.selectFrom('members').select('company_id').where('person_id', '=', stranger).execute()
  expect(left).toEqual([{ company_id: other }])
  expect(code(await claire.call('POST', `/people/members/${stranger}/role`, { role: 'reader' }))).toEqual([404, 'not_found'])
})

test('the last owner can neither leave nor step down; with a second owner one of the two can', async () => {
  const { members } = (await claire.call('GET', '/people/members')).body as { members: { personId: string; name: string }[] }
  const idOf = (name: string) => members.find((member) => member.name === name)?.personId
  const self = idOf('Claire Morin')
  const refused = await claire.call('POST', `/people/members/${self}/remove`)
  expect(refused).toMatchObject({ status: 409, body: { code: 'last_owner' } })
  expect(refused.body['message']).toBe('Claire Morin est le seul propriétaire : nommez d’abord un autre propriétaire.')
  expect(code(await claire.call('POST', `/people/members/${self}/role`, { role: 'reader' }))).toEqual([409, 'last_owner'])

  const lea = idOf('Léa Petit')
  expect((await claire.call('POST', `/people/members/${lea}/role`, { role: 'owner' })).status).toBe(200)
  const answers = await Promise.all([
    claire.call('POST', `/people/members/${self}/role`, { role: 'reader' }),
    claire.call('POST', `/people/members/${lea}/remove`),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const owners = await people.database.owner
    .selectFrom('members')
    .select('role')
    .where('company_id', '=', morin)
    .where('role', '=', 'owner')
    .execute()
  expect(owners).toHaveLength(1)
})

test('while one owner is being changed another waits', async () => {
  const { database } = people
  const scope = { companyId: morin, personId: undefined }
  await database.app.transaction().execute(async (first) => {
    await enterScope(first, scope)
    const { person_id: owner } = await first.selectFrom('members').select('person_id').where('role', '=', 'owner').executeTakeFirstOrThrow()
    await memberAmongOwners({ db: first, companyId: morin }, owner)
    const second = database.app.transaction().execute(async (db) => {
      await enterScope(db, scope)
      await sql`set local lock_timeout = '50ms'`.execute(db)
      return memberAmongOwners({ db, companyId: morin }, owner)
    })
    await expect(second).rejects.toThrow('lock timeout')
  })
})

test('whoever is removed is out at the next request', async () => {
  const { person_id: owner } = await people.database.owner
    .selectFrom('members')
    .select('person_id')
    .where('company_id', '=', morin)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  const email = (await people.database.owner.selectFrom('people').select('email').where('id', '=', owner).executeTakeFirstOrThrow()).email
  const boss = people.browser()
  await boss.call('POST', '/people/sign-in', { email, password: PASSWORD })
  const paul = people.browser()
  await paul.call('POST', '/people/sign-in', { email: emails.paul, password: PASSWORD })
  expect((await paul.call('GET', '/people/members')).status).toBe(200)
  const { body } = await paul.call('GET', '/people/me')
  await boss.call('POST', `/people/members/${(body['person'] as { id: string }).id}/remove`)
  expect(code(await paul.call('GET', '/people/members'))).toEqual([404, 'company_unknown'])
  expect((await paul.call('GET', '/people/me')).body['companies']).toEqual([])
})
