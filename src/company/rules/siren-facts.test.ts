import { expect, test } from 'vitest'
import { sirenFacts } from './siren-facts.ts'

test('a SIREN gives its VAT number and its electronic address', () => {
  expect(sirenFacts(' 732 829 320 ')).toEqual({
    siren: '732829320',
    valid: true,
    vatNumber: 'FR44732829320',
    eAddress: { scheme: '0225', value: '732829320' },
  })
})

test.each(['732829321', '73282932', '', 'Morin'])('%j gives nothing', (typed) => {
  expect(sirenFacts(typed)).toMatchObject({ valid: false, vatNumber: null, eAddress: null })
})
