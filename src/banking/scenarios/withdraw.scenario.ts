import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { parseDay } from '#core/day'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { camt053 } from '../index.ts'

const IBAN = 'FR7630006000011234567890189'
const OTHER = 'FR7610107001011234567890129'
let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-04-20T09:00:00Z' })
})
afterAll(() => api.close())

type Imported = {
  outcome: string
  newLines: number
  knownLines: number
  matched: number
  statements: { id: string; accountName: string }[]
}
type Line = { id: string; text: string; state: string }

const fileOf = (days: readonly number[], iban = IBAN, text = (day: number) => `VIR ${day}`) =>
  camt053({
    account: { iban, currency: 'EUR' },
    opening: '0.00',
    lines: days.map((day) => ({ bookedOn: parseDay(`2026-04-0${day}`), amount: '10.00', text: text(day), reference: `${iban}${day}` })),
  })
async function send(content: string, name = 'releve.xml'): Promise<Imported & { id: string }> {
  const form = new FormData()
  form.append('file', new File([content], name))
  const { body } = await api.call<Imported>('POST', '/bank/statements', form)
  return { ...body, id: body.statements[0]?.id ?? '' }
}
const takeBack = (id: string, as = api.call) =>
  as<{ code: string; message: string; lines: number; linesKept: number; accountsDropped: string[] }>(
    'POST',
    `/bank/statements/${id}/withdrawal`,
    {},
  )
const lines = async () => (await api.call<{ rows: Line[] }>('GET', '/bank/lines?limit=100')).body.rows
const accounts = async () =>
  (await api.call<{ accounts: { name: string; identifier: string }[] }>('GET', '/bank/accounts')).body.accounts.map(
    ({ identifier }) => identifier,
  )
const statements = async () => (await api.call<{ rows: { id: string }[] }>('GET', '/bank/statements')).body.rows.map(({ id }) => id)

it('a file imported by mistake goes with its lines and the account it had added, and may come again', async () => {
  const kept = await send(fileOf([1, 2]))
  const mistake = await send(fileOf([3], OTHER), 'voisin.xml')
  expect(await accounts()).toEqual([OTHER, IBAN])
  expect((await takeBack(mistake.id)).body).toMatchObject({
    fileName: 'voisin.xml',
    lines: 1,
    linesKept: 0,
    accountsDropped: ['Compte 0129'],
  })
  expect(await accounts()).toEqual([IBAN])
  expect(await statements()).toEqual([kept.id])
  expect((await lines()).map(({ text }) => text)).toEqual(['VIR 2', 'VIR 1'])
  const summary = await api.call<{ states: { state: string; count: number }[] }>('GET', '/reconciliation')
  expect(summary.body.states).toContainEqual(expect.objectContaining({ state: 'to_do', count: 2 }))

  expect(await send(fileOf([3], OTHER), 'voisin.xml')).toMatchObject({ outcome: 'imported', newLines: 1, knownLines: 0 })
  expect(await accounts()).toEqual([OTHER, IBAN])
})

it('the timeline and the archive keep the trace of it', async () => {
  const { rows } = (await api.call<{ rows: { name: string; facts: object }[] }>('GET', '/timeline')).body
  expect(rows.find(({ name }) => name === 'statement.withdrawn')?.facts).toMatchObject({ fileName: 'voisin.xml', lines: 1 })
  const archived = await api.database.owner
    .selectFrom('archived_documents')
    .select('file_name')
    .where('kind', '=', 'bank_statement')
    .where('file_name', '=', 'voisin.xml')
    .execute()
  expect(archived).toHaveLength(2)
})

it('what was withdrawn is not withdrawn twice, nor by another company', async () => {
  const [id = ''] = await statements()
  const neighbour = await api.foundCompany('voisin')
  const theirCall = api.as({ companyId: neighbour.id, personId: neighbour.ownerId, role: 'owner' })
  expect(await takeBack(id, theirCall)).toMatchObject({ status: 404 })
  const reader = api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })
  expect(await takeBack(id, reader)).toMatchObject({ status: 403 })
  expect(await takeBack(id)).toMatchObject({ status: 200 })
  expect(await takeBack(id)).toMatchObject({ status: 404 })
})

it('a line that another file holds too stays with it', async () => {
  const [first] = await statements()
  const later = await send(fileOf([2, 3]), 'suite.xml')
  expect(later).toMatchObject({ newLines: 1, knownLines: 1 })
  expect((await takeBack(first ?? '')).body).toMatchObject({ lines: 1, linesKept: 1, accountsDropped: [] })
  expect((await lines()).map(({ text }) => text)).toEqual(['VIR 3', 'VIR 2'])
  expect(await send(fileOf([1, 2]))).toMatchObject({ newLines: 1, knownLines: 1 })
  expect((await takeBack(later.id)).body).toMatchObject({ lines: 1, linesKept: 1 })
  expect((await lines()).map(({ text }) => text)).toEqual(['VIR 2', 'VIR 1'])
})

it('a line that pays an invoice holds its file back until the match is undone', async () => {
  const customerId = await aCustomer(api)
  const lines = [{ name: 'Réglage', quantity: '1', unitPrice: '8.33', vatCode: 'FR_20' }]
  const invoice = await anIssuedInvoice(api, customerId, { lines })
  const paying = await send(
    fileOf([5], IBAN, () => `VIR ${invoice.number}`),
    'paye.xml',
  )
  expect(paying.matched).toBe(1)
  const refused = await takeBack(paying.id)
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'statement_lines_matched',
      message: '1 ligne de ce relevé est rapprochée ou comptabilisée : annulez d’abord, puis retirez « paye.xml ».',
    },
  })
  const [matched] = (await api.call<{ rows: Line[] }>('GET', '/bank/lines?state=matched')).body.rows
  expect(await api.call('POST', `/reconciliation/lines/${matched?.id ?? ''}/undo`, {})).toMatchObject({ status: 200 })
  expect(await takeBack(paying.id)).toMatchObject({ status: 200, body: { lines: 1 } })
  expect(await api.call('GET', `/reconciliation/lines/${matched?.id ?? ''}`)).toMatchObject({ status: 404 })
})

it('a statement is otherwise never rewritten, nor withdrawn back', async () => {
  const { owner } = api.database
  await expect(owner.updateTable('bank_statements').set({ file_name: 'autre' }).execute()).rejects.toThrow(/never rewritten/)
  await expect(
    owner.updateTable('bank_statements').set({ withdrawn_at: null }).where('withdrawn_at', 'is not', null).execute(),
  ).rejects.toThrow(/never rewritten/)
  await expect(owner.deleteFrom('bank_statements').execute()).rejects.toThrow()
})
