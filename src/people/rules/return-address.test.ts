import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

test.each([
  ['/atelier/factures?view=late', '/atelier/factures?view=late'],
  ['/', '/'],
  [undefined, '/'],
  ['', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('%s leads to %s', (asked, address) => {
  expect(returnAddress(asked)).toBe(address)
})
