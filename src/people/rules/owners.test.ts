import { expect, test } from 'vitest'
import { leavesNoOwner } from './owners.ts'

test.each([
  ['the last owner leaves', 'owner', 1, undefined, true],
  ['the last owner becomes a reader', 'owner', 1, 'reader', true],
  ['the last owner stays owner', 'owner', 1, 'owner', false],
  ['one of two owners leaves', 'owner', 2, undefined, false],
  ['a bookkeeper leaves', 'bookkeeper', 1, undefined, false],
  ['a reader becomes owner', 'reader', 1, 'owner', false],
] as const)('%s', (_story, role, owners, next, expected) => {
  expect(leavesNoOwner({ role, owners }, next)).toBe(expected)
})
