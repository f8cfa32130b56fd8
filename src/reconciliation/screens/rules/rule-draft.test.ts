import { expect, it } from 'vitest'
import {
  draftOfRule,
  emptyRule,
  inputOfRule,
  type KeptRule,
  type RuleDraft,
  ruleOn,
  trialOfRule,
  withoutRulePart,
  withRulePart,
} from './rule-draft.ts'

const rent = { account: '613200', label: 'Loyers' }
const draft = (changes: Partial<RuleDraft>): RuleDraft => ({
  ...emptyRule,
  ...ruleOn(rent, '20'),
  name: 'Loyer',
  words: ['loyer'],
  ...changes,
})

it('is sent once it says a condition and where the money goes', () => {
  expect(inputOfRule(draft({}))).toEqual({
    name: 'Loyer',
    words: ['loyer'],
    counterparty: '',
    direction: null,
    least: null,
    most: null,
    accountId: null,
    action: { kind: 'accounts', parts: [{ account: '613200', vatRate: '20', share: null, amount: null }] },
  })
  expect(inputOfRule(draft({ words: [] }))).toBeUndefined()
  expect(inputOfRule(draft(ruleOn(undefined, null)))).toBeUndefined()
  expect(inputOfRule(draft({ kind: 'customer' }))).toBeUndefined()
  expect(inputOfRule(draft({ kind: 'transfer' }))?.action).toEqual({ kind: 'transfer' })
})

it('is tried on the past before anybody said where the money goes', () => {
  expect(trialOfRule(draft(ruleOn(undefined, null)))?.action).toMatchObject({ parts: [{ account: '471000' }] })
  expect(trialOfRule(draft({ words: [] }))).toBeUndefined()
})

it('an equal amount is a range of one, and what cannot be read is not sent', () => {
  expect(inputOfRule(draft({ words: [], amountIs: 'equal', least: '12.00' }))).toMatchObject({ least: '12.00', most: '12.00' })
  expect(inputOfRule(draft({ amountIs: 'equal', least: 'douze' }))).toBeUndefined()
  expect(inputOfRule(draft({ amountIs: 'between', least: '12.00', most: '' }))).toMatchObject({ least: '12.00', most: null })
  expect(inputOfRule(draft({ amountIs: 'any', least: 'douze' }))).toMatchObject({ least: null })
})

it('read back from what is kept, it is sent the same', () => {
  const kept: KeptRule = {
    name: 'Prêt',
    words: ['echeance pret'],
    counterparty: 'banque',
    direction: 'out',
    least: '10.00',
    most: '20.00',
    accountId: 'a',
    action: {
      kind: 'accounts',
      parts: [
        { account: '661100', accountLabel: 'Intérêts', vatRate: null, share: null, amount: '80.00' },
        { account: '616000', accountLabel: 'Assurances', vatRate: null, share: '2', amount: null },
        { account: '164000', accountLabel: 'Emprunts', vatRate: '20', share: null, amount: null },
      ],
    },
  }
  const sent = inputOfRule(draftOfRule(kept))
  expect(sent).toMatchObject({ ...kept, action: { kind: 'accounts' } })
  expect(sent?.action).toMatchObject({ parts: [{ amount: '80.00' }, { share: '2' }, { vatRate: '20', amount: null, share: null }] })
})

it('always keeps one part that takes the rest', () => {
  const parts = withRulePart(draft({}).parts)
  expect(parts.map(({ takes }) => takes)).toEqual(['rest', 'amount'])
  expect(withoutRulePart(parts, 0).map(({ takes }) => takes)).toEqual(['rest'])
})
