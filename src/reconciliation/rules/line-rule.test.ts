import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMoney, sum, toCents } from '#core/money'
import { type BasisPoints, parseRate } from '#core/quantity'
import { type LineRule, partsOf, type PartTemplate, ruleBook, ruleProblem } from './line-rule.ts'

const rest = (account: string, vatRate: BasisPoints | null = null): PartTemplate => ({ account, vatRate, share: null, amountCents: null })
const rule = (changes: Partial<LineRule>): LineRule => ({
  ruleId: changes.name ?? 'rule',
  name: 'Loyer',
  words: [],
  counterparty: '',
  direction: null,
  leastCents: null,
  mostCents: null,
  accountId: null,
  action: { kind: 'accounts', parts: [rest('613200')] },
  ...changes,
})
const line = (text: string, amount: string, more: { counterparty?: string; accountId?: string } = {}) => ({
  texts: [text],
  counterparty: more.counterparty,
  amountCents: parseMoney(amount),
  accountId: more.accountId ?? 'current',
})
const takes = (wanted: Partial<LineRule>, ...of: Parameters<typeof line>) => ruleBook([rule(wanted)])(line(...of)) !== undefined

describe('a rule fits', () => {
  it.each<[string, boolean, Partial<LineRule>, Parameters<typeof line>]>([
    ['when its word stands in the text, whatever case and accents', true, { words: ['échéance'] }, ['PRLV ECHEANCE PRET', '-10']],
    ['when its word begins one of the text', true, { words: ['loyer'] }, ['VIR LOYERS MARS', '-10']],
    ['not inside a word', false, { words: ['lot'] }, ['VIR CHARLOTTE', '10']],
    ['when all its words stand there, in any order', true, { words: ['mars', 'loyer'] }, ['VIR LOYER MARS', '-10']],
    ['not when one is missing', false, { words: ['loyer', 'avril'] }, ['VIR LOYER MARS', '-10']],
    ['when a group of words stands there together', true, { words: ['frais tenue'] }, ['FRAIS-TENUE DE COMPTE', '-10']],
    ['not when the group is parted', false, { words: ['frais compte'] }, ['FRAIS TENUE DE COMPTE', '-10']],
    ['when the word is only in the name of the other side', true, { words: ['urssaf'] }, ['PRLV', '-10', { counterparty: 'URSSAF' }]],
    ['when the other side is the one wanted', true, { counterparty: 'sci des' }, ['PRLV', '-10', { counterparty: 'SCI DES SCIES' }]],
    ['not when the other side is only in the text', false, { counterparty: 'sci des' }, ['SCI DES SCIES', '-10']],
    ['when money goes out as wanted', true, { words: ['x'], direction: 'out' }, ['X', '-10']],
    ['not when it comes in', false, { words: ['x'], direction: 'out' }, ['X', '10']],
    ['when the amount is equal', true, { leastCents: parseMoney('10'), mostCents: parseMoney('10') }, ['X', '-10']],
    ['not a cent beside', false, { leastCents: parseMoney('10'), mostCents: parseMoney('10') }, ['X', '-10.01']],
    ['at both ends of a range', true, { leastCents: parseMoney('10'), mostCents: parseMoney('20') }, ['X', '20']],
    ['on the account wanted only', false, { words: ['x'], accountId: 'savings' }, ['X', '10']],
    ['for a customer only when money comes in', false, { words: ['x'], action: { kind: 'customer', customerId: 'c' } }, ['X', '-10']],
  ])('%s', (_, expected, wanted, of) => {
    expect(takes(wanted, ...of)).toBe(expected)
  })

  it('and the first that fits wins', () => {
    const find = ruleBook([
      rule({ name: 'A', words: ['assurance'] }),
      rule({ name: 'B', words: ['prlv'] }),
      rule({ name: 'C', words: ['prlv'] }),
    ])
    expect(find(line('PRLV ASSURANCE', '-10'))?.name).toBe('A')
    expect(find(line('PRLV TELECOM', '-10'))?.name).toBe('B')
    expect(find(line('VIR', '-10'))).toBeUndefined()
  })
})

describe('what a rule says of parts', () => {
  const share = (account: string, percent: string): PartTemplate => ({ ...rest(account), share: parseRate(percent) })
  const fixed = (account: string, amount: string): PartTemplate => ({ ...rest(account), amountCents: parseMoney(amount) })

  it('makes a share, a fixed amount, and what is left', () => {
    const parts = partsOf([share('606100', '60'), fixed('627800', '1.50'), rest('455000', parseRate('20'))], parseMoney('100.01'))
    expect(parts?.map(({ account, amountCents, vatCents }) => [account, amountCents, vatCents])).toEqual([
      ['606100', 6_001n, 0n],
      ['627800', 150n, 0n],
      ['455000', 3_850n, 642n],
    ])
  })

  it('fits no line that is too small for its fixed amounts', () => {
    const parts = [fixed('661100', '50'), rest('164000')]
    expect(partsOf(parts, parseMoney('50.01'))).toHaveLength(2)
    expect(partsOf(parts, parseMoney('50.00'))).toBeUndefined()
    expect(takes({ words: ['pret'], action: { kind: 'accounts', parts } }, 'PRET', '-50')).toBe(false)
  })

  it('always adds up to the line, each part above zero and its VAT within it', () => {
    const template = fc.record({
      account: fc.constant('627800'),
      vatRate: fc.constantFrom(null, parseRate('20'), parseRate('5.5')),
      share: fc.option(
        fc.integer({ min: 0, max: 10_000 }).map((points) => points as BasisPoints),
        { nil: null },
      ),
      amountCents: fc.option(fc.bigInt(1n, 50_000n).map(toCents), { nil: null }),
    })
    let made = 0
    fc.assert(
      fc.property(fc.array(template, { maxLength: 4 }), fc.bigInt(1n, 10n ** 9n), (templates, size) => {
        const parts = partsOf(
          [...templates.filter((each) => each.share !== null || each.amountCents !== null), rest('471000')],
          toCents(size),
        )
        if (!parts) return
        made += 1
        expect(sum(parts.map(({ amountCents }) => amountCents))).toBe(size)
        for (const { amountCents, vatCents } of parts) expect(amountCents > 0n && vatCents >= 0n && vatCents < amountCents).toBe(true)
      }),
    )
    expect(made).toBeGreaterThan(20)
  })
})

it.each<[string, Partial<LineRule>, string | undefined]>([
  ['nothing but a direction', { direction: 'out' }, 'rule_without_condition'],
  ['signs instead of words', { words: ['--'] }, 'rule_without_condition'],
  [
    'a customer who takes money out',
    { words: ['x'], direction: 'out', action: { kind: 'customer', customerId: 'c' } },
    'rule_customer_pays_in',
  ],
  ['an amount below zero', { leastCents: parseMoney('-1') }, 'rule_amount_below_zero'],
  ['a highest amount below zero', { mostCents: parseMoney('-1') }, 'rule_amount_below_zero'],
  ['a range upside down', { leastCents: parseMoney('2'), mostCents: parseMoney('1') }, 'rule_amounts_crossed'],
  [
    'two parts that both take the rest',
    { words: ['x'], action: { kind: 'accounts', parts: [rest('1'), rest('2')] } },
    'rule_parts_without_rest',
  ],
  ['an amount alone', { leastCents: parseMoney('2') }, undefined],
  ['a word', { words: ['loyer'] }, undefined],
])('a rule with %s', (_, changes, problem) => {
  expect(ruleProblem(rule(changes))?.problem).toBe(problem)
})
