import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'

/** 1 200,00 € VAT included, due in 30 days. */
const LINES = [{ name: 'Bibliothèque', nature: 'goods', quantity: '1', unitPrice: '1000', vatCode: 'FR_20' }]

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-03-02T09:00:00Z' })
})
afterAll(() => api.close())

const on = (day: string) => api.clock.moveTo(`${day}T09:00:00Z`)
const home = async () =>
  (await api.call<Record<string, unknown> & { recent: { name: string; customerName: string }[] }>('GET', '/home')).body
const pay = (customerId: string, amount: string, paidOn: string, allocate: unknown = 'oldest') =>
  api.call<{ id: string }>('POST', '/payments', { customerId, amount, paidOn, allocate })

describe('the home page', () => {
  it('of a new company has nothing to show yet', async () => {
    expect(await home()).toMatchObject({
      started: false,
      toDo: { lateInvoices: { count: 0 }, drafts: { count: 0 }, unallocatedPayments: { count: 0 }, openCreditNotes: { count: 0 } },
      aged: { total: '0.00' },
      dso: { days: null, tooEarly: true, countBackDays: null },
      oldestLate: [],
      recent: [],
    })
  })

  it('says what waits, what is coming, what is late, and what happened last', async () => {
    const late = await aCustomer(api, { name: 'Scierie du Faou' })
    await anIssuedInvoice(api, late, { lines: LINES })
    await pay(late, '200', '2026-03-02')
    on('2026-04-13')
    const prompt = await aCustomer(api, { name: 'Charpentes Morvan' })
    await anIssuedInvoice(api, prompt, { lines: LINES, paymentTerms: [{ part: 'rest', term: { days: 5 } }] })
    await anIssuedInvoice(api, prompt, { lines: LINES, paymentTerms: [{ part: 'rest', term: { days: 14 } }] })
    await pay(prompt, '300', '2026-04-13', [])
    await api.call('POST', '/invoices', { customerId: prompt, lines: LINES })
    const answer = await home()
    // Monday 13 April: the first invoice fell due on 1 April.
    expect(answer).toMatchObject({
      on: '2026-04-13',
      started: true,
      toDo: {
        drafts: { count: 1, amount: '1200.00' },
        lateInvoices: { count: 1, customers: 1, amount: '1000.00' },
        unallocatedPayments: { count: 1, amount: '300.00' },
      },
      aged: { notDue: '2400.00', to30: '1000.00', late: '1000.00', unallocated: '-300.00', total: '3100.00' },
      dueThisWeek: { count: 1, amount: '1200.00', until: '2026-04-19' },
      dueThisMonth: { count: 2, amount: '2400.00', until: '2026-04-30' },
      received: { days: 30, amount: '300.00', before: '200.00' },
      // Six weeks of sales.
      dso: { days: null, tooEarly: true, countBackDays: null },
      oldestLate: [{ customerName: 'Scierie du Faou', late: '1000.00', daysLate: 12 }],
    })
    expect(answer.recent[0]).toMatchObject({ customerName: 'Charpentes Morvan' })
  })

  it('says how many days of sales are owed once there are ninety', async () => {
    on('2026-05-29')
    expect(await home()).toMatchObject({ dso: { tooEarly: true } })
    on('2026-05-30')
    // 3 100 owed of 3 600 sold in 90 days: 77.5; counted back: 30 days of May, 30 of April for 2 400, then 700 of March's 1 200 in 31.
    expect(await home()).toMatchObject({
      dso: { days: 78, periodDays: 90, tooEarly: false, countBackDays: 78, countBackExhausted: true },
    })
    on('2026-04-13')
  })

  it('forgets a payment that bounced', async () => {
    const customerId = await aCustomer(api)
    const payment = await pay(customerId, '5000', '2026-04-13', [])
    expect(await home()).toMatchObject({ received: { amount: '5300.00' } })
    await api.call('POST', `/payments/${payment.body.id}/reversal`, { reversedOn: '2026-04-13', reason: 'Sans provision' })
    expect(await home()).toMatchObject({ received: { amount: '300.00' }, toDo: { unallocatedPayments: { count: 1 } } })
  })
})

describe('a customer', () => {
  it('is known by what they owe and how late they pay, weighted by what they paid', async () => {
    on('2026-05-04')
    const customerId = await aCustomer(api)
    const of = async () => (await api.call('GET', `/customers/${customerId}/receivables`)).body
    expect(await of()).toMatchObject({ balance: '0.00', openInvoices: 0, oldestLateOn: null, averageDelayDays: null, lastPayment: null })
    // Due on 3 June: 900 paid ten days late, 300 five days early.
    await anIssuedInvoice(api, customerId, { lines: LINES })
    await anIssuedInvoice(api, customerId, { lines: LINES })
    on('2026-06-20')
    await pay(customerId, '300', '2026-05-29')
    await pay(customerId, '900', '2026-06-13')
    expect(await of()).toMatchObject({
      balance: '1200.00',
      late: '1200.00',
      unallocated: '0.00',
      openInvoices: 1,
      oldestLateOn: '2026-06-03',
      daysLate: 17,
      // (300 × −5 + 900 × 10) / 1 200
      averageDelayDays: 6.3,
      lastPayment: { paidOn: '2026-06-13', amount: '900.00' },
    })
  })

  it('of another company is not found', async () => {
    const other = await api.foundCompany('menuiserie-leroux')
    const stranger = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    const customerId = await aCustomer(api)
    for (const path of [
      `/customers/${customerId}/receivables`,
      `/aged-balance/${customerId}`,
      `/customers/${customerId}/statement`,
      `/customers/${customerId}/statement.pdf`,
    ]) {
      expect(await stranger('GET', path), path).toMatchObject({ status: 404 })
    }
    expect(await stranger('GET', '/aged-balance')).toMatchObject({ body: { customers: 0, totals: { total: '0.00' } } })
  })
})

describe('the aged balance as a file', () => {
  it('reads as French figures, and a name never runs as a formula', async () => {
    const customerId = await aCustomer(api, { name: '=HYPERLINK("http://x")', code: '@SUM' })
    await pay(customerId, '42.5', '2026-06-20', [])
    const { body, headers } = await api.call<Uint8Array>('GET', '/aged-balance.csv')
    expect(headers.get('content-type')).toContain('text/csv')
    const rows: string[][] = parse(new TextDecoder('utf-8', { ignoreBOM: false }).decode(body), { delimiter: ';' })
    const line = rows.find((row) => row[1]?.includes('HYPERLINK'))
    expect(line).toEqual(["'@SUM", '\'=HYPERLINK("http://x")', '0,00', '0,00', '0,00', '0,00', '0,00', '0,00', '0,00', '-42,50', '-42,50'])
  })
})
