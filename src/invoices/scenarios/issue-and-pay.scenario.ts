import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice, THREE_LINES } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())

type Check = { balance411: string; open: string; differences: unknown[]; faults: string[] }
const checked = async (): Promise<Check> => (await api.call<Check>('GET', '/ledger/check')).body

describe('an invoice from draft to paid', () => {
  it('gets its number, its totals and its due day, and cannot change any more', async () => {
    const customerId = await aCustomer(api)
    const draft = await api.call<{ id: string; totals: { total: string }; version: number; failures: unknown[] }>('POST', '/invoices', {
      customerId,
      lines: THREE_LINES,
    })
    expect(draft.body).toMatchObject({
      state: 'draft',
      number: null,
      totals: { net: '1116.65', vat: '219.87', total: '1336.52' },
      failures: [],
    })
    const issued = await api.call('POST', `/invoices/${draft.body.id}/issue`, {})
    expect(issued.body).toMatchObject({ number: 'F2026-00001', issuedOn: '2026-03-02', dueOn: '2026-04-01', total: '1336.52' })
    const again = await api.call('PUT', `/invoices/${draft.body.id}`, { customerId, version: draft.body.version, lines: [] })
    expect(again).toMatchObject({ status: 409, body: { code: 'invoice_not_draft' } })
    await expect(
      api.database.owner.updateTable('invoices').set({ total_cents: 1n }).where('id', '=', draft.body.id).execute(),
    ).rejects.toThrow(/issued/)
  })

  it('is settled by payments in parts, and the books follow to the cent', async () => {
    const customerId = await aCustomer(api)
    const invoice = await anIssuedInvoice(api, customerId)
    const pay = (amount: string) =>
      api.call('POST', '/payments', { customerId, paidOn: '2026-03-02', amount, allocate: [{ invoiceId: invoice.id, amount }] })
    expect((await pay('1000')).body).toMatchObject({ open: '0.00', allocations: [{ amount: '1000.00' }] })
    expect((await api.call('GET', `/invoices/${invoice.id}`)).body).toMatchObject({ state: 'open', open: '336.52' })
    expect(await pay('400')).toMatchObject({ status: 422, body: { code: 'allocation_exceeds_open' } })
    await pay('336.52')
    expect((await api.call('GET', `/invoices/${invoice.id}`)).body).toMatchObject({ state: 'settled', open: '0.00' })
    expect(await checked()).toMatchObject({ differences: [], faults: [] })
    const waiting = await api.call<{ accounts: { account: string; balance: string }[] }>('GET', '/ledger/balances')
    const invoicedOnly = waiting.body.accounts.find((row) => row.account === '445740')
    // The first test's invoice still waits for its receipt: VAT of its services, 20 % of 182 and 10 % of 34.65.
    expect(invoicedOnly?.balance).toBe('-39.87')
  })

  it('is open again when the payment is reversed', async () => {
    const customerId = await aCustomer(api)
    const invoice = await anIssuedInvoice(api, customerId)
    const payment = await api.call<{ id: string }>('POST', '/payments', {
      customerId,
      paidOn: '2026-03-02',
      amount: '1336.52',
      method: 'cheque',
      allocate: 'oldest',
    })
    const reversed = await api.call('POST', `/payments/${payment.body.id}/reversal`, {
      reversedOn: '2026-03-02',
      reason: 'Chèque sans provision',
    })
    expect(reversed.body).toMatchObject({ reversedOn: '2026-03-02', open: '0.00' })
    expect((await api.call('GET', `/invoices/${invoice.id}`)).body).toMatchObject({ state: 'open', open: '1336.52' })
    expect(await checked()).toMatchObject({ differences: [], faults: [] })
  })

  it('is closed by a full credit note, which cannot be made twice', async () => {
    const customerId = await aCustomer(api)
    const invoice = await anIssuedInvoice(api, customerId)
    const note = await api.call<{ id: string }>('POST', `/invoices/${invoice.id}/credit`, { reason: 'Erreur de destinataire' })
    expect(note.body).toMatchObject({ kind: 'credit_note', totals: { total: '1336.52' } })
    const issued = await api.call('POST', `/invoices/${note.body.id}/issue`, {})
    expect(issued.body).toMatchObject({ number: 'A2026-00001', total: '1336.52' })
    expect((await api.call('GET', `/invoices/${invoice.id}`)).body).toMatchObject({ state: 'credited', open: '0.00' })
    expect(await api.call('POST', `/invoices/${invoice.id}/credit`, {})).toMatchObject({ status: 422, body: { code: 'credit_of_nothing' } })
    expect(await checked()).toMatchObject({ differences: [], faults: [] })
  })

  it('answers the same when the same request comes twice', async () => {
    const customerId = await aCustomer(api)
    const draft = await api.call<{ id: string }>('POST', '/invoices', { customerId, lines: THREE_LINES })
    const first = await api.call('POST', `/invoices/${draft.body.id}/issue`, {}, { 'idempotency-key': 'once' })
    const second = await api.call('POST', `/invoices/${draft.body.id}/issue`, {}, { 'idempotency-key': 'once' })
    expect(second).toMatchObject({ status: 200, body: first.body })
  })

  it('takes no number in a dry run', async () => {
    const customerId = await aCustomer(api)
    const draft = await api.call<{ id: string }>('POST', '/invoices', { customerId, lines: THREE_LINES })
    const dry = await api.call<{ number: string }>('POST', `/invoices/${draft.body.id}/issue?dryRun=true`, {})
    const real = await api.call<{ number: string }>('POST', `/invoices/${draft.body.id}/issue`, {})
    expect(real.body.number).toBe(dry.body.number)
  })

  it('serves the archived Factur-X and its XML', async () => {
    const invoice = await anIssuedInvoice(api, await aCustomer(api))
    const pdf = await api.call<Uint8Array>('GET', `/invoices/${invoice.id}/pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(new TextDecoder('latin1').decode(pdf.body.slice(0, 5))).toBe('%PDF-')
    const xml = await api.call<Uint8Array>('GET', `/invoices/${invoice.id}/xml`)
    expect(new TextDecoder().decode(xml.body)).toContain(`<ram:GrandTotalAmount>${invoice.total}</ram:GrandTotalAmount>`)
  })
})
