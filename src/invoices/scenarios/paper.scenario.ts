import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice, THREE_LINES } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())

type Shown = {
  id: string
  version: number
  failures: { rule: string; field: string }[]
  warnings: { field: string; sentence: string }[]
  mentions: string[]
}

describe('the paper one writes on', () => {
  it('is there before anything is written: seller, terms, account, and the VAT a line starts with', async () => {
    const { body } = await api.call('GET', '/invoices/blank')
    expect(body).toMatchObject({
      today: '2026-03-02',
      paper: {
        seller: { name: 'Atelier Brocéliande', legal: expect.stringContaining('RCS Rennes') as string },
        buyer: null,
        terms: '30 jours',
        payTo: { iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP' },
        usualVat: { goods: 'FR_20', service: 'FR_20' },
      },
    })
  })

  it('names the customer, where the document would go, and what they owe already', async () => {
    const customerId = await aCustomer(api)
    await anIssuedInvoice(api, customerId)
    api.clock.moveTo('2026-04-20T09:00:00Z')
    const { body } = await api.call('POST', '/invoices', { customerId })
    expect(body).toMatchObject({
      paper: { buyer: { name: 'Menuiseries Le Bihan', siren: '552100554', address: { city: 'Nantes' } } },
      customer: { recipient: 'compta@le-bihan.example', open: '1336.52', late: '1336.52', lateCount: 1 },
      settlements: [],
    })
  })

  it('follows the customer across the border', async () => {
    const customerId = await aCustomer(api, {
      kind: 'eu',
      country: 'BE',
      siren: null,
      vat_number: 'BE0404484654',
      postcode: '1000',
      city: 'Bruxelles',
    })
    const { body } = await api.call('POST', '/invoices', { customerId })
    expect(body).toMatchObject({ paper: { usualVat: { goods: 'EU_GOODS', service: 'EU_SERVICES' } } })
  })

  it('keeps a line that waits for its words, and refuses to issue it at that line', async () => {
    const customerId = await aCustomer(api)
    const draft = await api.call<Shown>('POST', '/invoices', {
      customerId,
      lines: [...THREE_LINES, { name: '', quantity: '1', unitPrice: '10', vatCode: 'FR_20' }],
    })
    expect(draft.body.failures).toMatchObject([{ rule: 'line_name_missing', field: 'lines.3.name' }])
    expect(await api.call('POST', `/invoices/${draft.body.id}/issue`, {})).toMatchObject({
      status: 422,
      body: { code: 'line_name_missing' },
    })
  })

  it('says what the paper cannot print, where it is written, and issues all the same', async () => {
    const lines = [...THREE_LINES, { name: 'Pose 😀', description: '门 et 窗', quantity: '1', unitPrice: '10', vatCode: 'FR_20' }]
    const input = { customerId: await aCustomer(api), lines, note: 'Merci 🎄' }
    const draft = await api.call<Shown>('POST', '/invoices', input)
    expect(draft.body.warnings).toEqual([
      { field: 'lines.3.name', sentence: 'Ligne 4 : « 😀 » ne peut pas s’imprimer, un carré vide paraîtra à la place sur le PDF.' },
      { field: 'lines.3.description', sentence: expect.stringContaining('« 门 », « 窗 » ne peuvent pas s’imprimer') },
      { field: 'note', sentence: expect.stringContaining('Message : « 🎄 »') },
    ])
    expect(draft.body.failures).toEqual([])
    expect(await api.call('POST', `/invoices/${draft.body.id}/issue`, {})).toMatchObject({ status: 200 })
    expect((await api.call<Shown>('GET', `/invoices/${draft.body.id}`)).body.warnings).toEqual([])
    expect((await api.call<Shown>('POST', '/invoices', { ...input, lines: THREE_LINES, note: '' })).body.warnings).toEqual([])
  })

  it('says what deserves a second look, and issues all the same', async () => {
    const customerId = await aCustomer(api)
    const input = {
      customerId,
      lines: [{ name: 'Échantillon', quantity: '1', unitPrice: '40', discount: '100', vatCode: 'FR_20' }],
      paymentTerms: [{ part: 'rest', term: { base: 'issue', days: 90 } }],
      deliveredOn: '2027-03-02',
    }
    const draft = await api.call<Shown>('POST', '/invoices', input)
    expect(draft.body.warnings).toEqual([
      { field: 'lines.0.unitPrice', sentence: expect.stringContaining('0,00 €') },
      { field: 'paymentTerms', sentence: expect.stringContaining('C. com. L441-10') },
      { field: 'deliveredOn', sentence: expect.stringContaining('2 mars 2027') },
    ])
    expect(await api.call('POST', `/invoices/${draft.body.id}/issue`, {})).toMatchObject({ status: 200 })
    expect((await api.call<Shown>('GET', `/invoices/${draft.body.id}`)).body.warnings).toEqual([])
  })

  it('prints the mentions of the law once, and the message where it was written', async () => {
    const customerId = await aCustomer(api)
    const { body } = await api.call<Shown>('POST', '/invoices', { customerId, lines: THREE_LINES, note: 'Merci de votre confiance.' })
    expect(body.mentions.some((mention) => mention.includes('40 €'))).toBe(true)
    expect(body.mentions).not.toContain('Merci de votre confiance.')
    expect(body.mentions.some((mention) => mention.includes('RCS'))).toBe(false)
  })

  it('shows what was put against the issued document, from both sides', async () => {
    const customerId = await aCustomer(api)
    const invoice = await anIssuedInvoice(api, customerId)
    const note = await api.call<Shown>('POST', `/invoices/${invoice.id}/credit`, { reason: 'Rayure' })
    const credit = await api.call<{ number: string }>('POST', `/invoices/${note.body.id}/issue`, {})
    expect((await api.call('GET', `/invoices/${invoice.id}`)).body).toMatchObject({
      state: 'credited',
      settlements: [{ kind: 'credit_note', documentId: note.body.id, reference: credit.body.number, amount: '1336.52', automatic: false }],
    })
    expect((await api.call('GET', `/invoices/${note.body.id}`)).body).toMatchObject({
      open: '0.00',
      settlements: [{ kind: 'invoice', documentId: invoice.id, reference: invoice.number, amount: '1336.52' }],
    })
  })

  it('is sent to the address given when the customer has none', async () => {
    const customerId = await aCustomer(api)
    await api.database.owner.deleteFrom('customer_contacts').where('customer_id', '=', customerId).execute()
    const draft = await api.call<Shown>('POST', '/invoices', { customerId, lines: THREE_LINES })
    const path = `/invoices/${draft.body.id}/issue`
    expect(await api.call('POST', path, { send: true })).toMatchObject({ status: 422, body: { code: 'customer_without_email' } })
    expect(await api.call('POST', path, { send: true, to: ['chantier@le-bihan.example'] })).toMatchObject({ status: 200 })
    const { body } = await api.call<{ rows: { name: string; facts: { to?: string[] } }[] }>('GET', `/timeline?invoiceId=${draft.body.id}`)
    expect(body.rows.find(({ name }) => name === 'invoice.send_wished')?.facts.to).toEqual(['chantier@le-bihan.example'])
  })
})
