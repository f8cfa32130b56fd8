import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'

/** 1 200,00 € VAT included. */
const LINES = [{ name: 'Bibliothèque', nature: 'goods', quantity: '1', unitPrice: '1000', vatCode: 'FR_20' }]

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-01-12T09:00:00Z' })
})
afterAll(() => api.close())

const on = (day: string) => api.clock.moveTo(`${day}T09:00:00Z`)

describe('a statement of account', () => {
  it('carries its balance from movement to movement, and begins where the one before ended', async () => {
    const customerId = await aCustomer(api)
    const first = await anIssuedInvoice(api, customerId, { lines: LINES })
    on('2026-02-09')
    const paymentTerms = [
      { part: 'percent', basisPoints: 5000, term: { days: 0 } },
      { part: 'rest', term: { days: 30 } },
    ]
    const second = await anIssuedInvoice(api, customerId, { lines: LINES, paymentTerms })
    const cheque = await api.call<{ id: string }>('POST', '/payments', {
      customerId,
      paidOn: '2026-02-09',
      amount: '1200',
      method: 'cheque',
      reference: 'CHQ 71',
      allocate: 'oldest',
    })
    on('2026-03-16')
    await api.call('POST', `/payments/${cheque.body.id}/reversal`, { reversedOn: '2026-03-02', reason: 'Sans provision' })
    const note = await api.call<{ id: string }>('POST', `/invoices/${second.id}/credit`, { reason: 'Annulée' })
    const credit = await api.call<{ number: string }>('POST', `/invoices/${note.body.id}/issue`, {})
    const statement = (query: string) => api.call(`GET`, `/customers/${customerId}/statement?${query}`)

    expect((await statement('from=2026-01-01&to=2026-02-28')).body).toMatchObject({
      opening: '0.00',
      closing: '1200.00',
      movements: [
        { on: '2026-01-12', kind: 'instalment', reference: first.number, debit: '1200.00', credit: '0.00', balance: '1200.00' },
        { on: '2026-02-09', kind: 'instalment', reference: second.number, dueOn: '2026-03-11', debit: '1200.00', balance: '2400.00' },
        { on: '2026-02-09', kind: 'payment', reference: 'CHQ 71', debit: '0.00', credit: '1200.00', balance: '1200.00' },
      ],
      // The cheque counted until it bounced: it paid what was due first, at once on the second invoice, then half of the first.
      openItems: [
        { reference: first.number, open: '600.00', daysLate: 17 },
        { reference: second.number, open: '600.00', daysLate: 0 },
      ],
      aged: { to30: '600.00', notDue: '600.00', total: '1200.00' },
    })
    expect((await statement('from=2026-03-01')).body).toMatchObject({
      opening: '1200.00',
      to: '2026-03-16',
      movements: [
        { on: '2026-03-02', kind: 'payment_reversal', debit: '1200.00', balance: '2400.00' },
        { on: '2026-03-16', kind: 'credit_note', reference: credit.body.number, credit: '1200.00', balance: '1200.00' },
      ],
      closing: '1200.00',
      openItems: [{ reference: first.number, open: '1200.00' }],
      aged: { total: '1200.00' },
    })
  })

  it('refuses a period that ends before it begins, and a day to come', async () => {
    const customerId = await aCustomer(api)
    expect(await api.call('GET', `/customers/${customerId}/statement?from=2026-03-02&to=2026-03-01`)).toMatchObject({
      status: 422,
      body: { code: 'statement_period_reversed' },
    })
    expect(await api.call('GET', `/customers/${customerId}/statement?to=2027-01-01`)).toMatchObject({
      status: 422,
      body: { code: 'as_of_in_future' },
    })
  })

  it('is a PDF named for the customer and the day, whether they owe or are owed', async () => {
    const customerId = await aCustomer(api, { code: 'C00777' })
    const drawn = async () => {
      const { body, headers } = await api.call<Uint8Array>('GET', `/customers/${customerId}/statement.pdf`)
      expect(new TextDecoder('latin1').decode(body.slice(0, 5))).toBe('%PDF-')
      return headers.get('content-disposition')
    }
    expect(await drawn()).toContain('releve-C00777-2026-03-16.pdf')
    await anIssuedInvoice(api, customerId, { lines: LINES })
    expect(await drawn()).toContain('.pdf')
    await api.call('POST', '/payments', { customerId, paidOn: '2026-03-16', amount: '2000', allocate: 'oldest' })
    expect(await drawn()).toContain('.pdf')
  })
})
