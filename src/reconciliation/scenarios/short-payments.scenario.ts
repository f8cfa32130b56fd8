import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anIssuedInvoice } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { newestEntry } from './books.ts'
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

/** A line of this amount, and what it pays. */
async function pays(text: string, amount: string, body: (invoiceId: string) => unknown, owed: { id: string }) {
  await bank.sends([{ bookedOn: day('2026-04-10'), amount, text }])
  const line = await bank.line(text)
  return { lineId: line.id, ...(await bank.act(line.id, 'match', body(owed.id))) }
}

const goods = (amount: string) =>
  anIssuedInvoice(api, bihan, { lines: [{ name: 'Porte', nature: 'goods', quantity: '1', unitPrice: amount, vatCode: 'FR_20' }] })

describe('a payment that is short is closed with its reason, and the books follow', () => {
  it.each([
    ['bank_fee', '12.00', ['D 512000 1188.00', 'D 627800 12.00', 'C 411000 1200.00']],
    // 2 % of 1,200.00 with VAT: 20.00 without, 4.00 of VAT (CGI art. 267 II 1°).
    ['discount', '24.00', ['D 512000 1176.00', 'D 665000 20.00', 'D 445710 4.00', 'C 411000 1200.00']],
    ['rounding', '0.40', ['D 512000 1199.60', 'D 658800 0.40', 'C 411000 1200.00']],
    ['withholding', '60.00', ['D 512000 1140.00', 'D 467800 60.00', 'C 411000 1200.00']],
  ])('%s', async (kind, missing, entry) => {
    const invoice = await goods('1000')
    const amount = (1200 - Number(missing)).toFixed(2)
    const made = await pays(
      `REGLEMENT ${kind}`,
      amount,
      (invoiceId) => ({ shares: [{ invoiceId, amount: '1200' }], differences: [{ kind, amount: missing }] }),
      invoice,
    )
    expect(made.body).toMatchObject({
      state: 'matched',
      match: { payments: [{ amount: '1200.00', open: '0.00', differences: [{ kind, amount: missing }] }] },
    })
    expect(await bank.open(invoice.id)).toBe('0.00')
    expect((await newestEntry(api)).lines).toEqual(entry)
    await bank.act(made.lineId, 'undo')
    expect(await bank.open(invoice.id)).toBe('1200.00')
    const opposite = entry.map((line) => (line.startsWith('D') ? line.replace('D', 'C') : line.replace('C', 'D')))
    expect(await newestEntry(api)).toEqual({
      label: 'Annulation du règlement Menuiseries Le Bihan',
      entryOn: '2026-04-10',
      lines: opposite,
    })
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
    await bank.act(made.lineId, 'aside', { reason: 'fin de l’exemple' })
  })

  it('a payer who rounds up leaves no cent of credit', async () => {
    const invoice = await owes(api, bihan, '99.98')
    const made = await pays(
      'ARRONDI AU DESSUS',
      '100.00',
      (invoiceId) => ({ shares: [{ invoiceId, amount: '99.98' }], differences: [{ kind: 'rounding', amount: '-0.02' }] }),
      invoice,
    )
    expect(made.body.match).toMatchObject({ payments: [{ amount: '99.98', open: '0.00' }] })
    expect((await newestEntry(api)).lines).toEqual(['D 512000 100.00', 'C 758800 0.02', 'C 411000 99.98'])
  })

  it('a discount on services whose VAT waits for the receipt leaves no VAT behind', async () => {
    const invoice = await anIssuedInvoice(api, bihan, {
      lines: [{ name: 'Pose', nature: 'service', quantity: '1', unitPrice: '500', vatCode: 'FR_20' }],
    })
    await pays(
      'ESCOMPTE SERVICE',
      '588.00',
      (invoiceId) => ({ shares: [{ invoiceId, amount: '600' }], differences: [{ kind: 'discount', amount: '12' }] }),
      invoice,
    )
    expect((await newestEntry(api, 'BQ')).lines).toEqual(['D 512000 588.00', 'D 665000 10.00', 'D 445710 2.00', 'C 411000 600.00'])
    expect((await newestEntry(api, 'OD')).lines).toEqual(['D 445740 100.00', 'C 445710 100.00'])
    expect(await bank.books()).toMatchObject({ differences: [], faults: [] })
  })

  it('fee and discount at once, on two invoices with two rates', async () => {
    const [first, second] = [await goods('1000'), await owes(api, bihan, '300.00')]
    await bank.sends([{ bookedOn: day('2026-04-11'), amount: '1467.00', text: 'DEUX FACTURES ESCOMPTE ET FRAIS' }])
    const line = await bank.line('DEUX FACTURES')
    const shares = [
      { invoiceId: first.id, amount: '1200' },
      { invoiceId: second.id, amount: '300' },
    ]
    const differences = [
      { kind: 'discount', amount: '30' },
      { kind: 'bank_fee', amount: '3' },
    ]
    await bank.act(line.id, 'match', { shares, differences })
    // 24.00 of the discount falls on the taxed invoice: 4.00 of VAT.
    expect((await newestEntry(api)).lines).toEqual([
      'D 512000 1467.00',
      'D 665000 26.00',
      'D 445710 4.00',
      'D 627800 3.00',
      'C 411000 1500.00',
    ])
  })
})

describe('differences that explain nothing are refused, and nothing changes', () => {
  it.each([
    ['difference_without_need', '100.00', [{ kind: 'bank_fee', amount: '5' }], 'retirez l’écart'],
    ['difference_twice', '80.00', [{ kind: 'bank_fee', amount: '5' }, { kind: 'bank_fee', amount: '15' }], 'une seule fois'], // prettier-ignore
    ['difference_not_positive', '105.00', [{ kind: 'discount', amount: '-5' }], 'supérieur à zéro'],
    ['rounding_too_large', '94.00', [{ kind: 'rounding', amount: '6' }], '5,00'],
    ['match_exceeds_line', '90.00', [{ kind: 'bank_fee', amount: '5' }], 'Vous affectez'],
  ])('%s', async (code, amount, differences, words) => {
    const invoice = await owes(api, bihan, '100.00')
    const made = await pays(`REFUS ${code}`, amount, (invoiceId) => ({ shares: [{ invoiceId, amount: '100' }], differences }), invoice)
    expect(made).toMatchObject({ status: 422, body: { code } })
    expect(made.body.message).toContain(words)
    expect(await bank.open(invoice.id)).toBe('100.00')
    expect((await bank.line(`REFUS ${code}`)).state).toBe('to_do')
  })

  it('of two customers at once', async () => {
    const goff = await customerNamed(api, 'Le Goff Rénovation')
    const [ours, theirs] = [await owes(api, bihan, '50.00'), await owes(api, goff, '50.00')]
    await bank.sends([{ bookedOn: day('2026-04-12'), amount: '95.00', text: 'DEUX CLIENTS ET DES FRAIS' }])
    const line = await bank.line('DEUX CLIENTS')
    const shares = [ours, theirs].map(({ id }) => ({ invoiceId: id, amount: '50' }))
    const made = await bank.act(line.id, 'match', { shares, differences: [{ kind: 'bank_fee', amount: '5' }] })
    expect(made.body.code).toBe('difference_of_several_customers')
  })
})
