import { expect, test } from 'vitest'
import { countriesIn } from './countries.ts'

test('France is first, and every country is named once in each language', () => {
  for (const locale of ['fr', 'en'] as const) {
    const countries = countriesIn(locale)
    expect(countries[0]).toEqual({ value: 'FR', label: 'France' })
    expect(new Set(countries.map(({ value }) => value)).size).toBe(countries.length)
    expect(countries.every(({ label, value }) => label !== value)).toBe(true)
  }
  expect(countriesIn('fr')).toContainEqual({ value: 'DE', label: 'Allemagne' })
})
