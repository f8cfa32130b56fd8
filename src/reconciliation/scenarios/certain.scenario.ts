/** Certain matches that a person sees first: applied together, taken back together, and then let alone. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { bankOf, customerNamed, day, owes, type Proposal } from './story.ts'

type CertainRow = { line: { id: string; text: string; amount: string }; proposal: Proposal & { customerName: string } }
type Page = { rows: CertainRow[]; nextCursor: string | null }
type Application = {
  id: string
  code?: string
  state: string
  lines: number
  waiting: number
  applied: number
  amount: string
  left: number
  undone: number
  kept: number
  exceptions: { lineId: string; sentence: string }[]
}
type Summary = { automatic: string; invitation: { right: number } | null }

let api: TestApi
let bank: ReturnType<typeof bankOf>
let bihan: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-04-20T09:00:00Z' })
  bank = bankOf(api)
  bihan = await customerNamed(api, 'Menuiseries Le Bihan')
  await api.call('PUT', '/reconciliation/settings', { automatic: 'off' })
})
afterAll(() => api.close())

const certain = async (query = '') => (await api.call<Page>('GET', `/reconciliation/certain${query}`)).body
const chosen = (rows: readonly CertainRow[]) => rows.map(({ line, proposal }) => ({ lineId: line.id, proposalId: proposal.id }))
const apply = (lines: unknown, headers: Record<string, string> = {}) =>
  api.call<Application>('POST', '/reconciliation/applications', { lines }, headers)
const undo = (id: string) => api.call<Application>('POST', `/reconciliation/applications/${id}/undo`, {})
const latest = async () =>
  (await api.call<{ application: Application | null }>('GET', '/reconciliation/applications/latest')).body.application
const summary = async () => (await api.call<Summary>('GET', '/reconciliation')).body

/** Invoices each paid by a line that quotes it. */
async function paidByNumber(amounts: readonly string[]) {
  const invoices = []
  for (const amount of amounts) invoices.push(await owes(api, bihan, amount))
  await bank.sends(
    invoices.map(({ number }, place) => ({ bookedOn: day('2026-04-17'), amount: amounts[place] ?? '', text: `VIR ${number}` })),
  )
  return invoices
}

describe('certain matches that wait', () => {
  it('are shown with their customer, invoices and reasons, page by page, and nobody is invited before one was right', async () => {
    const invoices = await paidByNumber(['100.10', '200.20', '300.30', '400.40'])
    await bank.sends([{ bookedOn: day('2026-04-17'), amount: '12.34', text: 'SANS RAPPORT' }])
    const { nextCursor, rows } = await certain('?limit=3')
    expect(rows.map(({ proposal }) => proposal.shares[0]?.number)).toEqual(invoices.slice(0, 3).map(({ number }) => number))
    expect(rows[0]).toMatchObject({
      line: { amount: '100.10' },
      proposal: {
        certain: true,
        customerName: 'Menuiseries Le Bihan',
        evidence: [{ sentence: `numéro ${invoices[0]?.number} trouvé une seule fois` }, { sentence: 'montant égal au reste dû' }],
      },
    })
    const rest = await certain(`?limit=3&cursor=${nextCursor}`)
    expect(rest.rows.map(({ line }) => line.amount)).toEqual(['400.40'])
    expect((await summary()).invitation).toBeNull()
  })

  it('leave out what was refused, undone or put off', async () => {
    const { rows } = await certain()
    const [first, second, third] = rows
    await bank.act(first?.line.id ?? '', 'refusal', { proposalId: first?.proposal.id })
    await bank.act(second?.line.id ?? '', 'hold', { until: '2026-04-22' })
    await bank.act(third?.line.id ?? '', 'acceptance', { proposalId: third?.proposal.id })
    await bank.act(third?.line.id ?? '', 'undo')
    expect((await certain()).rows.map(({ line }) => line.amount)).toEqual(['400.40'])
    await bank.act(second?.line.id ?? '', 'release')
    expect((await certain()).rows.map(({ line }) => line.amount)).toEqual(['200.20', '400.40'])
    expect((await summary()).invitation, 'one was undone').toBeNull()
  })
})

describe('applied together', () => {
  let applied: Application

  it('each is looked at again, and what no longer holds is left with its reason', async () => {
    const { rows } = await certain()
    const [late, other] = [await owes(api, bihan, '500.50'), await owes(api, bihan, '600.60')]
    await bank.sends([late, other].map(({ number, total }) => ({ bookedOn: day('2026-04-17'), amount: total, text: `VIR ${number}` })))
    const all = (await certain()).rows
    expect(all).toHaveLength(rows.length + 2)
    await api.call('POST', '/payments', {
      customerId: bihan,
      paidOn: '2026-04-18',
      amount: '500.50',
      method: 'cheque',
      allocate: [{ invoiceId: late.id, amount: '500.50' }],
    })
    const { body } = await apply(chosen(all))
    expect(body).toMatchObject({ state: 'applied', lines: 4, applied: 3, amount: '1201.20', left: 1 })
    expect(body.exceptions.map(({ sentence }) => sentence)).toEqual(['n’est plus certaine : les factures ont changé depuis'])
    expect(await bank.open(other.id)).toBe('0.00')
    expect((await bank.line(other.number)).match).toMatchObject({
      origin: 'manual',
      evidence: [{ sentence: expect.stringContaining('trouvé une seule fois') }, {}],
    })
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
    applied = body
  })

  it('twice does nothing twice: a repeated request gets the first answer, a second click is told that it is done', async () => {
    const [invoice] = await paidByNumber(['700.70'])
    const lines = chosen((await certain()).rows)
    const key = { 'idempotency-key': 'one application' }
    const [first, again] = [await apply(lines, key), await apply(lines, key)]
    expect(again.body).toEqual(first.body)
    expect(first.body).toMatchObject({ applied: 1, left: 0 })
    const second = await apply(lines)
    expect(second.body).toMatchObject({ applied: 0, left: 1, exceptions: [{ sentence: 'déjà traitée entre-temps' }] })
    expect(await bank.open(invoice?.id ?? '')).toBe('0.00')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('is taken back in one gesture, but for what has changed since; none of it returns by itself', async () => {
    const line = (await bank.lines('matched')).find(({ amount }) => amount === '400.40')
    const payment = await api.call<{ allocations: { id: string }[] }>('GET', `/payments/${line?.match?.payments[0]?.id}`)
    await api.call('POST', `/allocations/${payment.body.allocations[0]?.id}/undo`, {})
    const { body } = await undo(applied.id)
    expect(body).toMatchObject({ state: 'undone', applied: 0, undone: 2, kept: 1, left: 1 })
    expect(body.exceptions.map(({ sentence }) => sentence)).toContain('modifiée depuis : elle reste rapprochée')
    expect((await undo(applied.id)).body, 'once more changes nothing').toEqual(body)
    expect((await bank.line('600.60')).undone).toBe(true)
    await api.call('PUT', '/reconciliation/settings', { automatic: 'clear' })
    await api.runJobs()
    expect((await bank.lines('to_do')).filter(({ undone }) => undone).length).toBeGreaterThanOrEqual(3)
    expect((await certain()).rows).toEqual([])
    await api.call('PUT', '/reconciliation/settings', { automatic: 'off' })
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('stays at hand for a day', async () => {
    expect(await latest()).toMatchObject({ state: 'applied' })
    api.clock.moveTo('2026-04-21T10:00:00Z')
    expect(await latest()).toBeNull()
  })

  it('many go on in the background, can be followed, and are taken back the same way', async () => {
    const amounts = Array.from({ length: 205 }, (_, place) => `${1000 + place}.00`)
    await paidByNumber(amounts)
    const rows: CertainRow[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await certain(`?limit=100${cursor && `&cursor=${cursor}`}`)
      rows.push(...page.rows)
      cursor = page.nextCursor
    }
    expect(rows).toHaveLength(205)
    const { body } = await apply(chosen(rows))
    expect(body).toMatchObject({ state: 'applying', waiting: 205, applied: 0 })
    expect((await undo(body.id)).body.code).toBe('application_running')
    await api.runJobs()
    expect(await latest()).toMatchObject({ id: body.id, state: 'applied', applied: 205, left: 0 })
    expect((await undo(body.id)).body).toMatchObject({ state: 'undoing', applied: 205 })
    await api.runJobs()
    expect(await latest()).toMatchObject({ state: 'undone', undone: 205, kept: 0 })
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  }, 120_000)

  it('one among thousands is found a bounded number of lines at a time', async () => {
    await bank.sends(
      Array.from({ length: 2_001 }, (_, place) => ({
        bookedOn: day('2026-04-01'),
        amount: '0.07',
        text: `DIVERS ${place}`,
        reference: `D${place}`,
      })),
    )
    const [invoice] = await paidByNumber(['900.90'])
    const first = await certain()
    expect(first.rows).toEqual([])
    const second = await certain(`?cursor=${first.nextCursor}`)
    expect(second.rows.map(({ proposal }) => proposal.shares[0]?.number)).toEqual([invoice?.number])
    expect(second.nextCursor).toBeNull()
  }, 60_000)

  it('is nobody else’s business', async () => {
    const other = await api.foundCompany('voisin', { iban: 'FR7610107001011234567890129' })
    const theirs = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    const [line] = await bank.lines('to_do')
    const ours = [{ lineId: line?.id, proposalId: line?.proposals[0]?.id }]
    expect((await theirs('POST', '/reconciliation/applications', { lines: ours })).status).toBe(404)
    expect((await theirs('POST', `/reconciliation/applications/${applied.id}/undo`, {})).status).toBe(404)
    expect((await theirs<Page>('GET', '/reconciliation/certain')).body.rows).toEqual([])
    expect((await theirs<{ application: unknown }>('GET', '/reconciliation/applications/latest')).body.application).toBeNull()
    const reader = api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })
    expect((await reader('POST', '/reconciliation/applications', { lines: ours })).status).toBe(403)
    expect((await reader('POST', `/reconciliation/applications/${applied.id}/undo`, {})).status).toBe(403)
    expect((await reader('POST', '/reconciliation/invitation', { answer: 'yes' })).status).toBe(403)
  })
})

describe('the invitation', () => {
  let own: TestApi
  beforeAll(async () => {
    own = await openTestApi(inject('databaseServer'), { at: '2026-04-20T09:00:00Z' })
  })
  afterAll(() => own.close())
  const invitation = async () => (await own.call<Summary>('GET', '/reconciliation')).body.invitation
  const answer = (how: string) => own.call('POST', '/reconciliation/invitation', { answer: how })

  it('comes once a certain match was accepted, goes for thirty days, and for good', async () => {
    const theirBank = bankOf(own)
    const customer = await customerNamed(own, 'SARL Le Goff Rénovation')
    await owes(own, customer, '91.37')
    await theirBank.sends([{ bookedOn: day('2026-04-19'), amount: '91.37', text: 'VIR SEPA SARL LE GOFF RENOVATION' }])
    expect(await invitation()).toBeNull()
    const line = await theirBank.line('LE GOFF RENOVATION')
    expect(line.proposals[0]).toMatchObject({ certain: true })
    await theirBank.act(line.id, 'acceptance', { proposalId: line.proposals[0]?.id })
    expect(await invitation()).toEqual({ right: 1 })
    await answer('later')
    expect(await invitation()).toBeNull()
    own.clock.moveTo('2026-05-19T09:00:00Z')
    expect(await invitation()).toBeNull()
    own.clock.moveTo('2026-05-20T09:00:00Z')
    expect(await invitation()).toEqual({ right: 1 })
    await answer('never')
    expect(await invitation()).toBeNull()
    own.clock.moveTo('2027-05-20T09:00:00Z')
    expect(await invitation()).toBeNull()
  })

  it('yes lets the payers known settle alone, what waits already too', async () => {
    const theirBank = bankOf(own)
    const customer = await customerNamed(own, 'Ateliers Kerbrat')
    const invoice = await owes(own, customer, '84.20')
    await theirBank.sends([{ bookedOn: day('2026-06-19'), amount: '84.20', text: 'VIR SEPA ATELIERS KERBRAT' }])
    expect(await theirBank.open(invoice.id)).toBe('84.20')
    expect((await answer('yes')).body).toEqual({ automatic: 'clear' })
    await own.runJobs()
    expect(await theirBank.open(invoice.id)).toBe('0.00')
  })
})
