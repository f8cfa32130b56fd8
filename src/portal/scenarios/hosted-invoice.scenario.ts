import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { createSite } from '../../app/site.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { createSignInLink } from '#people'
import { sha256Hex } from '#platform/canonical'
import { epcPayload, qrPicture } from '#templates'

const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())
beforeEach(() => api.clock.moveTo('2026-03-02T09:00:00Z'))

const addressOf = async (invoiceId: string): Promise<string> => {
  const { body } = await api.call<{ url: string }>('GET', `/invoices/${invoiceId}/link`)
  return new URL(body.url).pathname
}
const open = (address: string, init: RequestInit = {}) => api.application.portal.request(address, { headers: FIREFOX, ...init })
const textOf = async (address: string): Promise<string> => (await (await open(address)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
const pay = (customerId: string, invoiceId: string, amount: string) =>
  api.call('POST', '/payments', { customerId, paidOn: '2026-03-02', amount, allocate: [{ invoiceId, amount }] })
const viewsOf = async (invoiceId: string) => {
  const { body } = await api.call<{ rows: { name: string; actor: unknown }[] }>('GET', `/timeline?invoiceId=${invoiceId}`)
  return body.rows.filter(({ name }) => name === 'invoice.viewed')
}

/** The cookie of someone who came in by a link. */
async function sessionOf(email: string): Promise<string> {
  const link = await createSignInLink(api.database, email, api.clock.now())
  const { headers } = await createSite(api.application).request('/api/people/sign-in-link', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link?.split('/').at(-1) }),
  })
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

describe('the hosted invoice', () => {
  it('says what is due and until when, how to pay, and gives the archived PDF and its XML', async () => {
    const invoice = await anIssuedInvoice(api, await aCustomer(api))
    const address = await addressOf(invoice.id)
    const text = await textOf(address)
    for (const expected of [
      '1 336,52 €',
      'au plus tard le 1er avril 2026',
      'Facture F2026-',
      'Porte en chêne',
      'AGRIFRPP',
      'Atelier Brocéliande',
    ])
      expect(text).toContain(expected)
    const pdf = await open(`${address}/facture.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const archived = await api.call<Uint8Array>('GET', `/invoices/${invoice.id}/pdf`)
    expect(sha256Hex(new Uint8Array(await pdf.arrayBuffer()))).toBe(sha256Hex(archived.body))
    expect(await (await open(`${address}/facture.xml`)).text()).toContain('<ram:GrandTotalAmount>1336.52</ram:GrandTotalAmount>')
  })

  it('says once who the seller is in law', async () => {
    const text = await textOf(await addressOf((await anIssuedInvoice(api, await aCustomer(api))).id))
    const [foot = ''] = /<footer>[^]*<\/footer>/.exec(text) ?? []
    expect(foot).toContain('RCS Rennes 732 829 320 · N° TVA FR44732829320')
    expect(foot).not.toContain('SIREN')
  })

  it('is whole in one answer: no script is needed, and nothing may be loaded from elsewhere', async () => {
    const address = await addressOf((await anIssuedInvoice(api, await aCustomer(api))).id)
    const answer = await open(address)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'sha256-/)
    const text = await answer.text()
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
    expect(text).toContain('<button type="button" class="button plain copy"')
  })

  it('prints a customer’s or a line’s name literally, whatever it holds', async () => {
    const customerId = await aCustomer(api, { name: '<script>alert(1)</script> & Fils' })
    const invoice = await anIssuedInvoice(api, customerId, {
      lines: [{ name: '"><img src=x onerror=alert(1)>', quantity: '1', unitPrice: '10', vatCode: 'FR_20' }],
    })
    const text = await textOf(await addressOf(invoice.id))
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Fils')
    expect(text).not.toContain('<img src=x')
  })

  it('asks for what remains after a part payment, lists it, and thanks once paid', async () => {
    const customerId = await aCustomer(api)
    const invoice = await anIssuedInvoice(api, customerId)
    const address = await addressOf(invoice.id)
    await pay(customerId, invoice.id, '1000')
    const partly = await textOf(address)
    expect(partly).toContain('<p class="figure">336,52 €</p>')
    const code = epcPayload({
      name: 'Atelier Brocéliande',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      amountCents: '336.52',
      remittance: invoice.number,
    })
    const drawing = new TextDecoder().decode(qrPicture(code)).replace('<svg ', '')
    expect(partly).toContain(drawing)
    expect(partly).toContain('Règlement reçu')
    expect(partly).toContain('1 000,00 €')
    await pay(customerId, invoice.id, '336.52')
    const paid = await textOf(address)
    expect(paid).toContain('<p class="figure paid">Réglée</p>')
    expect(paid).not.toContain('class="code"')
  })

  it('says calmly that it is late', async () => {
    const address = await addressOf((await anIssuedInvoice(api, await aCustomer(api))).id)
    api.clock.moveTo('2026-04-13T09:00:00Z')
    const text = await textOf(address)
    expect(text).toContain('attendu depuis le 1er avril 2026 (12 jours)')
    expect(text).toContain('Si votre règlement est déjà parti, merci')
  })

  it('asks for the instalment that is due, and shows the others', async () => {
    const paymentTerms = [
      { part: 'percent', basisPoints: 3000, term: { base: 'issue', days: 0, endOfMonth: 'none' } },
      { part: 'rest', term: { base: 'issue', days: 60, endOfMonth: 'none' } },
    ]
    const invoice = await anIssuedInvoice(api, await aCustomer(api), { paymentTerms })
    const text = await textOf(await addressOf(invoice.id))
    expect(text).toContain('<p class="figure">400,96 €</p>')
    expect(text).toContain('sur 1 336,52 € restant à régler en tout')
    expect(text).toContain('1er mai 2026')
  })

  it('speaks the customer’s language, or the one asked for', async () => {
    const address = await addressOf((await anIssuedInvoice(api, await aCustomer(api, { language: 'en' }))).id)
    expect(await textOf(address)).toContain('<html lang="en">')
    expect(await textOf(address)).toContain('by 1 April 2026')
    expect(await textOf(`${address}?lang=fr`)).toContain('au plus tard le 1er avril 2026')
  })

  it('says of a credit note that there is nothing to pay, and of its invoice that it was cancelled', async () => {
    const invoice = await anIssuedInvoice(api, await aCustomer(api))
    const note = await api.call<{ id: string }>('POST', `/invoices/${invoice.id}/credit`, {})
    await api.call('POST', `/invoices/${note.body.id}/issue`, {})
    const text = await textOf(await addressOf(note.body.id))
    expect(text).toContain('Avoir A2026-')
    expect(text).toContain('il n’y a rien à payer')
    expect(text).toContain(`Sur la facture ${invoice.number}`)
    expect(await textOf(await addressOf(invoice.id))).toContain('annulée par un avoir')
  })
})

describe('opening it', () => {
  it('is noted once a day, as the customer', async () => {
    const invoice = await anIssuedInvoice(api, await aCustomer(api))
    const address = await addressOf(invoice.id)
    await Promise.all([open(address), open(address), open(address)])
    expect(await viewsOf(invoice.id)).toEqual([
      expect.objectContaining({ actor: expect.objectContaining({ kind: 'link', name: 'Menuiseries Le Bihan' }) }),
    ])
    api.clock.moveTo('2026-03-03T09:00:00Z')
    await open(address)
    expect(await viewsOf(invoice.id)).toHaveLength(2)
  })

  it('is not noted for a HEAD request, a program, a download, or a member of the company, by key or signed in', async () => {
    const invoice = await anIssuedInvoice(api, await aCustomer(api))
    const address = await addressOf(invoice.id)
    await open(address, { method: 'HEAD' })
    await open(address, { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } })
    await open(`${address}/facture.pdf`)
    const key = await api.call<{ secret: string }>('POST', '/people/api-keys', { name: 'Site', role: 'reader' })
    expect(key.status).toBe(200)
    await open(address, { headers: { ...FIREFOX, authorization: `Bearer ${key.body.secret}` } })
    await open(address, { headers: { ...FIREFOX, cookie: await sessionOf('owner@atelier-broceliande.example') } })
    expect(await viewsOf(invoice.id)).toEqual([])
    const other = await api.foundCompany(`autre-${invoice.id.slice(-6)}`)
    await open(address, { headers: { ...FIREFOX, cookie: await sessionOf(`owner@${other.slug}.example`) } })
    expect(await viewsOf(invoice.id)).toHaveLength(1)
  })
})

describe('a link that opens nothing', () => {
  it.each(['/f/x', '/f/x/facture.pdf', `/f/${'A'.repeat(68)}`])('says so in both languages: %s', async (address) => {
    const answer = await open(address)
    expect(answer.status).toBe(404)
    const text = await answer.text()
    expect(text).toContain('Ce lien n’ouvre aucun document')
    expect(text).toContain('This link opens no document')
  })

  it('says that it has expired, 401 days after the issue, for the page and its files', async () => {
    const address = await addressOf((await anIssuedInvoice(api, await aCustomer(api))).id)
    api.clock.moveTo('2027-04-06T20:00:00Z')
    expect((await open(address)).status).toBe(200)
    api.clock.moveTo('2027-04-07T08:00:00Z')
    for (const path of [address, `${address}/facture.pdf`, `${address}/facture.xml`]) {
      const answer = await open(path)
      expect(answer.status).toBe(410)
      expect(await answer.text()).toContain('Ce lien a expiré')
    }
  })

  it('is what another company gets for an invoice that is not its own', async () => {
    const invoice = await anIssuedInvoice(api, await aCustomer(api))
    const other = await api.foundCompany(`autre-${invoice.id.slice(-6)}`)
    const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    expect(await call('GET', `/invoices/${invoice.id}/link`)).toMatchObject({ status: 404 })
  })
})

describe('sending an invoice', () => {
  it('mails it in the customer’s language, with its link and the archived PDF', async () => {
    const customerId = await aCustomer(api, { language: 'en' })
    const draft = await api.call<{ id: string }>('POST', '/invoices', {
      customerId,
      lines: [{ name: 'Table', quantity: '1', unitPrice: '100', vatCode: 'FR_20' }],
    })
    const issued = await api.call<{ number: string; sha256: string }>('POST', `/invoices/${draft.body.id}/issue`, { send: true })
    expect(issued.status).toBe(200)
    const mail = await api.database.owner
      .selectFrom('mail_messages')
      .selectAll()
      .where('invoice_id', '=', draft.body.id)
      .executeTakeFirstOrThrow()
    expect(mail).toMatchObject({
      kind: 'invoice',
      to_addresses: ['compta@le-bihan.example'],
      subject: `Atelier Brocéliande: invoice ${issued.body.number}, €120.00`,
    })
    expect(mail.attachments).toEqual([{ fileName: `${issued.body.number}.pdf`, sha256: issued.body.sha256 }])
    const address = await addressOf(draft.body.id)
    for (const body of [mail.html, mail.text]) expect(body).toContain(`https://encours.test${address}`)
    const { body } = await api.call<{ rows: { name: string; facts: unknown }[] }>('GET', `/timeline?invoiceId=${draft.body.id}`)
    expect(body.rows.find(({ name }) => name === 'invoice.sent')?.facts).toEqual({
      number: issued.body.number,
      to: ['compta@le-bihan.example'],
      leaves: false,
    })
  })
})
