import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { newestEntry } from './books.ts'
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
  api.clock.moveTo('2026-06-20T09:00:00Z')
})
afterAll(() => api.close())

describe('the bank takes a payment back', () => {
  it('a rejected debit is proposed with its reasons; accepted, the invoice is open again from that day, and undone it is paid', async () => {
    const invoice = await owes(api, bihan, '480.00')
    await bank.sends([
      {
        bookedOn: day('2026-05-04'),
        amount: '480.00',
        text: `PRLV ${invoice.number}`,
        iban: THEIR_IBAN,
        counterparty: 'MENUISERIES LE BIHAN',
      },
    ])
    expect(await bank.open(invoice.id)).toBe('0.00')
    await bank.sends([{ bookedOn: day('2026-05-11'), amount: '-480.00', text: `REJET PRLV ${invoice.number} PROVISION INSUFFISANTE` }])
    const line = await bank.line('REJET PRLV')
    expect(line.state).toBe('out')
    const [proposal] = line.proposals
    expect(proposal).toMatchObject({ kind: 'returned', customerId: bihan })
    expect(proposal?.evidence.map(({ sentence }) => sentence)).toEqual([
      'libellé de rejet ou d’impayé',
      `réglait la facture ${invoice.number}, citée ici`,
      'paiement de 480,00\u00a0€ reçu le 4 mai 2026',
    ])
    const done = await bank.act(line.id, 'acceptance', { proposalId: proposal?.id })
    expect(done.body).toMatchObject({ state: 'matched', match: { payments: [{ returned: true, amount: '480.00' }] } })
    expect(await bank.open(invoice.id)).toBe('480.00')
    expect(await newestEntry(api)).toMatchObject({ entryOn: '2026-05-11', lines: ['C 512000 480.00', 'D 411000 480.00'] })

    // The line that brought the money cannot be undone while another has taken it back.
    const first = await bank.line(`PRLV ${invoice.number}`)
    const matched = (await bank.lines('matched')).find(({ amount }) => amount === '480.00')
    expect(first).toBeDefined()
    expect((await bank.act(matched?.id ?? '', 'undo')).body.code).toBe('payment_returned_since')

    const undone = await bank.act(line.id, 'undo')
    expect(undone.body.state).toBe('out')
    expect(await bank.open(invoice.id)).toBe('0.00')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })

    // The line that brought the money stands for what counts now: undone in its turn, nothing of it stays.
    await bank.act(matched?.id ?? '', 'undo')
    expect(await bank.open(invoice.id)).toBe('480.00')
    const { body } = await api.call<{ unallocated: { open: string } }>('GET', '/payments/views')
    expect(body.unallocated.open).toBe('0.00')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('an unpaid cheque goes back from the account where it lay', async () => {
    const invoice = await owes(api, goff, '250.00')
    const cheque = await api.call<{ id: string }>('POST', '/payments', {
      customerId: goff,
      paidOn: '2026-05-05',
      amount: '250',
      method: 'cheque',
      allocate: [{ invoiceId: invoice.id, amount: '250' }],
    })
    expect((await newestEntry(api)).lines).toEqual(['D 511200 250.00', 'C 411000 250.00'])
    await bank.sends([{ bookedOn: day('2026-05-07'), amount: '250.00', text: 'REMISE CHEQUE 0001' }])
    const deposit = await bank.line('REMISE CHEQUE 0001')
    await bank.act(deposit.id, 'acceptance', { proposalId: deposit.proposals[0]?.id })
    expect((await newestEntry(api)).lines).toEqual(['D 512000 250.00', 'C 511200 250.00'])
    await bank.sends([{ bookedOn: day('2026-05-20'), amount: '-250.00', text: 'CHEQUE IMPAYE LE GOFF RENOVATION' }])
    const unpaid = await bank.line('CHEQUE IMPAYE')
    expect(unpaid.proposals[0]).toMatchObject({ kind: 'returned', payments: [{ id: cheque.body.id }] })
    await bank.act(unpaid.id, 'acceptance', { proposalId: unpaid.proposals[0]?.id })
    expect(await bank.open(invoice.id)).toBe('250.00')
    expect((await newestEntry(api)).lines).toEqual(['C 511200 250.00', 'D 411000 250.00'])
    expect((await newestEntry(api, 'BQ', 1)).lines).toEqual(['C 512000 250.00', 'D 511200 250.00'])
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('chosen by hand among the payments of that amount; one of another amount is refused', async () => {
    const invoice = await owes(api, bihan, '77.00')
    await bank.sends([{ bookedOn: day('2026-05-12'), amount: '77.00', text: `VIR ${invoice.number}` }])
    await bank.sends([{ bookedOn: day('2026-05-13'), amount: '-77.00', text: 'OPERATION SANS MOTIF' }])
    const line = await bank.line('OPERATION SANS MOTIF')
    expect(line.proposals).toEqual([])
    const { body } = await api.call<{ payments: { id: string; invoices: string[] }[] }>(
      'GET',
      `/reconciliation/lines/${line.id}/returnable`,
    )
    expect(body.payments).toMatchObject([{ invoices: [invoice.number] }])
    const other = (await bank.lines('matched')).flatMap(({ match }) => match?.payments ?? []).find(({ amount }) => amount !== '77.00')
    expect((await bank.act(line.id, 'taken-back', { paymentId: other?.id })).body.code).toBe('return_of_other_amount')
    await bank.act(line.id, 'taken-back', { paymentId: body.payments[0]?.id })
    expect(await bank.open(invoice.id)).toBe('77.00')
  })
})

describe('credit is given back to a customer', () => {
  it('a customer with credit is recognised: the refund takes from it, and undone the credit is theirs again', async () => {
    await api.call('POST', '/payments', { customerId: goff, paidOn: '2026-05-15', amount: '130', method: 'transfer' })
    await bank.sends([{ bookedOn: day('2026-05-18'), amount: '-130.00', text: 'VIR EMIS LE GOFF RENOVATION' }])
    const line = await bank.line('VIR EMIS LE GOFF')
    expect(line.proposals[0]).toMatchObject({ kind: 'refund', customerId: goff })
    expect(line.proposals[0]?.evidence.at(-1)?.sentence).toBe('montant égal à son crédit')
    const done = await bank.act(line.id, 'acceptance', { proposalId: line.proposals[0]?.id })
    expect(done.body.match).toMatchObject({ payments: [{ amount: '-130.00', recorded: true, returned: false }] })
    expect(await newestEntry(api)).toMatchObject({
      label: 'Remboursement Le Goff Rénovation',
      lines: ['C 512000 130.00', 'D 411000 130.00'],
    })
    await bank.act(line.id, 'undo')
    expect((await newestEntry(api)).label).toBe('Annulation du remboursement Le Goff Rénovation')
    expect((await bank.line('VIR EMIS LE GOFF')).proposals[0]).toMatchObject({ kind: 'refund' })
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('more than the credit is refused; money in gives nothing back', async () => {
    await bank.sends([
      { bookedOn: day('2026-05-19'), amount: '-5000.00', text: 'GRAND REMBOURSEMENT' },
      { bookedOn: day('2026-05-19'), amount: '12.00', text: 'PETITE ENTREE' },
    ])
    const out = await bank.line('GRAND REMBOURSEMENT')
    const refused = await bank.act(out.id, 'refund', { customerId: goff })
    expect(refused.body.code).toBe('refund_exceeds_credit')
    expect(refused.body.message).toContain('130,00')
    expect((await bank.act((await bank.line('PETITE ENTREE')).id, 'refund', { customerId: goff })).body.code).toBe('line_is_money_in')
  })
})

describe('a provider pays cards out, less its fee', () => {
  it('finds the card payments of the days before, books the fee, and parts them when undone', async () => {
    for (const [paidOn, amount] of [
      ['2026-06-01', '60'],
      ['2026-06-01', '40'],
      ['2026-06-02', '100'],
      ['2026-06-09', '500'],
    ])
      await api.call('POST', '/payments', { customerId: bihan, paidOn, amount, method: 'card' })
    await bank.sends([{ bookedOn: day('2026-06-04'), amount: '197.10', text: 'STRIPE PAYMENTS EUROPE VERSEMENT' }])
    const line = await bank.line('STRIPE')
    const [proposal] = line.proposals
    expect(proposal).toMatchObject({ kind: 'typed' })
    expect(proposal?.payments).toHaveLength(3)
    expect(proposal?.evidence[0]?.sentence).toBe('3 paiements par carte, moins 2,90\u00a0€ de commission')
    await bank.act(line.id, 'acceptance', { proposalId: proposal?.id })
    const lines = (await Promise.all([0, 1, 2].map((back) => newestEntry(api, 'BQ', back)))).flatMap((entry) => entry.lines)
    const total = (start: string) =>
      lines.filter((each) => each.startsWith(start)).reduce((cents, each) => cents + Math.round(Number(each.split(' ')[2]) * 100), 0)
    expect([total('D 512000'), total('D 627800'), total('C 517000')]).toEqual([19710, 290, 20000])
    await bank.act(line.id, 'undo')
    expect((await bank.line('STRIPE')).proposals[0]?.payments).toHaveLength(3)
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })
})

describe('a day that nobody expects', () => {
  it('is read and shown like any other', async () => {
    const { body } = await bank.sends([
      { bookedOn: day('1900-01-05'), amount: '5.00', text: 'JADIS' },
      { bookedOn: day('1900-01-06'), amount: '-5.00', text: 'NAGUERE' },
    ])
    expect(body).toMatchObject({ outcome: 'imported', newLines: 2 })
    expect((await bank.line('JADIS')).state).toBe('to_do')
    expect((await bank.line('NAGUERE')).state).toBe('out')
  })
})
