import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTestApi, type TestApi } from '../app/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())

type Item = Record<string, unknown> & { id: string; code: string; version: number }
type Page = { rows: Item[]; nextCursor: string | null }

const create = (input: Record<string, unknown>) => api.call<Item>('POST', '/items', input)
const list = async (query = ''): Promise<Page> => (await api.call<Page>('GET', `/items${query}`)).body
const reader = () => api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })

test('a name and a price are enough; the price keeps its six decimals', async () => {
  expect((await create({ name: 'Pose', unitPrice: '48.123456' })).body).toMatchObject({
    code: 'A00001',
    nature: 'service',
    unit: 'C62',
    unitPrice: '48.123456',
    vatCode: 'FR_20',
    archived: false,
  })
})

test('an item may have a code of its own, once', async () => {
  expect(
    (await create({ code: 'CHENE', name: 'Chêne massif', nature: 'goods', unit: 'MTQ', unitPrice: '1850', vatCode: 'FR_10' })).status,
  ).toBe(200)
  expect(await create({ code: 'CHENE', name: 'Autre chêne', unitPrice: '1' })).toMatchObject({
    status: 409,
    body: { code: 'item_code_taken', data: { field: 'code' }, message: 'Le code CHENE est déjà celui d’un autre article.' },
  })
})

test.each([
  [{ name: '', unitPrice: '1' }, 400, 'name'],
  [{ name: 'A', unitPrice: '-1' }, 400, 'unitPrice'],
  [{ name: 'A', unitPrice: '1.1234567' }, 400, 'unitPrice'],
  [{ name: 'A', unitPrice: '1', unit: 'ZZZ' }, 400, 'unit'],
  [{ name: 'A', unitPrice: '1', nature: 'dream' }, 400, 'nature'],
  [{ name: 'A', unitPrice: '1', vatCode: 'FR_21' }, 422, 'vatCode'],
])('%j is refused at its field', async (input, status, field) => {
  expect(await create(input)).toMatchObject({ status, body: { data: { field } } })
})

test('thirty created at once get thirty codes', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => create({ name: `Planche ${index}`, unitPrice: '1' })))
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(new Set(answers.map(({ body }) => body.code)).size).toBe(30)
})

test('the list finds by name and code, whatever the accents, and turns its pages', async () => {
  expect((await list('?search=chene')).rows.map(({ code }) => code)).toEqual(['CHENE'])
  expect((await list('?search=a00001')).rows.map(({ code }) => code)).toEqual(['A00001'])
  const first = await list('?limit=20')
  const second = await list(`?limit=20&cursor=${first.nextCursor}`)
  expect([...first.rows, ...second.rows]).toEqual((await list('?limit=100')).rows)
})

test('saving changes the item, keeps an emptied code, and refuses what somebody else changed', async () => {
  const { body: made } = await create({ name: 'Rabot', unitPrice: '35' })
  const saved = await api.call<Item>('PUT', `/items/${made.id}`, { ...made, code: '', unitPrice: '36.5' })
  expect(saved.body).toMatchObject({ code: made.code, unitPrice: '36.5', version: made.version + 1 })
  expect((await api.call('PUT', `/items/${made.id}`, made)).status).toBe(409)
  expect(await api.call('PUT', `/items/${made.id}`, { ...saved.body, code: 'CHENE' })).toMatchObject({ body: { code: 'item_code_taken' } })
})

test('an archived item leaves the list and comes back', async () => {
  const { body: item } = await create({ name: 'Ancien', unitPrice: '1' })
  await api.call('POST', `/items/${item.id}/archive`, {})
  expect((await list('?search=ancien')).rows).toEqual([])
  expect((await list('?view=archived')).rows.map(({ id }) => id)).toEqual([item.id])
  await api.call('POST', `/items/${item.id}/archive`, { archived: false })
  expect((await list('?search=ancien')).rows).toHaveLength(1)
})

test('another company’s item is not found, and a reader changes nothing', async () => {
  const other = await api.foundCompany('ailleurs')
  const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
  const { body: item } = await create({ name: '<b>À nous</b>', unitPrice: '1' })
  expect(item['name']).toBe('<b>À nous</b>')
  expect(await call('GET', `/items/${item.id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect((await call('PUT', `/items/${item.id}`, item)).status).toBe(404)
  expect((await call<Page>('GET', '/items')).body.rows).toEqual([])
  expect((await call<Item>('POST', '/items', { name: 'À eux', unitPrice: '1' })).body.code).toBe('A00001')
  expect((await reader()('POST', '/items', { name: 'Non', unitPrice: '1' })).status).toBe(403)
  expect((await reader()('GET', `/items/${item.id}`)).status).toBe(200)
})

test('the menu of VAT treatments is that of the day, and one is proposed for the customer', async () => {
  const codes = async (query: string) =>
    (await api.call<{ rows: { code: string }[] }>('GET', `/vat/treatments${query}`)).body.rows.map(({ code }) => code)
  expect(await codes('')).toContain('FR_20')
  expect(await codes('?on=2013-06-01')).toContain('FR_19_6')
  const suggest = async (query: string) => (await api.call<{ vatCode: string }>('GET', `/vat/suggestion${query}`)).body
  expect(await suggest('?customerKind=company&itemVatCode=FR_10')).toEqual({ vatCode: 'FR_10' })
  expect(await suggest('?customerKind=eu&customerCountry=DE&nature=goods')).toEqual({ vatCode: 'EU_GOODS' })
  expect(await suggest('?customerKind=company&itemVatCode=NO')).toMatchObject({ code: 'vat_treatment_unknown' })
})
