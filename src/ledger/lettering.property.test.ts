import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addDays, dayInParis } from '#core/day'
import type { Db } from '#platform/db'
import { aCustomer, anIssuedInvoice } from '../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../app/test-api.ts'
import { backfill, groupsOf, letteringsOf } from './lettering.fixture.ts'
import { letteringFaults } from './index.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-01-05T09:00:00Z' })
})
afterAll(() => api.close())

type Act =
  | { readonly act: 'issue' | 'pay'; readonly euros: number; readonly oldestFirst: boolean }
  | { readonly act: 'allocate' | 'undo' | 'credit' | 'reverse'; readonly which: number }

/** Few amounts and few invoices: so that sums often come out even, and groups close. */
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('issue' as const), euros: fc.constantFrom(5, 10), oldestFirst: fc.constant(true) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('pay' as const),
      euros: fc.constantFrom(6, 12, 12, 24),
      oldestFirst: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('allocate' as const), which: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('undo' as const, 'undo' as const, 'credit' as const, 'reverse' as const),
      which: fc.nat(3),
    }),
  },
)

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
        // Goods and services: VAT on receipts posts entries of its own beside the payment's.
        const lines = [
          {
            name: 'Tablette',
            nature: step.euros === 5 ? 'goods' : 'service',
            quantity: '1',
            unitPrice: String(step.euros),
            vatCode: 'FR_20',
          },
        ]
        this.invoiceIds.push((await anIssuedInvoice(api, this.customerId, { lines })).id)
        return
      }
      case 'pay': {
        const paid = await this.ask<{ id: string }>('/payments', {
          customerId: this.customerId,
          paidOn: dayInParis(api.clock.now()),
          amount: String(step.euros),
          allocate: step.oldestFirst ? 'oldest' : [],
        })
        this.paymentIds.push(paid.id)
        return
      }
      case 'allocate': {
        const [paymentId, invoiceId] = [pick(this.paymentIds, step.which), pick(this.invoiceIds, step.which + 1)]
        if (paymentId === undefined || invoiceId === undefined) return
        const { body } = await api.call<{ open: string }>('GET', `/payments/${paymentId}`)
        await this.ask(`/payments/${paymentId}/allocations`, { allocations: [{ invoiceId, amount: body.open }] })
        return
      }
      case 'undo': {
        const allocationId = pick(await this.allocationIds(), step.which)
        if (allocationId !== undefined) await this.ask(`/allocations/${allocationId}/undo`, {})
        return
      }
      case 'credit': {
        const invoiceId = pick(this.invoiceIds, step.which)
        const note = invoiceId === undefined ? undefined : await this.ask<{ id?: string }>(`/invoices/${invoiceId}/credit`, {})
        if (note?.id !== undefined) await this.ask(`/invoices/${note.id}/issue`, {})
        return
      }
      case 'reverse': {
        const paymentId = pick(this.paymentIds, step.which)
        const reversal = { reversedOn: dayInParis(api.clock.now()), reason: 'Sans provision' }
        if (paymentId !== undefined) await this.ask(`/payments/${paymentId}/reversal`, reversal)
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
    return (await Promise.all(payments)).flatMap(({ body }) => body.allocations.map(({ id }) => id))
  }
}

const pick = (ids: readonly string[], place: number): string | undefined => ids[place % Math.max(ids.length, 1)]
const asOwner = <T>(work: (db: Db) => Promise<T>): Promise<T> => api.database.owner.transaction().execute(work)

/** After how many steps something was lettered, and something no longer. */
let [lettered, unlettered] = [0, 0]

test('in whatever order things are issued, paid, credited, undone and bounced: a group is lettered exactly when all of it is closed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (steps) => {
      const life = new Life(await aCustomer(api))
      for (const step of steps) {
        await life.live(step)
        const letterings = await asOwner((db) => letteringsOf(db, life.customerId))
        const groups = await asOwner((db) => groupsOf(db, life.customerId))
        const inForce = letterings.filter(({ ended }) => !ended)
        // The same pieces together, told by another way: neither more nor less than the closed groups.
        expect(inForce.map(({ pieces }) => pieces).toSorted()).toEqual(groups.filter(({ closed }) => closed).map(({ pieces }) => pieces))
        for (const { cents } of letterings) expect(cents).toBe(0n)
        // Codes are given one after the other and never twice.
        expect(letterings.map(({ number }) => number)).toEqual(letterings.map((_, index) => index + 1))
        lettered += inForce.length
        unlettered += letterings.length - inForce.length
      }
      expect(await asOwner((db) => letteringFaults(db, api.company.id))).toEqual([])
      api.clock.moveTo(`${addDays(dayInParis(api.clock.now()), 1)}T09:00:00Z`)
    }),
    { numRuns: 25, endOnFailure: true },
  )
  expect(Math.min(lettered, unlettered)).toBeGreaterThan(0)
}, 240_000)

test('what was closed before there was lettering is lettered by the migration as it is by living', async () => {
  const undone = new Error('undone')
  const tried = asOwner(async (db) => {
    const before = await sql<{ pieces: string }>`select count(*)::text as pieces from letterings`.execute(db)
    expect(Number(before.rows[0]?.pieces)).toBeGreaterThan(10)
    await backfill(db)
    expect(await letteringFaults(db, api.company.id)).toEqual([])
    throw undone
  })
  await expect(tried).rejects.toBe(undone)
})

test('the database refuses a lettering that adds up to something, and two codes on one line', async () => {
  const customerId = await aCustomer(api)
  const life = new Life(customerId)
  await life.live({ act: 'issue', euros: 10, oldestFirst: true })
  await life.live({ act: 'pay', euros: 12, oldestFirst: true })
  await life.live({ act: 'issue', euros: 10, oldestFirst: true })
  const tried = (sides: 'debit' | 'both') =>
    asOwner((db) =>
      sql`with lettering as (
          insert into letterings select gen_random_uuid(), ${api.company.id}, ${customerId}, 99, current_date, now() returning id
        )
        insert into lettered_lines select lettering.id, company_id, entry_id, position from ledger_lines, lettering
        where customer_id = ${customerId} and (${sides} = 'both' and entry_id in (select entry_id from lettered_lines) or ${sides} = 'debit' and debit_cents > 0)`.execute(
        db,
      ),
    )
  await expect(tried('debit')).rejects.toThrow(/^lettering .+ does not add up to nothing on one customer$/)
  await expect(tried('both')).rejects.toThrow(/^a line of ledger entry .+ bears two codes$/)
})
