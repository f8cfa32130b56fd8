/** Lines that wait: until a day, or for what a colleague knows. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { createPerson, type Role } from '#people'
import { bankOf, customerNamed, day, owes } from './story.ts'

type Question = {
  id: string
  question: string
  askedBy: string
  askedOf: string | null
  answer: string | null
  answeredBy: string | null
  open: boolean
  mayAnswer: boolean
}
type Waiting = {
  id: string
  state: string
  onHold: boolean
  hold: { until: string; note: string; by: string } | null
  questions: Question[]
  match: { evidence: { code: string; sentence: string }[] } | null
}
type Summary = { states: { state: string; count: number; amount: string }[]; asked: { count: number; amount: string } }
type Mail = { to: string[]; subject: string; id: string }

let api: TestApi
let bank: ReturnType<typeof bankOf>
let goff: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-04-20T09:00:00Z' })
  bank = bankOf(api)
  goff = await customerNamed(api, 'SARL Le Goff Rénovation')
})
afterAll(() => api.close())

const on = (date: string) => api.clock.moveTo(`${date}T09:00:00Z`)
const lineOf = async (text: string): Promise<Waiting> => (await bank.line(text)) as unknown as Waiting
const ids = async (view: string, call = api.call) =>
  (await call<{ rows: { id: string }[] }>('GET', `/reconciliation/lines?state=${view}`)).body.rows.map(({ id }) => id)
const summary = async (call = api.call) => (await call<Summary>('GET', '/reconciliation')).body
const countOf = async (state: string) => (await summary()).states.find((each) => each.state === state)
const events = async () => (await api.database.owner.selectFrom('events').select('name').orderBy('id').execute()).map(({ name }) => name)

async function colleague(name: string, role: Role, language: 'fr' | 'en' | null = null) {
  const email = `${name.toLowerCase()}@atelier-broceliande.example`
  const personId = await createPerson(api.database, { name, email, company: { id: api.company.id, role } }, api.clock.now())
  await api.database.owner.updateTable('people').set({ language }).where('id', '=', personId).execute()
  return { personId, email, call: api.as({ companyId: api.company.id, personId, role }) }
}

async function comesIn(text: string, amount: string) {
  await bank.sends([{ bookedOn: day('2026-04-17'), amount, text }])
  return lineOf(text)
}

describe('until a day', () => {
  it('the line leaves what is to do, counts apart, and is back by itself on that day', async () => {
    const { id } = await comesIn('VERSEMENT INCONNU', '210.00')
    const held = await bank.act(id, 'hold', { until: '2026-04-23', note: 'attendre le chèque' })
    expect(held.body).toMatchObject({
      state: 'to_do',
      onHold: true,
      hold: { until: '2026-04-23', note: 'attendre le chèque', by: 'Maud Le Goff' },
    })
    expect([await ids('to_do'), await ids('on_hold')]).toEqual([[], [id]])
    expect([await countOf('to_do'), await countOf('on_hold')]).toMatchObject([
      { count: 0, amount: '0.00' },
      { count: 1, amount: '210.00' },
    ])
    on('2026-04-22')
    expect(await ids('to_do')).toEqual([])
    on('2026-04-23')
    expect([await ids('to_do'), await ids('on_hold')]).toEqual([[id], []])
    expect(await lineOf('VERSEMENT INCONNU')).toMatchObject({ onHold: false, hold: { until: '2026-04-23', note: 'attendre le chèque' } })
    expect(await countOf('on_hold')).toMatchObject({ count: 0 })
  })

  it('is taken back at once, and what is no longer on hold cannot be', async () => {
    const { id } = await lineOf('VERSEMENT INCONNU')
    await bank.act(id, 'hold', { until: '2026-05-04' })
    expect((await bank.act(id, 'release')).body).toMatchObject({ onHold: false, hold: null })
    expect((await bank.act(id, 'release')).body).toMatchObject({ code: 'line_not_on_hold' })
    expect((await events()).filter((name) => name.startsWith('line.'))).toEqual(['line.held', 'line.held', 'line.released'])
  })

  it.each([
    ['2026-04-23', 'hold_day_past'],
    ['2026-04-01', 'hold_day_past'],
    ['2027-04-25', 'hold_day_far'],
  ])('not until %s: %s', async (until, code) => {
    const { id } = await lineOf('VERSEMENT INCONNU')
    expect((await bank.act(id, 'hold', { until })).body.code).toBe(code)
  })

  it('whatever is made of it ends the wait: undone, it is to do', async () => {
    const { id } = await lineOf('VERSEMENT INCONNU')
    await bank.act(id, 'hold', { until: '2026-05-04' })
    await bank.act(id, 'match', { customerId: goff })
    expect(await countOf('on_hold')).toMatchObject({ count: 0 })
    expect((await bank.act(id, 'undo')).body).toMatchObject({ onHold: false, hold: null })
    await bank.act(id, 'aside')
    expect((await bank.act(id, 'hold', { until: '2026-05-04' })).body.code).toBe('line_not_waiting')
  })

  it('what becomes certain settles it all the same, and says that it waited; the rest stays', async () => {
    const other = await comesIn('SANS RAPPORT', '77.77')
    await bank.act(other.id, 'hold', { until: '2026-05-04' })
    await api.call('PUT', '/reconciliation/settings', { automatic: 'off' })
    const invoice = await owes(api, goff, '640.00')
    const { id } = await comesIn(`VIR ${invoice.number}`, '640.00')
    await bank.act(id, 'hold', { until: '2026-05-04' })
    await api.call('PUT', '/reconciliation/settings', { automatic: 'numbered' })
    await api.runJobs()
    const line = await lineOf(`VIR ${invoice.number}`)
    expect(line).toMatchObject({ state: 'matched', onHold: false })
    expect(line.match?.evidence.at(-1)).toMatchObject({ code: 'was_on_hold', sentence: 'la ligne était en attente jusqu’au 4 mai 2026' })
    expect(await ids('on_hold')).toEqual([other.id])
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })
})

describe('a question to a colleague', () => {
  it('waits for the colleague, who gets a mail in their language and answers though they only read', async () => {
    const yann = await colleague('Yann', 'reader', 'en')
    const { id } = await comesIn('REMISE 4471', '310.00')
    const asked = await bank.act(id, 'questions', { question: 'Est-ce le chantier <Quimper> ?', askedOf: yann.personId })
    expect(asked.body).toMatchObject({ state: 'to_do', onHold: true })
    expect((asked.body as unknown as Waiting).questions).toMatchObject([
      { question: 'Est-ce le chantier <Quimper> ?', askedBy: 'Maud Le Goff', askedOf: 'Yann', answer: null, open: true },
    ])
    expect([await ids('to_do'), await ids('on_hold')]).toMatchObject([[], expect.arrayContaining([id])])

    const { body: mails } = await api.call<{ rows: Mail[] }>('GET', '/mail')
    expect(mails.rows[0]).toMatchObject({ to: [yann.email], subject: 'Question from Maud Le Goff about a transfer of €310.00' })
    const { body: mail } = await api.call<{ text: string; html: string }>('GET', `/mail/${mails.rows[0]?.id}`)
    expect(mail.text).toContain(`https://encours.test/atelier-broceliande/banque?panel=${id}`)
    expect(mail.html).toContain('chantier &lt;Quimper&gt;')

    expect((await summary()).asked).toEqual({ count: 0, amount: '0.00' })
    expect((await summary(yann.call)).asked).toEqual({ count: 1, amount: '310.00' })
    expect(await ids('asked_of_me', yann.call)).toEqual([id])
    expect((await yann.call('POST', `/reconciliation/lines/${id}/match`, { customerId: goff })).status).toBe(403)
    const [question] = (await yann.call<Waiting>('GET', `/reconciliation/lines/${id}`)).body.questions
    expect(question).toMatchObject({ mayAnswer: true })

    const answer = () =>
      yann.call<Waiting>('POST', `/reconciliation/questions/${question?.id}/answer`, { answer: 'Oui, acompte de Le Goff.' })
    expect((await answer()).body).toMatchObject({ onHold: false })
    expect((await answer()).body).toMatchObject({ code: 'question_closed' })
    expect(await ids('to_do')).toContain(id)
    expect((await lineOf('REMISE 4471')).questions).toMatchObject([{ answer: 'Oui, acompte de Le Goff.', open: false, mayAnswer: false }])
    expect((await summary(yann.call)).asked.count).toBe(0)
  })

  it('one after the other, they keep their thread', async () => {
    const { id } = await lineOf('REMISE 4471')
    const loic = await colleague('Loic', 'bookkeeper')
    await bank.act(id, 'questions', { question: 'Quelle facture ?', askedOf: loic.personId })
    expect((await bank.act(id, 'questions', { question: 'Et le client ?' })).body.code).toBe('question_open')
    expect((await bank.act(id, 'release')).body).toMatchObject({ onHold: false })
    const { questions } = await lineOf('REMISE 4471')
    expect(questions.map(({ answer, open }) => [answer, open])).toEqual([
      ['Oui, acompte de Le Goff.', false],
      [null, false],
    ])
    const late = await loic.call<{ code: string }>('POST', `/reconciliation/questions/${questions[1]?.id}/answer`, { answer: 'La 12' })
    expect(late.body.code).toBe('question_closed')
  })

  it('to anybody goes to all who may match, but for who asked; a reader is not asked', async () => {
    const before = (await api.call<{ rows: Mail[] }>('GET', '/mail')).body.rows.length
    const { id } = await comesIn('ESPECES 12', '12.00')
    await bank.act(id, 'questions', { question: 'À qui ?' })
    const { rows } = (await api.call<{ rows: Mail[] }>('GET', '/mail')).body
    expect(rows.slice(0, rows.length - before).map(({ subject, to }) => [to, subject])).toEqual([
      [['loic@atelier-broceliande.example'], 'Question de Maud Le Goff sur un virement de 12,00\u00a0€'],
    ])
    const marie = await colleague('Marie', 'reader')
    const [question] = (await lineOf('ESPECES 12')).questions
    expect((await marie.call('POST', `/reconciliation/questions/${question?.id}/answer`, { answer: 'Moi' })).status).toBe(403)
    await bank.act(id, 'match', { customerId: goff })
    expect((await lineOf('ESPECES 12')).questions).toMatchObject([{ answer: null, open: false }])
  })

  it('not to oneself, not to a stranger, and not of another company', async () => {
    const { id } = await lineOf('SANS RAPPORT')
    const other = await api.foundCompany('voisin', { iban: 'FR7610107001011234567890129' })
    const ask = (askedOf: string) => bank.act(id, 'questions', { question: 'Qui ?', askedOf })
    expect((await ask(api.company.ownerId)).body.code).toBe('question_to_oneself')
    expect((await ask(other.ownerId)).body.code).toBe('colleague_unknown')
    const theirs = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    const [question] = (await lineOf('REMISE 4471')).questions
    for (const [path, body] of [
      [`/reconciliation/lines/${id}/hold`, { until: '2026-05-04' }],
      [`/reconciliation/lines/${id}/release`, {}],
      [`/reconciliation/lines/${id}/questions`, { question: 'Qui ?' }],
      [`/reconciliation/questions/${question?.id}/answer`, { answer: 'Moi' }],
    ] as const)
      expect((await theirs('POST', path, body)).status).toBe(404)
    const reader = api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })
    expect((await reader('POST', `/reconciliation/lines/${id}/hold`, { until: '2026-05-04' })).status).toBe(403)
    expect((await reader('POST', `/reconciliation/lines/${id}/questions`, { question: 'Qui ?' })).status).toBe(403)
  })

  it('sent twice with one key is asked once', async () => {
    const { id } = await comesIn('DEUX FOIS', '5.00')
    const ask = () =>
      api.call<Waiting>('POST', `/reconciliation/lines/${id}/questions`, { question: 'Qui ?' }, { 'idempotency-key': 'one question' })
    const [first, second] = [await ask(), await ask()]
    expect(second.body).toEqual(first.body)
    expect((await lineOf('DEUX FOIS')).questions).toHaveLength(1)
  })
})
