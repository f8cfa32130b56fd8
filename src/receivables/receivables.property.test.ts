import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addDays, type Day, dayInParis, parseDay } from '#core/day'
import { aCustomer, anIssuedInvoice } from '../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../app/test-api.ts'
import { verifyReceivables } from './index.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-01-05T09:00:00Z' })
})
afterAll(() => api.close())

type Act =
  | { readonly act: 'issue'; readonly euros: number }
  | { readonly act: 'pay'; readonly euros: number; readonly daysAgo: number; readonly oldestFirst: boolean }
  | { readonly act: 'allocate' | 'undo' | 'credit'; readonly which: number }
  | { readonly act: 'reverse'; readonly which: number; readonly daysAgo: number }

/** Few amounts, few invoices and long looks back: so that what happens falls on one another. */
const euros = fc.constantFrom(5, 10, 12, 24)
const which = fc.nat(1)
const daysAgo = fc.nat(20)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('issue' as const), euros }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('pay' as const), euros, daysAgo, oldestFirst: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('allocate' as const, 'undo' as const, 'credit' as const), which }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('reverse' as const), which, daysAgo }) },
)
const story = fc.array(fc.record({ act, daysPassed: fc.nat(6) }), { minLength: 5, maxLength: 12 })

const FIRST = { act: { act: 'issue', euros: 10 }, daysPassed: 25 } as const

const today = (): Day => dayInParis(api.clock.now())
const pass = (days: number) => api.clock.moveTo(`${addDays(today(), days)}T09:00:00Z`)

/** One customer's life through the API. What the business refuses is no matter here; a surprise is. */
class Life {
  readonly customerId: string
  readonly invoiceIds: string[] = []
  readonly paymentIds: string[] = []
  constructor(customerId: string) {
    this.customerId = customerId
  }

  async live(step: Act): Promise<void> {
    switch (step.act) {
      case 'issue': {
        const lines = [
          {
            name: 'Tablette',
            nature: step.euros % 2 ? 'goods' : 'service',
            quantity: '1',
            unitPrice: String(step.euros),
            vatCode: 'FR_20',
          },
        ]
        this.invoiceIds.push((await anIssuedInvoice(api, this.customerId, { lines })).id)
        return
      }
      case 'pay': {
        const allocate = step.oldestFirst ? 'oldest' : []
        const paidOn = addDays(today(), -step.daysAgo)
        const paid = await this.ask<{ id: string }>('/payments', {
          customerId: this.customerId,
          paidOn,
          amount: String(step.euros),
          allocate,
        })
        this.paymentIds.push(paid.id)
        return
      }
      case 'allocate': {
        const [paymentId, invoiceId] = [pick(this.paymentIds, step.which), pick(this.invoiceIds, step.which + 1)]
        if (paymentId && invoiceId) await this.ask(`/payments/${paymentId}/allocations`, { allocations: [{ invoiceId, amount: '3.50' }] })
        return
      }
      case 'undo': {
        const allocationId = pick(await this.allocationIds(), step.which)
        if (allocationId) await this.ask(`/allocations/${allocationId}/undo`, {})
        return
      }
      case 'credit': {
        const invoiceId = pick(this.invoiceIds, step.which)
        const note = invoiceId && (await this.ask<{ id?: string }>(`/invoices/${invoiceId}/credit`, {}))
        if (note && note.id) await this.ask(`/invoices/${note.id}/issue`, {})
        return
      }
      case 'reverse': {
        const paymentId = pick(this.paymentIds, step.which)
        const reversedOn = addDays(today(), -step.daysAgo)
        if (paymentId) await this.ask(`/payments/${paymentId}/reversal`, { reversedOn, reason: 'Sans provision' })
      }
    }
  }

  private async ask<Body>(path: string, body: unknown): Promise<Body> {
    const answer = await api.call<Body>('POST', path, body)
    expect([200, 409, 422], JSON.stringify(answer.body)).toContain(answer.status)
    return answer.body
  }

  private async allocationIds(): Promise<string[]> {
    const payments = this.paymentIds.map((id) => api.call<{ allocations: { id: string }[] }>('GET', `/payments/${id}`))
    return (await Promise.all(payments)).flatMap(({ body }) => body.allocations.map((made) => made.id))
  }
}

const pick = (ids: readonly string[], place: number): string | undefined => ids[place % Math.max(ids.length, 1)]

/** The customer's open items on a day. */
async function openOn(customerId: string, asOf: Day): Promise<string[]> {
  const { body } = await api.call<{ rows: { id: string; open: string }[] }>('GET', `/aged-balance/${customerId}?asOf=${asOf}&limit=100`)
  return body.rows.map((row) => `${row.id} ${row.open}`).toSorted()
}

async function lastDays(customerId: string): Promise<Record<Day, string[]>> {
  const days = Array.from({ length: 8 }, (_, index) => addDays(today(), -5 * index))
  return Object.fromEntries(await Promise.all(days.map(async (day) => [day, await openOn(customerId, day)] as const)))
}

test('whatever is issued, paid, credited, undone and bounced: 411 is what is open, nothing holds more than its amount on any day, and the past does not move', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const life = new Life(await aCustomer(api))
      for (const { act: step, daysPassed } of [FIRST, ...steps]) {
        pass(daysPassed)
        await life.live(step)
      }
      expect((await api.call('GET', '/ledger/check')).body).toMatchObject({ differences: [], faults: [] })
      expect(await api.database.owner.transaction().execute((db) => verifyReceivables(db, api.company.id))).toEqual([])
      // Today is read from what is stored; tomorrow the same day is counted again from its allocations.
      const day = today()
      const stored = await openOn(life.customerId, day)
      pass(1)
      expect(await openOn(life.customerId, day)).toEqual(stored)
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 120_000)

test('an allocation undone leaves every day as it was', async () => {
  await fc.assert(
    fc.asyncProperty(story, euros, daysAgo, async (steps, amount, ago) => {
      const life = new Life(await aCustomer(api))
      for (const { act: step, daysPassed } of [FIRST, ...steps]) {
        pass(daysPassed)
        await life.live(step)
      }
      await life.live({ act: 'pay', euros: amount, daysAgo: ago, oldestFirst: false })
      const before = await lastDays(life.customerId)
      const paymentId = life.paymentIds.at(-1) ?? ''
      const put = await api.call<{ allocations: { id: string }[] }>('POST', `/payments/${paymentId}/allocations`, {
        allocations: [{ invoiceId: life.invoiceIds[0], amount: '1' }],
      })
      fc.pre(put.status === 200)
      expect(await lastDays(life.customerId)).not.toEqual(before)
      await api.call('POST', `/allocations/${put.body.allocations[0]?.id}/undo`, {})
      expect(await lastDays(life.customerId)).toEqual(before)
    }),
    { numRuns: 12, endOnFailure: true },
  )
}, 120_000)

test('the check sees what it must: an amount changed behind the back of its allocations', async () => {
  const customerId = await aCustomer(api)
  await anIssuedInvoice(api, customerId)
  const faults = await api.database.owner.transaction().execute(async (db) => {
    await db.updateTable('receivable_items').set({ open_cents: 1n }).where('customer_id', '=', customerId).execute()
    const found = await verifyReceivables(db, api.company.id)
    await db
      .updateTable('receivable_items')
      .set({ open_cents: 0n, settled_on: parseDay('2026-01-01') })
      .where('customer_id', '=', customerId)
      .execute()
    return [...found, ...(await verifyReceivables(db, api.company.id))]
  })
  expect(faults).toEqual([
    expect.stringMatching(/open 1 cents, 133652 by its allocations/),
    expect.stringMatching(/open 0 cents, 133652 by its allocations/),
    expect.stringMatching(/settled 2026-01-01, never by its allocations/),
  ])
})
