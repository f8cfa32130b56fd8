import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { letteringFaults } from '../index.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'

/** 120,00 € VAT included, due half at once and half in thirty days. */
const SALE = {
  lines: [{ name: 'Étagère', nature: 'goods', quantity: '1', unitPrice: '100', vatCode: 'FR_20' }],
  paymentTerms: [
    { part: 'percent', basisPoints: 5000, term: { days: 0 } },
    { part: 'rest', term: { days: 30 } },
  ],
}

let api: TestApi
let customerId: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-03-02T09:00:00Z' })
  customerId = await aCustomer(api)
})
afterAll(() => api.close())

const on = (day: string) => api.clock.moveTo(`${day}T09:00:00Z`)

type Entries = {
  rows: { label: string; pieceReference: string; lines: { account: string; lettering: { code: string; on: string } | null }[] }[]
}

/** By label, the code on account 411 and since when; what bears none says nothing. */
async function lettered(): Promise<Record<string, string>> {
  const { body } = await api.call<Entries>('GET', '/ledger/entries?limit=100')
  return Object.fromEntries(
    body.rows.flatMap(({ label, lines }) => {
      const { lettering } = lines.find(({ account }) => account === '411000') ?? {}
      return lettering ? [[label, `${lettering.code} ${lettering.on}`]] : []
    }),
  )
}

async function pay(amount: string, allocate: unknown = 'oldest') {
  const { body } = await api.call<{ id: string; allocations: { id: string }[] }>('POST', '/payments', {
    customerId,
    paidOn: '2026-03-02',
    amount,
    reference: `VIR ${amount}`,
    allocate,
  })
  return body
}

describe('lettering', () => {
  it('comes with the last euro of a group, ends when it opens again, and comes back under the next code', async () => {
    const first = await anIssuedInvoice(api, customerId, SALE)
    const half = await pay('60')
    expect(await lettered()).toEqual({})

    on('2026-03-09')
    await pay('60')
    const [invoice, payment] = [`Facture ${first.number} Menuiseries Le Bihan`, 'Règlement Menuiseries Le Bihan']
    expect(await lettered()).toEqual({ [invoice]: 'A 2026-03-09', [payment]: 'A 2026-03-09' })

    on('2026-03-16')
    await api.call('POST', `/allocations/${half.allocations[0]?.id}/undo`, {})
    expect(await lettered()).toEqual({})
    await api.call('POST', `/payments/${half.id}/allocations`, { allocations: [{ invoiceId: first.id, amount: '60' }] })
    expect(await lettered()).toEqual({ [invoice]: 'B 2026-03-16', [payment]: 'B 2026-03-16' })

    on('2026-03-23')
    await api.call('POST', `/payments/${half.id}/reversal`, { reversedOn: '2026-03-20', reason: 'Sans provision' })
    // The payment and its reversal close each other; the invoice is owed again.
    expect(await lettered()).toEqual({ [payment]: 'C 2026-03-23', 'Annulation du règlement Menuiseries Le Bihan': 'C 2026-03-23' })
    await api.call('POST', `/payments`, { customerId, paidOn: '2026-03-23', amount: '60', allocate: 'oldest' })
    expect(await lettered()).toMatchObject({ [invoice]: 'D 2026-03-23' })

    const statement = await api.call<{ movements: { lettering: string | null }[] }>('GET', `/customers/${customerId}/statement`)
    expect(statement.body.movements.map(({ lettering }) => lettering)).toEqual(['D', 'C', 'D', 'C', 'D'])
  })

  it('takes together what one payment ties together, a credit note inside', async () => {
    on('2026-04-01')
    const [one, other] = [await anIssuedInvoice(api, customerId, SALE), await anIssuedInvoice(api, customerId, SALE)]
    const note = await api.call<{ id: string }>('POST', `/invoices/${other.id}/credit`, {})
    const credit = await api.call<{ number: string }>('POST', `/invoices/${note.body.id}/issue`, {})
    // Closed by its credit note alone.
    expect(await lettered()).toMatchObject({
      [`Facture ${other.number} Menuiseries Le Bihan`]: 'E 2026-04-01',
      [`Avoir ${credit.body.number} Menuiseries Le Bihan`]: 'E 2026-04-01',
    })
    const third = await anIssuedInvoice(api, customerId, SALE)
    await pay('180', [
      { invoiceId: one.id, amount: '120' },
      { invoiceId: third.id, amount: '60' },
    ])
    expect(await lettered()).not.toHaveProperty(`Facture ${one.number} Menuiseries Le Bihan`)
    await pay('60', [{ invoiceId: third.id, amount: '60' }])
    expect(await lettered()).toMatchObject({
      [`Facture ${one.number} Menuiseries Le Bihan`]: 'F 2026-04-01',
      [`Facture ${third.number} Menuiseries Le Bihan`]: 'F 2026-04-01',
    })
  })

  it('misses no group that two people close at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, other] = [await anIssuedInvoice(api, customerId, SALE), await anIssuedInvoice(api, customerId, SALE)]
      await pay('120', [
        { invoiceId: one.id, amount: '60' },
        { invoiceId: other.id, amount: '60' },
      ])
      const waiting = [await pay('60', []), await pay('60', [])]
      await Promise.all(
        [one, other].map((invoice, index) =>
          api.call('POST', `/payments/${waiting[index]?.id}/allocations`, { allocations: [{ invoiceId: invoice.id, amount: '60' }] }),
        ),
      )
      expect(await api.database.owner.transaction().execute((db) => letteringFaults(db, api.company.id))).toEqual([])
    }
  })

  it('begins at A with each customer', async () => {
    customerId = await aCustomer(api, { name: 'Ébénisterie Kerouac' })
    const invoice = await anIssuedInvoice(api, customerId, SALE)
    await pay('120')
    expect(await lettered()).toMatchObject({ [`Facture ${invoice.number} Ébénisterie Kerouac`]: 'A 2026-04-01' })
  })
})
