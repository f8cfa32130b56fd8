import { expect, it } from 'vitest'
import { suggestedRule } from './suggested-rule.ts'

it.each([
  ['PRLV SEPA SCI DES TROIS SCIES LOYER MARS 2026', ['TROIS', 'SCIES', 'LOYER']],
  ['FRAIS TENUE DE COMPTE 03/2026', ['FRAIS', 'TENUE', 'COMPTE']],
  ['VIR SEPA 0047 REF 12345', []],
])('of « %s » it keeps what comes again', (text, words) => {
  expect(suggestedRule({ text, counterparty: null, amount: '-10.00' })).toMatchObject({ words, direction: 'out' })
})

it('has a name to begin with, and the direction of the line', () => {
  expect(suggestedRule({ text: 'FRAIS TENUE DE COMPTE', counterparty: null, amount: '-1' }).name).toBe('Frais tenue compte')
  expect(suggestedRule({ text: '', counterparty: 'Urssaf Bretagne', amount: '1' })).toEqual({
    name: 'Urssaf bretagne',
    words: ['Urssaf', 'Bretagne'],
    direction: 'in',
  })
})
