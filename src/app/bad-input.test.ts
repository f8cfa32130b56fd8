/** What must not come in: each bad input, through the HTTP port, is answered by a clear sentence in the asker's language and changes nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { BODY_LIMIT_BYTES } from '#platform/http'
import { type Asked, CAMT, type Ids, line, openPort, type Port, post, upload } from './bad-input.fixture.ts'
import { aCustomer, STATEMENT } from './samples.fixture.ts'

let port: Port
let ours: Ids
beforeAll(async () => {
  port = await openPort(inject('databaseServer'))
  ours = port.ours
})
afterAll(() => port.close())

const refused: Port['refused'] = (...args) => port.refused(...args)
const payment = (changes: object) => ({ customerId: ours.customerId, paidOn: '2026-03-02', amount: '10', ...changes })

describe('nothing changes', () => {
  let before: Record<string, string>
  beforeEach(async () => {
    before = await port.fingerprint()
  })
  afterEach(async () => {
    expect(await port.fingerprint()).toEqual(before)
  })

  describe('when a value is not what it should be', () => {
    it.each<[string, () => Asked, string, RegExp, RegExp]>([
      [
        'an amount with three decimals',
        () => post('/payments', payment({ amount: '10.005' })),
        'amount',
        /montant illisible/,
        /unreadable amount/,
      ],
      ['an amount in words', () => post('/payments', payment({ amount: 'dix' })), 'amount', /montant illisible/, /unreadable amount/],
      ['an amount as a number', () => post('/payments', payment({ amount: 10 })), 'amount', /type inattendu/, /expected type/],
      [
        'an amount no bank has',
        () => post('/payments', payment({ amount: '99999999999999999999' })),
        'amount',
        /montant illisible/,
        /unreadable amount/,
      ],
      ['30 February', () => post('/payments', payment({ paidOn: '2026-02-30' })), 'paidOn', /date inexistante/, /no such date/],
      [
        'a day of the year 20026',
        () => post('/payments', payment({ paidOn: '20026-02-03' })),
        'paidOn',
        /date inexistante/,
        /no such date/,
      ],
      [
        'a day of another century',
        () => post('/payments', payment({ paidOn: '2199-12-31' })),
        'paidOn',
        /entre 1950 et 2099/,
        /1950 to 2099/,
      ],
      [
        'an event that no column counts',
        () => ({ method: 'GET', path: '/timeline?before=9999999999999999999' }),
        'before',
        /repère/,
        /cursor/,
      ],
      ['a method nobody pays by', () => post('/payments', payment({ method: 'shells' })), 'method', /hors de la liste/, /permitted/],
      [
        'an id that is none',
        () => post('/payments', payment({ customerId: '1; drop table payments' })),
        'customerId',
        /identifiant inconnu/,
        /unknown identifier/,
      ],
      [
        'a negative price, where a discount was meant',
        () => post('/invoices', { lines: [line({ unitPrice: '-10' })] }),
        'lines.0.unitPrice',
        /remise.*avoir/,
        /discount.*credit note/,
      ],
      [
        'a quantity with five decimals',
        () => post('/invoices', { lines: [line({ quantity: '1.00001' })] }),
        'lines.0.quantity',
        /ligne 1/,
        /line 1/,
      ],
      [
        'a negative price',
        () => post('/invoices', { lines: [line({}), line({ unitPrice: '-1' })] }),
        'lines.1.unitPrice',
        /ligne 2/,
        /line 2/,
      ],
      [
        'a line without its price',
        () => post('/invoices', { lines: [{ name: 'Porte', quantity: '1', vatCode: 'FR_20' }] }),
        'lines.0.unitPrice',
        /à renseigner/,
        /missing/,
      ],
      [
        '501 lines',
        () => post('/invoices', { lines: Array.from({ length: 501 }, () => line({})) }),
        'lines',
        /trop de lignes/,
        /too many lines/,
      ],
      ['an invisible character', () => post('/customers', { name: 'Le\u0000Bihan' }), 'name', /invisibles/, /invisible/],
      ['half a character', () => post('/customers', { name: 'Le \ud83d Bihan' }), 'name', /invisibles/, /invisible/],
      ['half a character in a draft', () => post('/invoices', { note: 'Merci \udc4d' }), 'note', /invisibles/, /invisible/],
      ['a character that XML forbids', () => post('/customers', { name: 'Le\uFFFEBihan' }), 'name', /invisibles/, /invisible/],
      ['a name as long as a book', () => post('/customers', { name: 'a'.repeat(10_000) }), 'name', /trop long/, /too long/],
      ['no name', () => post('/customers', { name: '   ' }), 'name', /à renseigner/, /fill in/],
      ['a SIREN of eight digits', () => post('/customers', { name: 'X', siren: '12345678' }), 'siren', /neuf chiffres/, /nine digits/],
      [
        'an address that is no e-mail',
        () => post('/customers', { name: 'X', email: 'le bihan' }),
        'email',
        /e-mail invalide/,
        /invalid e-mail/,
      ],
      [
        'a country that is a word',
        () => post('/customers', { name: 'X', address: { country: 'France' } }),
        'address.country',
        /code pays/,
        /country code/,
      ],
      ['a page of a million rows', () => ({ method: 'GET', path: '/invoices?limit=1000000' }), 'limit', /Lignes par page/, /Rows per page/],
      [
        'a search with an invisible character',
        () => ({ method: 'GET', path: '/customers?search=a%00b' }),
        'search',
        /invisibles/,
        /invisible/,
      ],
      ['a list instead of an object', () => post('/customers', []), '', /La demande/, /The request/],
    ])('%s', (_, asked, field, fr, en) => refused(asked, 400, 'invalid_input', { field, fr, en }))

    it.each<[string, () => Asked, number, string]>([
      ['an unknown VAT code on a line', () => post('/invoices', { lines: [line({ vatCode: 'FR_99' })] }), 422, 'vat_code_unknown'],
      [
        'an unknown VAT code on an item',
        () => post('/items', { name: 'Porte', unitPrice: '1', vatCode: 'FR_99' }),
        422,
        'item_vat_code_unknown',
      ],
      ['a payment of nothing', () => post('/payments', payment({ amount: '0' })), 422, 'payment_not_positive'],
      ['a payment of tomorrow', () => post('/payments', payment({ paidOn: '2026-03-03' })), 422, 'payment_in_future'],
      ['an aged balance of tomorrow', () => ({ method: 'GET', path: '/aged-balance?asOf=2026-03-03' }), 422, 'as_of_in_future'],
      [
        'more allocated than is owed',
        () => post('/payments', payment({ amount: '9000', allocate: [{ invoiceId: ours.open.id, amount: '9000' }] })),
        422,
        'allocation_exceeds_open',
      ],
    ])('%s', (_, asked, status, code) => refused(asked, status, code))
  })

  describe('when the request itself is wrong', () => {
    it.each<[string, () => Asked, number, string]>([
      ['broken JSON', () => post('/customers', '{"name": "Le Bihan"'), 400, 'unreadable_request'],
      ['no JSON at all', () => post('/customers', 'name=Le+Bihan', { 'content-type': 'text/plain' }), 400, 'invalid_input'],
      ['an address that does not exist', () => ({ method: 'GET', path: '/factures' }), 404, 'not_found'],
      [
        'a body larger than a year of statements',
        () => post('/customers', 'x', { 'content-length': String(BODY_LIMIT_BYTES + 1) }),
        413,
        'payload_too_large',
      ],
      ['a body without end', () => post('/customers', endless()), 413, 'payload_too_large'],
      ['nobody', () => ({ method: 'GET', path: '/invoices', headers: { authorization: '' } }), 401, 'signed_out'],
      [
        'an invented key',
        () => ({ method: 'GET', path: '/invoices', headers: { authorization: `Bearer ${port.bookkeeper.slice(0, -1)}x` } }),
        401,
        'api_key_refused',
      ],
      [
        'a company that is not open to the key',
        () => ({ method: 'GET', path: '/invoices', headers: { 'encours-company': 'voisin' } }),
        404,
        'company_unknown',
      ],
      [
        'a company that does not exist',
        () => ({ method: 'GET', path: '/invoices', headers: { 'encours-company': 'personne' } }),
        404,
        'company_unknown',
      ],
      ['a reader who writes', () => post('/customers', { name: 'X' }, { authorization: `Bearer ${port.reader}` }), 403, 'forbidden'],
      [
        'a reader who issues',
        () => post(`/invoices/${ours.draftId}/issue`, {}, { authorization: `Bearer ${port.reader}` }),
        403,
        'forbidden',
      ],
    ])('%s', (_, asked, status, code) => refused(asked, status, code))
  })

  describe('when a list is asked to go on from a place that it never gave', () => {
    const lists = [
      '/customers',
      '/items',
      '/invoices',
      '/invoices?view=drafts',
      '/payments',
      '/mail',
      '/bank/statements',
      '/bank/lines',
      '/reconciliation/lines',
      '/ledger/entries',
      '/aged-balance',
      '/dunning/worklist',
      '/dunning/history',
    ]
    it.each(lists)('%s', async (path) => {
      for (const cursor of ['page2', '2026-13-45_x', '1_0190a6c0-0000-7000-8000-00000000000g', '%20'])
        await refused(() => ({ method: 'GET', path: `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}` }), 400, 'cursor_unknown', {
          field: 'cursor',
          fr: /première page/,
          en: /first page/,
        })
    })
  })

  describe('when the file is no statement of ours', () => {
    it.each<[string, () => Asked, number, string]>([
      [
        'a picture',
        () => post('/bank/statements', upload(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0))),
        422,
        'statement_not_recognised',
      ],
      ['a PDF', () => post('/bank/statements', upload('%PDF-1.7\n')), 422, 'statement_is_pdf'],
      ['an empty file', () => post('/bank/statements', upload('')), 422, 'statement_empty'],
      ['broken XML', () => post('/bank/statements', upload(CAMT('EUR').slice(0, 400))), 422, 'statement_xml_broken'],
      ['an entity bomb', () => post('/bank/statements', upload(BOMB)), 422, 'statement_entities_refused'],
      [
        'an encoding nobody knows',
        () => post('/bank/statements', upload(CAMT('EUR').replace('UTF-8', 'klingon'))),
        422,
        'statement_wrong_encoding',
      ],
      ['an account in dollars', () => post('/bank/statements', upload(CAMT('USD'))), 422, 'statement_currency_refused'],
      ['a currency that does not exist', () => post('/bank/statements', upload(CAMT('ZZZ'))), 422, 'statement_currency_refused'],
      ['the same file again', () => post('/bank/statements', upload(STATEMENT)), 409, 'statement_already_imported'],
      ['no file', () => post('/bank/statements', new FormData()), 400, 'invalid_input'],
    ])('%s', (_, asked, status, code) => refused(asked, status, code))
  })

  it('when a link to an invoice has expired or was invented', async () => {
    const { body } = await port.api.call<{ url: string }>('GET', `/invoices/${ours.open.id}/link`)
    const { pathname } = new URL(body.url)
    const now = port.api.clock.now()
    port.api.clock.moveTo('2028-01-01T09:00:00Z')
    for (const [path, status] of [
      [pathname, 410],
      [`${pathname.slice(0, -2)}xx`, 404],
    ] as const) {
      const answer = await port.api.application.portal.request(path, { headers: { 'user-agent': 'Firefox' } })
      expect(answer.status).toBe(status)
      expect(await answer.text()).toMatch(/Ce lien (a expiré|n’ouvre aucun document)/)
    }
    port.api.clock.moveTo(now.toISOString())
  })
})

describe('what looks dangerous and is only text stays text', () => {
  const NASTY = '<script>alert("x")</script> & "Fils" =1+1'

  it('in the page, the mail and the PDF that the customer gets', async () => {
    const { id: customerId } = (
      await port.api.call<{ id: string }>('POST', '/customers', {
        name: NASTY,
        siren: '552100554',
        email: 'a@b.example',
        addressLine: '4 quai de la Loire, 44000 Nantes',
      })
    ).body
    const draft = await port.api.call<{ id: string }>('POST', '/invoices', { customerId, lines: [line({ name: NASTY })] })
    expect(await port.api.call('POST', `/invoices/${draft.body.id}/issue`, { send: true })).toMatchObject({ status: 200 })
    const mail = await port.api.database.owner
      .selectFrom('mail_messages')
      .select(['html'])
      .where('invoice_id', '=', draft.body.id)
      .executeTakeFirstOrThrow()
    const { url } = (await port.api.call<{ url: string }>('GET', `/invoices/${draft.body.id}/link`)).body
    const page = await (await port.api.application.portal.request(new URL(url).pathname, { headers: { 'user-agent': 'Firefox' } })).text()
    for (const html of [mail.html, page]) expect(html).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;')
    const xml = await port.api.call<Uint8Array>('GET', `/invoices/${draft.body.id}/xml`)
    expect(new TextDecoder().decode(xml.body)).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;Fils&quot; =1+1')
  })

  it('in the aged balance that a spreadsheet opens, where no cell begins a formula and amounts stay amounts', async () => {
    const customerId = await aCustomer(port.api, { name: '=HYPERLINK("http://mal.example";"Cliquez")' })
    await port.api.call('POST', '/payments', payment({ customerId, amount: '12.50' }))
    const csv = new TextDecoder().decode((await port.api.call<Uint8Array>('GET', '/aged-balance.csv')).body)
    const row = csv.split('\r\n').find((each) => each.includes('HYPERLINK')) ?? ''
    expect(row).toMatch(/;"'=HYPERLINK/)
    expect(row).toContain(';-12,50')
    expect(csv).not.toMatch(/(^|;)"?[=+@\t]/m)
  })

  it('and five hundred lines are one invoice, not one too many', async () => {
    const lines = Array.from({ length: 500 }, (_, place) => line({ name: `Ligne ${place + 1}` }))
    const draft = await port.ask(post('/invoices', { customerId: ours.customerId, lines }))
    expect(draft.status).toBe(200)
    const { id } = draft.body as unknown as { id: string }
    expect(await port.ask(post(`/invoices/${id}/issue`, {}))).toMatchObject({ status: 200, body: { total: '6000.00' } })
  })
})

describe('an idempotency key', () => {
  it('that served another request is refused; the same request gets the same answer', async () => {
    const headers = { 'idempotency-key': 'bad-input' }
    const first = await port.ask(post('/customers', { name: 'Une fois' }, headers))
    expect(first.status).toBe(200)
    expect(await port.ask(post('/customers', { name: 'Une fois' }, headers))).toEqual(first)
    await refused(() => post('/customers', { name: 'Deux fois' }, headers), 409, 'idempotency_key_reused')
    await refused(() => post('/items', { name: 'Une fois', unitPrice: '1' }, headers), 409, 'idempotency_key_reused')
  })

  it.each([
    ['empty', ''],
    ['as long as a book', 'a'.repeat(5_000)],
    ['one character too long', 'a'.repeat(201)],
  ])('that is %s is refused, and nothing is done', async (_, key) => {
    const before = await port.fingerprint()
    const asked = () => post('/customers', { name: 'Sans clé' }, { 'idempotency-key': key })
    await refused(asked, 400, 'idempotency_key_invalid', { field: 'Idempotency-Key', fr: /de 1 à 200/, en: /1 to 200/ })
    expect(await port.fingerprint()).toEqual(before)
  })

  it('of two hundred characters is taken', async () => {
    expect(await port.ask(post('/customers', { name: 'Longue clé' }, { 'idempotency-key': 'a'.repeat(200) }))).toMatchObject({
      status: 200,
    })
  })
})

function endless(): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(1024 * 1024).fill(0x20)
  return new ReadableStream({ pull: (controller) => controller.enqueue(piece) })
}

const BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]><Document>&lol2;</Document>`
