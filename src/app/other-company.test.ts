/** An id of another company, in every place where an id may be sent, is as good as one that does not exist; nothing changes on either side. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { type Asked, CAMT, type Ids, line, openPort, type Port, post, upload } from './bad-input.fixture.ts'

let port: Port
let ours: Ids
let theirs: Ids
beforeAll(async () => {
  port = await openPort(inject('databaseServer'))
  ours = port.ours
  theirs = port.theirs
})
afterAll(() => port.close())

const refused: Port['refused'] = (...args) => port.refused(...args)
const payment = (changes: object) => ({ customerId: ours.customerId, paidOn: '2026-03-02', amount: '10', ...changes })

describe('an id of another company', () => {
  let before: Record<string, string>
  beforeEach(async () => {
    before = await port.fingerprint()
  })
  afterEach(async () => {
    expect(await port.fingerprint()).toEqual(before)
  })

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
    ['reverse a payment', at('POST', ({ paymentId }) => `/payments/${paymentId}/reversal`, { reversedOn: '2026-03-02', reason: 'À nous' })],
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
    ['put a bank line off', at('POST', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/hold`, { until: '2026-03-20' })],
    ['take a bank line back', at('POST', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/release`, {})],
    ['ask about a bank line', at('POST', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/questions`, { question: 'À qui ?' })],
    ['bring a bank line back', at('POST', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/return`, {})],
    ['undo a match', at('POST', ({ bankLineId }) => `/reconciliation/lines/${bankLineId}/undo`, {})],
  ])('%s', (_, asked) => refused(asked, 404, 'not_found'))

  it.each<[string, () => Asked, number, string]>([
    ['rename a bank account', at('PUT', ({ accountId }) => `/bank/accounts/${accountId}`, { name: 'À nous' }), 422, 'bank_account_unknown'],
    [
      'import into a bank account',
      () => post('/bank/statements', upload(CAMT('EUR'), { accountId: theirs.accountId })),
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
      const answer = await port.ask({ method: 'GET', path })
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).not.toMatch(
        new RegExp([theirs.customerId, theirs.open.id, theirs.paymentId, theirs.mailId, theirs.bankLineId].join('|')),
      )
    }
  })
})
