import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { camt053, type SampleLine } from '#banking'
import { addDays } from '#core/day'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { writeZip } from '../../banking/formats/fixtures/zip-writer.ts'
import { bankOf, customerNamed, day, fileOf, type Imported, OUR_IBAN, owes } from './story.ts'

/** More than a request takes upon itself. */
const LINES = 4_000

type Progress = {
  id: string
  state: string
  linesTotal: number
  linesRead: number
  linesNew: number
  matched: number
  result: Imported | null
  problem: string | null
}

let api: TestApi
let bank: ReturnType<typeof bankOf>
let customerId: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-04-20T09:00:00Z' })
  bank = bankOf(api)
  customerId = await customerNamed(api, 'SARL Le Goff Rénovation')
})
afterAll(() => api.close())

const small = (index: number): SampleLine => ({
  bookedOn: addDays(day('2026-03-01'), index % 28),
  amount: '3.10',
  text: `VENTE AU COMPTOIR ${index}`,
  bankText: `REMISE ${'DETAIL '.repeat(50)}`,
  reference: `R${index}`,
})
const statement = (lines: readonly SampleLine[], opening: string): string =>
  camt053({ account: { iban: OUR_IBAN, currency: 'EUR' }, opening, lines })
const many = (from: number, to: number): SampleLine[] => Array.from({ length: to - from }, (_, index) => small(from + index))

async function send(content: string): Promise<string> {
  const { body } = await bank.send(fileOf(content))
  expect(body).toMatchObject({ outcome: 'under_way' })
  return (body as unknown as { importId: string }).importId
}
const progressOf = async (id: string) => (await api.call<Progress>('GET', `/reconciliation/imports/${id}`)).body
const running = async () => (await api.call<{ imports: Progress[] }>('GET', '/reconciliation/imports')).body.imports.map(({ id }) => id)

// Thousands of lines: some seconds each, more on a busy machine.
describe('a long bank file', { timeout: 120_000 }, () => {
  it('is answered at once, told of as it goes, and ends as a short one would', async () => {
    const invoices = [await owes(api, customerId, '81.20'), await owes(api, customerId, '82.30')]
    const paid = invoices.map(({ number, total }) => ({ bookedOn: day('2026-04-17'), amount: total, text: number }))
    const content = statement([...many(0, LINES), ...paid], '0.00')
    const importId = await send(content)
    expect(await progressOf(importId)).toMatchObject({ state: 'keeping', linesRead: 0, result: null, problem: null })
    expect(await running()).toEqual([importId])
    // Sent again in impatience, it waits once.
    expect(await send(content)).toBe(importId)

    await api.runJobs()
    expect(await progressOf(importId)).toMatchObject({
      state: 'done',
      linesTotal: LINES + 2,
      linesRead: LINES + 2,
      linesNew: LINES + 2,
      matched: 2,
      result: { outcome: 'imported', newLines: LINES + 2, knownLines: 0, matched: 2, matchedAmount: '163.50', toDo: LINES, goesOn: false },
    })
    expect(await running()).toEqual([])
    expect(await Promise.all(invoices.map(({ id }) => bank.open(id)))).toEqual(['0.00', '0.00'])
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
    expect((await bank.send(fileOf(content))).body).toMatchObject({ code: 'statement_already_imported' })
  })

  it('leaves out the lines that another brought', async () => {
    const importId = await send(statement(many(LINES / 2, LINES * 2), '0.00'))
    await api.runJobs()
    expect(await progressOf(importId)).toMatchObject({ linesRead: LINES * 1.5, linesNew: LINES, result: { knownLines: LINES / 2 } })
  })

  it('that came in by another way meanwhile is refused in a sentence, and keeps nothing', async () => {
    const content = statement(many(LINES * 2, LINES * 3), '0.00')
    const importId = await send(content)
    const packed = fileOf(new Uint8Array(writeZip([{ name: 'releve.xml', bytes: content }])), 'releve.zip')
    expect((await bank.send(packed)).body).toMatchObject({ outcome: 'imported', newLines: LINES })
    await api.runJobs()
    expect(await progressOf(importId)).toMatchObject({
      state: 'failed',
      linesNew: 0,
      result: null,
      problem: 'Ce relevé a déjà été importé le 20 avr. 2026 : rien n’a été ajouté.',
    })
  })

  it('asks and is refused at once like any other', async () => {
    const unnamed = camt053({ account: { other: 'X', currency: 'USD' }, opening: '0.00', lines: many(0, LINES) })
    expect((await bank.send(fileOf(unnamed))).body).toMatchObject({ code: 'statement_currency_refused' })
    const wrong = statement(many(0, LINES), '0.00').replaceAll(OUR_IBAN, 'FR00123')
    expect((await bank.send(fileOf(wrong))).body).toMatchObject({ outcome: 'needs_account', asked: { lines: LINES } })
    expect((await bank.send(fileOf(statement(many(0, LINES), '0.00').slice(0, -50)))).body.code).toMatch(/^statement_/)
  })

  it('is nobody else’s business', async () => {
    const importId = await send(statement(many(LINES * 4, LINES * 5), '0.00'))
    const other = await api.foundCompany('voisin', { iban: 'FR7610107001011234567890129' })
    const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    expect((await call('GET', `/reconciliation/imports/${importId}`)).status).toBe(404)
    expect((await call<{ imports: unknown[] }>('GET', '/reconciliation/imports')).body.imports).toEqual([])
    await api.runJobs()
  })
})
