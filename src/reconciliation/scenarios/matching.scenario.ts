import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { bankOf, customerNamed, day, owes, THEIR_IBAN } from './story.ts'

let api: TestApi
let bank: ReturnType<typeof bankOf>
let bihan: string
let goff: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  bank = bankOf(api)
  bihan = await customerNamed(api, 'Menuiseries Le Bihan')
  goff = await customerNamed(api, 'Le Goff Rénovation')
  api.clock.moveTo('2026-04-20T09:00:00Z')
})
afterAll(() => api.close())

describe('the statement is dropped on the bank page', () => {
  it('settles by itself the invoice whose number is found once with its amount, and says why', async () => {
    const invoice = await owes(api, bihan, '1240.00')
    const { body } = await bank.sends([
      {
        bookedOn: day('2026-04-10'),
        amount: '1240.00',
        text: `FACTURE ${invoice.number}`,
        counterparty: 'MENUISERIES LE BIHAN',
        iban: THEIR_IBAN,
        reference: 'R1',
      },
      { bookedOn: day('2026-04-10'), amount: '-49.90', text: 'ABONNEMENT TELEPHONE', reference: 'R2' },
    ])
    expect(body).toMatchObject({ outcome: 'imported', newLines: 2, knownLines: 0, matched: 1, matchedAmount: '1240.00', toDo: 0 })
    expect(body.statements).toMatchObject([{ proven: true, newAccount: true }])
    expect(await bank.open(invoice.id)).toBe('0.00')
    const line = await bank.line(invoice.number)
    expect(line.match?.evidence.map(({ sentence }) => sentence)).toEqual([
      `numéro ${invoice.number} trouvé une seule fois`,
      'montant égal au reste dû',
    ])
    expect(line.match).toMatchObject({
      origin: 'automatic',
      payments: [{ recorded: true, open: '0.00', invoices: [{ number: invoice.number, amount: '1240.00' }] }],
    })
    const payment = await api.call<{ allocations: unknown[] }>('GET', `/payments/${line.match?.payments[0]?.id}`)
    expect(payment.body).toMatchObject({
      fromBank: true,
      paidOn: '2026-04-10',
      allocations: [{ origin: 'automatic', evidence: [{ code: 'number_found_once' }, { code: 'amount_equal' }] }],
    })
    expect((await bank.line('ABONNEMENT')).state).toBe('out')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('undone, it never counted; the line waits for a person and is never matched by itself again', async () => {
    const [line] = await bank.lines('matched')
    if (!line) throw new Error('one line is matched')
    const undone = await bank.act(line.id, 'undo')
    expect(undone.body).toMatchObject({ state: 'to_do', undone: true, match: null })
    const payment = await api.call('GET', `/payments/${line.match?.payments[0]?.id}`)
    expect(payment.body).toMatchObject({ reversedOn: '2026-04-10', reversalReason: 'rapprochement annulé', allocations: [] })
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
    expect((await bank.act(line.id, 'undo')).body.code).toBe('line_not_matched')
    await api.call('PUT', '/reconciliation/settings', { automatic: 'numbered' })
    await api.runJobs()
    expect((await bank.lines('to_do')).map(({ id }) => id)).toContain(line.id)
    const [proposal] = undone.body.proposals
    expect((await bank.act(line.id, 'acceptance', { proposalId: proposal?.id })).body).toMatchObject({
      state: 'matched',
      match: { origin: 'manual' },
    })
  })

  it('a payment in part is proposed, and what is left stays open', async () => {
    const invoice = await owes(api, bihan, '900.00')
    await bank.sends([{ bookedOn: day('2026-04-11'), amount: '400.00', text: `ACOMPTE ${invoice.number}`, iban: THEIR_IBAN }])
    const line = await bank.line(`ACOMPTE ${invoice.number}`)
    expect(line.proposals[0]?.evidence.map(({ code }) => code)).toEqual(['number_found_once', 'amount_below'])
    expect(line.recognised).toEqual([
      { kind: 'number', text: invoice.number },
      { kind: 'iban', text: THEIR_IBAN },
    ])
    await bank.act(line.id, 'acceptance', { proposalId: line.proposals[0]?.id })
    expect(await bank.open(invoice.id)).toBe('500.00')
  })

  it('one payment for many: the customer is known by its account, the sum of two invoices tells which', async () => {
    const [first, second] = [await owes(api, bihan, '111.00'), await owes(api, bihan, '222.00')]
    await bank.sends([{ bookedOn: day('2026-04-12'), amount: '333.00', text: 'VIREMENT GROUPE', iban: THEIR_IBAN }])
    const line = await bank.line('VIREMENT GROUPE')
    expect(line.proposals[0]?.evidence.map(({ code }) => code)).toEqual(['iban_seen', 'amount_equals_some'])
    expect(line.proposals[0]?.evidence[0]?.sentence).toBe('compte bancaire déjà vu 2 fois pour Menuiseries Le Bihan')
    await bank.act(line.id, 'acceptance', { proposalId: line.proposals[0]?.id })
    expect([await bank.open(first.id), await bank.open(second.id)]).toEqual(['0.00', '0.00'])
  })

  it('amounts of a proposal can be changed; what is left over stays with the customer as credit', async () => {
    const invoice = await owes(api, goff, '700.00')
    await bank.sends([{ bookedOn: day('2026-04-13'), amount: '710.00', text: `TROP PAYE ${invoice.number}` }])
    const line = await bank.line('TROP PAYE')
    const [proposal] = line.proposals
    const tooMuch = await bank.act(line.id, 'acceptance', { proposalId: proposal?.id, shares: [{ invoiceId: invoice.id, amount: '711' }] })
    expect(tooMuch).toMatchObject({
      status: 422,
      body: { code: 'match_exceeds_line', message: 'Vous affectez 711,00\u00a0€ alors que la ligne n’est que de 710,00\u00a0€.' },
    })
    const done = await bank.act(line.id, 'acceptance', { proposalId: proposal?.id, shares: [{ invoiceId: invoice.id, amount: '600' }] })
    expect(done.body.match).toMatchObject({ payments: [{ amount: '710.00', open: '110.00', invoices: [{ amount: '600.00' }] }] })
    expect(done.body.match?.evidence.at(-1)?.sentence).toBe('montants corrigés à la main')
  })

  it('a refused proposal never comes back', async () => {
    const invoice = await owes(api, goff, '55.55')
    await bank.sends([{ bookedOn: day('2026-04-14'), amount: '55.55', text: 'SANS LIBELLE' }])
    const line = await bank.line('SANS LIBELLE')
    expect(line.proposals[0]).toMatchObject({ shares: [{ number: invoice.number }], evidence: [{ code: 'amount_unique' }] })
    const after = await bank.act(line.id, 'refusal', { proposalId: line.proposals[0]?.id })
    expect(after.body.proposals).toEqual([])
    expect((await bank.line('SANS LIBELLE')).proposals).toEqual([])
    expect((await bank.act(line.id, 'acceptance', { proposalId: line.proposals[0]?.id })).body.code).toBe('proposal_gone')
  })

  it('matched by hand: one line on invoices of two customers is two payments', async () => {
    const [ours, theirs] = [await owes(api, bihan, '40.00'), await owes(api, goff, '60.00')]
    await bank.sends([{ bookedOn: day('2026-04-15'), amount: '100.00', text: 'CABINET COMPTABLE POUR DEUX CLIENTS' }])
    const line = await bank.line('CABINET COMPTABLE')
    const shares = [
      { invoiceId: ours.id, amount: '40' },
      { invoiceId: theirs.id, amount: '50' },
    ]
    expect((await bank.act(line.id, 'match', { shares })).body.code).toBe('match_without_customer')
    const done = await bank.act(line.id, 'match', { shares, customerId: goff })
    expect(done.body.match?.payments.map(({ amount, open }) => [amount, open]).toSorted()).toEqual([
      ['40.00', '0.00'],
      ['60.00', '10.00'],
    ])
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('a payment typed by hand is confirmed by its line, without a second payment; undone, it stays', async () => {
    const invoice = await owes(api, goff, '815.00')
    const typed = await api.call<{ id: string }>('POST', '/payments', {
      customerId: goff,
      paidOn: '2026-04-14',
      amount: '815',
      method: 'transfer',
      allocate: [{ invoiceId: invoice.id, amount: '815' }],
    })
    await bank.sends([{ bookedOn: day('2026-04-16'), amount: '815.00', text: 'VIR LE GOFF RENOVATION' }])
    const line = await bank.line('VIR LE GOFF RENOVATION')
    expect(line.proposals[0]).toMatchObject({ kind: 'typed', payments: [{ id: typed.body.id }] })
    expect(line.proposals[0]?.evidence[0]?.sentence).toBe('déjà saisi le 14 avr. 2026 : virement de 815,00\u00a0€')
    const done = await bank.act(line.id, 'acceptance', { proposalId: line.proposals[0]?.id })
    expect(done.body.match).toMatchObject({ payments: [{ id: typed.body.id, recorded: false, invoices: [{ number: invoice.number }] }] })
    await bank.act(line.id, 'undo')
    expect(await bank.open(invoice.id)).toBe('0.00')
    expect((await api.call('GET', `/payments/${typed.body.id}`)).body).toMatchObject({ reversedOn: null })
  })

  it('set aside and brought back; money out is nobody’s', async () => {
    await bank.sends([{ bookedOn: day('2026-04-17'), amount: '3.12', text: 'INTERETS CREDITEURS' }])
    const line = await bank.line('INTERETS')
    expect((await bank.act(line.id, 'aside', { reason: 'intérêts' })).body).toMatchObject({
      state: 'set_aside',
      setAsideReason: 'intérêts',
    })
    expect((await bank.act(line.id, 'match', { customerId: goff })).body.code).toBe('line_not_waiting')
    expect((await bank.act(line.id, 'return')).body.state).toBe('to_do')
    const out = await bank.line('ABONNEMENT')
    expect((await bank.act(out.id, 'match', { customerId: goff })).body.code).toBe('line_is_money_out')
  })

  it('a line dated after today is kept and waits', async () => {
    const invoice = await owes(api, goff, '77.00')
    const { body } = await bank.sends([{ bookedOn: day('2026-04-22'), amount: '77.00', text: invoice.number }])
    expect(body).toMatchObject({ newLines: 1, matched: 0, toDo: 1 })
  })

  it('switched off, nothing settles by itself; switched on again, what waits does', async () => {
    await api.call('PUT', '/reconciliation/settings', { automatic: 'off' })
    const invoice = await owes(api, goff, '78.00')
    expect((await bank.sends([{ bookedOn: day('2026-04-18'), amount: '78.00', text: invoice.number }])).body).toMatchObject({
      matched: 0,
      toDo: 1,
    })
    expect((await bank.line(invoice.number)).proposals[0]?.certain).toBe(true)
    await api.call('PUT', '/reconciliation/settings', { automatic: 'numbered' })
    await api.runJobs()
    expect(await bank.open(invoice.id)).toBe('0.00')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('a known payer whose amount says one thing only waits, unless the company lets it settle alone', async () => {
    const invoice = await owes(api, goff, '91.37')
    await bank.sends([{ bookedOn: day('2026-04-19'), amount: '91.37', text: 'VIR SEPA SARL LE GOFF RENOVATION' }])
    expect((await bank.line('LE GOFF RENOVATION')).proposals[0]).toMatchObject({ certain: true })
    expect(await bank.open(invoice.id)).toBe('91.37')
    await api.call('PUT', '/reconciliation/settings', { automatic: 'clear' })
    await api.runJobs()
    expect(await bank.open(invoice.id)).toBe('0.00')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
    await api.call('PUT', '/reconciliation/settings', { automatic: 'numbered' })
  })

  it('another company sees none of it', async () => {
    const other = await api.foundCompany('voisin', { iban: 'FR7610107001011234567890129' })
    const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    const [line] = await bank.lines('matched')
    expect((await call('GET', `/reconciliation/lines/${line?.id}`)).status).toBe(404)
    expect((await call<{ rows: unknown[] }>('GET', '/bank/lines')).body.rows).toEqual([])
    const reader = api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })
    expect((await reader('POST', `/reconciliation/lines/${line?.id}/undo`, {})).status).toBe(403)
  })
})
