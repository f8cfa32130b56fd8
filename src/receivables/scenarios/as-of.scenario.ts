import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { verifyReceivables } from '../index.ts'

/** 1 200,00 € VAT included, due in 30 days unless said otherwise. */
const LINES = [{ name: 'Bibliothèque', nature: 'goods', quantity: '1', unitPrice: '1000', vatCode: 'FR_20' }]
/** 40 % at once, the rest in 60 days. */
const TWO_INSTALMENTS = [
  { part: 'percent', basisPoints: 4000, term: { days: 0 } },
  { part: 'rest', term: { days: 60 } },
]

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-01-05T09:00:00Z' })
})
afterAll(() => api.close())

type Aged = Record<'notDue' | 'to30' | 'to60' | 'to90' | 'to120' | 'over120' | 'late' | 'unallocated' | 'total', string>
const nothing: Aged = {
  notDue: '0.00',
  to30: '0.00',
  to60: '0.00',
  to90: '0.00',
  to120: '0.00',
  over120: '0.00',
  late: '0.00',
  unallocated: '0.00',
  total: '0.00',
}

/** A customer's line of the aged balance of a day; a customer who owed nothing has none. */
async function agedOn(customerId: string, asOf?: string): Promise<Aged> {
  const { body } = await api.call<{ rows: (Aged & { customerId: string })[] }>(
    'GET',
    `/aged-balance?limit=100${asOf === undefined ? '' : `&asOf=${asOf}`}`,
  )
  const row = body.rows.find((line) => line.customerId === customerId)
  return row ? (Object.fromEntries(Object.keys(nothing).map((name) => [name, row[name as keyof Aged]])) as Aged) : nothing
}

const on = (day: string) => api.clock.moveTo(`${day}T09:00:00Z`)
const pay = (customerId: string, amount: string, paidOn: string, allocate: unknown = 'oldest', method = 'transfer') =>
  api.call<{ id: string; allocations: { id: string }[] }>('POST', '/payments', { customerId, amount, paidOn, allocate, method })

describe('the aged balance as of a day', () => {
  it('follows a partly paid instalment from day to day, whenever it is asked', async () => {
    on('2026-01-05')
    const customerId = await aCustomer(api)
    await anIssuedInvoice(api, customerId, { lines: LINES })
    on('2026-02-10')
    await pay(customerId, '500', '2026-02-06')
    on('2026-07-01')
    expect(await agedOn(customerId, '2026-01-04')).toEqual(nothing)
    expect(await agedOn(customerId, '2026-01-05')).toEqual({ ...nothing, notDue: '1200.00', total: '1200.00' })
    // Due on 4 February: late by one day on the 5th.
    expect(await agedOn(customerId, '2026-02-04')).toEqual({ ...nothing, notDue: '1200.00', total: '1200.00' })
    expect(await agedOn(customerId, '2026-02-05')).toEqual({ ...nothing, to30: '1200.00', late: '1200.00', total: '1200.00' })
    expect(await agedOn(customerId, '2026-02-06')).toEqual({ ...nothing, to30: '700.00', late: '700.00', total: '700.00' })
    expect(await agedOn(customerId, '2026-03-10')).toEqual({ ...nothing, to60: '700.00', late: '700.00', total: '700.00' })
    expect(await agedOn(customerId)).toEqual({ ...nothing, over120: '700.00', late: '700.00', total: '700.00' })
  })

  it('ages each instalment by its own due day', async () => {
    on('2026-07-01')
    const customerId = await aCustomer(api)
    await anIssuedInvoice(api, customerId, { lines: LINES, paymentTerms: TWO_INSTALMENTS })
    on('2026-08-10')
    expect(await agedOn(customerId)).toEqual({ ...nothing, to60: '480.00', notDue: '720.00', late: '480.00', total: '1200.00' })
    expect(await agedOn(customerId, '2026-07-01')).toEqual({ ...nothing, notDue: '1200.00', total: '1200.00' })
    await pay(customerId, '480', '2026-08-10')
    expect(await agedOn(customerId)).toEqual({ ...nothing, notDue: '720.00', total: '720.00' })
    expect(await agedOn(customerId, '2026-08-09')).toMatchObject({ late: '480.00', total: '1200.00' })
  })

  it('keeps an overpayment apart until it is put against the next invoice', async () => {
    on('2026-08-20')
    const customerId = await aCustomer(api)
    await anIssuedInvoice(api, customerId, { lines: LINES })
    const payment = await pay(customerId, '1500', '2026-08-20')
    expect(await agedOn(customerId)).toEqual({ ...nothing, unallocated: '-300.00', total: '-300.00' })
    on('2026-08-25')
    const next = await anIssuedInvoice(api, customerId, { lines: LINES })
    on('2026-08-28')
    await api.call('POST', `/payments/${payment.body.id}/allocations`, { allocations: [{ invoiceId: next.id, amount: '300' }] })
    // The books see it from the day both stand in them: that of the second invoice.
    expect(await agedOn(customerId, '2026-08-24')).toEqual({ ...nothing, unallocated: '-300.00', total: '-300.00' })
    expect(await agedOn(customerId, '2026-08-25')).toEqual({ ...nothing, notDue: '900.00', total: '900.00' })
    expect(await agedOn(customerId)).toEqual({ ...nothing, notDue: '900.00', total: '900.00' })
  })

  it('shows a credit note made after the payment as money of the customer', async () => {
    on('2026-08-28')
    const customerId = await aCustomer(api)
    const invoice = await anIssuedInvoice(api, customerId, { lines: LINES })
    await pay(customerId, '1200', '2026-08-28')
    on('2026-09-15')
    const note = await api.call<{ id: string }>('POST', `/invoices/${invoice.id}/credit`, { reason: 'Retour' })
    await api.call('POST', `/invoices/${note.body.id}/issue`, {})
    expect(await agedOn(customerId, '2026-09-14')).toEqual(nothing)
    expect(await agedOn(customerId)).toEqual({ ...nothing, unallocated: '-1200.00', total: '-1200.00' })
  })

  it('counts the invoice as paid on the days between a cheque and its bounce', async () => {
    on('2026-09-15')
    const customerId = await aCustomer(api)
    const invoice = await anIssuedInvoice(api, customerId, { lines: LINES })
    const cheque = await pay(customerId, '1200', '2026-09-16', 'oldest', 'cheque')
    expect(cheque.status).toBe(422)
    on('2026-09-20')
    const taken = await pay(customerId, '1200', '2026-09-20', 'oldest', 'cheque')
    on('2026-10-02')
    await api.call('POST', `/payments/${taken.body.id}/reversal`, { reversedOn: '2026-10-01', reason: 'Sans provision' })
    expect(await agedOn(customerId, '2026-09-19')).toEqual({ ...nothing, notDue: '1200.00', total: '1200.00' })
    for (const day of ['2026-09-20', '2026-09-30']) expect(await agedOn(customerId, day)).toEqual(nothing)
    expect(await agedOn(customerId, '2026-10-01')).toEqual({ ...nothing, notDue: '1200.00', total: '1200.00' })
    // A transfer that had come before the bounce pays it from the bounce on: the place was taken until then.
    await pay(customerId, '1200', '2026-09-25')
    expect(await agedOn(customerId, '2026-09-26')).toEqual({ ...nothing, unallocated: '-1200.00', total: '-1200.00' })
    expect(await agedOn(customerId, '2026-10-01')).toEqual(nothing)
    expect(await agedOn(customerId)).toEqual(nothing)
    expect((await api.call('GET', `/invoices/${invoice.id}`)).body).toMatchObject({ state: 'settled' })
  })

  it('forgets an allocation made by mistake, on its own day', async () => {
    on('2026-10-02')
    const customerId = await aCustomer(api)
    await anIssuedInvoice(api, customerId, { lines: LINES })
    const payment = await pay(customerId, '1200', '2026-10-02')
    on('2026-10-20')
    await api.call('POST', `/allocations/${payment.body.allocations[0]?.id}/undo`, {})
    for (const day of ['2026-10-02', '2026-10-19', '2026-10-20']) {
      expect(await agedOn(customerId, day)).toEqual({ ...nothing, notDue: '1200.00', unallocated: '-1200.00', total: '0.00' })
    }
  })

  it('sums the customers that are not on the page, and reaches them by the cursor', async () => {
    type Page = {
      totals: Aged
      customers: number
      rows: { customerId: string; late: string }[]
      rest: (Aged & { customers: number }) | null
      nextCursor: string | null
    }
    const whole = (await api.call<Page>('GET', '/aged-balance?limit=100')).body
    for (const sort of ['late', 'name']) {
      const seen: string[] = []
      for (let cursor = ''; ;) {
        const { body } = await api.call<Page>('GET', `/aged-balance?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`)
        expect(body.totals).toEqual(whole.totals)
        seen.push(...body.rows.map((row) => row.customerId))
        expect(body.rest?.customers ?? 0).toBe(whole.customers - seen.length)
        if (body.nextCursor === null) break
        cursor = body.nextCursor
      }
      expect(seen.toSorted()).toEqual(whole.rows.map((row) => row.customerId).toSorted())
      expect(seen).toHaveLength(whole.customers)
    }
  })

  it('refuses a day to come', async () => {
    expect(await api.call('GET', '/aged-balance?asOf=2030-01-01')).toMatchObject({ status: 422, body: { code: 'as_of_in_future' } })
  })

  it('leaves receivables that count again to the same', async () => {
    expect(await api.database.owner.transaction().execute((db) => verifyReceivables(db, api.company.id))).toEqual([])
  })
})
