import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createPerson, createSignInLink, resetPassword } from './by-hand.ts'
import { openPeople, PASSWORD, type People } from './harness.ts'

let people: People
const claire = { email: 'claire@morin.fr', password: PASSWORD }
beforeAll(async () => {
  people = await openPeople(inject('databaseServer'))
  await people.browser().call('POST', '/people/sign-up', { name: 'Claire Morin', ...claire })
})
afterAll(() => people.close())

const tokenOf = (path: string | undefined): string => path?.split('/').at(-1) ?? ''

test('whoever signs in gets a cookie that scripts cannot read and other sites cannot send, for thirty days', async () => {
  const { cookies, status } = await people.browser().call('POST', '/people/sign-in', claire)
  expect(status).toBe(200)
  expect(cookies).toHaveLength(1)
  const attributes = (cookies[0] ?? '').split('; ').slice(1)
  expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure'])

  const plain = await people.browser().with({ origin: 'http://localhost:3000' }).call('POST', '/people/sign-in', claire)
  expect(plain.cookies[0]).not.toContain('Secure')
})

test('a wrong password and an unknown person are refused in the same words', async () => {
  const wrong = await people.browser().call('POST', '/people/sign-in', { ...claire, password: 'le rabot du soir' })
  const unknown = await people.browser().call('POST', '/people/sign-in', { ...claire, email: 'personne@morin.fr' })
  expect(wrong).toMatchObject({
    status: 401,
    body: { code: 'sign_in_refused', message: 'L’adresse e-mail ou le mot de passe ne convient pas.' },
  })
  expect(unknown).toEqual(wrong)
})

test('after five wrong passwords even the right one waits, with the minutes told in the reader’s language', async () => {
  const paul = { email: 'paul@morin.fr', password: 'le rabot du soir' }
  for (let n = 0; n < 5; n++) expect((await people.browser().call('POST', '/people/sign-in', paul)).status).toBe(401)
  const french = await people.browser().call('POST', '/people/sign-in', paul)
  expect(french).toMatchObject({ status: 429, body: { code: 'too_many_attempts', message: 'Trop d’essais : réessayez dans 15 min.' } })
  const english = await people.browser().with({ 'accept-language': 'en' }).call('POST', '/people/sign-in', paul)
  expect(english.body['message']).toBe('Too many attempts: try again in 15 min.')
  expect((await people.browser().call('POST', '/people/sign-in', claire)).status).toBe(200)
})

test('a cookie that we did not sign opens nothing', async () => {
  const { cookies } = await people.browser().call('POST', '/people/sign-in', claire)
  const [name = '', value = ''] = (cookies[0] ?? '').split(';', 1).join('').split('=', 2)
  const forged = `${value.split('.', 1).join('')}.${'A'.repeat(43)}%3D`
  const answer = await people.anotherProcess([`${name}=${forged}`]).call('GET', '/people/me')
  expect(answer).toMatchObject({ status: 401, body: { code: 'signed_out' } })
})

test('a sign-in link opens a session once', async () => {
  const token = tokenOf(await createSignInLink(people.database, 'Claire@morin.fr', people.clock.now()))
  const browser = people.browser()
  expect((await browser.call('POST', '/people/sign-in-link', { token })).status).toBe(200)
  expect((await browser.call('GET', '/people/me')).body).toMatchObject({ person: { email: 'claire@morin.fr' } })
  const again = await people.browser().call('POST', '/people/sign-in-link', { token })
  expect(again).toMatchObject({ status: 409, body: { code: 'sign_in_link_used' }, cookies: [] })
  expect((await people.browser().call('POST', '/people/sign-in-link', { token: 'abc' })).body).toMatchObject({
    code: 'sign_in_link_unknown',
  })
  expect(await createSignInLink(people.database, 'personne@morin.fr', people.clock.now())).toBeUndefined()
})

test('of many who open the same link at once one enters', async () => {
  const token = tokenOf(await createSignInLink(people.database, claire.email, people.clock.now()))
  const answers = await Promise.all([1, 2, 3, 4].map(() => people.browser().call('POST', '/people/sign-in-link', { token })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a sign-in link is good for thirty minutes and not a second more', async () => {
  const early = tokenOf(await createSignInLink(people.database, claire.email, people.clock.now()))
  const late = tokenOf(await createSignInLink(people.database, claire.email, people.clock.now()))
  people.clock.moveTo('2026-03-02T09:29:59Z')
  expect((await people.browser().call('POST', '/people/sign-in-link', { token: early })).status).toBe(200)
  people.clock.moveTo('2026-03-02T09:30:00Z')
  expect((await people.browser().call('POST', '/people/sign-in-link', { token: late })).body).toMatchObject({
    code: 'sign_in_link_expired',
  })
})

test('a person made by hand enters by a link, chooses a password, and signs in with it', async () => {
  await createPerson(people.database, { name: 'Démo', email: 'demo@morin.fr' }, people.clock.now())
  const browser = people.browser()
  const token = tokenOf(await createSignInLink(people.database, 'demo@morin.fr', people.clock.now()))
  await browser.call('POST', '/people/sign-in-link', { token })
  expect((await browser.call('GET', '/people/me')).body).toMatchObject({ hasPassword: false })
  expect((await browser.call('POST', '/people/password', { newPassword: 'court' })).body).toMatchObject({ code: 'password_too_short' })
  expect((await browser.call('POST', '/people/password', { newPassword: 'une phrase à moi' })).status).toBe(200)
  const answer = await people.browser().call('POST', '/people/sign-in', { email: 'demo@morin.fr', password: 'une phrase à moi' })
  expect(answer.status).toBe(200)
})

test('a password reset by hand ends what was open and leaves only the link', async () => {
  const demo = { email: 'demo@morin.fr', password: 'une phrase à moi' }
  const { cookies } = await people.browser().call('POST', '/people/sign-in', demo)
  const token = tokenOf(await resetPassword(people.database, demo.email, people.clock.now()))
  expect((await people.anotherProcess(cookies).call('GET', '/people/me')).status).toBe(401)
  expect((await people.browser().call('POST', '/people/sign-in', demo)).status).toBe(401)
  expect((await people.browser().call('POST', '/people/sign-in-link', { token })).status).toBe(200)
})
