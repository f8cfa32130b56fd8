import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { aCustomer, THREE_LINES } from '../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../app/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
})
afterAll(() => api.close())

it('fifty people issue at once: no gap, no duplicate, no failure', async () => {
  const customerId = await aCustomer(api)
  const drafts = await Promise.all(
    Array.from({ length: 50 }, () => api.call<{ id: string }>('POST', '/invoices', { customerId, lines: THREE_LINES })),
  )
  const issued = await Promise.all(drafts.map((draft) => api.call<{ number: string }>('POST', `/invoices/${draft.body.id}/issue`, {})))
  expect(issued.map((answer) => answer.status)).toEqual(Array(50).fill(200))
  const numbers = issued.map((answer) => answer.body.number).sort()
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => `F2026-${String(index + 1).padStart(5, '0')}`))
})

it('a document is never dated before the last one of its series', async () => {
  const customerId = await aCustomer(api)
  const draft = await api.call<{ id: string }>('POST', '/invoices', { customerId, issuedOn: '2026-02-27', lines: THREE_LINES })
  expect(await api.call('POST', `/invoices/${draft.body.id}/issue`, {})).toMatchObject({
    status: 422,
    body: { code: 'issue_date_before_last', data: { field: 'issuedOn' } },
  })
})

it('the shape of a series is final once a document bears a number of it', async () => {
  expect(await api.call('PUT', '/numbering/invoice', { pattern: 'FA{YYYY}-{0000}' })).toMatchObject({
    status: 409,
    body: { code: 'numbering_final' },
  })
  expect(await api.call('PUT', '/numbering/credit_note', { pattern: 'AV{YY}{0000}' })).toMatchObject({
    status: 200,
    body: { next: 'AV260001' },
  })
  expect(await api.call('PUT', '/numbering/credit_note', { pattern: 'F{YYYY}-{00000}' })).toMatchObject({
    status: 422,
    body: { code: 'numbering_collides' },
  })
})
