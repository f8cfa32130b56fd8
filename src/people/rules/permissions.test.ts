import { expect, test } from 'vitest'
import { may, ROLES } from './permissions.ts'

const TABLE = [
  ['right', 'owner', 'bookkeeper', 'reader'],
  ['invoices:read', true, true, true],
  ['invoices:write', true, true, false],
  ['company:read', true, true, true],
  ['company:write', true, false, false],
  ['people:read', true, true, true],
  ['people:write', true, false, false],
  ['invoices:issue', false, false, false],
  ['invoices', false, false, false],
  ['', false, false, false],
  [':write', false, false, false],
] as const

test.each(TABLE.slice(1))('%s: owner %s, bookkeeper %s, reader %s', (permission, ...expected) => {
  expect(ROLES.map((role) => may(role, permission))).toEqual(expected)
})
