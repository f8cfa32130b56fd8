import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { bankOf, customerNamed, day, owes } from './story.ts'

let api: TestApi
let bank: ReturnType<typeof bankOf>
let bihan: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  bank = bankOf(api)
  bihan = await customerNamed(api, 'Menuiseries Le Bihan')
  api.clock.moveTo('2026-04-20T09:00:00Z')
})
afterAll(() => api.close())

describe('payers take what is theirs off what they send', () => {
  it('an invoice less money paid too much before; undone, both stand as before', async () => {
    await api.call('POST', '/payments', {
      customerId: bihan,
      paidOn: '2026-04-02',
      amount: '50',
      method: 'transfer',
      reference: 'TROP VERSE',
    })
    const invoice = await owes(api, bihan, '1000.00')
    await bank.sends([{ bookedOn: day('2026-04-10'), amount: '950.00', text: `${invoice.number} MOINS TROP VERSE` }])
    const line = await bank.line('MOINS TROP VERSE')
    const [proposal] = line.proposals
    expect(proposal?.evidence.map(({ sentence }) => sentence)).toEqual([
      `numéro ${invoice.number} trouvé une seule fois`,
      'montant égal à cette facture moins 50,00\u00a0€ à son crédit (TROP VERSE)',
    ])
    await bank.act(line.id, 'acceptance', { proposalId: proposal?.id })
    expect(await bank.open(invoice.id)).toBe('0.00')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
    await bank.act(line.id, 'undo')
    expect(await bank.open(invoice.id)).toBe('1000.00')
    const { body } = await api.call<{ unallocated: { open: string } }>('GET', '/payments/views')
    expect(body.unallocated.open).toBe('50.00')
  })

  it('all that is owed less a credit note, when the payer names nothing', async () => {
    const goff = await customerNamed(api, 'Le Goff Rénovation')
    const [first, second] = [await owes(api, goff, '300.00'), await owes(api, goff, '200.00')]
    const credited = await owes(api, goff, '120.00')
    await api.call('POST', '/payments', {
      customerId: goff,
      paidOn: '2026-04-02',
      amount: '120',
      allocate: [{ invoiceId: credited.id, amount: '120' }],
    })
    const note = await api.call<{ id: string }>('POST', `/invoices/${credited.id}/credit`, {})
    await api.call('POST', `/invoices/${note.body.id}/issue`, {})
    await bank.sends([{ bookedOn: day('2026-04-11'), amount: '380.00', text: 'VIR LE GOFF RENOVATION' }])
    const line = await bank.line('VIR LE GOFF RENOVATION')
    expect(line.proposals[0]?.evidence.map(({ code }) => code)).toEqual(['name_recognised', 'amount_less_credit'])
    await bank.act(line.id, 'acceptance', { proposalId: line.proposals[0]?.id })
    expect([await bank.open(first.id), await bank.open(second.id)]).toEqual(['0.00', '0.00'])
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })
})

describe('an invoice just issued finds money already there', () => {
  it('a line that waited, naming the invoice to come, settles it as soon as it is issued', async () => {
    const before = await owes(api, bihan, '10.00')
    const number = before.number.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))
    await bank.sends([{ bookedOn: day('2026-04-12'), amount: '640.00', text: `ACOMPTE ${number}` }])
    expect((await bank.line(`ACOMPTE ${number}`)).state).toBe('to_do')
    const invoice = await owes(api, bihan, '640.00')
    expect(invoice.number).toBe(number)
    await api.runJobs()
    expect((await bank.line(`ACOMPTE ${number}`)).state).toBe('matched')
    expect(await bank.open(invoice.id)).toBe('0.00')
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })
})

describe('customers have their habits', () => {
  it('a proposal that comes when this customer pays says so', async () => {
    const tregor = await customerNamed(api, 'Scierie du Trégor')
    const due = async (amount: string, on: string) => {
      const invoice = await owes(api, tregor, amount)
      await api.database.owner
        .updateTable('receivable_items')
        .set({ due_on: day(on) })
        .where('invoice_id', '=', invoice.id)
        .execute()
      return invoice
    }
    for (const amount of ['11', '12', '13']) {
      const invoice = await due(amount, '2026-03-26')
      await api.call('POST', '/payments', {
        customerId: tregor,
        paidOn: '2026-04-10',
        amount,
        allocate: [{ invoiceId: invoice.id, amount }],
      })
    }
    await due('444.00', '2026-04-01')
    await bank.sends([{ bookedOn: day('2026-04-17'), amount: '444.00', text: 'VIR SCIERIE DU TREGOR' }])
    const [proposal] = (await bank.line('SCIERIE DU TREGOR')).proposals
    expect(proposal?.evidence.at(-1)?.sentence).toBe('16 jours après l’échéance, comme d’habitude pour ce client')
  })
})
