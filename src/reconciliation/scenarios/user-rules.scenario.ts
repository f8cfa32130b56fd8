/** Rules that a person writes: made, tried on the past, at work on an import and on what waits, and undone whole. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { verifyAll } from '../../app/verify.ts'
import { bankOf, customerNamed, day, owes } from './story.ts'

type Rule = {
  id: string
  name: string
  active: boolean
  version: number
  applications: { id: string; lines: number; inForce: number; undone: boolean }[]
}
type Rules = { rules: Rule[]; ruleId: string; code: string; message: string }
type Test = {
  count: number
  moneyIn: string
  moneyOut: string
  waiting: number
  decidedOtherwise: number
  lines: { text: string; fate: string }[]
}
type Undone = { code: string; broughtBack: number; changed: number; changedLines: { text: string }[] }

let api: TestApi
let bank: ReturnType<typeof bankOf>
let goff: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  bank = bankOf(api)
  goff = await customerNamed(api, 'Le Goff Rénovation')
  api.clock.moveTo('2026-04-20T09:00:00Z')
})
afterAll(() => api.close())

const faults = async () => (await verifyAll(api.database)).flatMap((verdict) => verdict.faults)
const rules = async () => (await api.call<Rules>('GET', '/reconciliation/rules')).body.rules
const make = (rule: object) => api.call<Rules>('POST', '/reconciliation/rules', rule)
const test = (rule: object) => api.call<Test>('POST', '/reconciliation/rules/test', rule)
const apply = (id: string) =>
  api.call<{ lines: number; applicationId: string; code: string }>('POST', `/reconciliation/rules/${id}/application`, {})
const undo = (id: string) => api.call<Undone>('POST', `/reconciliation/rule-applications/${id}/undo`, {})

const to = (account: string, vatRate: string | null = null) => ({ kind: 'accounts', parts: [{ account, vatRate }] })
const RENT = { name: 'Loyer', words: ['loyer'], direction: 'out', action: to('613200', '20') }

describe('before it is kept', () => {
  it('a rule is tried on the past year: how many lines, how much, and what became of them', async () => {
    await bank.sends([
      { bookedOn: day('2026-01-05'), amount: '-600.00', text: 'PRLV SCI LOYER JANVIER', reference: 'J' },
      { bookedOn: day('2026-02-05'), amount: '-600.00', text: 'PRLV SCI LOYER FEVRIER', reference: 'F' },
      { bookedOn: day('2026-03-05'), amount: '-600.00', text: 'PRLV SCI LOYER MARS', reference: 'M' },
      { bookedOn: day('2026-03-06'), amount: '600.00', text: 'LOYER RENDU', reference: 'R' },
      { bookedOn: day('2025-03-05'), amount: '-600.00', text: 'PRLV SCI LOYER ANCIEN', reference: 'A' },
    ])
    await bank.act((await bank.line('LOYER JANVIER')).id, 'aside', { parts: [{ account: '613200', amount: '600', vatRate: '20' }] })
    await bank.act((await bank.line('LOYER FEVRIER')).id, 'aside', { parts: [{ account: '401000', amount: '600' }] })
    const { body } = await test(RENT)
    expect(body).toMatchObject({ count: 3, moneyIn: '0.00', moneyOut: '-1800.00', waiting: 1, decidedOtherwise: 1 })
    expect(body.lines.map(({ fate, text }) => [text.split(' ').at(-1), fate])).toEqual([
      ['MARS', 'would_take'],
      ['FEVRIER', 'decided_otherwise'],
      ['JANVIER', 'decided_so'],
    ])
    expect(await rules()).toEqual([])
  })

  it.each<[string, object, string, string, RegExp]>([
    ['without any condition', { ...RENT, words: [] }, 'rule_without_condition', 'words', /^Mots du libellé/],
    [
      'that takes money out for a customer',
      { ...RENT, action: { kind: 'customer', customerId: 'GOFF' } },
      'rule_customer_pays_in',
      'direction',
      /^Sens/,
    ],
    [
      'for an unknown customer',
      { ...RENT, direction: 'in', action: { kind: 'customer', customerId: '0190a6c0-0000-7000-8000-000000000001' } },
      'customer_unknown',
      'action.customerId',
      /./,
    ],
    [
      'to a customer’s account',
      { ...RENT, action: to('41100012') },
      'account_of_customers',
      'action.parts.0.account',
      /^Compte : 41100012/,
    ],
    [
      'on an account that is not ours',
      { ...RENT, accountId: '0190a6c0-0000-7000-8000-000000000001' },
      'bank_account_unknown',
      'accountId',
      /./,
    ],
    [
      'with two parts that take the rest',
      { ...RENT, action: { kind: 'accounts', parts: [{ account: '613200' }, { account: '616000' }] } },
      'rule_parts_without_rest',
      'action.parts.1.account',
      /^Parties/,
    ],
    ['with its amounts crossed', { ...RENT, least: '10', most: '9.99' }, 'rule_amounts_crossed', 'most', /^Montant maximal/],
  ])('a rule %s is refused at its field', async (_, rule, code, field, sentence) => {
    const given = JSON.parse(JSON.stringify(rule).replace('GOFF', goff)) as object
    for (const answer of [await make(given), await test(given)])
      expect(answer).toMatchObject({ status: 422, body: { code, data: { field } } })
    expect((await make(given)).body.message).toMatch(sentence)
  })
})

describe('at work', () => {
  it('it proposes for what waits, with its name; applied, it takes them; undone whole, they come back', async () => {
    const made = await make(RENT)
    const line = await bank.line('LOYER MARS')
    expect(line.operation).toMatchObject({ kind: 'accounts', parts: [{ account: '613200', amount: '600.00', vat: '100.00' }] })
    expect(line.operation?.evidence.map(({ sentence }) => sentence)).toEqual(['règle « Loyer »'])
    const applied = await apply(made.body.ruleId)
    // March, and the one of last year that was never decided.
    expect(applied.body).toMatchObject({ lines: 2 })
    expect(await bank.line('LOYER MARS')).toMatchObject({ state: 'set_aside', booking: { origin: 'automatic' } })
    expect(await bank.balances()).toMatchObject({ '613200': '1500.00', '445660': '300.00' })
    expect(await faults()).toEqual([])

    await bank.act((await bank.line('LOYER ANCIEN')).id, 'return')
    expect((await rules())[0]?.applications).toMatchObject([{ lines: 2, inForce: 1, undone: false }])
    const undone = await undo(applied.body.applicationId)
    expect(undone.body).toMatchObject({ broughtBack: 1, changed: 1, changedLines: [{ text: 'PRLV SCI LOYER ANCIEN' }] })
    expect(await bank.line('LOYER MARS')).toMatchObject({ state: 'out', undone: true })
    expect((await undo(applied.body.applicationId)).body.code).toBe('application_already_undone')
    expect(await faults()).toEqual([])
  })

  it('a line that was brought back, or whose proposal was refused, is never taken again', async () => {
    const [rule] = await rules()
    expect((await apply(rule?.id ?? '')).body.lines).toBe(0)
    await api.call('PUT', '/reconciliation/settings', { automatic: 'off' })
    const { body } = await bank.sends([{ bookedOn: day('2026-04-05'), amount: '-600.00', text: 'PRLV SCI LOYER AVRIL', reference: 'V' }])
    expect(body).toMatchObject({ byRules: 0 })
    await api.call('PUT', '/reconciliation/settings', { automatic: 'numbered' })
    const line = await bank.line('LOYER AVRIL')
    await bank.act(line.id, 'refusal', { proposalId: line.operation?.id })
    expect((await bank.line('LOYER AVRIL')).operation).toBeNull()
    expect((await apply(rule?.id ?? '')).body.lines).toBe(0)
    expect((await test(RENT)).body.lines.find(({ text }) => text.endsWith('AVRIL'))?.fate).toBe('rule_before')
    expect((await test({ ...RENT, ruleId: rule?.id })).body.lines.find(({ text }) => text.endsWith('AVRIL'))?.fate).toBe('left')
  })

  it('new lines of an import go by it at once, after what names its invoice; the first that fits wins', async () => {
    await make({ name: 'Le Goff', words: ['chantier'], direction: 'in', action: { kind: 'customer', customerId: goff } })
    await make({ name: 'Tout SCI', counterparty: 'sci', action: to('616000') })
    const [old, recent, named] = [await owes(api, goff, '100.00'), await owes(api, goff, '200.00'), await owes(api, goff, '300.00')]
    const { body } = await bank.sends([
      { bookedOn: day('2026-04-11'), amount: '-610.00', text: 'LOYER MAI', counterparty: 'SCI DES SCIES', reference: '1' },
      { bookedOn: day('2026-04-11'), amount: '-45.00', text: 'ASSURANCE', counterparty: 'SCI DES SCIES', reference: '2' },
      { bookedOn: day('2026-04-12'), amount: '300.00', text: `CHANTIER ${named.number}`, reference: '3' },
      { bookedOn: day('2026-04-13'), amount: '150.00', text: 'CHANTIER QUIMPER', reference: '4' },
      { bookedOn: day('2026-04-13'), amount: '1.00', text: `CHANTIER SUITE ${recent.number}`, reference: '5' },
      { bookedOn: day('2026-04-21'), amount: '-620.00', text: 'LOYER DEMAIN', reference: '6' },
    ])
    expect(body).toMatchObject({ newLines: 6, matched: 1, byRules: 3, toDo: 1 })
    expect((await bank.line('LOYER MAI')).booking?.evidence.map(({ sentence }) => sentence)).toEqual(['règle « Loyer »'])
    expect((await bank.line('ASSURANCE')).booking?.parts).toMatchObject([{ account: '616000' }])
    expect((await bank.line(named.number)).match?.evidence[0]?.sentence).toContain('trouvé une seule fois')
    // Oldest first: the whole of the first invoice, half of it again on the next.
    expect((await bank.line('CHANTIER QUIMPER')).match).toMatchObject({
      origin: 'automatic',
      evidence: [{ sentence: 'règle « Le Goff »' }, { sentence: 'les factures les plus anciennes d’abord' }],
    })
    expect([await bank.open(old.id), await bank.open(recent.id)]).toEqual(['0.00', '150.00'])
    // It names an open invoice: no rule may take it.
    expect((await bank.line('CHANTIER SUITE')).state).toBe('to_do')
    expect((await bank.line('LOYER DEMAIN')).state).toBe('out')
    expect(await faults()).toEqual([])

    const [application] = (await rules()).find(({ name }) => name === 'Le Goff')?.applications ?? []
    expect((await undo(application?.id ?? '')).body).toMatchObject({ broughtBack: 1, changed: 0 })
    expect([await bank.open(old.id), await bank.open(recent.id)]).toEqual(['100.00', '200.00'])
    expect(await faults()).toEqual([])
  })

  it('a customer’s money that only one set of invoices makes goes there, not to the oldest', async () => {
    await bank.sends([{ bookedOn: day('2026-04-14'), amount: '200.00', text: 'CHANTIER EXACT', reference: '7' }])
    expect((await bank.line('CHANTIER EXACT')).match?.evidence.map(({ sentence }) => sentence)).toEqual([
      'règle « Le Goff »',
      'seule facture de ce client à ce montant',
    ])
  })

  it('a rule for own transfers books both sides', async () => {
    await make({ name: 'Épargne', words: ['epargne'], action: { kind: 'transfer' } })
    const savings = 'FR7630004000031234567890143'
    await bank.sends([{ bookedOn: day('2026-04-15'), amount: '70.00', text: 'EPARGNE RECUE', reference: '8' }], 'livret.xml', savings)
    expect(await bank.line('EPARGNE RECUE')).toMatchObject({ state: 'set_aside', booking: { other: null } })
    await bank.act((await bank.line('EPARGNE RECUE')).id, 'return')
    await bank.sends([{ bookedOn: day('2026-04-15'), amount: '-80.00', text: 'EPARGNE VERSEE', reference: '9' }])
    await bank.sends([{ bookedOn: day('2026-04-16'), amount: '80.00', text: 'VERSEMENT', reference: '10' }], 'livret4.xml', savings)
    expect(await bank.balances()).toMatchObject({ '580000': '80.00' })
    expect((await bank.line('EPARGNE VERSEE')).state).toBe('set_aside')
    // The other side came later: it is proposed, and meets the one that was booked alone.
    const later = await bank.line('VERSEMENT')
    expect(later.operation).toMatchObject({ kind: 'transfer', other: { lineId: (await bank.line('EPARGNE VERSEE')).id } })
    await bank.act(later.id, 'acceptance', { proposalId: later.operation?.id })
    expect(await bank.balances()).toMatchObject({ '580000': '0.00' })
    expect(await faults()).toEqual([])
  })

  it('many lines go on in the background, as one application, and come back so', async () => {
    const made = await make({ name: 'Péages', words: ['peage'], action: to('625100') })
    const tolls = Array.from({ length: 230 }, (_, index) => ({
      bookedOn: day('2026-04-16'),
      amount: `-${index + 1}.10`,
      text: `PEAGE ${index}`,
      reference: `T${index}`,
    }))
    const { body } = await bank.sends(tolls)
    expect(body).toMatchObject({ byRules: 200, goesOn: true })
    await api.runJobs()
    const rule = (await rules()).find(({ id }) => id === made.body.ruleId)
    expect(rule?.applications).toMatchObject([{ lines: 230, inForce: 230 }])
    expect((await undo(rule?.applications[0]?.id ?? '')).body).toMatchObject({ broughtBack: 200, goesOn: true })
    await api.runJobs()
    expect((await rules()).find(({ id }) => id === made.body.ruleId)?.applications).toMatchObject([{ inForce: 0, undone: true }])
    expect(await faults()).toEqual([])
  })
})

describe('kept in order', () => {
  it('moved, switched off, edited and deleted; what it decided stays decided', async () => {
    const names = async () => (await rules()).map(({ name }) => name)
    expect(await names()).toEqual(['Loyer', 'Le Goff', 'Tout SCI', 'Épargne', 'Péages'])
    const [rent, own] = await rules()
    await api.call('POST', `/reconciliation/rules/${rent?.id}/move`, { towards: 'down' })
    expect((await names()).slice(0, 2)).toEqual(['Le Goff', 'Loyer'])
    await api.call('POST', `/reconciliation/rules/${rent?.id}/switch`, { active: false })
    expect((await apply(rent?.id ?? '')).body.code).toBe('rule_switched_off')
    const version = (await rules()).find(({ id }) => id === own?.id)?.version
    const edited = { name: 'Le Goff SARL', words: ['chantier'], action: { kind: 'customer', customerId: goff } }
    expect((await api.call<Rules>('PUT', `/reconciliation/rules/${own?.id}`, { ...edited, version })).body.rules[0]?.name).toBe(
      'Le Goff SARL',
    )
    expect((await api.call<Rules>('PUT', `/reconciliation/rules/${own?.id}`, { ...edited, version })).body.code).toBe(
      'rule_changed_elsewhere',
    )
    await api.call('DELETE', `/reconciliation/rules/${rent?.id}`)
    expect(await names()).toEqual(['Le Goff SARL', 'Tout SCI', 'Épargne', 'Péages'])
    expect((await bank.line('LOYER MAI')).state).toBe('set_aside')
    expect((await apply(rent?.id ?? '')).status).toBe(404)
  })

  it('readers read and test; another company sees none', async () => {
    const [rule] = await rules()
    const reader = api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })
    expect((await reader<Rules>('GET', '/reconciliation/rules')).body.rules).toHaveLength(4)
    expect((await reader('POST', '/reconciliation/rules/test', RENT)).status).toBe(200)
    for (const [method, path, body] of [
      ['POST', '/reconciliation/rules', RENT],
      ['DELETE', `/reconciliation/rules/${rule?.id}`, undefined],
      ['POST', `/reconciliation/rules/${rule?.id}/application`, {}],
    ] as const)
      expect((await reader(method, path, body)).status).toBe(403)
    const other = await api.foundCompany('voisin', { iban: 'FR7610107001011234567890129' })
    const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    expect((await call<Rules>('GET', '/reconciliation/rules')).body.rules).toEqual([])
    expect((await call<Test>('POST', '/reconciliation/rules/test', RENT)).body.count).toBe(0)
    for (const act of ['application', 'switch', 'move'])
      expect((await call('POST', `/reconciliation/rules/${rule?.id}/${act}`, { active: true, towards: 'up' })).status).toBe(404)
    const application = (await rules()).find(({ name }) => name === 'Tout SCI')?.applications[0]
    expect((await call('POST', `/reconciliation/rule-applications/${application?.id}/undo`, {})).status).toBe(404)
    expect(
      (await call<Rules>('POST', '/reconciliation/rules', { ...RENT, direction: null, action: { kind: 'customer', customerId: goff } }))
        .body.code,
    ).toBe('customer_unknown')
  })
})
