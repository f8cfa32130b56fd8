import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createPerson } from './by-hand.ts'
import { type Caller, openPeople, PASSWORD, type People } from './harness.ts'

let people: People
const claire = { email: 'claire@morin.fr', password: PASSWORD }
beforeAll(async () => {
  people = await openPeople(inject('databaseServer'))
  await people.browser().call('POST', '/people/sign-up', { name: 'Claire Morin', ...claire })
  const company = { id: await people.foundCompany('atelier-morin', 'Atelier Morin'), role: 'owner' } as const
  await createPerson(people.database, { name: 'Claire Morin', email: claire.email, company }, people.clock.now())
})
afterAll(() => people.close())

async function signedIn(device: string) {
  const browser = people.browser().with({ 'user-agent': device })
  const { cookies } = await browser.call('POST', '/people/sign-in', claire)
  return { browser, cookies }
}

const me = async (browser: Caller) => (await browser.call('GET', '/people/me')).status

test('signing out ends this session and leaves the others', async () => {
  const phone = await signedIn('phone')
  const desk = await signedIn('desk')
  const { cookies, status } = await phone.browser.call('POST', '/people/sign-out')
  expect(status).toBe(200)
  expect(cookies.join()).toContain('Max-Age=0')
  expect(await me(phone.browser)).toBe(401)
  expect(await me(people.anotherProcess(phone.cookies))).toBe(401)
  expect(await me(desk.browser)).toBe(200)
})

test('signing out everywhere ends every session at once, also where it was believed a moment ago', async () => {
  const phone = await signedIn('phone')
  const desk = await signedIn('desk')
  expect([await me(phone.browser), await me(desk.browser)]).toEqual([200, 200])
  await desk.browser.call('POST', '/people/sign-out-everywhere')
  expect([await me(phone.browser), await me(desk.browser), await me(people.anotherProcess(phone.cookies))]).toEqual([401, 401, 401])
})

test('a person sees where they are signed in and ends one session', async () => {
  const phone = await signedIn('phone')
  const desk = await signedIn('desk')
  const rows = (await desk.browser.call('GET', '/people/sessions')).body['rows'] as {
    id: string
    device: string
    isThisOne: boolean
    address: string
  }[]
  expect(new Map(rows.map(({ device, isThisOne }) => [device, isThisOne]))).toEqual(
    new Map([
      ['desk', true],
      ['phone', false],
    ]),
  )
  expect(rows[0]?.address).toBe('203.0.113.7')
  const sessionId = rows.find(({ device }) => device === 'phone')?.id ?? ''
  expect((await desk.browser.call('POST', `/people/sessions/${sessionId}/end`)).status).toBe(200)
  expect([await me(phone.browser), await me(desk.browser)]).toEqual([401, 200])
  expect((await desk.browser.call('POST', `/people/sessions/${sessionId}/end`)).status).toBe(404)
})

test('a visit after a day moves the end of the session to thirty days from now', async () => {
  const { browser, cookies } = await signedIn('desk')
  expect((await browser.call('GET', '/people/me')).cookies).toEqual([])
  await people.database.owner
    .updateTable('auth.sessions')
    .set({ expires_at: sql<Date>`expires_at - interval '2 days'` })
    .execute()
  const visit = await people.anotherProcess(cookies).call('GET', '/people/me')
  expect(visit.cookies.join()).toContain('Max-Age=2592000')
})

test('a session past its end opens nothing', async () => {
  const { cookies } = await signedIn('desk')
  await people.database.owner
    .updateTable('auth.sessions')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .execute()
  expect(await me(people.anotherProcess(cookies))).toBe(401)
})

test('changing the password asks for the present one, ends the other sessions and keeps this one', async () => {
  const phone = await signedIn('phone')
  const desk = await signedIn('desk')
  const wrong = await desk.browser.call('POST', '/people/password', { currentPassword: 'autre chose', newPassword: 'la scie du matin' })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'password_wrong', data: { field: 'currentPassword' } } })
  const missing = await desk.browser.call('POST', '/people/password', { newPassword: 'la scie du matin' })
  expect(missing.body).toMatchObject({ code: 'password_wrong' })
  const weak = await desk.browser.call('POST', '/people/password', { currentPassword: PASSWORD, newPassword: 'azertyuiop' })
  expect(weak.body).toMatchObject({ code: 'password_too_common', data: { field: 'newPassword' } })

  const changed = await desk.browser.call('POST', '/people/password', { currentPassword: PASSWORD, newPassword: 'la scie du matin' })
  expect(changed.status).toBe(200)
  expect([await me(phone.browser), await me(desk.browser)]).toEqual([401, 200])
  expect((await people.browser().call('POST', '/people/sign-in', claire)).status).toBe(401)
  expect((await people.browser().call('POST', '/people/sign-in', { ...claire, password: 'la scie du matin' })).status).toBe(200)
})
