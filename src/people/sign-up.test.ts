import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPeople, PASSWORD, type People } from './harness.ts'

let people: People
beforeAll(async () => {
  people = await openPeople(inject('databaseServer'))
})
afterAll(() => people.close())

const claire = { name: 'Claire Morin', email: 'claire@morin.fr', password: PASSWORD }

test('the first owner is expected until they have come, and nobody else may come freely', async () => {
  const browser = people.browser()
  expect((await browser.call('GET', '/people/entrance')).body).toEqual({ firstOwnerExpected: true })

  const dry = await people.browser().call('POST', '/people/sign-up?dryRun=true', claire)
  expect(dry.status).toBe(200)
  expect((await browser.call('GET', '/people/entrance')).body).toEqual({ firstOwnerExpected: true })

  const refusals = [
    ['password', { ...claire, password: 'court' }, 'password_too_short'],
    ['password', { ...claire, password: 'motdepasse123' }, 'password_too_common'],
    ['password', { ...claire, password: 'Claire@morin.fr' }, 'password_is_email'],
  ] as const
  for (const [field, input, code] of refusals) {
    const refused = await browser.call('POST', '/people/sign-up', input)
    expect(refused).toMatchObject({ status: 422, body: { code, data: { field } }, cookies: [] })
  }

  const first = await browser.call('POST', '/people/sign-up', { ...claire, email: ' Claire@Morin.fr ' })
  expect(first).toMatchObject({ status: 200, body: { company: null } })
  expect((await browser.call('GET', '/people/me')).body).toEqual({
    person: { id: first.body['personId'], name: 'Claire Morin', email: 'claire@morin.fr', language: null },
    hasPassword: true,
    companies: [],
  })

  const second = await people.browser().call('POST', '/people/sign-up', { ...claire, email: 'paul@morin.fr' })
  expect(second).toMatchObject({ status: 403, body: { code: 'sign_up_closed' }, cookies: [] })
  expect(second.body['message']).toBe('L’inscription libre est close : demandez une invitation à un propriétaire de l’entreprise.')
  expect((await people.browser().call('GET', '/people/entrance')).body).toEqual({ firstOwnerExpected: false })
})

test('of two who come first at the same instant one is refused', async () => {
  const race = await openPeople(inject('databaseServer'))
  try {
    const answers = await Promise.all(
      ['claire@morin.fr', 'paul@morin.fr', 'lea@morin.fr'].map((email) =>
        race.browser().call('POST', '/people/sign-up', { ...claire, email }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403])
  } finally {
    await race.close()
  }
})

test('the password is kept as Argon2id, out of reach of the application’s role', async () => {
  const { password } = await people.database.owner.selectFrom('auth.accounts').select('password').executeTakeFirstOrThrow()
  expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  await expect(people.database.app.selectFrom('auth.accounts').select('password').execute()).rejects.toThrow('permission denied')
  await expect(people.database.app.selectFrom('auth.sessions').select('token').execute()).rejects.toThrow('permission denied')
  expect(await people.database.app.selectFrom('people').select('email').execute()).toEqual([])
})

test('a password never reaches the database through an idempotency key', async () => {
  await people.browser().with({ 'idempotency-key': 'once' }).call('POST', '/people/sign-in', claire)
  expect(await people.database.owner.selectFrom('idempotency_keys').selectAll().execute()).toEqual([])
})
