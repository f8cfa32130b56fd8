import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { uuidv7 } from '#core/ids'
import { openTestApi, type TestApi } from '../app/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())

type Customer = Record<string, unknown> & {
  id: string
  code: string
  version: number
  contacts: { id: string; name: string; email: string; roles: string[] }[]
  warnings: { code: string; field: string; sentence: string }[]
}
type Page = { rows: (Record<string, unknown> & { id: string; name: string; code: string })[]; nextCursor: string | null }

const create = async (input: Record<string, unknown>): Promise<Customer> => (await api.call<Customer>('POST', '/customers', input)).body
const list = async (query = ''): Promise<Page> => (await api.call<Page>('GET', `/customers${query}`)).body
const as = (role: 'bookkeeper' | 'reader') => api.as({ companyId: api.company.id, personId: api.company.ownerId, role })

/** An instalment owed, as the receivables hold it. */
async function owe(customerId: string, cents: number, dueOn: string, companyId = api.company.id) {
  await api.database.owner
    .insertInto('receivable_items')
    .values({
      id: uuidv7(api.clock.now()),
      company_id: companyId,
      customer_id: customerId,
      kind: 'instalment',
      reference: 'F-1',
      amount_cents: BigInt(cents),
      open_cents: BigInt(cents),
      dated_on: '2026-01-01' as never,
      due_on: dueOn as never,
    })
    .execute()
}

test('a name is enough', async () => {
  expect(await create({ name: 'Morin' })).toMatchObject({
    name: 'Morin',
    kind: 'company',
    language: 'fr',
    balance: '0.00',
    late: '0.00',
    daysLate: 0,
    averageDelayDays: null,
    contacts: [],
    warnings: [],
  })
})

test('name, SIREN, e-mail and one line of address make a customer one can invoice', async () => {
  const customer = await create({
    name: 'Menuiserie Le Goff',
    siren: '404 833 048',
    email: 'Compta@LeGoff.example',
    addressLine: '4 quai Lamartine, 35000 Rennes',
  })
  expect(customer).toMatchObject({
    siren: '404833048',
    address: { line1: '4 quai Lamartine', postcode: '35000', city: 'Rennes', country: 'FR' },
    eAddress: '404833048',
    eAddressScheme: '0225',
    contacts: [{ name: '', email: 'compta@legoff.example', roles: ['buyer', 'accounts_payable'] }],
  })
})

test('the country says the kind when nobody does', async () => {
  expect(await create({ name: 'Holz GmbH', vatNumber: 'DE136695976', address: { country: 'DE' } })).toMatchObject({
    kind: 'eu',
    warnings: [],
  })
  expect(await create({ name: 'Uhren AG', address: { country: 'CH' } })).toMatchObject({ kind: 'other' })
  expect(await create({ name: 'Herr Schmidt', kind: 'consumer', address: { country: 'DE' } })).toMatchObject({
    kind: 'consumer',
    warnings: [],
  })
})

test('failed keys, a SIREN already known and terms beyond the law are said and never block', async () => {
  const { warnings } = await create({
    name: 'Le Goff Frères',
    siren: '404833048',
    siret: '40483304800023',
    vatNumber: 'FR00404833048',
    address: { country: 'ES' },
    kind: 'company',
    paymentTerms: [{ part: 'rest', term: { days: 90 } }],
  })
  expect(warnings.map(({ code }) => code)).toEqual(['siret_key', 'vat_number_key', 'kind_not_of_country', 'same_siren', 'terms_beyond_cap'])
  expect(warnings[3]?.sentence).toBe('Ce SIREN est déjà celui de Menuiserie Le Goff.')
})

test('what can be no SIREN is refused at its field, in the language asked for', async () => {
  const { body, status } = await api.call<{ data: unknown }>('POST', '/customers', { name: ' ', siren: '123' }, { 'accept-language': 'en' })
  expect(status).toBe(400)
  expect(body.data).toMatchObject({ fields: { name: 'The name: please fill in.', siren: 'The SIREN: nine digits expected.' } })
})

test('HTML and formulas in a name stay text', async () => {
  const name = '<img src=x onerror=alert(1)> & =1+1 "Fils"'
  const { id } = await create({ name })
  expect((await api.call<Customer>('GET', `/customers/${id}`)).body['name']).toBe(name)
  expect((await list(`?search=${encodeURIComponent('<img')}`)).rows.map((row) => row.name)).toEqual([name])
})

test('fifty created at once get fifty codes that follow each other', async () => {
  const other = await api.foundCompany('scierie-morin')
  const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => call<Customer>('POST', '/customers', { name: `Client ${index}` })),
  )
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  const codes = answers.map(({ body }) => body.code).sort()
  expect(codes).toEqual(Array.from({ length: 50 }, (_, index) => `C${String(index + 1).padStart(5, '0')}`))
})

test('a refused creation gives its code back', async () => {
  const { code } = await create({ name: 'Avant' })
  await api.call('POST', '/customers', { name: 'Refusé', paymentTerms: [{ part: 'percent', basisPoints: 100, term: { days: 0 } }] })
  await api.call('POST', '/customers?dryRun=true', { name: 'Essai' })
  const after = await create({ name: 'Après' })
  expect(Number(after.code.slice(1))).toBe(Number(code.slice(1)) + 1)
})

test('the list finds by name, code, SIREN and town, whatever the accents, and turns its pages', async () => {
  const { code, id } = await create({ name: 'Éts Zéphyr', siren: '732829320', address: { city: 'Châteaugiron' } })
  for (const search of ['zephyr', code, '732 829 320', 'chateaugiron ets']) {
    expect((await list(`?search=${encodeURIComponent(search)}`)).rows.map((row) => row.id)).toEqual([id])
  }
  expect((await list('?search=100%25')).rows).toEqual([])
  const names: string[] = []
  let cursor: string | null = null
  do {
    const page: Page = await list(`?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
    names.push(...page.rows.map((row) => row.name))
    cursor = page.nextCursor
  } while (cursor)
  const all = (await list('?limit=100')).rows.map((row) => row.name)
  expect(names).toEqual(all)
  expect(new Set(names).size).toBe(names.length)
})

test('each row says what is owed, how much of it is late and for how long', async () => {
  const { id } = await create({ name: 'Qui doit' })
  await owe(id, 120_000, '2026-02-18')
  await owe(id, 30_000, '2026-03-02')
  expect((await list('?search=qui+doit')).rows).toMatchObject([{ balance: '1500.00', late: '1200.00', daysLate: 12 }])
  expect((await list('?view=late')).rows.map((row) => row.id)).toEqual([id])
  expect((await api.call<Customer>('GET', `/customers/${id}`)).body).toMatchObject({ balance: '1500.00', late: '1200.00', daysLate: 12 })
  const { body } = await api.call<{ views: unknown[] }>('GET', '/customers/views')
  expect(body.views[1]).toEqual({ view: 'late', count: 1, sum: '1200.00' })
})

test('who owes is not archived; who does not goes and comes back', async () => {
  const owing = (await list('?search=qui+doit')).rows[0]
  const refused = await api.call<{ code: string; message: string }>('POST', `/customers/${owing?.id}/archive`, {})
  expect(refused).toMatchObject({ status: 409, body: { code: 'customer_owes' } })
  expect(refused.body.message).toContain('1\u202f500,00')
  const { id } = await create({ name: 'Parti' })
  expect((await api.call<Customer>('POST', `/customers/${id}/archive`, {})).body).toMatchObject({ archived: true })
  expect((await list('?search=parti')).rows).toEqual([])
  expect((await list('?view=archived')).rows.map((row) => row.id)).toEqual([id])
  expect((await api.call<Customer>('POST', `/customers/${id}/archive`, { archived: false })).body).toMatchObject({ archived: false })
})

test('saving keeps the contacts it names, and refuses what somebody else changed', async () => {
  const made = await create({ name: 'Durand', email: 'a@durand.example' })
  const [contact] = made.contacts
  const input = {
    name: 'Durand SARL',
    version: made.version,
    contacts: [
      { name: 'Paul', email: 'paul@durand.example', roles: ['legal'] },
      { ...contact, name: 'Léa' },
    ],
  }
  const saved = await api.call<Customer>('PUT', `/customers/${made.id}`, input)
  expect(saved.body.contacts.map(({ name, roles }) => ({ name, roles }))).toEqual([
    { name: 'Paul', roles: ['legal'] },
    { name: 'Léa', roles: ['buyer', 'accounts_payable'] },
  ])
  expect(saved.body.contacts[1]?.id).toBe(contact?.id)
  expect(await api.call('PUT', `/customers/${made.id}`, input)).toMatchObject({ status: 409, body: { code: 'customer_changed_elsewhere' } })
  const { body } = await api.call<{ rows: unknown[] }>('GET', `/timeline?customerId=${made.id}`)
  expect(body.rows).toMatchObject([
    { name: 'customer.changed', facts: { fields: ['name', 'contacts'] } },
    { name: 'customer.created', facts: { code: made.code } },
  ])
})

test('a save that changes nothing says nothing', async () => {
  const made = await create({
    name: 'Immobile',
    deliveryAddress: { line1: 'Quai 2', city: 'Brest' },
    paymentTerms: [{ part: 'rest', term: { days: 15 } }],
  })
  const saved = await api.call<Customer>('PUT', `/customers/${made.id}`, made)
  expect(saved.body).toEqual(made)
})

test('how late they pay is weighted by amount', async () => {
  const { id } = await create({ name: 'Payeur' })
  const pay = async (cents: number, dueOn: string, paidOn: string) => {
    await api.database.owner.transaction().execute(async (db) => {
      const item = { company_id: api.company.id, customer_id: id, open_cents: 0n, settled_on: paidOn as never }
      const [debit, credit] = [uuidv7(api.clock.now()), uuidv7(api.clock.now())]
      const amounts = { amount_cents: BigInt(cents), dated_on: '2026-01-01' as never, due_on: dueOn as never }
      await db
        .insertInto('receivable_items')
        .values({ ...item, ...amounts, id: debit, kind: 'instalment', reference: 'F' })
        .execute()
      const paid = { amount_cents: BigInt(-cents), dated_on: paidOn as never, due_on: paidOn as never }
      await db
        .insertInto('receivable_items')
        .values({ ...item, ...paid, id: credit, kind: 'payment', reference: 'V' })
        .execute()
      await db
        .insertInto('allocations')
        .values({
          id: uuidv7(api.clock.now()),
          company_id: api.company.id,
          debit_item_id: debit,
          credit_item_id: credit,
          amount_cents: BigInt(cents),
          allocated_on: paidOn as never,
          origin: 'manual',
          created_at: api.clock.now(),
        })
        .execute()
    })
  }
  await pay(300_00, '2026-02-01', '2026-02-11')
  await pay(100_00, '2026-02-01', '2026-01-30')
  expect((await api.call<Customer>('GET', `/customers/${id}`)).body).toMatchObject({ averageDelayDays: 7 })
})

test('another company’s customer is not found, by any way', async () => {
  const other = await api.foundCompany('ailleurs')
  const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
  const { id, version } = await create({ name: 'À nous' })
  for (const answer of [
    await call('GET', `/customers/${id}`),
    await call('PUT', `/customers/${id}`, { name: 'Volé', version }),
    await call('POST', `/customers/${id}/archive`, {}),
  ]) {
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
  }
  expect((await call<Page>('GET', '/customers')).body.rows).toEqual([])
  expect((await call<Page>('GET', `/customers?cursor=${id}`)).body.rows).toEqual([])
})

test('a reader reads and changes nothing', async () => {
  const { id } = await create({ name: 'Lu' })
  expect((await as('reader')('GET', `/customers/${id}`)).status).toBe(200)
  expect(await as('reader')('POST', '/customers', { name: 'Non' })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect((await as('reader')('POST', `/customers/${id}/archive`, {})).status).toBe(403)
  expect((await as('bookkeeper')('POST', '/customers', { name: 'Oui' })).status).toBe(200)
})
