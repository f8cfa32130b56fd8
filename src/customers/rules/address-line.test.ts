import { expect, test } from 'vitest'
import { readAddressLine } from './address-line.ts'

const parts = (line1: string, postcode: string, city: string, line2 = '') => ({ line1, line2, postcode, city })

test.each([
  ['12 rue des Carmes, 35000 Rennes', parts('12 rue des Carmes', '35000', 'Rennes')],
  ['12 rue des Carmes 35000 Rennes', parts('12 rue des Carmes', '35000', 'Rennes')],
  ['  12, rue  des Carmes - 35 000   Rennes ', parts('12, rue des Carmes', '35000', 'Rennes')],
  ['Bât. B, 3 allée des Îles, 97400 Saint-Denis', parts('Bât. B', '97400', 'Saint-Denis', '3 allée des Îles')],
  ['ZA de la Prairie, 29200 Brest CEDEX 2', parts('ZA de la Prairie', '29200', 'Brest CEDEX 2')],
  ['10 Downing Street, London', parts('10 Downing Street, London', '', '')],
  ['', parts('', '', '')],
])('%j', (line, expected) => {
  expect(readAddressLine(line)).toEqual(expected)
})
