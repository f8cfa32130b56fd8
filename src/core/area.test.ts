import { expect, test } from 'vitest'
import { areaOf } from './area.ts'

test.each([
  ['FR', 'home'],
  ['MC', 'home'],
  ['RE', 'home'],
  ['DE', 'eu'],
  ['GR', 'eu'],
  ['CH', 'abroad'],
  ['GB', 'abroad'],
  ['NC', 'abroad'],
])('%s is %s', (country, area) => {
  expect(areaOf(country)).toBe(area)
})
