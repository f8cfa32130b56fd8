import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createPerson } from './by-hand.ts'
import { type Caller, openPeople, PASSWORD, type People } from './harness.ts'

let people: People
let claire: Caller
beforeAll(async () => {
  people = await openPeople(inject('databaseServer'))
  claire = people.browser()
  const email = 'claire@morin.fr'
  await claire.call('POST', '/people/sign-up', { name: 'Claire Morin', email, password: PASSWORD })
  const company = await people.foundCompany('atelier-morin', 'Atelier Morin')
  await people.foundCompany('ailleurs', 'Ailleurs & Cie')
  await createPerson(people.database, { name: 'Claire', email, company: { id: company, role: 'owner' } }, people.clock.now())
})
afterAll(() => people.close())

const rows = async () => (await claire.call('GET', '/people/api-keys')).body['rows'] as Record<string, unknown>[]

test('a key works for its company until it is revoked, and its secret is nowhere but in the answer', async () => {
  const created = await claire
    .with({ 'idempotency-key': 'once' })
    .call('POST', '/people/api-keys', { name: 'Boutique', role: 'bookkeeper' })
  const secret = String(created.body['secret'])
  expect(secret).toMatch(/^enc_[\w-]{43}$/)
  expect(await rows()).toEqual([
    {
      id: created.body['id'],
      name: 'Boutique',
      role: 'bookkeeper',
      ending: secret.slice(-4),
      createdBy: 'Claire Morin',
      createdAt: '2026-03-02T09:00:00.000Z',
      lastUsedAt: null,
    },
  ])
  const kept = JSON.stringify([
    await people.database.owner.selectFrom('api_keys').selectAll().execute(),
    await people.database.owner.selectFrom('idempotency_keys').selectAll().execute(),
    await people.database.owner.selectFrom('audit_entries').select('payload').execute(),
    await people.database.owner.selectFrom('events').select('facts').execute(),
  ])
  expect(kept).not.toContain(secret)

  const shop = people.program(secret)
  expect((await shop.call('GET', '/people/members')).body).toMatchObject({ members: [{ name: 'Claire Morin' }] })
  expect((await shop.with({ 'encours-company': 'atelier-morin' }).call('GET', '/people/members')).status).toBe(200)
  expect((await rows())[0]?.['lastUsedAt']).not.toBeNull()

  expect((await claire.call('POST', `/people/api-keys/${String(created.body['id'])}/revoke`)).status).toBe(200)
  expect((await shop.call('GET', '/people/members')).status).toBe(401)
  expect(await rows()).toEqual([])
  expect((await claire.call('POST', `/people/api-keys/${String(created.body['id'])}/revoke`)).status).toBe(404)
})

test('a key opens no other company, decides nothing about people, and is no person', async () => {
  const { body } = await claire.call('POST', '/people/api-keys', { name: 'Boutique', role: 'bookkeeper' })
  const shop = people.program(String(body['secret']))
  expect(await shop.with({ 'encours-company': 'ailleurs' }).call('GET', '/people/members')).toMatchObject({
    status: 404,
    body: { code: 'company_unknown' },
  })
  expect(await shop.call('POST', '/people/invitations', { email: 'x@y.fr', role: 'owner' })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  expect(await shop.call('GET', '/people/me')).toMatchObject({ status: 403, body: { code: 'person_required' } })
  expect(await shop.call('POST', '/people/sign-out-everywhere')).toMatchObject({ status: 403, body: { code: 'person_required' } })
})

test('there is no owner’s key', async () => {
  const answer = await claire.call('POST', '/people/api-keys', { name: 'Trop', role: 'owner' })
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'invalid_input', data: { fields: { role: 'Le rôle : valeur hors de la liste permise.' } } },
  })
})

test.each(['Bearer enc_', 'Bearer enc_unknown', 'Bearer other', 'Basic enc_x', 'enc_x', ''])(
  '« %s » opens nothing',
  async (authorization) => {
    expect((await people.browser().with({ authorization }).call('GET', '/people/members')).status).toBe(401)
  },
)
