import { expect, test } from 'vitest'
import { BANKS, bankWorld } from '../../worlds/bank/index.ts'
import { firstNumberContained, ours } from './matchers.ts'
import { live } from './story.ts'

// Seeds that `npm run bench -- reconciliation` does not use.
test.each(BANKS)('nothing settles wrongly by itself, and most lines settle (%s)', (bank) => {
  const score = live(bankWorld(101, bank), ours)
  expect(score.faults).toEqual([])
  expect(score.automatic / score.lines).toBeGreaterThan(0.8)
  expect(score.first / score.lines).toBeGreaterThan(0.95)
})

test('the judge sees wrong answers', () => {
  const score = live(bankWorld(101, 'csv'), firstNumberContained)
  expect(score.wrong).toBeGreaterThan(50)
  expect(score.faults).toHaveLength(score.wrong)
})
