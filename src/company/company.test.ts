import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTestApi, type TestApi } from '../app/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())

type Company = Record<string, unknown> & { version: number; warnings: { code: string; field: string; sentence: string }[] }
type Problem = { code: string; message: string; data?: { field?: string; fields?: Record<string, string> } }

const company = async (): Promise<Company> => (await api.call<Company>('GET', '/company')).body
const problem = async (method: string, path: string, body?: unknown) => {
  const { status, body: answer } = await api.call<Problem>(method, path, body)
  return { status, code: answer.code, field: answer.data?.field, message: answer.message }
}
const owner = () => api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'owner' })
const as = (role: 'bookkeeper' | 'reader') => api.as({ companyId: api.company.id, personId: api.company.ownerId, role })

test('the company says who it is', async () => {
  expect(await company()).toMatchObject({
    name: 'Atelier Brocéliande',
    siren: '732829320',
    vatRegime: 'normal',
    address: { line1: '12 rue des Carmes', postcode: '35000', city: 'Rennes', country: 'FR' },
    hasLogo: false,
    onboarded: false,
    warnings: [],
  })
})

test('a person founds a company and owns it; a second of that name has an address of its own', async () => {
  const founded = await api.call<Company>('POST', '/companies', {
    name: 'Ébénisterie L’Œuvre',
    siren: '404 833 048',
    vatNumber: 'FR83404833048',
  })
  expect(founded).toMatchObject({
    status: 200,
    body: { slug: 'ebenisterie-l-oeuvre', siren: '404833048', eAddress: '404833048', eAddressScheme: '0225', warnings: [] },
  })
  const again = await api.call<Company>('POST', '/companies', { name: 'Ebénisterie l’œuvre' })
  expect(again.body['slug']).toBe('ebenisterie-l-oeuvre-2')
  const members = await api.database.owner
    .selectFrom('members')
    .select(['person_id', 'role'])
    .where('company_id', '=', String(founded.body['id']))
    .execute()
  expect(members).toEqual([{ person_id: api.company.ownerId, role: 'owner' }])
})

test('twenty workshops of one name founded at once get twenty addresses', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => api.call<Company>('POST', '/companies', { name: 'Menuiserie du Bourg' })),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(new Set(answers.map(({ body }) => body['slug'])).size).toBe(20)
})

test('a failed key is said and does not block; identifiers are put in order', async () => {
  const { version } = await company()
  const { status, body } = await api.call<Company>('PUT', '/company', {
    version,
    name: 'Atelier Brocéliande',
    siren: '732 829 321',
    siret: '',
    vatNumber: 'fr 44 732829320',
    shareCapital: '8000',
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({ siren: '732829321', siret: null, vatNumber: 'FR44732829320', shareCapital: '8000.00' })
  expect(body.warnings.map(({ code, field }) => ({ code, field }))).toEqual([
    { code: 'siren_key', field: 'siren' },
    { code: 'vat_number_of_another', field: 'vatNumber' },
  ])
  expect(body.warnings[0]?.sentence).toBe('La clé de ce SIREN ne correspond pas : vérifiez les neuf chiffres.')
})

test('two people cannot overwrite each other', async () => {
  const { version } = await company()
  await api.call('PUT', '/company', { version, name: 'Atelier Brocéliande', siren: '732829320' })
  expect(await problem('PUT', '/company', { version, name: 'Autre' })).toMatchObject({ status: 409, code: 'company_changed_elsewhere' })
})

test('what can be no SIREN, IBAN or colour is refused at its field', async () => {
  const { version } = await company()
  expect(await problem('PUT', '/company', { version, name: 'A', siren: '12345' })).toMatchObject({
    status: 400,
    field: 'siren',
    message: 'Le SIREN : neuf chiffres attendus.',
  })
  const terms = { paymentTerms: [{ part: 'rest', term: { days: 30 } }] }
  expect(await problem('PUT', '/company/terms', { ...terms, iban: 'FR7630006000011234567890188' })).toMatchObject({
    status: 400,
    field: 'iban',
  })
  expect(await problem('PUT', '/company/terms', { ...terms, bic: 'ABCDZZ22' })).toMatchObject({ status: 400, field: 'bic' })
  expect(await problem('PUT', '/company/terms', { paymentTerms: [] })).toMatchObject({ status: 400, field: 'paymentTerms' })
  expect(await problem('PUT', '/company/look', { accentColor: 'red' })).toMatchObject({ status: 400, field: 'accentColor' })
})

test('terms and account are kept, and the trail says when the account changed', async () => {
  const saved = await api.call<Company>('PUT', '/company/terms', {
    paymentTerms: [{ part: 'rest', term: { days: 30, endOfMonth: 'before' } }],
    iban: 'fr14 2004 1010 0505 0001 3M02 606',
    bic: 'psstfrpp',
    bankName: 'La Banque Postale',
  })
  expect(saved.body).toMatchObject({
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPP',
    paymentTerms: [{ part: 'rest', term: { base: 'issue', days: 30, endOfMonth: 'before' } }],
  })
  const { body } = await api.call<{ rows: { name: string; facts: unknown }[] }>('GET', '/timeline?limit=1')
  expect(body.rows).toMatchObject([{ name: 'company.payment_details_changed', facts: { ibanChanged: true } }])
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

async function sendLogo(bytes: Uint8Array | string, name = 'logo.png', accentColor?: string) {
  const form = new FormData()
  if (accentColor !== undefined) form.set('accentColor', accentColor)
  form.set('logo', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
  return api.call<Company & Problem>('PUT', '/company/look', form)
}

test('a logo is what its bytes say, comes back byte for byte, and can be taken away', async () => {
  expect(await sendLogo(PNG, 'photo.pdf', '#1F5F5B')).toMatchObject({ status: 200, body: { hasLogo: true, accentColor: '#1f5f5b' } })
  const { body, headers } = await owner()<Uint8Array>('GET', '/company/logo')
  expect(headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(body).equals(PNG)).toBe(true)
  expect((await api.call<Company>('PUT', '/company/look', { accentColor: '#112233' })).body).toMatchObject({
    hasLogo: true,
    accentColor: '#112233',
  })
  expect((await api.call<Company>('DELETE', '/company/logo')).body).toMatchObject({ hasLogo: false })
  expect((await api.call('GET', '/company/logo')).status).toBe(404)
})

test('an SVG drawing is welcome', async () => {
  expect(await sendLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#123"/></svg>')).toMatchObject(
    { status: 200 },
  )
})

test.each([
  ['a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 422, 'logo_unsafe'],
  ['a link outside', '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://a.example/b.png"/></svg>', 422, 'logo_unsafe'],
  ['a picture cut short', PNG.subarray(0, 40), 422, 'logo_unreadable'],
  ['broken XML', '<svg xmlns="http://www.w3.org/2000/svg"><path', 422, 'logo_unreadable'],
  ['a page', '<!doctype html><html></html>', 422, 'logo_unreadable'],
  ['an empty file', '', 422, 'logo_unreadable'],
  ['a huge file', new Uint8Array(1024 * 1024 + 1), 413, 'logo_too_large'],
])('%s is refused as a logo and nothing changes', async (_, bytes, status, code) => {
  const before = await company()
  expect(await sendLogo(bytes)).toMatchObject({ status, body: { code, data: { field: 'logo' } } })
  expect(await company()).toEqual(before)
})

test('the guided start ends once', async () => {
  await api.call('POST', '/company/onboarding/finish', {})
  const { version } = await company()
  expect((await api.call<Company>('POST', '/company/onboarding/finish', {})).body).toMatchObject({ onboarded: true, version })
})

test('a SIREN tells its VAT number without asking anyone', async () => {
  expect((await api.call('GET', '/sirens/732%20829%20320')).body).toEqual({
    siren: '732829320',
    valid: true,
    vatNumber: 'FR44732829320',
    eAddress: { scheme: '0225', value: '732829320' },
  })
  expect((await api.call('GET', '/sirens/732829321')).body).toMatchObject({ valid: false, vatNumber: null })
})

test('a reader reads and a bookkeeper decides nothing about the company', async () => {
  for (const role of ['reader', 'bookkeeper'] as const) {
    expect((await as(role)('GET', '/company')).status).toBe(200)
    expect(await as(role)('PUT', '/company/look', { accentColor: '#000000' })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await as(role)('PUT', '/company', { version: 1, name: 'Autre' })).status).toBe(403)
    expect((await as(role)('DELETE', '/company/logo')).status).toBe(403)
  }
})
