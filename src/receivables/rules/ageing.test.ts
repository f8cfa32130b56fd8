import { expect, test } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { bucketOf, daysLate } from './ageing.ts'

const asOf = parseDay('2026-11-21')

test.each([
  [-40, 'notDue'],
  [0, 'notDue'],
  [1, 'to30'],
  [30, 'to30'],
  [31, 'to60'],
  [60, 'to60'],
  [61, 'to90'],
  [90, 'to90'],
  [91, 'to120'],
  [120, 'to120'],
  [121, 'over120'],
  [4000, 'over120'],
])('an instalment due %i days ago stands in %s', (days, bucket) => {
  expect(bucketOf(daysLate(addDays(asOf, -days), asOf))).toBe(bucket)
})
