/** What must not come in: each bad input, through the HTTP port, is answered by a clear sentence in the asker's language and changes nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Locale } from '#core/text'
import { BODY_LIMIT_BYTES, createHttp } from '#platform/http'
import { silentLog } from '#platform/log'
import { fingerprints } from './fingerprints.fixture.ts'
import { aBusyMonth, aCustomer, STATEMENT, THREE_LINES } from './samples.fixture.ts'
import { openTestApi, type TestApi } from './test-api.ts'

type Problem = { readonly code: string; readonly message: string; readonly data?: { readonly field?: string } }
type Ids = Awaited<ReturnType<typeof aBusyMonth>> &
  Record<'draftId' | 'paymentId' | 'allocationId' | 'itemId' | 'lineId' | 'mailId' | 'accountId' | 'bankLineId', string>

let api: TestApi
let http: ReturnType<typeof createHttp>
let bookkeeper: string
let reader: string
let ours: Ids
let theirs: Ids
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  const { api: router, identify, problems } = api.application
  http = createHttp({ api: router.handler, identify, problems, log: silentLog })
  const keyOf = async (role: string) => (await api.call<{ secret: string }>('POST', '/people/api-keys', { name: role, role })).body.secret
  bookkeeper = await keyOf('bookkeeper')
  reader = await keyOf('reader')
  ours = await aLife(api)
  const neighbour = await api.foundCompany('voisin')
  theirs = await aLife({
    ...api,
    company: neighbour,
    call: api.as({ companyId: neighbour.id, personId: neighbour.ownerId, role: 'owner' }),
  })
})
afterAll(() => api.close())

/** A company in which there is one of everything, and the ids of it all. */
async function aLife(company: TestApi): Promise<Ids> {
  const month = await aBusyMonth(company)
  const draft = await company.call<{ id: string }>('POST', '/invoices', { customerId: month.customerId, lines: THREE_LINES })
  const firstOf = async (path: string) => (await company.call<{ rows: { id: string }[] }>('GET', path)).body.rows[0]?.id ?? ''
  const paymentId = await firstOf('/payments')
  const payment = await company.call<{ allocations: { id: string }[] }>('GET', `/payments/${paymentId}`)
  const open = await company.call<{ lines: { id: string }[] }>('GET', `/invoices/${month.open.id}`)
  return {
    ...month,
    draftId: draft.body.id,
    paymentId,
    allocationId: payment.body.allocations[0]?.id ?? '',
    itemId: await firstOf('/items'),
    lineId: open.body.lines[0]?.id ?? '',
    mailId: await firstOf('/mail'),
    accountId: (await company.call<{ accounts: { id: string }[] }>('GET', '/bank/accounts')).body.accounts[0]?.id ?? '',
    bankLineId: await firstOf('/bank/lines?state=to_do'),
  }
}

type Asked = { readonly method: string; readonly path: string; readonly body?: unknown; readonly headers?: Record<string, string> }

/** Through the port, as a program with a key. A text or a form goes as it is. */
async function ask({ body, headers, method, path }: Asked, locale: Locale = 'fr'): Promise<{ status: number; body: Problem }> {
  const asIs = typeof body === 'string' || body instanceof FormData || body instanceof ReadableStream
  const answer = await http.request(`/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bookkeeper}`,
      'accept-language': locale === 'fr' ? 'fr-FR,fr;q=0.9' : 'en-GB,en;q=0.9',
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: asIs ? body : JSON.stringify(body) }),
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as Problem }
}

/** Both sentences must say something, each in its language, and name nothing that only a program knows. */
async function refused(
  asked: () => Asked,
  status: number,
  code: string,
  sentences?: { fr?: string | RegExp; en?: string | RegExp; field?: string },
): Promise<void> {
  for (const locale of ['fr', 'en'] as const) {
    const answer = await ask(asked(), locale)
    expect(answer).toMatchObject({ status, body: { code } })
    expect(answer.body.message).toMatch(/^\p{Lu}.{10,}[.)]$/su)
    expect(answer.body.message).not.toMatch(/\b[a-z]+_[a-z]+|undefined|null|\[object|Zod/)
    const expected = sentences?.[locale]
    if (expected !== undefined) expect(answer.body.message).toMatch(expected)
    if (sentences?.field !== undefined) expect(answer.body.data?.field).toBe(sentences.field)
  }
}

const post = (path: string, body: unknown, headers?: Record<string, string>): Asked => ({
  method: 'POST',
  path,
  body,
  ...(headers && { headers }),
})
const line = (changes: object) => ({ name: 'Porte', quantity: '1', unitPrice: '10', vatCode: 'FR_20', ...changes })
const payment = (changes: object) => ({ customerId: ours.customerId, paidOn: '2026-03-02', amount: '10', ...changes })

describe('nothing changes', () => {
  let before: Record<string, string>
  const fingerprint = async () => {
    // When a key was last used is noted, and is no business.
    const { ['public.api_keys']: _, ...prints } = await fingerprints(api.database.ownerPool)
    return prints
  }
  beforeEach(async () => {
    before = await fingerprint()
  })
  afterEach(async () => {
    expect(await fingerprint()).toEqual(before)
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
      ['a method nobody pays by', () => post('/payments', payment({ method: 'shells' })), 'method', /hors de la liste/, /permitted/],
      [
        'an id that is none',
        () => post('/payments', payment({ customerId: '1; drop table payments' })),
        'customerId',
        /identifiant inconnu/,
        /unknown identifier/,
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
        () => ({ method: 'GET', path: '/invoices', headers: { authorization: `Bearer ${bookkeeper.slice(0, -1)}x` } }),
        401,
        'signed_out',
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
      ['a reader who writes', () => post('/customers', { name: 'X' }, { authorization: `Bearer ${reader}` }), 403, 'forbidden'],
      ['a reader who issues', () => post(`/invoices/${ours.draftId}/issue`, {}, { authorization: `Bearer ${reader}` }), 403, 'forbidden'],
    ])('%s', (_, asked, status, code) => refused(asked, status, code))
  })

  describe('when the id is of another company', () => {
    const at =
      (method: string, path: (ids: Ids) => string, body?: object | (() => object)): (() => Asked) =>
      () => ({
        method,
        path: path(theirs),
        ...(body === undefined ? {} : { body: typeof body === 'function' ? body() : body }),
      })
    const customerAs = { name: 'À nous', version: 1 }
    it.each<[string, () => Asked]>([
      ['read a customer', at('GET', ({ customerId }) => `/customers/${customerId}`)],
      ['save a customer', at('PUT', ({ customerId }) => `/customers/${customerId}`, customerAs)],
      ['archive a customer', at('POST', ({ customerId }) => `/customers/${customerId}/archive`, {})],
      ['read what a customer owes', at('GET', ({ customerId }) => `/customers/${customerId}/receivables`)],
      ['read the detail of an aged balance', at('GET', ({ customerId }) => `/aged-balance/${customerId}`)],
      ['read a statement of account', at('GET', ({ customerId }) => `/customers/${customerId}/statement`)],
      ['draw a statement of account', at('GET', ({ customerId }) => `/customers/${customerId}/statement.pdf`)],
      ['remind a customer', at('POST', ({ customerId }) => `/customers/${customerId}/reminder`, {})],
      ['read an item', at('GET', ({ itemId }) => `/items/${itemId}`)],
      ['save an item', at('PUT', ({ itemId }) => `/items/${itemId}`, { name: 'À nous', unitPrice: '1', version: 1 })],
      ['archive an item', at('POST', ({ itemId }) => `/items/${itemId}/archive`, {})],
      ['read an invoice', at('GET', ({ open }) => `/invoices/${open.id}`)],
      ['save a draft', at('PUT', ({ draftId }) => `/invoices/${draftId}`, { version: 1, lines: [] })],
      ['delete a draft', at('DELETE', ({ draftId }) => `/invoices/${draftId}`)],
      ['issue a draft', at('POST', ({ draftId }) => `/invoices/${draftId}/issue`, {})],
      ['credit an invoice', at('POST', ({ open }) => `/invoices/${open.id}/credit`, {})],
      ['send an invoice', at('POST', ({ open }) => `/invoices/${open.id}/send`, {})],
      ['draw an invoice', at('GET', ({ open }) => `/invoices/${open.id}/pdf`)],
      ['read the XML of an invoice', at('GET', ({ open }) => `/invoices/${open.id}/xml`)],
      ['ask for the link of an invoice', at('GET', ({ open }) => `/invoices/${open.id}/link`)],
      ['ask for the next reminder', at('GET', ({ open }) => `/invoices/${open.id}/next-reminder`)],
      ['read a payment', at('GET', ({ paymentId }) => `/payments/${paymentId}`)],
      [
        'allocate a payment',
        at(
          'POST',
          ({ paymentId }) => `/payments/${paymentId}/allocations`,
          () => ({ allocations: [{ invoiceId: ours.open.id, amount: '1' }] }),
        ),
      ],
      [
        'reverse a payment',
        at('POST', ({ paymentId }) => `/payments/${paymentId}/reversal`, { reversedOn: '2026-03-02', reason: 'À nous' }),
      ],
      ['undo an allocation', at('POST', ({ allocationId }) => `/allocations/${allocationId}/undo`, {})],
      ['read a mail', at('GET', ({ mailId }) => `/mail/${mailId}`)],
      ['read what was joined to a mail', at('GET', ({ mailId }) => `/mail/${mailId}/attachments/0`)],
      ['send a mail again', at('POST', ({ mailId }) => `/mail/${mailId}/resend`, {})],
      ['read a bank line', at('GET', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}`)],
      [
        'match a bank line',
        at(
          'POST',
          ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/match`,
          () => ({ shares: [{ invoiceId: ours.open.id, amount: '1' }] }),
        ),
      ],
      ['set a bank line aside', at('POST', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/aside`, {})],
      ['undo a match', at('POST', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/undo`, {})],
    ])('%s', (_, asked) => refused(asked, 404, 'not_found'))

    it.each<[string, () => Asked, number, string]>([
      [
        'rename a bank account',
        at('PUT', ({ accountId }) => `/bank/accounts/${accountId}`, { name: 'À nous' }),
        422,
        'bank_account_unknown',
      ],
      [
        'import into a bank account',
        () => post('/bank/statements', upload('camt', { accountId: theirs.accountId })),
        422,
        'bank_account_unknown',
      ],
      ['draft for a customer', () => post('/invoices', { customerId: theirs.customerId, lines: [] }), 422, 'customer_unknown'],
      ['draft with an item', () => post('/invoices', { lines: [line({ itemId: theirs.itemId })] }), 422, 'item_unknown'],
      ['draft with an item that never was', () => post('/invoices', { lines: [line({ itemId: ours.customerId })] }), 422, 'item_unknown'],
      [
        'draft that credits a line',
        () => post('/invoices', { lines: [line({ creditedLineId: theirs.lineId })] }),
        422,
        'credit_line_unknown',
      ],
      ['credit a line', () => post(`/invoices/${ours.open.id}/credit`, { lines: [{ lineId: theirs.lineId }] }), 422, 'credit_line_unknown'],
      ['payment of a customer', () => post('/payments', payment({ customerId: theirs.customerId })), 422, 'customer_unknown'],
      [
        'payment of an invoice',
        () => post('/payments', payment({ allocate: [{ invoiceId: theirs.open.id, amount: '1' }] })),
        404,
        'not_found',
      ],
      [
        'bank line for an invoice',
        () =>
          post(`/reconciliation/lines/${ours.bankLineId}/match`, {
            shares: [{ invoiceId: theirs.open.id, amount: '1' }],
            customerId: ours.customerId,
          }),
        404,
        'not_found',
      ],
      [
        'bank line for a customer',
        () => post(`/reconciliation/lines/${ours.bankLineId}/match`, { customerId: theirs.customerId }),
        422,
        'customer_unknown',
      ],
    ])('%s', (_, asked, status, code) => refused(asked, status, code))

    it('tells nothing of the other company in its lists', async () => {
      for (const path of [
        '/customers?search=Bihan',
        '/invoices',
        '/payments',
        '/mail',
        '/bank/lines',
        `/timeline?customerId=${theirs.customerId}`,
        `/payments?customerId=${theirs.customerId}`,
      ]) {
        const answer = await ask({ method: 'GET', path })
        expect(answer.status).toBe(200)
        expect(JSON.stringify(answer.body)).not.toMatch(
          new RegExp([theirs.customerId, theirs.open.id, theirs.paymentId, theirs.mailId, theirs.bankLineId].join('|')),
        )
      }
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
    const { body } = await api.call<{ url: string }>('GET', `/invoices/${ours.open.id}/link`)
    const { pathname } = new URL(body.url)
    const now = api.clock.now()
    api.clock.moveTo('2028-01-01T09:00:00Z')
    for (const [path, status] of [
      [pathname, 410],
      [`${pathname.slice(0, -2)}xx`, 404],
    ] as const) {
      const answer = await api.application.portal.request(path, { headers: { 'user-agent': 'Firefox' } })
      expect(answer.status).toBe(status)
      expect(await answer.text()).toMatch(/Ce lien (a expiré|n’ouvre aucun document)/)
    }
    api.clock.moveTo(now.toISOString())
  })
})

describe('what looks dangerous and is only text stays text', () => {
  const NASTY = '<script>alert("x")</script> & "Fils" =1+1'

  it('in the page, the mail and the PDF that the customer gets', async () => {
    const { id: customerId } = (
      await api.call<{ id: string }>('POST', '/customers', {
        name: NASTY,
        siren: '552100554',
        email: 'a@b.example',
        addressLine: '4 quai de la Loire, 44000 Nantes',
      })
    ).body
    const draft = await api.call<{ id: string }>('POST', '/invoices', { customerId, lines: [line({ name: NASTY })] })
    expect(await api.call('POST', `/invoices/${draft.body.id}/issue`, { send: true })).toMatchObject({ status: 200 })
    const mail = await api.database.owner
      .selectFrom('mail_messages')
      .select(['html'])
      .where('invoice_id', '=', draft.body.id)
      .executeTakeFirstOrThrow()
    const { url } = (await api.call<{ url: string }>('GET', `/invoices/${draft.body.id}/link`)).body
    const page = await (await api.application.portal.request(new URL(url).pathname, { headers: { 'user-agent': 'Firefox' } })).text()
    for (const html of [mail.html, page]) expect(html).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;')
    const xml = await api.call<Uint8Array>('GET', `/invoices/${draft.body.id}/xml`)
    expect(new TextDecoder().decode(xml.body)).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;Fils&quot; =1+1')
  })

  it('in the aged balance that a spreadsheet opens, where no cell begins a formula and amounts stay amounts', async () => {
    const customerId = await aCustomer(api, { name: '=HYPERLINK("http://mal.example";"Cliquez")' })
    await api.call('POST', '/payments', payment({ customerId, amount: '12.50' }))
    const csv = new TextDecoder().decode((await api.call<Uint8Array>('GET', '/aged-balance.csv')).body)
    const row = csv.split('\r\n').find((each) => each.includes('HYPERLINK')) ?? ''
    expect(row).toMatch(/;"'=HYPERLINK/)
    expect(row).toContain(';-12,50')
    expect(csv).not.toMatch(/(^|;)"?[=+@\t]/m)
  })

  it('and five hundred lines are one invoice, not one too many', async () => {
    const lines = Array.from({ length: 500 }, (_, place) => line({ name: `Ligne ${place + 1}` }))
    const draft = await ask(post('/invoices', { customerId: ours.customerId, lines }))
    expect(draft.status).toBe(200)
    const { id } = draft.body as unknown as { id: string }
    expect(await ask(post(`/invoices/${id}/issue`, {}))).toMatchObject({ status: 200, body: { total: '6000.00' } })
  })
})

describe('an idempotency key', () => {
  it('that served another request is refused; the same request gets the same answer', async () => {
    const headers = { 'idempotency-key': 'bad-input' }
    const first = await ask(post('/customers', { name: 'Une fois' }, headers))
    expect(first.status).toBe(200)
    expect(await ask(post('/customers', { name: 'Une fois' }, headers))).toEqual(first)
    await refused(() => post('/customers', { name: 'Deux fois' }, headers), 409, 'idempotency_key_reused')
    await refused(() => post('/items', { name: 'Une fois', unitPrice: '1' }, headers), 409, 'idempotency_key_reused')
  })
})

function upload(content: string | Uint8Array<ArrayBuffer>, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  form.append('file', new File([content === 'camt' ? CAMT('EUR') : content], 'releve.xml'))
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return form
}

function endless(): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(1024 * 1024).fill(0x20)
  return new ReadableStream({ pull: (controller) => controller.enqueue(piece) })
}

const CAMT = (currency: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-03-01T08:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><CreDtTm>2026-03-01T08:00:00</CreDtTm><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>${currency}</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-02-28</Dt></Dt></Bal>
<Ntry><Amt Ccy="${currency}">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-28</Dt></BookgDt><BkTxCd/></Ntry></Stmt></BkToCstmrStmt></Document>`
const BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]><Document>&lol2;</Document>`
