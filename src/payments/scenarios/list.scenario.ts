import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())

type List = { rows: { id: string; reference: string; open: string }[] }
const list = async (query: string): Promise<List['rows']> => (await api.call<List>('GET', `/payments?${query}`)).body.rows

describe('the list of payments', () => {
  it('counts what is not put against invoices, and finds payments by customer or reference', async () => {
    const lost = await aCustomer(api, { name: 'Chalets Valnoire' })
    const known = await aCustomer(api, { name: 'Crêperie Blé Rouge' })
    const invoice = await anIssuedInvoice(api, known)
    await api.call('POST', '/payments', {
      customerId: known,
      paidOn: '2026-03-02',
      amount: '1500',
      reference: 'VIR 50%_A',
      allocate: 'oldest',
    })
    await api.call('POST', '/payments', { customerId: lost, paidOn: '2026-03-01', amount: '80', reference: 'CHQ 12' })
    expect((await api.call('GET', '/payments/views')).body).toEqual({ unallocated: { count: 2, open: '243.48' } })
    expect((await list('search=creperie')).map(({ open }) => open)).toEqual(['163.48'])
    expect((await list('search=chq')).map(({ reference }) => reference)).toEqual(['CHQ 12'])
    expect((await list('search=%25_a')).map(({ reference }) => reference)).toEqual(['VIR 50%_A'])
    expect(await list('search=50_A')).toEqual([])
    expect((await list('unallocated=true')).length).toBe(2)
    expect((await api.call('GET', `/invoices/${invoice.id}`)).body).toMatchObject({ state: 'settled' })
  })
})
