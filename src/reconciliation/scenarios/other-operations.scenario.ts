/** Money on the bank that is no customer's: booked to accounts, brought back, and between our own accounts. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { verifyAll } from '../../app/verify.ts'
import { bankOf, customerNamed, day, owes } from './story.ts'

const SAVINGS = 'FR7630004000031234567890143'

let api: TestApi
let bank: ReturnType<typeof bankOf>
let goff: string
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  bank = bankOf(api)
  goff = await customerNamed(api, 'Le Goff Rénovation')
  api.clock.moveTo('2026-04-20T09:00:00Z')
  await bank.sends([
    { bookedOn: day('2026-04-10'), amount: '-38.40', text: 'FRAIS TENUE DE COMPTE', reference: 'F1' },
    { bookedOn: day('2026-04-11'), amount: '3.12', text: 'INTERETS CREDITEURS', reference: 'I1' },
    { bookedOn: day('2026-04-12'), amount: '-1000.00', text: 'ECHEANCE PRET 0047', reference: 'P1' },
    { bookedOn: day('2026-04-22'), amount: '-10.00', text: 'DEMAIN', reference: 'D1' },
  ])
})
afterAll(() => api.close())

const faults = async () => (await verifyAll(api.database)).flatMap((verdict) => verdict.faults)

describe('a line that is no customer’s money', () => {
  it('goes to the account that a person names, its VAT apart, on its own day', async () => {
    const line = await bank.line('FRAIS TENUE')
    expect(line.state).toBe('out')
    const done = await bank.act(line.id, 'aside', { parts: [{ account: '627800', amount: '38.40', vatRate: '20' }], reason: 'mars' })
    expect(done.body).toMatchObject({
      state: 'set_aside',
      setAsideReason: 'mars',
      booking: {
        origin: 'manual',
        parts: [{ account: '627800', accountLabel: 'Frais bancaires et commissions', amount: '38.40', vatRate: '20', vat: '6.40' }],
      },
    })
    expect(await bank.balances()).toMatchObject({ '512000': '-38.40', '627800': '32.00', '445660': '6.40' })
    const { body } = await api.call<{ rows: { entryOn: string; label: string; journal: string }[] }>('GET', '/ledger/entries')
    expect(body.rows[0]).toMatchObject({ entryOn: '2026-04-10', journal: 'BQ', label: 'FRAIS TENUE DE COMPTE' })
    expect(await faults()).toEqual([])
  })

  it('to suspense when nobody says what it is, and in parts that add up', async () => {
    const interest = await bank.line('INTERETS')
    expect((await bank.act(interest.id, 'aside', {})).body.booking?.parts).toMatchObject([
      { account: '471000', amount: '3.12', vat: '0.00' },
    ])
    const loan = await bank.line('ECHEANCE')
    const parts = [
      { account: '164000', amount: '900' },
      { account: '661100', amount: '80' },
      { account: '616000', amount: '20' },
    ]
    await bank.act(loan.id, 'aside', { parts })
    expect(await bank.balances()).toMatchObject({ '471000': '-3.12', '164000': '900.00', '661100': '80.00', '512000': '-1035.28' })
    expect(await faults()).toEqual([])
  })

  it('brought back, the opposite is posted on its day and nothing is edited; money out is out again', async () => {
    const fee = await bank.line('FRAIS TENUE')
    expect((await bank.act(fee.id, 'return')).body).toMatchObject({ state: 'out', booking: null, undone: true })
    const interest = await bank.line('INTERETS')
    expect((await bank.act(interest.id, 'undo')).body).toMatchObject({ state: 'to_do', booking: null })
    expect(await bank.balances()).toMatchObject({ '627800': '0.00', '445660': '0.00', '471000': '0.00', '512000': '-1000.00' })
    const { body } = await api.call<{ rows: { entryOn: string; label: string }[] }>('GET', '/ledger/entries')
    expect(body.rows.map(({ entryOn, label }) => [entryOn, label])).toContainEqual(['2026-04-10', 'Annulation : FRAIS TENUE DE COMPTE'])
    expect((await bank.act(fee.id, 'return')).body.code).toBe('line_not_aside')
    expect(await faults()).toEqual([])
  })

  it.each<[string, object, string, RegExp]>([
    [
      'a customer’s account',
      { parts: [{ account: '411000', amount: '38.40' }] },
      'account_of_customers',
      /^Compte : 411000 est un compte client/,
    ],
    ['the bank itself', { parts: [{ account: '512000', amount: '38.40' }] }, 'account_of_bank', /580000/],
    ['what is no account', { parts: [{ account: '62', amount: '38.40' }] }, 'account_unreadable', /^Compte : « 62 »/],
    ['parts that make less', { parts: [{ account: '627800', amount: '38' }] }, 'booking_parts_differ', /38,00.*38,40/],
    ['parts that make more', { parts: [{ account: '627800', amount: '38.41' }] }, 'booking_parts_differ', /38,41.*38,40/],
    [
      'a part below zero',
      {
        parts: [
          { account: '627800', amount: '40' },
          { account: '758000', amount: '-1.60' },
        ],
      },
      'booking_part_not_positive',
      /^Montant/,
    ],
  ])('is refused for %s, and nothing is kept', async (_, body, code, sentence) => {
    const fee = await bank.line('FRAIS TENUE')
    const answer = await bank.act(fee.id, 'aside', body)
    expect(answer).toMatchObject({ status: 422, body: { code } })
    expect(answer.body.message).toMatch(sentence)
    expect((await bank.line('FRAIS TENUE')).state).toBe('out')
  })

  it('is refused before its day, twice, and to readers', async () => {
    expect((await bank.act((await bank.line('DEMAIN')).id, 'aside', {})).body.code).toBe('booking_in_future')
    const loan = await bank.line('ECHEANCE')
    expect((await bank.act(loan.id, 'aside', {})).body.code).toBe('line_not_waiting')
    const reader = api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })
    expect((await reader('POST', `/reconciliation/lines/${loan.id}/return`, {})).status).toBe(403)
    expect((await reader('GET', '/ledger/accounts')).status).toBe(200)
  })

  it('keeps its file from being taken back while it stands in the books', async () => {
    const { body } = await api.call<{ rows: { id: string }[] }>('GET', '/bank/statements')
    const answer = await api.call<{ code: string }>('POST', `/bank/statements/${body.rows[0]?.id}/withdrawal`, {})
    expect(answer).toMatchObject({ status: 409, body: { code: 'statement_lines_matched' } })
  })

  it('accounts are found by number or words, those used first, in the reader’s language', async () => {
    const asked = async (search: string, language = 'fr') =>
      (
        await api.call<{ accounts: { account: string; label: string }[] }>(
          'GET',
          `/ledger/accounts?search=${encodeURIComponent(search)}`,
          undefined,
          {
            'accept-language': language,
          },
        )
      ).body.accounts
    expect((await asked('')).slice(0, 3).map(({ account }) => account)).toContain('164000')
    expect(await asked('frais banc')).toEqual([{ account: '627800', label: 'Frais bancaires et commissions' }])
    expect(await asked('6132', 'en')).toEqual([{ account: '613200', label: 'Rent' }])
  })
})

describe('a transfer between our own accounts', () => {
  it('is told by the account on the line; accepted, it waits in 580000 for its other side', async () => {
    await bank.sends([{ bookedOn: day('2026-04-13'), amount: '1.00', text: 'OUVERTURE LIVRET', reference: 'L0' }], 'livret.xml', SAVINGS)
    await bank.sends([{ bookedOn: day('2026-04-14'), amount: '-250.00', text: 'VIR VERS LIVRET', iban: SAVINGS, reference: 'L1' }])
    const line = await bank.line('VIR VERS LIVRET')
    expect(line.operation).toMatchObject({ kind: 'transfer', other: null, parts: [{ account: '580000', amount: '250.00' }] })
    expect(line.operation?.evidence.map(({ sentence }) => sentence)[0]).toMatch(/^le compte cité est le vôtre : /)
    const done = await bank.act(line.id, 'acceptance', { proposalId: line.operation?.id })
    expect(done.body).toMatchObject({ state: 'set_aside', booking: { origin: 'manual', other: null, parts: [{ account: '580000' }] } })
    expect(await bank.balances()).toMatchObject({ '580000': '250.00' })
    await bank.act(line.id, 'return')
  })

  it('with an opposite line of these days, both sides are booked and come back together', async () => {
    await bank.sends([{ bookedOn: day('2026-04-15'), amount: '250.00', text: 'RECU DU COURANT', reference: 'L2' }], 'livret2.xml', SAVINGS)
    const line = await bank.line('RECU DU COURANT')
    const out = await bank.line('VIR VERS LIVRET')
    expect(line.operation?.other?.lineId).toBe(out.id)
    expect(line.operation?.evidence.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^même montant en sens inverse sur .+ le 14 avr\. 2026$/),
    ])
    await bank.act(line.id, 'acceptance', { proposalId: line.operation?.id })
    const other = await bank.line('VIR VERS LIVRET')
    expect(other).toMatchObject({ state: 'set_aside', booking: { other: { lineId: line.id } } })
    expect(await bank.balances()).toMatchObject({ '580000': '0.00' })
    expect(await faults()).toEqual([])

    await bank.act(other.id, 'undo')
    expect((await bank.line('RECU DU COURANT')).state).toBe('to_do')
    expect((await bank.line('VIR VERS LIVRET')).state).toBe('out')
    expect(await faults()).toEqual([])
  })

  it('refused, it never comes back for that line; never proposed where an invoice is named', async () => {
    const line = await bank.line('RECU DU COURANT')
    const refused = await bank.act(line.id, 'refusal', { proposalId: line.operation?.id })
    expect(refused.body.operation).toBeNull()
    expect((await bank.act(line.id, 'acceptance', { proposalId: line.operation?.id })).body.code).toBe('proposal_gone')
    const invoice = await owes(api, goff, '60.00')
    await bank.sends([{ bookedOn: day('2026-04-16'), amount: '50.00', text: `ACOMPTE ${invoice.number}`, reference: 'N1' }])
    await bank.sends([{ bookedOn: day('2026-04-16'), amount: '-50.00', text: 'RETRAIT', reference: 'N2' }], 'livret3.xml', SAVINGS)
    expect(await bank.line(`ACOMPTE ${invoice.number}`)).toMatchObject({ state: 'to_do', operation: null })
  })
})

it('`verify` sees a booking that the books do not hold', async () => {
  const loan = await bank.line('ECHEANCE')
  const broken = new Error('undone')
  const tried = api.database.owner.transaction().execute(async (db) => {
    await db.updateTable('line_bookings').set({ undone_at: new Date() }).where('line_id', '=', loan.id).execute()
    const { verifyCompanies } = await import('../../app/verify.ts')
    expect((await verifyCompanies(db)).flatMap((verdict) => verdict.faults)).toEqual([
      `bank: bank line ${loan.id}: 0 cents, 0 in parts, -100000 on account 512`,
    ])
    throw broken
  })
  await expect(tried).rejects.toBe(broken)
})
