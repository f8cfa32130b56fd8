import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { parseMoney, sum, toCents } from '#core/money'
import { findMatch } from './find-match.ts'
import { book, inInstalments, line, owes } from './fixtures.ts'
import type { LineFacts, OpenInvoice, Verdict } from './model.ts'
import type { OpenBookFacts } from './open-book.ts'

const codes = (verdict: Verdict): string[][] => verdict.proposals.map(({ evidence }) => evidence.map(({ code }) => code))
const paid = (verdict: Verdict, rank = 0) => verdict.proposals[rank]?.shares.map(({ amountCents, invoiceId }) => [invoiceId, amountCents])

describe('a line settles by itself', () => {
  const open = [owes('F2026-0412', '1240.00'), owes('F2026-0413', '300.00', 'goff')]
  it.each([
    'VIR SEPA MENUISERIES LE BIHAN FACTURE F2026-0412',
    'facture f2026-0412 merci',
    'FACT F20260412',
    'FACT F2026 0412',
    'REGLT F 2026-0412.',
    'F2026-0412',
    'Fact n°F2026/0412',
  ])('when its text is « %s » and the amount is what is open', (text) => {
    const { certain, recognised } = findMatch(line(text, '1240.00'), book(open))
    expect(certain?.shares).toEqual([{ invoiceId: 'id of F2026-0412', amountCents: 124000n }])
    expect(certain?.evidence.map(({ code }) => code)).toEqual(['number_found_once', 'amount_equal'])
    expect(recognised[0]).toMatchObject({ kind: 'number' })
  })

  it('when a structured reference is the number', () => {
    const { certain } = findMatch(line('', '1240.00', { references: ['F20260412'] }), book(open))
    expect(certain?.evidence[0]).toEqual({ code: 'reference_equal', facts: { number: 'F2026-0412' } })
  })

  it('when several numbers of one customer add up exactly', () => {
    const verdict = findMatch(line('F2026-0412 ET F2026-0414', '1340.00'), book([...open, owes('F2026-0414', '100.00')]))
    expect(verdict.certain?.shares).toHaveLength(2)
    expect(codes(verdict)[0]).toEqual(['numbers_found', 'amount_equals_sum'])
  })

  it('when the number is found once and the amount is its next instalment', () => {
    const halves = inInstalments('F2026-0500', [
      ['2026-03-31', '400.00'],
      ['2026-06-30', '600.00'],
    ])
    const { certain } = findMatch(line('F2026-0500', '400.00'), book([halves]))
    expect(certain?.evidence[1]).toEqual({ code: 'amount_equals_instalment', facts: { dueOn: '2026-03-31', amount: '400.00' } })
  })
})

describe('a line waits for a person', () => {
  const twelve = [owes('12', '100.00'), owes('112', '100.00', 'goff')]
  it('12 is not in 112, and a bare 12 that nothing announces is nothing', () => {
    expect(findMatch(line('facture 112', '100.00'), book(twelve)).certain?.shares).toEqual([
      { invoiceId: 'id of 112', amountCents: 10000n },
    ])
    expect(findMatch(line('VIR DU 12 AVRIL', '100.00'), book(twelve)).certain).toBeUndefined()
    expect(findMatch(line('VIR 12', '77.00'), book(twelve)).proposals).toEqual([])
  })

  it('20260412 is a day, not the invoice F2026-0412, nor 2026-0412 unless announced', () => {
    const open = [owes('F2026-0412', '50.00'), owes('2026-0412', '50.00', 'goff')]
    const dated = findMatch(line('VIR DU 20260412', '50.00'), book(open))
    expect(dated.certain).toBeUndefined()
    expect(findMatch(line('VIR 12/04/2026 0412', '50.00'), book([open[0] as OpenInvoice])).certain).toBeUndefined()
    expect(findMatch(line('FACTURE 20260412', '50.00'), book(open)).certain?.shares[0]?.invoiceId).toBe('id of 2026-0412')
  })

  it('when the amount differs: less is a payment in part, more is kept as credit', () => {
    const open = [owes('F2026-0412', '1240.00')]
    const less = findMatch(line('F2026-0412', '1000.00'), book(open))
    expect([less.certain, paid(less), less.proposals[0]?.evidence[1]]).toEqual([
      undefined,
      [['id of F2026-0412', 100000n]],
      { code: 'amount_below', facts: { left: '240.00' } },
    ])
    const more = findMatch(line('F2026-0412', '1300.00'), book(open))
    expect([more.certain, more.proposals[0]?.restCents, more.proposals[0]?.evidence[1]?.facts]).toEqual([
      undefined,
      6000n,
      { rest: '60.00' },
    ])
  })

  it('when two numbers are named and only one is paid exactly', () => {
    const verdict = findMatch(line('F2026-0412 F2026-0413', '100.00'), book([owes('F2026-0412', '100.00'), owes('F2026-0413', '300.00')]))
    expect(verdict.certain).toBeUndefined()
    expect(codes(verdict)[0]).toEqual(['number_found_once', 'amount_equal'])
  })

  it('when another number of the same series is named that is no longer open', () => {
    const verdict = findMatch(line('F2026-0411 F2026-0412', '100.00'), book([owes('F2026-0412', '100.00')]))
    expect(verdict.certain).toBeUndefined()
    expect(codes(verdict)[0]).toEqual(['number_found_once', 'amount_equal', 'other_number'])
  })

  it('when the token could be two numbers, when the bank returns the money, when invoices are of two customers', () => {
    const twins = [owes('A1-2345', '10.00'), owes('A12-345', '10.00', 'goff')]
    expect(findMatch(line('A12345', '10.00'), book(twins)).certain).toBeUndefined()
    expect(findMatch(line('F2026-0412', '10.00', { returned: true }), book([owes('F2026-0412', '10.00')])).certain).toBeUndefined()
    const two = [owes('F2026-0412', '10.00'), owes('F2026-0413', '20.00', 'goff')]
    expect(findMatch(line('F2026-0412 F2026-0413', '30.00'), book(two)).certain).toBeUndefined()
  })

  it('when a payment of the same amount was typed by hand a few days before', () => {
    const typed = {
      paymentId: 'p1',
      customerId: 'bihan',
      paidOn: parseDay('2026-04-03'),
      amountCents: parseMoney('100'),
      method: 'transfer',
    }
    const verdict = findMatch(line('F2026-0412', '100.00'), book([owes('F2026-0412', '100.00')], { typedPayments: [typed] }))
    expect(verdict.certain).toBeUndefined()
    expect(verdict.proposals[0]).toMatchObject({
      paymentIds: ['p1'],
      evidence: [{ code: 'already_typed', facts: { paidOn: '2026-04-03' } }],
    })
    const older = { ...typed, paidOn: parseDay('2026-03-30') }
    expect(findMatch(line('F2026-0412', '100.00'), book([owes('F2026-0412', '100.00')], { typedPayments: [older] })).certain).toBeDefined()
  })

  it('money out is no business of customers', () => {
    expect(findMatch(line('F2026-0412', '-100.00'), book([owes('F2026-0412', '100.00')]))).toEqual({
      certain: undefined,
      proposals: [],
      recognised: [],
    })
  })
})

describe('a recognised customer', () => {
  const open = [
    owes('F1001', '100.00', 'bihan', '2026-03-01'),
    owes('F1002', '250.00', 'bihan', '2026-04-01'),
    owes('F1003', '70.00', 'bihan', '2026-05-30'),
  ]
  const of = (amount: string, more: Partial<LineFacts> = {}) => findMatch(line('VIR SEPA MENUISERIES LE BIHAN', amount, more), book(open))

  it('pays one invoice, all that is due, or all that is open: certain, if nothing else could be meant', () => {
    expect([codes(of('250.00'))[0], of('250.00').certain?.shares]).toEqual([
      ['name_recognised', 'amount_equal_to_one'],
      [{ invoiceId: 'id of F1002', amountCents: 25000n }],
    ])
    expect(of('350.00').certain?.shares).toHaveLength(2)
    expect(of('420.00').certain?.shares).toHaveLength(3)
    const text = 'VIR SEPA MENUISERIES LE BIHAN'
    expect(findMatch(line(`${text} ACOMPTE`, '250.00'), book(open)).certain).toBeUndefined()
    expect(findMatch(line(`${text} FACT F0999`, '250.00'), book(open)).certain).toBeUndefined()
    expect(of('250.00', { returned: true }).certain).toBeUndefined()
  })

  it('pays a few that add up: proposed, never done', () => {
    expect(of('170.00').certain).toBeUndefined()
    expect(codes(of('350.00'))[0]).toEqual(['name_recognised', 'amount_equals_all_due'])
    expect(codes(of('420.00'))[0]).toEqual(['name_recognised', 'amount_equals_all_open'])
    expect([codes(of('170.00'))[0], paid(of('170.00'))]).toEqual([
      ['name_recognised', 'amount_equals_some'],
      [
        ['id of F1001', 10000n],
        ['id of F1003', 7000n],
      ],
    ])
  })

  it('pays the oldest first when no amount fits, and keeps what is too much as credit', () => {
    expect([codes(of('120.00'))[0], paid(of('120.00'))]).toEqual([
      ['name_recognised', 'oldest_first'],
      [
        ['id of F1001', 10000n],
        ['id of F1002', 2000n],
      ],
    ])
    expect(of('500.00').proposals[0]?.restCents).toBe(8000n)
    const nothing = findMatch(line('MENUISERIES LE BIHAN', '9.00'), book([]))
    expect(nothing.proposals[0]).toMatchObject({ shares: [], restCents: 900n, customerId: 'bihan' })
  })

  it('is known by its account, unless two customers were paid for from it', () => {
    const iban = 'FR7630006000011234567890189'
    const seen = { kind: 'iban', text: iban, customerId: 'goff', times: 3 } as const
    const known = findMatch(line('VIREMENT', '88.00', { iban }), book([owes('F9', '88.00', 'goff')], { marks: [seen] }))
    expect(known.proposals[0]?.evidence[0]).toEqual({ code: 'iban_seen', facts: { times: 3, name: 'SARL Le Goff Rénovation' } })
    const shared = findMatch(
      line('VIREMENT', '88.00', { iban }),
      book([owes('F9', '88.00', 'goff')], { marks: [seen, { ...seen, customerId: 'bihan' }] }),
    )
    expect([codes(shared)[0], shared.certain]).toEqual([['mark_shared', 'amount_equal_to_one'], undefined])
  })

  it('is known by the name its bank writes, once it was said often enough whose it is', () => {
    const trade = line('VIR SEPA RECU ARMOR HOLDING NOTRE REF 4411', '88.00')
    const open88 = [owes('F9', '88.00', 'goff'), owes('F10', '88.00')]
    const said = (times: number) =>
      findMatch(trade, book(open88, { marks: [{ kind: 'alias', text: 'ARMOR HOLDING', customerId: 'goff', times }] }))
    expect(codes(said(2))[0]).toEqual(['alias_seen', 'amount_equal_to_one'])
    expect(said(2).certain).toBeUndefined()
    expect(said(3).certain?.shares).toEqual([{ invoiceId: 'id of F9', amountCents: 8800n }])
  })

  it('whose account is known and whose name is that of another is no ground to act', () => {
    const mark = { kind: 'iban', text: 'FR7630006000011234567890189', customerId: 'goff', times: 9 } as const
    const two = findMatch(
      line('MENUISERIES LE BIHAN', '88.00', { iban: mark.text }),
      book([owes('F9', '88.00', 'goff')], { marks: [mark] }),
    )
    expect([codes(two)[0], two.certain]).toEqual([['iban_seen', 'amount_equal_to_one'], undefined])
  })

  it('that is seen is not passed over for the number of another', () => {
    const open88 = [owes('F2026-0412', '88.00', 'goff'), owes('F2026-0500', '88.00')]
    const transposed = findMatch(line('F2026-0412', '88.00', { counterparty: 'MENUISERIES LE BIHAN' }), book(open88))
    expect(transposed.certain).toBeUndefined()
  })

  it('owes several invoices of one amount: the oldest is paid first (C. civ. art. 1342-10)', () => {
    const equal = [owes('F2', '49.00', 'bihan', '2026-04-30'), owes('F1', '49.00', 'bihan', '2026-03-31')]
    const { certain } = findMatch(line('MENUISERIES LE BIHAN', '49.00'), book(equal))
    expect(certain?.shares).toEqual([{ invoiceId: 'id of F1', amountCents: 4900n }])
  })

  it('pays a part of the invoice it names, when the amount is that of nothing else', () => {
    const part = (amount: string) => findMatch(line('F1002', amount, { counterparty: 'MENUISERIES LE BIHAN' }), book(open)).certain?.shares
    expect(part('200.00')).toEqual([{ invoiceId: 'id of F1002', amountCents: 20000n }])
    expect(part('70.00')).toBeUndefined()
    expect(findMatch(line('F1002', '200.00'), book(open)).certain).toBeUndefined()
  })

  it('misses an invoice by a bank fee or a rounding: proposed before the oldest', () => {
    expect(codes(of('240.00')).slice(0, 2)).toEqual([
      ['name_recognised', 'amount_a_little_below'],
      ['name_recognised', 'oldest_first'],
    ])
    expect(paid(of('240.00'))).toEqual([['id of F1002', 24000n]])
    expect(codes(of('251.00'))[0]).toEqual(['name_recognised', 'amount_a_little_above'])
  })

  it('is known by a name cut short or turned round, and not by the start that two names share', () => {
    const customers = [
      { customerId: 'a', name: 'Société Coopérative Agricole des Trois Rivières' },
      { customerId: 'b', name: 'Coopérative Agricole du Trégor' },
    ]
    const invoices = [owes('F1', '5.00', 'a'), owes('F2', '5.00', 'b')]
    const seen = (counterparty: string) =>
      findMatch(line('VIR', '5.00', { counterparty }), book(invoices, { customers })).proposals.map(({ customerId }) => customerId)
    expect(seen('STE COOPERATIVE AGRICOLE DES TROIS RIV')).toEqual(['a'])
    expect(seen('COOPERATIVE AGRICOLE')).toEqual(['a', 'b'])
  })

  it('confirms cheques paid in together', () => {
    const cheque = (paymentId: string, customerId: string, amount: string) => ({
      paymentId,
      customerId,
      paidOn: parseDay('2026-04-07'),
      amountCents: parseMoney(amount),
      method: 'cheque',
    })
    const typedPayments = [cheque('c1', 'bihan', '120.00'), cheque('c2', 'goff', '80.00'), cheque('c3', 'mairie', '33.00')]
    const { proposals } = findMatch(line('REMISE CHEQUES 2 884512', '200.00'), book([], { typedPayments }))
    expect(proposals[0]).toMatchObject({ paymentIds: ['c1', 'c2'], customerId: null })
  })
})

it('a refused proposal never comes back, and with it nothing is certain any more', () => {
  const open = book([owes('F2026-0412', '10.00')])
  const first = findMatch(line('F2026-0412', '10.00'), open)
  const key = first.certain?.key
  const again = findMatch(line('F2026-0412', '10.00'), open, { isRefused: (other) => other === key })
  expect([again.certain, again.proposals]).toEqual([undefined, []])
})

it('an invoice paid by an earlier line is not paid twice', () => {
  const open = book([owes('F2026-0412', '10.00')])
  open.pay([{ invoiceId: 'id of F2026-0412', amountCents: toCents(1000) }])
  expect(findMatch(line('F2026-0412', '10.00'), open).certain).toBeUndefined()
})

describe('whatever the numbers, texts and amounts', () => {
  const numbers = fc.constantFrom(
    '12',
    '112',
    'F-12',
    'F1-2',
    'F12',
    '2026-0412',
    'F2026-0412',
    'F2026-0413',
    'FA2026/11',
    '20260412',
    'A1-2345',
    'A12-345',
  )
  const amounts = fc.constantFrom('10.00', '20.00', '30.00', '40.00', '12.50')
  const invoices = fc
    .uniqueArray(fc.record({ number: numbers, amount: amounts, customer: fc.constantFrom('bihan', 'goff') }), {
      selector: ({ number }) => number,
      maxLength: 8,
    })
    .map((all) => all.map(({ amount, customer, number }) => owes(number, amount, customer)))
  const texts = fc.array(
    fc.oneof(numbers, fc.constantFrom('FACTURE', 'VIR', 'ET', 'MENUISERIES LE BIHAN', '12/04/2026', '20260412', 'F2026 0412')),
    { maxLength: 5 },
  )
  const lines = fc.record({ words: texts, glue: fc.constantFrom(' ', ', ', '+'), amount: amounts })

  it('shares never exceed the line nor what is open, and rest and shares are the line', () => {
    fc.assert(
      fc.property(invoices, lines, (open, { amount, glue, words }) => {
        const facts = line(words.join(glue), amount)
        for (const { paymentIds, restCents, shares } of findMatch(facts, book(open)).proposals) {
          if (paymentIds.length > 0) continue
          expect(sum(shares.map((share) => share.amountCents)) + restCents).toBe(facts.amountCents)
          expect(restCents).toBeGreaterThanOrEqual(0n)
          for (const share of shares)
            expect(share.amountCents).toBeLessThanOrEqual(open.find(({ invoiceId }) => invoiceId === share.invoiceId)?.openCents ?? 0n)
        }
      }),
    )
  })

  it('nothing is certain when another open invoice written on the line is left out', () => {
    fc.assert(
      fc.property(invoices, lines, (open, { amount, glue, words }) => {
        const { certain } = findMatch(line(words.join(glue), amount), book(open))
        if (!certain) return
        const taken = new Set(certain.shares.map(({ invoiceId }) => invoiceId))
        const isWritten = (number: string) => words.some((word) => word === number || word === number.replace(/\W/g, ''))
        const meant = open.filter(({ invoiceId, number }) => !taken.has(invoiceId) && /[A-Z]/.test(number) && isWritten(number))
        expect(meant.map(({ number }) => number)).toEqual([])
        expect(new Set(open.filter(({ invoiceId }) => taken.has(invoiceId)).map(({ customerId }) => customerId)).size).toBe(1)
      }),
    )
  })
})

describe('less than asked by the customer itself', () => {
  const known = { marks: [{ kind: 'iban' as const, text: 'FR76', customerId: 'bihan', times: 5 }] }
  const ground = (text: string, amount: string, more: Partial<OpenBookFacts> = {}) =>
    findMatch(
      line(text, amount, { iban: 'FR76', counterparty: 'MENUISERIES LE BIHAN' }),
      book([owes('F2026-0412', '1000.00')], { ...known, ...more }),
    ).ground

  it('is a payment in part, unless the payer says why, or so little is missing that it is something else', () => {
    expect(ground('F2026-0412', '600.00')).toBe('payer')
    expect(ground('F2026-0412 ESCOMPTE 2%', '600.00')).toBeUndefined()
    expect(ground('F2026-0412 RETENUE', '600.00')).toBeUndefined()
    expect(ground('F2026-0412', '999.50')).toBeUndefined()
  })

  it('is not certain when the customer’s credit explains it', () => {
    const credits = [{ itemId: 'avoir', customerId: 'bihan', reference: 'A2026-0001', openCents: parseMoney('400') }]
    expect(ground('F2026-0412', '600.00', { credits })).toBeUndefined()
  })
})
